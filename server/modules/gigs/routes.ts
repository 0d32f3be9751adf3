/** The public pages of the gig market for whoever takes day work. Plain forms; a script adds what a phone without network needs. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ask } from '../../kernel/command/run.ts';
import type { Host } from '../../kernel/http/host.ts';
import { Problem } from '../../kernel/problem.ts';
import {
  type AnswerPublic,
  emptyForm,
  formOf,
  ledgerOf,
  localPath,
  picked,
  type Read,
  requireResident,
  type Shown,
  servePublic,
  type TakeForm,
  townsQuery,
  type Visit,
  type WritePage,
  type Wrong,
} from '../portal/module.ts';
import { keepMyData, myData } from '../residents/module.ts';
import { acceptOffer, declineOffer, withdrawPlacement } from './dawn/answer.ts';
import { boardQuery, stationsQuery } from './dawn/board.ts';
import { checkIn, leaveLine, wantMore } from './dawn/check-in.ts';
import { workerDayQuery } from './dawn/worker-day.ts';
import { stationDoorQuery } from './market/station-door.ts';
import { type AtStation, checkInPage, offlinePage, unknownCodePage } from './pages/check-in.tsx';
import { doorPage } from './pages/door.tsx';
import { cardPage, mePage, termsPage, tradesPage } from './pages/join.tsx';
import { profilePage } from './pages/profile.tsx';
import {
  byField,
  changedTerms,
  filledOf,
  profileOf,
  skillsOf,
  termNames,
  termsOf,
  tradeNames,
  wrongTrades,
} from './pages/profile-form.ts';
import { rulesPage } from './pages/rules.tsx';
import { serveScripts } from './pages/script.ts';
import { teamPage } from './pages/team.tsx';
import { renderToday, todayPage } from './pages/today.tsx';
import { rulesQuery } from './rules/queries.ts';
import { pageWords } from './words/pages.ts';
import { joinWords } from './words/pages-join.ts';
import type { WorkerWhole } from './workers/contract.ts';
import { joinMarket, keepProfile, renewCard } from './workers/join.ts';
import { pauseWorker, workerQuery } from './workers/mine.ts';
import { claimLicence } from './workers/standing.ts';
import { formTeam, joinTeam, leaveTeam } from './workers/teams.ts';

const hidden = { schema: { hide: true } };
/** Stands for whoever is not signed in, until the command says that they have to be. */
const NOBODY = '00000000-0000-7000-8000-000000000000';

export async function workerRoutes(app: FastifyInstance, host: Host): Promise<void> {
  serveScripts(app);
  await servePublic(app, host, (portal, page, form) => {
    const serve: Serve = { host, portal, page, form };
    portal.get('/gigs', hidden, (request, reply) => page(request, reply, writeDoor));
    portal.get('/gigs/rules', hidden, (request, reply) =>
      page(request, reply, async (visit, read) => rulesPage(visit, await read(rulesQuery, {}))),
    );
    portal.get('/gigs/offline', hidden, (request, reply) => page(request, reply, (visit) => offlinePage(visit)));
    joining(serve);
    profile(serve);
    station(serve);
    today(serve);
    team(serve);
  });
}

type Serve = { readonly host: Host; readonly portal: FastifyInstance; readonly page: AnswerPublic; readonly form: TakeForm };

const writeDoor: WritePage = async (visit, read, readAs) => {
  const { stations } = await read(stationsQuery, {});
  const boards = await Promise.all(stations.map(({ id }) => read(boardQuery, { station: id })));
  const number = (await findOwn(visit, readAs))?.number ?? null;
  const shown = stations.flatMap((station) => {
    const board = boards.find((one) => one.station === station.id);
    return board ? [{ station, board }] : [];
  });
  return doorPage(visit, shown, number, await ledgerOf(read), await read(townsQuery, {}));
};

/** The worker who looks; undefined for visitors and for residents who have not joined. */
async function findOwn({ resident }: Pick<Visit, 'resident'>, readAs: Read): Promise<WorkerWhole | undefined> {
  if (!resident) return undefined;
  try {
    return await readAs(workerQuery, { worker: resident.id });
  } catch (error) {
    if (error instanceof Problem && error.code === 'not-a-gig-worker') return undefined;
    throw error;
  }
}

const own = (visit: Visit, readAs: Read): Promise<WorkerWhole> => readAs(workerQuery, { worker: visit.resident?.id ?? NOBODY });

