import { Type } from 'typebox';
import { command, type Work } from '../../../kernel/command/command.ts';
import { together } from '../../../kernel/database/transaction.ts';
import { Problem } from '../../../kernel/problem.ts';
import { dayOf } from '../../../kernel/term/day.ts';
import { findResident, residentNames } from '../../residents/module.ts';
import { stationToken } from '../market/day-token.ts';
import { findStationByCode, getStation, isOpenAt, type Station, scopeOfStation } from '../market/stations.ts';
import { mayCheckInAtKiosk, mayRunStation, mayWorkerDo } from '../may.ts';
import { Id, Instant } from '../shapes.ts';
import { timeOf } from '../shifts.ts';
import { cardHash, scopeOfWorker } from '../workers/join.ts';
import { findWorkerByCard, findWorkerByNumber } from '../workers/store.ts';
import { type CheckIn, countAhead, findCheckIn, type Standing, standingOf, takeNumber } from './check-in-store.ts';
import type { CheckedIn, CheckedInAtKiosk, GivenUp } from './contract.ts';
import { checkedInstant } from './instant.ts';

/**
 * The worker's own phone, after scanning the code on the station's screen. `at`: when it was tapped, where it could be sent only later.
 * @throws Problem `gig-code-unknown`, `gig-code-old`, `gig-station-not-open`, `not-a-gig-worker`, `gig-paused`
 */
export const checkIn = command({
  name: 'gigs.check-in',
  goesFirst: true,
  route: 'POST /api/gig-workers/:worker/check-in',
  input: Type.Object(
    {
      worker: Id,
      station: Type.String({ pattern: '^[a-z2-9]{6}$' }),
      token: Type.String({ pattern: '^[0-9a-f]{8}$' }),
      at: Type.Optional(Instant),
    },
    { additionalProperties: false },
  ),
  may: mayWorkerDo,
  scope: scopeOfWorker,
  run: async ({ worker, station: code, token, at }, work): Promise<CheckedIn> => {
    const { transaction, services, district, now } = work;
    const instant = checkedInstant(at, now);
    const [station, standing] = await together(
      findStationByCode(transaction, code),
      standingOf(transaction, worker, dayOf(instant)),
    );
    if (!station) throw new Problem('not-found', 'gig-code-unknown');
    if (token !== stationToken(services.seal, district, station.id, dayOf(instant)))
      throw new Problem('conflict', 'gig-code-old');
    return await standInLine(work, station, { worker, way: 'code', at: instant, standing });
  },
  audit: (_input, { worker, station, number }) => ({ worker, station, number }),
});

/** How somebody says who they are at a station. */
const shown = {
  /** Scanned from the worker's card. */
  card: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9_-]{12}$' })),
  /** Typed: the six digits on the card, or the mobile number. */
  number: Type.Optional(Type.String({ pattern: '^(\\d{6,7}|1[3-9]\\d{9})$' })),
};

/** At the kiosk: the card is scanned, or its number or the mobile number is typed. */
export const checkInAtKiosk = command({
  name: 'gigs.check-in-at-kiosk',
  goesFirst: true,
  route: 'POST /api/gig-stations/:station/kiosk/check-in',
  input: Type.Object({ station: Id, ...shown, at: Type.Optional(Instant) }, { additionalProperties: false }),
  may: mayCheckInAtKiosk,
  scope: scopeOfStation,
  run: async (given, work): Promise<CheckedInAtKiosk> => {
    const { transaction, services, now } = work;
    const worker = await workerKnownBy(given, work);
    const place = await standAt(work, given.station, { worker, way: 'kiosk', at: checkedInstant(given.at, now) });
    const name = (await residentNames(transaction, services, [worker])).get(worker)?.masked ?? '';
    return { ...place, name, ahead: await countAhead(transaction, place) };
  },
  audit: (_input, { worker, station, number }) => ({ worker, station, number }),
  keeps: ({ name: _name, ...place }) => place,
});

/** At the counter, for whoever has neither phone nor card. */
export const checkInAtCounter = command({
  name: 'gigs.check-in-at-counter',
  goesFirst: true,
  route: 'POST /api/gig-stations/:station/check-in',
  // By card or number where the counter is without network and cannot look anybody up.
  input: Type.Object(
    { station: Id, worker: Type.Optional(Id), ...shown, at: Type.Optional(Instant) },
    { additionalProperties: false },
  ),
  may: mayRunStation,
  scope: scopeOfStation,
  run: async ({ station, worker, at, ...known }, work): Promise<CheckedIn> =>
    await standAt(work, station, {
      worker: worker ?? (await workerKnownBy(known, work)),
      way: 'counter',
      at: checkedInstant(at, work.now),
    }),
  audit: (_input, { worker, station, number }) => ({ worker, station, number }),
});

