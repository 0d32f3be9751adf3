/** Plain forms of the public pages: sent once, said no to in a sentence, and never emptied. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Static, TSchema } from 'typebox';
import type { Actor } from '../../kernel/actor/actor.ts';
import type { Command } from '../../kernel/command/command.ts';
import { execute } from '../../kernel/command/run.ts';
import { answerProblem, wordsOf } from '../../kernel/http/errors.ts';
import type { Host } from '../../kernel/http/host.ts';
import type { Language } from '../../kernel/i18n/said.ts';
import type { PageContent } from '../../kernel/page/page.tsx';
import { Problem } from '../../kernel/problem.ts';
import type { Visit } from './pages/visit.ts';
import type { AnswerPublic, Read, WritePage } from './public-pages.ts';
import { sendToSignIn } from './sign-in-first.ts';

const LARGEST_FORM = 64 * 1024;

/** A form as it came: every field a text. */
export type Form = Readonly<Record<string, string>>;

/** Something wrong with what was sent, for the top of the page that shows it again. */
export type Wrong = {
  /** One sentence, in the reader's language. */
  readonly sentence: string;
  /** What is wrong with single fields, by name, in the order of the command's shape. */
  readonly fields: ReadonlyMap<string, string>;
  readonly problem: Problem;
};

/** What a form that is shown again, or for the first time, holds. */
export type Shown<Name extends string> = {
  readonly filled: Readonly<Record<Name, string>>;
  /** Names this very form, so that sending it twice does its work once: a hidden field of that name. */
  readonly once: string;
  readonly wrong?: Wrong;
};

/** An attempt that may count against somebody: see `beginAttempt` of people. */
export type Counted = { readonly giveBack: () => Promise<void> };

export type FormOf<S extends TSchema, Answer, Name extends string> = {
  readonly command: Command<S, Answer>;
  /** The fields whose content comes back when something is wrong. */
  readonly names: readonly Name[];
  /** The command's input; what it lacks or has too much, the command says itself. */
  readonly input: (filled: Readonly<Record<Name, string>>, form: Form) => unknown;
  /** What follows: an address to go on to, or a page. */
  readonly done: (answer: Answer) => string | WritePage;
  /** The form once more, with what was typed and what is wrong. */
  readonly again: (shown: Required<Shown<Name>>, visit: Visit, read: Read, readAs: Read) => PageContent | Promise<PageContent>;
  /** Who acts; whoever is signed in, unless said. */
  readonly as?: Actor;
  /** Another sentence than the problem's own, by code. */
  readonly codes?: Readonly<Record<string, string>>;
  /** How often it may be sent; `counts` says which attempts are not given back. */
  readonly begin?: (once: string) => Promise<Counted>;
  readonly counts?: 'taken' | 'refused';
  /** Where the form stands, to read it again; the address it was sent to unless said. */
  readonly address?: string;
};

export type TakeForm = <S extends TSchema, Answer, Name extends string>(
  request: FastifyRequest,
  reply: FastifyReply,
  form: FormOf<S, Answer, Name>,
) => Promise<FastifyReply>;

/** Lets these routes read what a plain form sends. */
export function parseForms(portal: FastifyInstance): void {
  portal.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: LARGEST_FORM },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
}

export const formOf = (request: FastifyRequest): Form => {
  const { body } = request;
  return typeof body === 'object' && body !== null ? (body as Form) : {}; // reason: only the parser above makes it
};

/** The named fields as they were typed; '' for those that did not come. */
export const picked = <Name extends string>(form: Form, names: readonly Name[]): Readonly<Record<Name, string>> =>
  Object.fromEntries(names.map((name) => [name, typeof form[name] === 'string' ? form[name] : ''])) as Record<Name, string>; // reason: fromEntries forgets the names