async function idOf(host: Host, request: FastifyRequest): Promise<string> {
  const { actor } = await host.knownOutside(request);
  return actor.kind === 'resident' ? actor.id : NOBODY;
}

/** The worker who asks, for routes that need them before a page is written; whoever is none is sent to join, or to sign in. */
async function requireWorker({ host }: Serve, request: FastifyRequest, reply: FastifyReply): Promise<WorkerWhole | undefined> {
  const actor = await requireResident(host, request, reply, request.method === 'GET' ? request.url : '/gigs/today');
  if (!actor) return undefined;
  const { code: district } = await host.districtOf(request);
  try {
    return await ask(host.kernel, workerQuery, { worker: actor.id }, { district, actor });
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'not-a-gig-worker') throw error;
    const search = new URLSearchParams({ next: localPath(request.url, '/gigs/today') });
    reply.header('cache-control', 'no-store').redirect(`/gigs/join?${search}`, 303);
    return undefined;
  }
}

const askedNext = (given: unknown): string => localPath(given, '/gigs/today');

function joining(serve: Serve): void {
  const { host, portal, page, form } = serve;
  portal.get('/gigs/join', hidden, async (request, reply) => {
    if (!(await requireResident(host, request, reply))) return reply;
    const next = askedNext((request.query as { next?: unknown }).next); // reason: fastify types an unvalidated query as unknown
    const address = `/gigs/join?${new URLSearchParams({ next })}`;
    const { actor } = await host.knownOutside(request);
    const { code: district } = await host.districtOf(request);
    const isIn = await findOwn(
      { resident: { id: actor.kind === 'resident' ? actor.id : NOBODY, masked: '', employers: [] } },
      (query, input) => ask(host.kernel, query, input, { district, actor }),
    );
    if (isIn) return reply.redirect(next, 303);
    return page(
      request,
      reply,
      async (visit, _read, readAs) => {
        const { fullName, birthYear } = await readAs(myData, {});
        if (fullName !== '' && birthYear !== null) return tradesPage(visit, emptyForm(host, tradeNames), firstOf(next));
        const filled = { name: fullName, birthYear: String(birthYear ?? '') };
        return mePage(visit, { ...emptyForm(host, []), filled }, next);
      },
      { address },
    );
  });
  portal.post('/gigs/join/me', hidden, async (request, reply) => {
    const next = askedNext(formOf(request).next);
    const { actor } = await host.knownOutside(request);
    const { code: district } = await host.districtOf(request);
    const sex = actor.kind === 'resident' ? (await ask(host.kernel, myData, {}, { district, actor })).sex : null;
    return form(request, reply, {
      command: keepMyData,
      names: ['name', 'birthYear'],
      input: ({ name, birthYear }) => ({
        name: name.trim(),
        birthYear: Number.parseInt(birthYear.normalize('NFKC'), 10),
        ...(sex === null ? {} : { sex }),
      }),
      done: () => `/gigs/join?${new URLSearchParams({ next })}`,
      again: (shown, visit) => mePage(visit, shown, next),
      address: `/gigs/join?${new URLSearchParams({ next })}`,
    });
  });
  portal.post('/gigs/join', hidden, async (request, reply) => {
    if (!(await requireResident(host, request, reply, '/gigs/join'))) return reply;
    const typed = formOf(request);
    const next = askedNext(typed.next);
    const address = `/gigs/join?${new URLSearchParams({ next })}`;
    if (typed.step !== 'terms') return answerTrades(serve, request, reply, next, address);
    const worker = await idOf(host, request);
    return form(request, reply, {
      command: joinMarket,
      names: [...tradeNames, ...termNames],
      input: (filled) => ({ worker, profile: { skills: skillsOf(filled), ...termsOf(filled) } }),
      done: (joined) => (visit) => cardPage(visit, { number: joined.number, card: cardOf(joined), isNew: true, next }),
      again: async (shown, visit, read) => {
        const mended = { ...shown, wrong: byField(shown.wrong, visit.language) };
        if (mended.wrong.fields.has('trades')) return tradesPage(visit, mended, firstOf(next));
        return termsPage(visit, mended, await read(townsQuery, {}), lastOf(next, shown.filled));
      },
      address,
    });
  });
}

/** Sent a second time, an answer comes without the secret: it is kept nowhere. */
const cardOf = ({ card }: { readonly card?: string }): string | undefined => card;