/** Goes home: no offers any more today. */
export const leaveLine = command({
  name: 'gigs.leave-line',
  route: 'POST /api/gig-workers/:worker/leave',
  input: Type.Object({ worker: Id }, { additionalProperties: false }),
  may: mayWorkerDo,
  scope: scopeOfWorker,
  run: async ({ worker }, { transaction: { db, district }, now, today }) => {
    await db
      .updateTable('gig_check_in')
      .set({ left_at: now })
      .where('district', '=', district)
      .where('worker', '=', worker)
      .where('day', '=', today)
      .where('left_at', 'is', null)
      .execute();
    return { worker };
  },
  audit: ({ worker }) => ({ worker }),
});

/** Has work today and would take a second job, if times and the way allow; or no longer. */
export const wantMore = command({
  name: 'gigs.want-more',
  route: 'POST /api/gig-workers/:worker/more',
  input: Type.Object({ worker: Id, more: Type.Boolean() }, { additionalProperties: false }),
  may: mayWorkerDo,
  scope: scopeOfWorker,
  run: async ({ worker, more }, { transaction: { db, district }, today }) => {
    const { numUpdatedRows } = await db
      .updateTable('gig_check_in')
      .set({ wants_more: more, left_at: null })
      .where('district', '=', district)
      .where('worker', '=', worker)
      .where('day', '=', today)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new Problem('conflict', 'gig-not-checked-in');
    return { worker };
  },
  audit: ({ worker, more }) => ({ worker, more }),
});

async function workerKnownBy({ card, number }: { card?: string; number?: string }, work: Work): Promise<string> {
  const { transaction, services } = work;
  const found =
    card !== undefined
      ? await findWorkerByCard(transaction, cardHash(card))
      : number === undefined
        ? undefined
        : number.length === 11
          ? (await findResident(transaction, services, { mobile: number }))?.id
          : await findWorkerByNumber(transaction, Number(number));
  if (found === undefined) throw new Problem('not-found', 'gig-worker-unknown');
  return found;
}

type Comes = Pick<CheckIn, 'worker' | 'way' | 'at'>;

async function standAt(work: Work, id: string, comes: Comes): Promise<CheckedIn> {
  const [station, standing] = await together(
    getStation(work.transaction, id),
    standingOf(work.transaction, comes.worker, dayOf(comes.at)),
  );
  return await standInLine(work, station, { ...comes, standing });
}

/** One place in one line a day. Whoever goes to another station later takes a number there and gives up the first. */
async function standInLine(
  work: Work,
  station: Station,
  { worker, way, at, standing }: Comes & { readonly standing: Standing | undefined },
): Promise<CheckedIn> {
  const { transaction, newId, now } = work;
  const { db, district } = transaction;
  const day = dayOf(at);
  if (station.closedOn !== null && day >= station.closedOn) throw new Problem('conflict', 'gig-station-closed');
  if (!isOpenAt(station, timeOf(at)))
    throw new Problem('conflict', 'gig-station-not-open', { opens: station.opensAt, closes: station.closesAt });
  if (!standing) throw new Problem('not-found', 'not-a-gig-worker');
  if (standing.isPaused) throw new Problem('conflict', 'gig-paused');
  const { before, mornings } = standing;
  if (before?.station === station.id) {
    if (before.leftAt !== null)
      await db
        .updateTable('gig_check_in')
        .set({ left_at: null })
        .where('district', '=', district)
        .where('worker', '=', worker)
        .where('day', '=', day)
        .execute();
    return { worker, station: station.id, day, number: before.number, wasThere: true, gaveUp: null };
  }
  const gaveUp = before && before.leftAt === null ? await placeGivenUp(transaction, before) : null;
  const place = { id: newId(), worker, station: station.id, day, way, at, receivedAt: now, mornings };
  const number = await takeNumber(transaction, place);
  if (number !== undefined) return { worker, station: station.id, day, number, wasThere: false, gaveUp };
  const first = await findCheckIn(transaction, worker, day);
  return { worker, station: station.id, day, number: first?.number ?? 0, wasThere: true, gaveUp: null };
}

async function placeGivenUp(
  transaction: Work['transaction'],
  { station, number }: Pick<CheckIn, 'station' | 'number'>,
): Promise<GivenUp> {
  return { station, number, name: (await getStation(transaction, station)).name };
}
