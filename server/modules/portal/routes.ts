import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { TSchema } from 'typebox';
import { system, visitor } from '../../kernel/actor/actor.ts';
import type { Query } from '../../kernel/command/query.ts';
import { ask } from '../../kernel/command/run.ts';
import { answerProblem, asProblem } from '../../kernel/http/errors.ts';
import type { Host } from '../../kernel/http/host.ts';
import { answerPage, wantsPage } from '../../kernel/page/answer.ts';
import { answerErrorPage } from '../../kernel/page/error-page.tsx';
import { type PageContent, renderPage } from '../../kernel/page/page.tsx';
import { readPreferences } from '../../kernel/page/preferences.ts';
import type { Contact, Site } from '../../kernel/page/site.ts';
import { Problem } from '../../kernel/problem.ts';
import { publicBulletin, publicBulletins } from '../bulletins/module.ts';
import { closeOutMarksQuery } from '../close-out/module.ts';
import type { Ledger } from '../figures/contract.ts';
import { figureQuery, ledgerQuery } from '../figures/module.ts';
import { townQuery, townsQuery } from './areas.ts';
import type { City } from './city.ts';
import { contactQuery, GENERAL_LINE } from './contact.ts';
import { bulletinPage, bulletinsPage } from './pages/bulletins.tsx';
import { gigsPage, jobsPage, nearbyPage, servicesPage } from './pages/doors.tsx';
import { figurePage } from './pages/figure.tsx';
import { homePage } from './pages/home.tsx';
import { privacyPage } from './pages/privacy.tsx';
import { progressPage } from './pages/progress.tsx';
import { aboutPage, accessibilityPage, helpPage, unpublishedPage } from './pages/statements.tsx';
import { townPage } from './pages/town.tsx';
import type { Visit } from './pages/visit.ts';
import { common } from './words.ts';

/** Reads as a visitor does: nothing that is not everybody's can get onto a page. */
type Read = <S extends TSchema, Answer>(query: Query<S, Answer>, input: unknown) => Promise<Answer>;
type Page = (visit: Visit, read: Read, params: Readonly<Record<string, string>>) => PageContent | Promise<PageContent>;

const pages: Readonly<Record<string, Page>> = {
  '/': async (visit, read) => homePage(visit, await ledgerOf(read)),
  '/jobs': async (visit, read) => jobsPage(visit, await ledgerOf(read)),
  '/gigs': async (visit, read) => gigsPage(visit, await ledgerOf(read), await read(townsQuery, {})),
  '/services': async (visit, read) => servicesPage(visit, await ledgerOf(read)),
  '/nearby': async (visit, read) => nearbyPage(visit, await ledgerOf(read), await read(townsQuery, {})),
  '/nearby/:code': async (visit, read, { code }) => townPage(visit, await read(townQuery, { code })),
  '/progress': async (visit, read) => {
    const ledger = await ledgerOf(read);
    return ledger ? progressPage(visit, ledger, (await read(closeOutMarksQuery, {})).marks) : unpublishedPage(visit);
  },
  '/progress/:code': async (visit, read, { code }) => {
    const ledger = await ledgerOf(read);
    if (!ledger) return unpublishedPage(visit);
    const figure = await read(figureQuery, { code });
    const measure = ledger.measures.find(({ no }) => no === figure.measure);
    if (!measure) throw new Problem('not-found', 'not-found');
    return figurePage(visit, figure, measure, (await read(closeOutMarksQuery, {})).marks);
  },
  '/bulletins': async (visit, read) => bulletinsPage(visit, await read(publicBulletins, {})),
  '/bulletins/:number': async (visit, read, { number }) => bulletinPage(visit, await read(publicBulletin, { number })),
  '/about': async (visit, read) => aboutPage(visit, await ledgerOf(read)),
  '/help': (visit) => helpPage(visit),
  '/accessibility': (visit) => accessibilityPage(visit),
  '/privacy': (visit) => privacyPage(visit),
};

/** Every public address, for whoever visits them all: tests, a crawl. */
export const addresses: readonly string[] = Object.freeze(Object.keys(pages));

/** The ledger, or undefined where the district has no confirmed programme yet: that is a state, not an error. */
async function ledgerOf(read: Read): Promise<Ledger | undefined> {
  try {
    return await read(ledgerQuery, {});
  } catch (error) {
    if (error instanceof Problem && error.code === 'no-programme') return undefined;
    throw error;
  }
}

/** Serves the portal. An error becomes a page for a person in a browser, `{code, params}` for a program. */
export async function servePages(app: FastifyInstance, host: Host, site: Site, cities: ReadonlyMap<string, City>): Promise<void> {
  app.setNotFoundHandler(async (request, reply) => {
    const problem = new Problem('not-found', 'not-found');
    if (!wantsPage(request)) return answerProblem(problem, request, reply, host.words, host.languageOf(request));
    return answerErrorPage(problem, request, reply, site, await contactFor(request, host));
  });
  await app.register(async (portal) => {
    portal.setErrorHandler(async (error, request, reply) => {
      const problem = asProblem(error, request.id);
      if (problem.code === 'unexpected')
        request.log.error({
          reference: request.id,
          route: request.routeOptions.url,
          name: error instanceof Error ? error.name : 'unknown',
        });
      return answerErrorPage(problem, request, reply, site, await contactFor(request, host));
    });
    for (const [address, page] of Object.entries(pages)) {
      portal.get(address, { schema: { hide: true } }, async (request, reply) => {
        const district = await host.districtOf(request);
        const call = { district: district.code, actor: system('portal') };
        const read: Read = (query, input) => ask(host.kernel, query, input, call);
        const preferences = readPreferences(request);
        const known = await read(contactQuery, {});
        const contact = known ?? { districtName: district.name, telephone: GENERAL_LINE };
        const visit: Visit = {
          language: preferences.language,
          isDemo: host.isDemo,
          contact,
          validUntil: known?.validUntil,
          city: cities.get(district.code),
        };
        const content = await page(visit, read, request.params as Record<string, string>); // reason: fastify types unvalidated params as unknown
        const path = request.url.split('?', 1)[0] ?? '/';
        return answerPage(request, reply, renderPage(content, { site, contact, preferences, path }), preferences);
      });
    }
  });
}

/** Whom to ring when something is wrong, even when the database is what is wrong. */
async function contactFor(request: FastifyRequest, host: Host): Promise<Contact> {
  try {
    const district = await host.districtOf(request);
    const known = await ask(host.kernel, contactQuery, {}, { district: district.code, actor: visitor });
    return known ?? { districtName: district.name, telephone: GENERAL_LINE };
  } catch {
    return { districtName: common.leye, telephone: GENERAL_LINE };
  }
}