const firstOf = (next: string) => ({ action: '/gigs/join', step: 2, fields: { next, step: 'trades' }, send: pageWords.on });
/** The last of the three questions carries the trades that were ticked before. */
const lastOf = (next: string, filled: Readonly<Record<string, string>>) => ({
  action: '/gigs/join',
  step: 3,
  fields: { next, step: 'terms', ...tickedOf(filled) },
  send: joinWords.join,
});
const tickedOf = (filled: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    skillsOf(filled).flatMap(({ trade, level }) => [
      [`trade-${trade}`, '1'],
      [`level-${trade}`, String(level)],
    ]),
  );

/** The second question was answered: nothing is kept yet, the third goes on with it. */
function answerTrades({ host, page }: Serve, request: FastifyRequest, reply: FastifyReply, next: string, address: string) {
  const filled = picked(formOf(request), tradeNames);
  const chosen = skillsOf(filled).length;
  const isFine = chosen >= 1 && chosen <= 12;
  const once = host.kernel.clock.newId();
  return page(
    request,
    reply,
    async (visit, read) => {
      if (!isFine) return tradesPage(visit, { filled, once, wrong: wrongTrades(visit.language) }, firstOf(next));
      const shown = { filled: { ...picked({}, termNames), radiusKm: '10', 'shift-morning': '1' }, once };
      return termsPage(visit, shown, await read(townsQuery, {}), lastOf(next, filled));
    },
    { isPrivate: true, address, status: isFine ? 200 : 422 },
  );
}

function profile(serve: Serve): void {
  const { host, portal, page, form } = serve;
  portal.get('/gigs/profile', hidden, async (request, reply) => {
    const worker = await requireWorker(serve, request, reply);
    if (!worker) return reply;
    return page(request, reply, (visit) => profilePage(visit, worker, emptyForm(host, ['licence'])));
  });
  const parts = {
    trades: {
      names: tradeNames,
      write: async (visit: Visit, _read: Read, shown: Shown<string>, revision: string) =>
        tradesPage(visit, shown, changing('trades', revision)),
      change: (worker: WorkerWhole, filled: Readonly<Record<string, string>>) => ({
        ...profileOf(worker),
        skills: skillsOf(filled),
      }),
    },
    terms: {
      names: termNames,
      write: async (visit: Visit, read: Read, shown: Shown<string>, revision: string) =>
        termsPage(visit, shown, await read(townsQuery, {}), changing('terms', revision)),
      change: changedTerms,
    },
  } as const;
  for (const [name, { names, write, change }] of Object.entries(parts)) {
    portal.get(`/gigs/profile/${name}`, hidden, async (request, reply) => {
      const worker = await requireWorker(serve, request, reply);
      if (!worker) return reply;
      const shown = { filled: { ...picked({}, names), ...filledOf(worker) }, once: host.kernel.clock.newId() };
      return page(request, reply, (visit, read) => write(visit, read, shown, String(worker.revision)));
    });
    portal.post(`/gigs/profile/${name}`, hidden, async (request, reply) => {
      const worker = await requireWorker(serve, request, reply);
      if (!worker) return reply;
      return form(request, reply, {
        command: keepProfile,
        names: [...names, 'revision'],
        input: ({ revision, ...filled }) => ({ worker: worker.id, revision: Number(revision), profile: change(worker, filled) }),
        done: () => '/gigs/profile',
        again: (shown, visit, read) =>
          write(visit, read, { ...shown, wrong: byField(shown.wrong, visit.language) }, String(worker.revision)),
      });
    });
  }
  portal.post('/gigs/profile/licences', hidden, async (request, reply) => {
    const worker = await idOf(host, request);
    return form(request, reply, {
      command: claimLicence,
      names: ['licence'],
      input: ({ licence }) => ({ worker, licence }),
      done: () => '/gigs/profile',
      again: async (shown, visit, _read, readAs) => profilePage(visit, await own(visit, readAs), shown),
      address: '/gigs/profile',
    });
  });
  portal.post('/gigs/profile/card', hidden, async (request, reply) => {
    const worker = await requireWorker(serve, request, reply);
    if (!worker) return reply;
    return form(request, reply, {
      command: renewCard,
      names: [],
      input: () => ({ worker: worker.id }),
      done: (renewed) => (visit) =>
        cardPage(visit, { number: worker.number, card: cardOf(renewed), isNew: false, next: undefined }),
      again: (shown, visit) => profilePage(visit, worker, { ...shown, filled: { licence: '' } }),
      address: '/gigs/profile',
    });
  });
  portal.post('/gigs/profile/pause', hidden, async (request, reply) => {
    const worker = await idOf(host, request);
    return form(request, reply, {
      command: pauseWorker,
      names: ['paused'],
      input: ({ paused }) => ({ worker, paused: paused === '1' }),
      done: () => '/gigs/profile',
      again: async (shown, visit, _read, readAs) =>
        profilePage(visit, await own(visit, readAs), { ...shown, filled: { licence: '' } }),
      address: '/gigs/profile',
    });
  });
}

