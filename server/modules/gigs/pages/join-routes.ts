/** Joining in three questions, and changing what was said. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { visitor } from '../../../kernel/actor/actor.ts';
import { ask } from '../../../kernel/command/run.ts';
import { type Language, type Said, say } from '../../../kernel/i18n/said.ts';
import { Problem } from '../../../kernel/problem.ts';
import { dayOf } from '../../../kernel/term/day.ts';
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
  type Wrong,
  wrongOf,
} from '../../portal/module.ts';
import { keepMyData, myData } from '../../residents/module.ts';
import { nearestTownQuery } from '../market/places.ts';
import { pageWords } from '../words/pages.ts';
import { joinWords } from '../words/pages-join.ts';
import type { WorkerWhole } from '../workers/contract.ts';
import { isTooYoung, joinMarket, keepProfile, renewCard } from '../workers/join.ts';
import { claimLicence } from '../workers/licence-commands.ts';
import { pauseWorker } from '../workers/mine.ts';
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

const tooYoung = (): Problem => new Problem('invalid', 'gig-too-young', {}, [{ at: '/birthYear', code: 'gig-too-young' }]);

/** Four digits; NaN for anything else, which the command refuses. */
const yearOf = (typed: string): number => {
  const plain = typed.normalize('NFKC').replace(/[\s年]/g, '');
  return /^\d{4}$/.test(plain) ? Number(plain) : Number.NaN;
};

/** What to write in the first question, where it was not written. */
function wrongMe(wrong: Wrong, language: Language): Wrong {
  if (wrong.problem.code !== 'shape') return wrong;
  const told: Readonly<Record<string, Said>> = { name: joinWords.wrongName, birthYear: joinWords.wrongBirthYear };
  const fields = new Map([...wrong.fields].map(([name, message]) => [name, told[name] ? say(told[name], language) : message]));
  return { ...wrong, fields };
}

export function joinRoutes(serve: Serve): void {
  const { host, portal, page, form } = serve;
  const today = () => dayOf(host.kernel.clock.now());
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
        const isYoung = birthYear !== null && isTooYoung(birthYear, today());
        if (fullName !== '' && birthYear !== null && !isYoung)
          return tradesPage(visit, emptyForm(host, tradeNames), firstOf(next));
        const filled = { name: fullName, birthYear: String(birthYear ?? '') };
        const wrong = isYoung ? { wrong: wrongOf(tooYoung(), host, visit.language) } : {};
        return mePage(visit, { ...emptyForm(host, []), filled, ...wrong }, next);
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
      input: ({ name, birthYear }) => {
        const born = yearOf(birthYear);
        // A year to come is the command's to refuse.
        if (born <= Number(today().slice(0, 4)) && isTooYoung(born, today())) throw tooYoung();
        return { name: name.trim(), birthYear: born, ...(sex === null ? {} : { sex }) };
      },
      done: () => `/gigs/join?${new URLSearchParams({ next })}`,
      again: (shown, visit) => mePage(visit, { ...shown, wrong: wrongMe(shown.wrong, visit.language) }, next),
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
      again: async (shown, visit, read, readAs) => {
        // Changed elsewhere since the first question: there it can be put right.
        if (/^gig-(?:too-young|birth-year-needed)$/.test(shown.wrong.problem.code)) {
          const { fullName, birthYear } = await readAs(myData, {});
          const filled = { name: fullName, birthYear: String(birthYear ?? '') };
          const fields = new Map([['birthYear', shown.wrong.sentence]]);
          return mePage(visit, { once: shown.once, filled, wrong: { ...shown.wrong, fields } }, next);
        }
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

type More = TipFilled & { readonly standing?: WorkerWhole };

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
      write: async (visit: Visit, _read: Read, shown: Shown<string>, revision: string, more?: More) =>
        tradesPage(visit, shown, { ...changing('trades', revision), ...more }),
      change: (worker: WorkerWhole, filled: Readonly<Record<string, string>>) => ({
        ...profileOf(worker),
        skills: skillsOf(filled),
      }),
    },
    terms: {
      names: termNames,
      write: async (visit: Visit, read: Read, shown: Shown<string>, revision: string, more?: More) =>
        termsPage(visit, shown, await read(townsQuery, {}), { ...changing('terms', revision), ...more }),
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
        codes: { 'gig-profile-changed': 'gig-profile-changed-here' },
        again: async (shown, visit, read, readAs) => {
          const mended = { ...shown, wrong: byField(shown.wrong, visit.language) };
          if (shown.wrong.problem.code !== 'gig-profile-changed') return write(visit, read, mended, shown.filled.revision ?? '');
          // What is shown as standing and what may be saved over are the same.
          const standing = await own(visit, readAs);
          return write(visit, read, mended, String(standing.revision), { standing });
        },
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
      done: () => localPath(formOf(request).next, '/gigs/profile'),
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
