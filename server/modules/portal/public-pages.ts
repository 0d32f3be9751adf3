import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { TSchema } from 'typebox';
import { type Actor, system, visitor } from '../../kernel/actor/actor.ts';
import type { Query } from '../../kernel/command/query.ts';
import { ask } from '../../kernel/command/run.ts';
import { answerProblem, asProblem } from '../../kernel/http/errors.ts';
import type { Host } from '../../kernel/http/host.ts';
import { answerPage } from '../../kernel/page/answer.ts';
import { answerErrorPage } from '../../kernel/page/error-page.tsx';
import { type PageContent, renderPage } from '../../kernel/page/page.tsx';
import { keepPreferences, readPreferences } from '../../kernel/page/preferences.ts';
import type { Contact } from '../../kernel/page/site.ts';
import { type City, readCities } from './city.ts';
import { contactQuery, GENERAL_LINE } from './contact.ts';
import type { SignedIn, Visit } from './pages/visit.ts';
import { isSentByScript, parseForms, type TakeForm, takeForms } from './public-forms.ts';
import { sendToSignIn } from './sign-in-first.ts';
import { portalSite } from './site.ts';
import { common } from './words.ts';

/** Asks a query and answers it. */
export type Read = <S extends TSchema, Answer>(query: Query<S, Answer>, input: unknown) => Promise<Answer>;
/**
 * `read` asks as the portal does: nothing that is not everybody's can get onto a page. `readAs` asks as whoever is signed in; somebody
 * who is not is sent to sign in and comes back.
 */
export type WritePage = (visit: Visit, read: Read, readAs: Read) => PageContent | Promise<PageContent>;
export type PageOptions = {
  readonly status?: number;
  /** Made for one reader, or holding what a form was filled with: kept nowhere. Always so for whoever is signed in. */
  readonly isPrivate?: boolean;
  /** Where the page is read again in another language or size; its own address unless said, which a page that answers a form has none of. */
  readonly address?: string;
};
export type AnswerPublic = (
  request: FastifyRequest,
  reply: FastifyReply,
  write: WritePage,
  options?: PageOptions,
) => Promise<FastifyReply>;

let cities: ReadonlyMap<string, City> | undefined;

/**
 * Puts a module's public pages into the portal: its frame, its language and type size, its error pages. `routes` declares them on
 * `portal`, answers each with `page`, and takes plain forms with `form`.
 */
export async function servePublic(
  app: FastifyInstance,
  host: Host,
  routes: (portal: FastifyInstance, page: AnswerPublic, form: TakeForm) => void,
): Promise<void> {
  const site = portalSite(host);
  cities ??= readCities(new URL('../../../programme/', import.meta.url));
  const known = cities;
  const page: AnswerPublic = async (request, reply, write, { status = 200, isPrivate = false, address } = {}) => {
    const [district, { actor, cookie }] = await Promise.all([host.districtOf(request), host.knownOutside(request)]);
    const readBy =
      (by: Actor): Read =>
      (query, input) =>
        ask(host.kernel, query, input, { district: district.code, actor: by });
    const read = readBy(system('portal'));
    const preferences = readPreferences(request);
    const found = await read(contactQuery, {});
    const contact = found ?? { districtName: district.name, telephone: GENERAL_LINE };
    const visit: Visit = {
      language: preferences.language,
      isDemo: host.isDemo,
      contact,
      validUntil: found?.validUntil,
      city: known.get(district.code),
      resident: signedIn(actor),
    };
    const path = address ?? request.url.split('?', 1)[0] ?? '/';
    const content = await write(visit, read, readBy(actor));
    const isKept = !isPrivate && actor.kind === 'visitor';
    const html = renderPage(content, { site, contact, preferences, path, isHidden: !isKept });
    if (isKept) return answerPage(request, reply, html, preferences, status);
    keepPreferences(reply, preferences);
    if (cookie) reply.header('set-cookie', cookie);
    return reply
      .code(status)
      .header('cache-control', 'no-store')
      .header('content-language', preferences.language === 'zh' ? 'zh-CN' : 'en')
      .type('text/html; charset=utf-8')
      .send(html);
  };
  await app.register(async (portal) => {
    parseForms(portal);
    const pages = new Set<string>();
    const forms = new Set<string>();
    portal.addHook('onRoute', ({ method, url }) => {
      if (method === 'GET') pages.add(url);
      if (method === 'POST') forms.add(url);
    });
    portal.setErrorHandler(async (error, request, reply) => {
      const problem = asProblem(error, request.id);
      if (problem.kind === 'not-signed-in' && !isSentByScript(request)) return sendToSignIn(request, reply, request.url);
      if (problem.code === 'unexpected')
        request.log.error({
          reference: request.id,
          route: request.routeOptions.url,
          name: error instanceof Error ? error.name : 'unknown',
        });
      if (isSentByScript(request)) return answerProblem(problem, request, reply, host.words, host.languageOf(request));
      const why = problem.code === 'forbidden' ? undefined : host.words.get(`problem.${problem.code}`);
      return answerErrorPage(problem, request, reply, site, await contactFor(request, host), why);
    });
    routes(portal, page, takeForms(host, page));
    leadBack(portal, pages, forms);
  });
}

/**
 * A form that was refused stands at an address that only takes forms. Whoever reads that address again, from the bar or a bookmark, comes
 * to the page that it belongs to: the nearest above it.
 */
function leadBack(portal: FastifyInstance, pages: ReadonlySet<string>, forms: ReadonlySet<string>): void {
  for (const url of [...forms].filter((one) => !pages.has(one))) {
    const parts = url.split('/');
    const depth = parts.findLastIndex((_part, at) => pages.has(parts.slice(0, at).join('/')));
    if (depth < 2) continue;
    portal.get(url, { schema: { hide: true } }, (request, reply) =>
      reply.redirect(request.url.split('?', 1)[0]?.split('/').slice(0, depth).join('/') ?? '/', 303),
    );
  }
}

const signedIn = (actor: Actor): SignedIn | undefined =>
  actor.kind === 'resident'
    ? { id: actor.id, masked: actor.name, employers: actor.grants.filter((grant) => grant.role === 'employer') }
    : undefined;

/** Whom to ring when something is wrong, even when the database is what is wrong. */
export async function contactFor(request: FastifyRequest, host: Host): Promise<Contact> {
  try {
    const district = await host.districtOf(request);
    const known = await ask(host.kernel, contactQuery, {}, { district: district.code, actor: visitor });
    return known ?? { districtName: district.name, telephone: GENERAL_LINE };
  } catch {
    return { districtName: common.leye, telephone: GENERAL_LINE };
  }
}