const changing = (part: 'trades' | 'terms', revision: string) => ({
  action: `/gigs/profile/${part}`,
  fields: { revision },
  send: pageWords.save,
});

/** What the code on the station's screen opens, and the check-in that it leads to. */
function station({ host, portal, page, form }: Serve): void {
  const codeOf = (request: FastifyRequest): string => (request.params as { code: string }).code; // reason: fastify types unvalidated params as unknown
  const tokenOf = (given: unknown): string => (typeof given === 'string' && /^[0-9a-f]{8}$/.test(given) ? given : '');
  const addressOf = (code: string, token: string): string => `/s/${encodeURIComponent(code)}?d=${token}`;

  portal.get('/s/:code', hidden, async (request, reply) => {
    const code = codeOf(request);
    const token = tokenOf((request.query as { d?: unknown }).d); // reason: fastify types an unvalidated query as unknown
    const { code: district } = await host.districtOf(request);
    const { actor } = await host.knownOutside(request);
    try {
      const door = await ask(host.kernel, stationDoorQuery, { code, token }, { district, actor });
      return await page(
        request,
        reply,
        async (visit, _read, readAs) =>
          checkInPage(visit, door, await whoStands(visit, readAs, door.station), addressOf(code, token), token),
        { isPrivate: true, address: addressOf(code, token) },
      );
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'gig-code-unknown') throw error;
      return page(request, reply, (visit) => unknownCodePage(visit), { status: 404, isPrivate: true });
    }
  });

  portal.post('/s/:code', hidden, async (request, reply) => {
    const code = codeOf(request);
    const token = tokenOf(formOf(request).d);
    await requireSame(host, request);
    const worker = await idOf(host, request);
    return form(request, reply, {
      command: checkIn,
      names: ['d', 'at'],
      input: ({ d, at }) => ({ worker, station: code, token: d, ...tapped(at) }),
      done: () => '/gigs/today',
      again: async (shown, visit, read, readAs) => {
        const door = await read(stationDoorQuery, { code, token });
        return checkInPage(visit, door, await whoStands(visit, readAs, door.station), addressOf(code, token), token, shown);
      },
      address: addressOf(code, token),
    });
  });
}

async function whoStands(visit: Visit, readAs: Read, station: string): Promise<AtStation> {
  if (!visit.resident) return { is: 'visitor' };
  const worker = await findOwn(visit, readAs);
  if (!worker) return { is: 'stranger' };
  const { checkIn: held } = await readAs(workerDayQuery, { worker: worker.id });
  const number = held && !held.hasLeft && held.station === station ? held.number : null;
  return { is: 'worker', number: worker.number, isPaused: worker.isPaused, held: number };
}

const tapped = (at: string) => (at === '' ? {} : { at });

/**
 * What was kept on a phone without network names the card number of whoever tapped: when somebody else has signed in there since, it is
 * not theirs.
 */
async function requireSame(host: Host, request: FastifyRequest): Promise<void> {
  const { who } = formOf(request);
  if (who === undefined || who === '') return;
  const { actor } = await host.knownOutside(request);
  if (actor.kind !== 'resident') return;
  const { code: district } = await host.districtOf(request);
  const { number } = await ask(host.kernel, workerQuery, { worker: actor.id }, { district, actor });
  if (who !== String(number)) throw new Problem('conflict', 'gig-other-person');
}

