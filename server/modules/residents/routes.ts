/** The public pages about oneself: signing in, what is kept, where one is signed in. Plain forms. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { system } from '../../kernel/actor/actor.ts';
import type { Host } from '../../kernel/http/host.ts';
import { say } from '../../kernel/i18n/said.ts';
import { emptyForm, entered, formOf, localPath, servePublic, type TakeForm } from '../portal/module.ts';
import { endMySession, endMySessions, keepMyData } from './commands/own-data.ts';
import { askCode, signIn } from './commands/sign-in.ts';
import { beginAsking, beginTrying } from './limits.ts';
import { dataPage, mePage, sessionsPage } from './pages/me.tsx';
import { codePage, type Door, mobilePage } from './pages/sign-in.tsx';
import { myData, myPages } from './queries/residents.ts';
import { deviceOf, sessionCookie } from './session.ts';
import { words } from './words.ts';

const hidden = { schema: { hide: true } };

export async function publicRoutes(app: FastifyInstance, host: Host): Promise<void> {
  await servePublic(app, host, (portal, page, form) => {
    portal.get('/sign-in', hidden, async (request, reply) => {
      const { next: asked } = request.query as { next?: unknown }; // reason: fastify types an unvalidated query as unknown
      const door = doorOf(host, asked);
      if ((await host.knownOutside(request)).actor.kind === 'resident') return reply.redirect(door.next, 303);
      return page(request, reply, (visit) => mobilePage(visit, door, emptyForm(host, ['mobile']), noSms(visit.language)), {
        isPrivate: true,
        address: addressOf(door),
      });
    });
    portal.post('/sign-in/code', hidden, (request, reply) => takeMobile(host, form, request, reply));
    portal.post('/sign-in', hidden, (request, reply) => takeCode(host, form, request, reply));

    portal.get('/me', hidden, (request, reply) =>
      page(request, reply, async (visit, _read, readAs) => mePage(visit, await readAs(myData, {}), await readAs(myPages, {}))),
    );
    portal.get('/me/data', hidden, (request, reply) =>
      page(request, reply, async (visit, _read, readAs) => {
        const data = await readAs(myData, {});
        const filled = { name: data.fullName, birthYear: String(data.birthYear ?? ''), sex: data.sex ?? '' };
        return dataPage(visit, data, { filled, once: host.kernel.clock.newId() });
      }),
    );
    portal.post('/me/data', hidden, (request, reply) =>
      form(request, reply, {
        command: keepMyData,
        names: ['name', 'birthYear', 'sex'],
        input: (filled) => {
          const { birthYear, ...said } = entered(filled);
          return { ...said, ...(birthYear === undefined ? {} : { birthYear: Number(birthYear) }) };
        },
        done: () => '/me',
        again: async (shown, visit, _read, readAs) => dataPage(visit, await readAs(myData, {}), shown),
      }),
    );
    portal.get('/me/sessions', hidden, async (request, reply) => {
      const { session } = await host.knownOutside(request);
      return page(request, reply, async (visit, _read, readAs) => sessionsPage(visit, await readAs(myData, {}), session));
    });
    const ended = (request: FastifyRequest, reply: FastifyReply) =>
      form(request, reply, {
        command: endMySession,
        names: ['session'],
        input: ({ session }) => ({ session }),
        done: () => '/me/sessions',
        again: async (_shown, visit, _read, readAs) => sessionsPage(visit, await readAs(myData, {}), undefined),
        address: '/me/sessions',
      });
    portal.post('/me/sessions', hidden, ended);
    portal.post('/me/sessions/end', hidden, async (request, reply) => {
      const { actor } = await host.knownOutside(request);
      if (actor.kind === 'resident') reply.header('set-cookie', sessionCookie(host.publicAddress, ''));
      return form(request, reply, {
        command: endMySessions,
        names: [],
        input: () => ({}),
        done: () => '/',
        again: async (_shown, visit, _read, readAs) => sessionsPage(visit, await readAs(myData, {}), undefined),
        address: '/me/sessions',
      });
    });
    portal.post('/me/sign-out', hidden, async (request, reply) => {
      const { session } = await host.knownOutside(request);
      reply.header('set-cookie', sessionCookie(host.publicAddress, ''));
      if (session === undefined) return reply.redirect('/', 303);
      return form(request, reply, {
        command: endMySession,
        names: [],
        input: () => ({ session }),
        done: () => '/',
        again: async (_shown, visit, _read, readAs) => sessionsPage(visit, await readAs(myData, {}), session),
        address: '/me',
      });
    });
  });
}

const noSms = (language: 'zh' | 'en'): string => say(words['problem.code-no-sms'] ?? { zh: '', en: '' }, language);

function doorOf({ kernel }: Host, next: unknown): Door {
  const { channels, isOutbox } = kernel.services.notify;
  return { next: localPath(next), isOutbox, sends: isOutbox || channels.sms !== undefined };
}
const addressOf = ({ next }: Door): string => `/sign-in?${new URLSearchParams({ next })}`;

async function takeMobile(host: Host, form: TakeForm, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const typed = formOf(request);
  const door = doorOf(host, typed.next);
  const { newId } = host.kernel.clock;
  return await form(request, reply, {
    command: askCode,
    as: system('portal'),
    names: ['mobile'],
    begin: () => beginAsking(host, request, typed.mobile ?? ''),
    input: ({ mobile }) => ({ mobile, language: host.languageOf(request) }),
    codes: { 'message-no-sms': 'code-no-sms' },
    address: addressOf(door),
    done: () => (visit) => codePage(visit, door, { filled: { mobile: typed.mobile ?? '', code: '' }, once: newId() }),
    again: (shown, visit) => mobilePage(visit, door, shown, noSms(visit.language)),
  });
}

async function takeCode(host: Host, form: TakeForm, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const typed = formOf(request);
  const door = doorOf(host, typed.next);
  const mobile = typed.mobile ?? '';
  const code = (typed.code ?? '').normalize('NFKC').replace(/\s/g, '');
  return await form(request, reply, {
    command: signIn,
    as: system('portal'),
    names: ['mobile', 'code'],
    counts: 'refused',
    begin: () => beginTrying(host, request, { mobile, code }),
    input: () => ({
      mobile,
      code,
      device: deviceOf(request.headers['user-agent']),
      language: host.languageOf(request),
    }),
    address: addressOf(door),
    done: ({ token }) => {
      reply.header('set-cookie', sessionCookie(host.publicAddress, token));
      return door.next;
    },
    again: (shown, visit) => codePage(visit, door, shown),
  });
}
