/** Joining in three questions, and changing what was said. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { visitor } from '../../../kernel/actor/actor.ts';
import { ask } from '../../../kernel/command/run.ts';
import {
  emptyForm,
  formOf,
  localPath,
  picked,
  type Read,
  requireResident,
  type Shown,
  townsQuery,
  type Visit,
} from '../../portal/module.ts';
import { keepMyData, myData } from '../../residents/module.ts';
import { nearestTownQuery } from '../market/places.ts';
import { pageWords } from '../words/pages.ts';
import { joinWords } from '../words/pages-join.ts';
import type { WorkerWhole } from '../workers/contract.ts';
import { joinMarket, keepProfile, renewCard } from '../workers/join.ts';
import { pauseWorker } from '../workers/mine.ts';
import { claimLicence } from '../workers/standing.ts';
import { mePage } from './join.tsx';
import { cardPage } from './new-card.tsx';
import { ownDayQuery } from './own-day.ts';
import { profilePage } from './profile.tsx';
import {
  byField,
  changedTerms,
  filledOf,
  profileOf,
  skillsOf,
  type TipFilled,
  termNames,
  termsOf,
  tradeNames,
  withTip,
  wrongTrades,
} from './profile-form.ts';
import { findOwn, hidden, idOf, NOBODY, own, requireWorker, type Serve } from './serve.ts';
import { termsPage } from './terms.tsx';
import type { Tip } from './tip.ts';
import { tradesPage } from './trades.tsx';

const askedNext = (given: unknown): string => localPath(given, '/gigs/today');

export function joinRoutes(serve: Serve): void {
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
    const near = await nearestTo(serve, request);
    return form(request, reply, {
      command: joinMarket,
      names: [...tradeNames, ...termNames],
      input: (filled) => ({ worker, profile: { skills: skillsOf(filled), ...termsOf(filled), ...near } }),
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

/** The phone said where it is, and no town was chosen: the nearest one. */
async function nearestTo({ host }: Serve, request: FastifyRequest): Promise<{ startArea?: string }> {
  const { startArea, latitude, longitude } = termsOf(formOf(request));
  if (startArea !== '' || latitude === undefined || longitude === undefined) return {};
  const { code: district } = await host.districtOf(request);
  const near = await ask(host.kernel, nearestTownQuery, { latitude, longitude }, { district, actor: visitor }).catch(() => null);
  return near === null ? {} : { startArea: near };
}

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

export function profileRoutes(serve: Serve): void {
  const { host, portal, page, form } = serve;
  portal.get('/gigs/profile', hidden, async (request, reply) => {
    const worker = await requireWorker(serve, request, reply);
    if (!worker) return reply;
    return page(request, reply, async (visit, _read, readAs) => {
      const tip = await askedTip(request, worker, readAs);
      const filled = { licence: tip?.is === 'licence' ? tip.licence : '' };
      return profilePage(visit, worker, { ...emptyForm(host, ['licence']), filled }, tip);
    });
  });
  const parts = {
    trades: {
      names: tradeNames,
      write: async (visit: Visit, _read: Read, shown: Shown<string>, revision: string, tip?: TipFilled) =>
        tradesPage(visit, shown, { ...changing('trades', revision), ...tip }),
      change: (worker: WorkerWhole, filled: Readonly<Record<string, string>>) => ({
        ...profileOf(worker),
        skills: skillsOf(filled),
      }),
    },
    terms: {
      names: termNames,
      write: async (visit: Visit, read: Read, shown: Shown<string>, revision: string, tip?: TipFilled) =>
        termsPage(visit, shown, await read(townsQuery, {}), { ...changing('terms', revision), ...tip }),
      change: changedTerms,
    },
  } as const;
  for (const [name, { names, write, change }] of Object.entries(parts)) {
    portal.get(`/gigs/profile/${name}`, hidden, async (request, reply) => {
      const worker = await requireWorker(serve, request, reply);
      if (!worker) return reply;
      const shown = { filled: { ...picked({}, names), ...filledOf(worker) }, once: host.kernel.clock.newId() };
      return page(request, reply, async (visit, read, readAs) => {
        const { filled, ...tip } = withTip(shown.filled, await askedTip(request, worker, readAs));
        return write(visit, read, { ...shown, filled }, String(worker.revision), tip);
      });
    });
    portal.post(`/gigs/profile/${name}`, hidden, async (request, reply) => {
      const worker = await requireWorker(serve, request, reply);
      if (!worker) return reply;
      const near = name === 'terms' ? await nearestTo(serve, request) : {};
      return form(request, reply, {
        command: keepProfile,
        names: [...names, 'revision'],
        input: ({ revision, ...filled }) => ({
          worker: worker.id,
          revision: Number(revision),
          profile: { ...change(worker, filled), ...near },
        }),
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

/** What would have helped in the last round, where the link on the page of today led here for it and nothing was changed since. */
async function askedTip(request: FastifyRequest, { id }: WorkerWhole, readAs: Read): Promise<Tip | undefined> {
  const { tip: asked } = request.query as { tip?: unknown }; // reason: fastify types an unvalidated query as unknown
  if (asked === undefined) return undefined;
  const { tip } = await readAs(ownDayQuery, { worker: id });
  return tip === null || tip.isDone ? undefined : tip;
}

const changing = (part: 'trades' | 'terms', revision: string) => ({
  action: `/gigs/profile/${part}`,
  fields: { revision },
  send: pageWords.save,
});