function today(serve: Serve): void {
  const { host, portal, page, form } = serve;
  const now = () => host.kernel.clock.now();
  portal.get('/gigs/today', hidden, async (request, reply) => {
    const worker = await requireWorker(serve, request, reply);
    if (!worker) return reply;
    return page(request, reply, async (visit, _read, readAs) =>
      todayPage(visit, await readAs(workerDayQuery, { worker: worker.id }), now()),
    );
  });
  portal.get('/gigs/today/part', hidden, async (request, reply) => {
    const { actor } = await host.knownOutside(request);
    const { code: district } = await host.districtOf(request);
    const worker = actor.kind === 'resident' ? actor.id : NOBODY;
    const day = await ask(host.kernel, workerDayQuery, { worker }, { district, actor });
    const { html, tag } = renderToday(day, now(), host.languageOf(request));
    reply.header('cache-control', 'private, no-cache').header('etag', tag).header('vary', 'Cookie, Accept-Language');
    if (request.headers['if-none-match'] === tag) return reply.code(304).send();
    return reply.type('text/html; charset=utf-8').send(html);
  });

  const onToday: Again = async ({ wrong }, visit, _read, readAs) =>
    todayPage(visit, await readAs(workerDayQuery, { worker: visit.resident?.id ?? NOBODY }), now(), wrong);
  const rest = { done: () => '/gigs/today', again: onToday, address: '/gigs/today' } as const;
  const offerOf = (request: FastifyRequest): string => (request.params as { offer: string }).offer; // reason: as above

  portal.post('/gigs/offers/:offer/take', hidden, async (request, reply) => {
    await requireSame(host, request);
    return form(request, reply, {
      command: acceptOffer,
      names: ['at'],
      input: ({ at }) => ({ offer: offerOf(request), ...tapped(at) }),
      ...rest,
    });
  });
  portal.post('/gigs/offers/:offer/decline', hidden, async (request, reply) => {
    await requireSame(host, request);
    return form(request, reply, {
      command: declineOffer,
      names: ['reason', 'at'],
      input: ({ reason, at }) => ({ offer: offerOf(request), reason, ...tapped(at) }),
      ...rest,
    });
  });
  portal.post('/gigs/placements/:placement/withdraw', hidden, (request, reply) =>
    form(request, reply, {
      command: withdrawPlacement,
      names: ['reason'],
      input: ({ reason }) => ({ placement: (request.params as { placement: string }).placement, reason: reason.trim() }), // reason: as above
      ...rest,
    }),
  );
  portal.post('/gigs/today/leave', hidden, async (request, reply) => {
    await requireSame(host, request);
    const worker = await idOf(host, request);
    return form(request, reply, { command: leaveLine, names: [], input: () => ({ worker }), ...rest });
  });
  portal.post('/gigs/today/more', hidden, async (request, reply) => {
    const worker = await idOf(host, request);
    return form(request, reply, {
      command: wantMore,
      names: ['more'],
      input: ({ more }) => ({ worker, more: more === '1' }),
      ...rest,
    });
  });
}

type Again = (shown: { readonly wrong: Wrong }, ...rest: Parameters<WritePage>) => ReturnType<WritePage>;

function team(serve: Serve): void {
  const { host, portal, page, form } = serve;
  portal.get('/gigs/team', hidden, async (request, reply) => {
    const worker = await requireWorker(serve, request, reply);
    if (!worker) return reply;
    return page(request, reply, (visit) => teamPage(visit, worker, emptyForm(host, ['code'])));
  });
  portal.post('/gigs/team/join', hidden, async (request, reply) => {
    const worker = await requireWorker(serve, request, reply);
    if (!worker) return reply;
    return form(request, reply, {
      command: joinTeam,
      names: ['code'],
      input: ({ code }) => ({ worker: worker.id, code: code.normalize('NFKC').replace(/\s/g, '') }),
      done: () => '/gigs/team',
      again: (shown, visit) => teamPage(visit, worker, shown),
      address: '/gigs/team',
    });
  });
  for (const [path, command] of [
    ['form', formTeam],
    ['leave', leaveTeam],
  ] as const)
    portal.post(`/gigs/team/${path}`, hidden, async (request, reply) => {
      const worker = await idOf(host, request);
      return form(request, reply, {
        command: command as typeof formTeam, // reason: of both only that they are done matters
        names: [],
        input: () => ({ worker }),
        done: () => '/gigs/team',
        again: async (shown, visit, _read, readAs) =>
          teamPage(visit, await own(visit, readAs), { ...shown, filled: { code: '' } }),
        address: '/gigs/team',
      });
    });
}
