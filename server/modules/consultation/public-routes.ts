/** The public's way into a consultation: plain forms, no sign-in, no script. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { system } from '../../kernel/actor/actor.ts';
import type { Host } from '../../kernel/http/host.ts';
import { type Attempt, beginAttempt } from '../people/module.ts';
import {
  type AnswerPublic,
  entered,
  type Form,
  formOf,
  servePublic,
  statusOf,
  type TakeForm,
  type WritePage,
  type Wrong,
  wrongOf,
} from '../portal/module.ts';
import { respondAsPublic } from './commands/respond.ts';
import { sendPublicOpinion } from './commands/send-public-opinion.ts';
import { answerPage, responsePage } from './pages/answer.tsx';
import { listPage } from './pages/list.tsx';
import { emptyForm, type Place, paperPage, sentPage } from './pages/paper.tsx';
import { opinionLimit, receiptLimit } from './public-limits.ts';
import { publicAnswer, publicConsultations, publicText } from './queries/public.ts';
import { receiptNumber } from './receipt.ts';

type Given = { readonly consultation: string };

export async function publicRoutes(app: FastifyInstance, host: Host): Promise<void> {
  await servePublic(app, host, (portal, page, form) => {
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
    portal.post('/consultations/:consultation', hidden, (request, reply) => takeOpinion(host, form, request, reply));
    portal.post('/consultations/answer', hidden, (request, reply) => showAnswer(host, page, request, reply));
    portal.post('/consultations/response', hidden, (request, reply) => takeResponse(host, form, request, reply));
  });
}

const idOf = (request: FastifyRequest): Given => request.params as Given; // reason: fastify types unvalidated params as unknown
const everybody = system('portal');

/** Where the words stand, to choose from, when they stand more than once. */
const placesOf = ({ problem, fields }: Wrong): Place[] =>
  problem.code === 'opinion-words-often' ? problem.details.map(({ at }) => ({ value: at, said: fields.get(at) ?? at })) : [];

/** The place chosen in the form: one of those offered, or all of them. */
function chosenPlace(form: Form): { readonly span?: readonly [number, number]; readonly everywhere?: true } {
  if (form.place === 'everywhere') return { everywhere: true };
  const found = /^(\d{1,8})-(\d{1,8})$/.exec(form.place ?? '');
  return found ? { span: [Number(found[1]), Number(found[2])] } : {};
}

async function takeOpinion(host: Host, form: TakeForm, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { consultation } = idOf(request);
  const { code: district } = await host.districtOf(request);
  return await form(request, reply, {
    command: sendPublicOpinion,
    as: everybody,
    names: ['kind', 'oldWords', 'newWords', 'why', 'contact'],
    begin: (once) => beginAttempt(host, request, opinionLimit, once),
    input: ({ kind, why, ...filled }, typed) => {
      const { oldWords, newWords, contact } = entered(filled);
      return {
        consultation,
        version: Number(typed.version),
        kind,
        why,
        ...(oldWords ? { oldWords: filled.oldWords, ...chosenPlace(typed) } : {}),
        ...(newWords && kind !== 'remove' && kind !== 'remark' ? { newWords: filled.newWords } : {}),
        ...(contact ? { contact } : {}),
      };
    },
    // What the public reads in place of a sentence that is meant for programs, or for another form.
    codes: { shape: 'opinion-form', 'key-reused': 'opinion-form-sent' },
    done:
      ({ opinion }) =>
      ({ language }) =>
        sentPage(language, consultation, receiptNumber(host.kernel.services.seal, opinion, district)),
    again: async ({ wrong, ...shown }, { language }, read) =>
      paperPage(language, await read(publicText, { consultation }), {
        ...shown,
        problem: wrong.sentence,
        places: placesOf(wrong),
      }),
  });
}

async function showAnswer(host: Host, page: AnswerPublic, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const receipt = receiptOf(formOf(request));
  const options = { isPrivate: true, address: '/consultations' };
  let attempt: Attempt;
  try {
    attempt = await beginAttempt(host, request, receiptLimit, receipt);
  } catch (error) {
    const wrong = wrongOf(error, host, host.languageOf(request));
    const write: WritePage = async ({ language }, read) =>
      listPage(language, await read(publicConsultations, {}), { receipt, problem: wrong.sentence });
    return page(request, reply, write, { ...options, status: statusOf(wrong) });
  }
  return page(
    request,
    reply,
    async ({ language }, read) => {
      const found = receipt.length < 4 ? undefined : await read(publicAnswer, { receipt });
      if (!found) return listPage(language, await read(publicConsultations, {}), { receipt });
      await attempt.giveBack();
      return answerPage(language, found, { receipt, response: '', why: '' });
    },
    options,
  );
}

const receiptOf = (form: Form): string => (form.receipt ?? '').trim().slice(0, 40);

async function takeResponse(host: Host, form: TakeForm, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const receipt = receiptOf(formOf(request));
  let attempt: Attempt | undefined;
  return await form(request, reply, {
    command: respondAsPublic,
    as: everybody,
    names: ['response', 'why'],
    counts: 'refused',
    begin: async () => {
      attempt = await beginAttempt(host, request, receiptLimit, receipt);
      return attempt;
    },
    input: (filled, { revision }) => ({ receipt, ...filled, revision: Number(revision) }),
    codes: { shape: 'opinion-response-form' },
    address: '/consultations',
    done:
      () =>
      async ({ language }, read) => {
        const found = await read(publicAnswer, { receipt });
        if (!found) return listPage(language, await read(publicConsultations, {}), { receipt });
        return answerPage(language, found, { receipt, response: '', why: '' });
      },
    again: async ({ filled, wrong }, { language }, read) => {
      // Nobody may go on guessing numbers through this form: what was typed is kept without looking.
      const found = attempt && receipt.length >= 4 ? await read(publicAnswer, { receipt }) : undefined;
      if (!found) {
        const revision = Number(formOf(request).revision) || 1;
        return responsePage(language, { ...filled, receipt, revision }, wrong.sentence);
      }
      await attempt?.giveBack();
      return answerPage(language, found, { ...filled, receipt }, wrong.sentence);
    },
  });
}
