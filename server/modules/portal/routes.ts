import type { FastifyInstance } from 'fastify';
import { answerProblem } from '../../kernel/http/errors.ts';
import type { Host } from '../../kernel/http/host.ts';
import { wantsPage } from '../../kernel/page/answer.ts';
import { answerErrorPage } from '../../kernel/page/error-page.tsx';
import type { PageContent } from '../../kernel/page/page.tsx';
import { Problem } from '../../kernel/problem.ts';
import { publicBulletin, publicBulletins } from '../bulletins/module.ts';
import { closeOutMarksQuery } from '../close-out/module.ts';
import type { Ledger } from '../figures/contract.ts';
import { figureQuery, ledgerQuery } from '../figures/module.ts';
import { townQuery, townsQuery } from './areas.ts';
import { bulletinPage, bulletinsPage } from './pages/bulletins.tsx';
import { jobsPage, nearbyPage, servicesPage } from './pages/doors.tsx';
import { figurePage } from './pages/figure.tsx';
import { homePage } from './pages/home.tsx';
import { privacyPage } from './pages/privacy.tsx';
import { progressPage } from './pages/progress.tsx';
import { aboutPage, accessibilityPage, helpPage, unpublishedPage } from './pages/statements.tsx';
import { townPage } from './pages/town.tsx';
import type { Visit } from './pages/visit.ts';
import { contactFor, type Read, servePublic } from './public-pages.ts';
import { portalSite } from './site.ts';

type Page = (visit: Visit, read: Read, params: Readonly<Record<string, string>>) => PageContent | Promise<PageContent>;

const pages: Readonly<Record<string, Page>> = {
  '/': async (visit, read) => homePage(visit, await ledgerOf(read)),
  '/jobs': async (visit, read) => jobsPage(visit, await ledgerOf(read)),
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
export async function ledgerOf(read: Read): Promise<Ledger | undefined> {
  try {
    return await read(ledgerQuery, {});
  } catch (error) {
    if (error instanceof Problem && error.code === 'no-programme') return undefined;
    throw error;
  }
}

/** Serves the portal. An error becomes a page for a person in a browser, `{code, params}` for a program. */
export async function servePages(app: FastifyInstance, host: Host): Promise<void> {
  const site = portalSite(host);
  app.setNotFoundHandler(async (request, reply) => {
    const problem = new Problem('not-found', 'not-found');
    if (!wantsPage(request)) return answerProblem(problem, request, reply, host.words, host.languageOf(request));
    return answerErrorPage(problem, request, reply, site, await contactFor(request, host));
  });
  await servePublic(app, host, (portal, answer) => {
    for (const [address, page] of Object.entries(pages)) {
      portal.get(address, { schema: { hide: true } }, async (request, reply) => {
        const params = request.params as Record<string, string>; // reason: fastify types unvalidated params as unknown
        return answer(request, reply, (visit, read) => page(visit, read, params));
      });
    }
  });
}
