/** The public's way into a consultation: plain forms, no sign-in, no script. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { system } from '../../kernel/actor/actor.ts';
import { execute } from '../../kernel/command/run.ts';
import type { Host } from '../../kernel/http/host.ts';
import { type Language, say } from '../../kernel/i18n/said.ts';
import { Problem } from '../../kernel/problem.ts';
import { type AnswerPublic, servePublic } from '../portal/module.ts';
import { respondAsPublic } from './commands/respond.ts';
import { sendPublicOpinion } from './commands/send-public-opinion.ts';
import { answerPage, type Response, responsePage } from './pages/answer.tsx';
import { listPage } from './pages/list.tsx';
import { emptyForm, type Filled, type Place, paperPage, sentPage } from './pages/paper.tsx';
import { type Attempt, beginAttempt } from './public-limits.ts';
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
          return paperPage(language, paper, { filled: emptyForm, once: host.kernel.clock.newId() });
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

/** What the public reads in place of a sentence that is meant for programs, or for another form. */
const publicCodes: Readonly<Record<string, string>> = { 'key-reused': 'opinion-form-sent' };

/** What is wrong, as a sentence for the page; what is nobody's fault goes on. */
function sentenceOf(error: unknown, { words }: Host, language: Language, form: 'opinion-form' | 'opinion-response-form'): string {
  if (!(error instanceof Problem) || error.kind === 'not-found' || error.kind === 'unavailable') throw error;
  const code = error.code === 'shape' ? form : (publicCodes[error.code] ?? error.code);
  const said = words.get(`problem.${code}`);
  return said ? say(said, language, error.params) : code;
}

/** Where the words stand, to choose from, when they stand more than once. */
function placesOf(error: unknown, { words }: Host, language: Language): Place[] {
  if (!(error instanceof Problem) || error.code !== 'opinion-words-often') return [];
  return error.details.map(({ at, code, params }) => {
    const said = words.get(`problem.${code}`);
    return { value: at, said: said ? say(said, language, params) : at };
  });
}

const statusOf = (error: unknown): number => (error instanceof Problem && error.kind === 'too-many' ? 429 : 422);

const callOf = async (host: Host, request: FastifyRequest, key?: string) => ({
  district: (await host.districtOf(request)).code,
  actor: system('portal'),
  ...(key === undefined ? {} : { key }),
});

/** The place chosen in the form: one of those offered, or all of them. */
function chosenPlace(form: Form): { readonly span?: readonly [number, number]; readonly everywhere?: true } {
  if (form.place === 'everywhere') return { everywhere: true };
  const found = /^(\d{1,8})-(\d{1,8})$/.exec(form.place ?? '');
  return found ? { span: [Number(found[1]), Number(found[2])] } : {};
}

async function takeForm(host: Host, page: AnswerPublic, request: FastifyRequest, reply: Reply) {
  const { consultation } = idOf(request);
  const form = formOf(request);
  const { newId } = host.kernel.clock;
  const filled: Filled = { ...emptyForm, ...pick(form, ['kind', 'oldWords', 'newWords', 'why', 'contact']) };
  const once = /^[0-9a-f-]{36}$/.test(form.once ?? '') ? form.once : undefined;
  const language = host.languageOf(request);
  const given = {
    consultation,
    version: Number(form.version),
    kind: filled.kind,
    why: filled.why,
    ...(filled.oldWords.trim() ? { oldWords: filled.oldWords, ...chosenPlace(form) } : {}),
    ...(filled.newWords.trim() && filled.kind !== 'remove' && filled.kind !== 'remark' ? { newWords: filled.newWords } : {}),
    ...(filled.contact.trim() ? { contact: filled.contact.trim() } : {}),
  };
  let attempt: Attempt | undefined;
  try {
    attempt = await beginAttempt(host, request, 'opinion', once ?? newId());
    const call = await callOf(host, request, once);
    const { opinion } = await execute(host.kernel, sendPublicOpinion, given, call);
    const receipt = receiptNumber(host.kernel.services.seal, opinion, call.district);
    return page(request, reply, () => sentPage(language, consultation, receipt), { isPrivate: true });
  } catch (error) {
    await attempt?.giveBack();
    const problem = sentenceOf(error, host, language, 'opinion-form');
    const wrong = { problem, places: placesOf(error, host, language) };
    const write: Parameters<AnswerPublic>[2] = async (_visit, read) =>
      paperPage(language, await read(publicText, { consultation }), { filled, once: newId(), ...wrong });
    return page(request, reply, write, { status: statusOf(error), isPrivate: true });
  }
}

const pick = <Name extends string>(form: Form, names: readonly Name[]): Partial<Record<Name, string>> =>
  Object.fromEntries(names.flatMap((name) => (typeof form[name] === 'string' ? [[name, form[name]]] : []))) as Partial<
    Record<Name, string>
  >; // reason: fromEntries forgets the names

async function showAnswer(host: Host, page: AnswerPublic, request: FastifyRequest, reply: Reply) {
  const receipt = receiptOf(formOf(request));
  const language = host.languageOf(request);
  let attempt: Attempt;
  try {
    attempt = await beginAttempt(host, request, 'receipt', receipt);
  } catch (error) {
    const problem = sentenceOf(error, host, language, 'opinion-response-form');
    const write: Parameters<AnswerPublic>[2] = async (_visit, read) =>
      listPage(language, await read(publicConsultations, {}), { receipt, problem });
    return page(request, reply, write, { status: statusOf(error), isPrivate: true });
  }
  return page(
    request,
    reply,
    async (_visit, read) => {
      const found = receipt.length < 4 ? undefined : await read(publicAnswer, { receipt });
      if (!found) return listPage(language, await read(publicConsultations, {}), { receipt });
      await attempt.giveBack();
      return answerPage(language, found, { receipt, response: '', why: '' });
    },
    { isPrivate: true },
  );
}

const receiptOf = (form: Form): string => (form.receipt ?? '').trim().slice(0, 40);

async function takeResponse(host: Host, page: AnswerPublic, request: FastifyRequest, reply: Reply) {
  const form = formOf(request);
  const filled: Response = { receipt: receiptOf(form), response: '', why: '', ...pick(form, ['response', 'why']) };
  const language = host.languageOf(request);
  let attempt: Attempt | undefined;
  try {
    attempt = await beginAttempt(host, request, 'receipt', filled.receipt);
    const given = { ...filled, revision: Number(form.revision) };
    await execute(host.kernel, respondAsPublic, given, await callOf(host, request));
    await attempt.giveBack();
    const write: Parameters<AnswerPublic>[2] = async (_visit, read) => {
      const found = await read(publicAnswer, { receipt: filled.receipt });
      return found ? answerPage(language, found, filled) : listPage(language, await read(publicConsultations, {}), filled);
    };
    return page(request, reply, write, { isPrivate: true });
  } catch (error) {
    const problem = sentenceOf(error, host, language, 'opinion-response-form');
    const isKnown = attempt !== undefined;
    const write: Parameters<AnswerPublic>[2] = async (_visit, read) => {
      // Nobody may go on guessing numbers through this form: what was typed is kept without looking.
      const found = isKnown && filled.receipt.length >= 4 ? await read(publicAnswer, { receipt: filled.receipt }) : undefined;
      if (found) await attempt?.giveBack();
      return found
        ? answerPage(language, found, filled, problem)
        : responsePage(language, { ...filled, revision: Number(form.revision) || 1 }, problem);
    };
    return page(request, reply, write, { status: statusOf(error), isPrivate: true });
  }
}