/** Those that hold something, without the blanks around it: what a command takes for said. */
export const entered = <Name extends string>(filled: Readonly<Record<Name, string>>): Partial<Record<Name, string>> =>
  Object.fromEntries(
    Object.entries<string>(filled).flatMap(([name, text]) => (text.trim() === '' ? [] : [[name, text.trim()]])),
  ) as Partial<Record<Name, string>>; // reason: as above

/** An empty form. */
export const emptyForm = <Name extends string>({ kernel }: Host, names: readonly Name[]): Shown<Name> => ({
  filled: picked({}, names),
  once: kernel.clock.newId(),
});

/** What is wrong, for a page; what is nobody's fault goes on. */
export function wrongOf(
  error: unknown,
  { words }: Host,
  language: Language,
  codes: Readonly<Record<string, string>> = {},
): Wrong {
  if (!(error instanceof Problem) || error.kind === 'not-found' || error.kind === 'unavailable') throw error;
  return said(error, words, language, codes);
}

/** Of a shape its sentence is what each field should be: the names that the command has for them say nothing to whoever filled it in. */
function said(error: Problem, words: Host['words'], language: Language, codes: Readonly<Record<string, string>>): Wrong {
  const sentence = (problem: { code: string; params?: Problem['params'] }) => {
    const code = codes[problem.code] ?? problem.code;
    return words.has(`problem.${code}`) ? wordsOf(new Problem('invalid', code, { ...problem.params }), words, language) : code;
  };
  const fields = new Map(error.details.map((detail) => [detail.at.replace(/^\//, ''), sentence(detail)]));
  const isShape = error.code === 'shape' && codes.shape === undefined && fields.size > 0;
  const whole = isShape ? [...new Set(fields.values())].join(language === 'zh' ? '' : ' ') : sentence(error);
  return { sentence: whole, fields, problem: error };
}

/** Whether a script of our own pages sent the form: it is answered in JSON, `{to}` or the problem, and shows that itself. */
export const isSentByScript = (request: FastifyRequest): boolean => request.headers.accept === 'application/json';

export const statusOf = ({ problem }: Wrong): number => (problem.kind === 'too-many' ? 429 : 422);

export const takeForms =
  (host: Host, page: AnswerPublic): TakeForm =>
  async (request, reply, { command, names, input, done, again, as, codes, begin, counts = 'taken', address }) => {
    const { newId } = host.kernel.clock;
    const form = formOf(request);
    const filled = picked(form, names);
    const key = /^[0-9a-f-]{36}$/.test(form.once ?? '') ? form.once : undefined;
    const options = { isPrivate: true, ...(address === undefined ? {} : { address }) };
    let counted: Counted | undefined;
    let next: string | WritePage;
    try {
      counted = await begin?.(key ?? newId());
      const actor = as ?? (await host.knownOutside(request)).actor;
      const { code: district } = await host.districtOf(request);
      const given = input(filled, form) as Static<typeof command.input>; // reason: the command checks its shape itself
      const answer = await execute(host.kernel, command, given, { district, actor, ...(key === undefined ? {} : { key }) });
      if (counts === 'refused') await counted?.giveBack();
      next = done(answer);
    } catch (error) {
      if (counts === 'taken') await counted?.giveBack();
      if (isSentByScript(request) && error instanceof Problem) {
        const language = host.languageOf(request);
        return answerProblem(
          error,
          request,
          reply,
          host.words,
          language,
          said(error, host.words, language, codes ?? {}).sentence,
        );
      }
      if (error instanceof Problem && error.kind === 'not-signed-in') return sendToSignIn(request, reply, address ?? request.url);
      const wrong = wrongOf(error, host, host.languageOf(request), codes);
      const write: WritePage = (visit, read, readAs) => again({ filled, once: newId(), wrong }, visit, read, readAs);
      return await page(request, reply, write, { ...options, status: statusOf(wrong) });
    }
    if (typeof next === 'string' && isSentByScript(request)) return reply.header('cache-control', 'no-store').send({ to: next });
    if (typeof next === 'string') return reply.header('cache-control', 'no-store').redirect(next, 303);
    return await page(request, reply, next, options);
  };
