/** The public's way into a consultation: plain forms, no sign-in, no script. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { system } from '../../kernel/actor/actor.ts';
import { execute } from '../../kernel/command/run.ts';
import type { Host } from '../../kernel/http/host.ts';
import { type Language, say } from '../../kernel/i18n/said.ts';
import { Problem } from '../../kernel/problem.ts';
import { createAttempts } from '../people/module.ts';
import { type AnswerPublic, servePublic } from '../portal/module.ts';
import { respondAsPublic } from './commands/respond.ts';
import { sendPublicOpinion } from './commands/send-public-opinion.ts';
import { answerPage } from './pages/answer.tsx';
import { listPage } from './pages/list.tsx';
import { emptyForm, type Filled, paperPage, sentPage } from './pages/paper.tsx';
import { publicAnswer, publicConsultations, publicText } from './queries/public.ts';
import { receiptNumber } from './receipt.ts';

const LARGEST_FORM = 64 * 1024;
type Form = Readonly<Record<string, string>>;
type Given = { readonly consultation: string };

export async function publicRoutes(app: FastifyInstance, host: Host): Promise<void> {
  await servePublic(app, host, (portal, page) => {
    portal.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: LARGEST_FORM },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    const hidden = { schema: { hide: true } };
    portal.get('/consultations', hidden, (request, reply) =>
      page(request, reply, async ({ language }, read) => listPage(language, await read(publicConsultations, {}))),
    );
    portal.get('/consultations/:consultation', hidden, (request, reply) =>
      page(
        request,
        reply,
        async ({ language }, read) => {
          const paper = await read(publicText, idOf(request));
          return paperPage(language, paper, emptyForm(paper.version), host.kernel.clock.newId());
        },
        { isPrivate: true },
      ),
    );
    portal.post('/consultations/:consultation', hidden, (request, reply) => takeForm(host, page, request, reply));
    portal.post('/consultations/answer', hidden, (request, reply) => showAnswer(host, page, request, reply));
    portal.post('/consultations/response', hidden, (request, reply) => takeResponse(host, page, request, reply));
  });
}

const idOf = (request: FastifyRequest): Given => request.params as Given; // reason: fastify types unvalidated params as unknown
const formOf = (request: FastifyRequest): Form => (request.body ?? {}) as Form; // reason: only the parser above makes it
type Reply = Parameters<AnswerPublic>[1];

/** As many in a quarter of an hour as sign-ins may err; counted apart from them. */
async function limit({ kernel }: Host, request: FastifyRequest, what: string): Promise<void> {
  const { config, database, clock } = kernel.services.people.foundation;
  const attempts = createAttempts({ database, clock, secret: `${config.secrets.sessionSecret} ${what}` });
  try {
    await attempts.begin(request.ip, request.ip);
  } catch (error) {
    if (error instanceof Problem && error.kind === 'too-many') throw new Problem('too-many', 'opinion-too-many', error.params);
    throw error;
  }
}

/** What is wrong, as a sentence for the page; what is nobody's fault goes on. */
function sentenceOf(error: unknown, { words }: Host, language: Language): string {
  if (!(error instanceof Problem) || error.kind === 'not-found' || error.kind === 'unavailable') throw error;
  const said = words.get(`problem.${error.code === 'shape' ? 'opinion-form' : error.code}`);
  return said ? say(said, language, error.params) : error.code;
}

const callOf = async (host: Host, request: FastifyRequest, key?: string) => ({
  district: (await host.districtOf(request)).code,
  actor: system('portal'),
  ...(key === undefined ? {} : { key }),
});

async function takeForm(host: Host, page: AnswerPublic, request: FastifyRequest, reply: Reply) {
  const { consultation } = idOf(request);
  const form = formOf(request);
  const filled: Filled = { ...emptyForm(1), ...pick(form, ['kind', 'oldWords', 'newWords', 'why', 'contact', 'version']) };
  const once = /^[0-9a-f-]{36}$/.test(form.once ?? '') ? form.once : undefined;
  const language = host.languageOf(request);
  const given = {
    consultation,
    version: Number(filled.version),
    kind: filled.kind,
    why: filled.why,
    ...(filled.oldWords.trim() && filled.kind !== 'add' && filled.kind !== 'remark' ? { oldWords: filled.oldWords } : {}),
    ...(filled.newWords.trim() && filled.kind !== 'remove' && filled.kind !== 'remark' ? { newWords: filled.newWords } : {}),
    ...(filled.contact.trim() ? { contact: filled.contact.trim() } : {}),
  };
  try {
    await limit(host, request, 'opinion');
    const call = await callOf(host, request, once);
    const { opinion } = await execute(host.kernel, sendPublicOpinion, given, call);
    const receipt = receiptNumber(host.kernel.services.seal, opinion, call.district);
    return page(request, reply, () => sentPage(language, consultation, receipt), { isPrivate: true });
  } catch (error) {
    const problem = sentenceOf(error, host, language);
    const status = error instanceof Problem && error.kind === 'too-many' ? 429 : 422;
    const write: Parameters<AnswerPublic>[2] = async (_visit, read) =>
      paperPage(language, await read(publicText, { consultation }), filled, host.kernel.clock.newId(), problem);
    return page(request, reply, write, { status, isPrivate: true });
  }
}

const pick = (form: Form, names: readonly string[]): Partial<Filled> =>
  Object.fromEntries(names.flatMap((name) => (typeof form[name] === 'string' ? [[name, form[name]]] : [])));

async function showAnswer(host: Host, page: AnswerPublic, request: FastifyRequest, reply: Reply, problem?: string) {
  const receipt = (formOf(request).receipt ?? '').trim().slice(0, 40);
  const language = host.languageOf(request);
  if (problem === undefined) await limit(host, request, 'receipt');
  return page(
    request,
    reply,
    async (_visit, read) => {
      const found = receipt.length < 4 ? undefined : await read(publicAnswer, { receipt });
      return found
        ? answerPage(language, found, receipt, problem)
        : listPage(language, await read(publicConsultations, {}), true);
    },
    { isPrivate: true, ...(problem === undefined ? {} : { status: 422 }) },
  );
}

async function takeResponse(host: Host, page: AnswerPublic, request: FastifyRequest, reply: Reply) {
  const { receipt = '', revision = '', response = '', why = '' } = formOf(request);
  const language = host.languageOf(request);
  await limit(host, request, 'receipt');
  try {
    const given = { receipt, revision: Number(revision), response, why };
    await execute(host.kernel, respondAsPublic, given, await callOf(host, request));
    return showAnswer(host, page, request, reply);
  } catch (error) {
    return showAnswer(host, page, request, reply, sentenceOf(error, host, language));
  }
}
