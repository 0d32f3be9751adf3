import { Type } from 'typebox';
import { query, type Reading } from '../../../kernel/command/query.ts';
import type { ShownOffer, ShownPlacement, WorkerDay } from '../dawn/contract.ts';
import { listPlacementsOfWorker } from '../dawn/placement-store.ts';
import { workerDayQuery } from '../dawn/worker-day.ts';
import { getStation } from '../market/stations.ts';
import { metresBetween, minutesFor } from '../matching/way.ts';
import { mayWorkerDo } from '../may.ts';
import type { ShownOrder } from '../orders/contract.ts';
import { showOrders } from '../orders/show.ts';
import { listOrdersByIds } from '../orders/store.ts';
import { policyOn } from '../rules/policy.ts';
import { termsOn } from '../rules/terms.ts';
import { Id } from '../shapes.ts';
import { shiftsOf } from '../shifts.ts';
import { scopeOfWorker } from '../workers/join.ts';
import { getWorker } from '../workers/store.ts';
import { changeFor, isDone, type Tip } from './tip.ts';

/** A way in a straight line, kilometres with one decimal; and by when to leave the station, where that is known. */
export type Way = Pick<ShownOffer, 'kilometres' | 'minutesThere' | 'leaveBy'>;

/** The day, and what only the phone's page says of it. */
export type OwnDay = WorkerDay & {
  /** The ways to work that is agreed, by placement. */
  readonly ways: Readonly<Record<string, Way>>;
  /** What would have helped in the last round; null where it found something, or nothing would have. */
  readonly tip: Tip | null;
  /** Nothing is offered until they look for work again. */
  readonly isPaused: boolean;
  /** What was agreed and then called off by the worker, as long as it has not begun. */
  readonly calledOff: readonly ShownOrder[];
  /** Whoever calls off work later than so many minutes before it begins has broken a promise. */
  readonly lateWithdrawalMinutes: number;
  /** How often the station looks for work. */
  readonly roundMinutes: number | null;
};

/** Everything that a worker's own page of today shows. Phones ask for it again and again: what is seldom needed is read only then. */
export const ownDayQuery = query({
  name: 'gigs.own-day',
  input: Type.Object({ worker: Id }, { additionalProperties: false }),
  may: mayWorkerDo,
  scope: scopeOfWorker,
  run: async ({ worker }, reading): Promise<OwnDay> => {
    const day = await workerDayQuery.run({ worker }, reading);
    const { checkIn, offers } = day;
    const hasDeclined = checkIn && !checkIn.hasLeft && offers.some(({ state }) => state === 'declined');
    return {
      ...day,
      ways: await waysOf(day, reading),
      isPaused: await isPaused(worker, reading),
      calledOff: await calledOffBy(worker, reading),
      lateWithdrawalMinutes: (await termsOn(reading.transaction, reading.today)).ratings.lateWithdrawalMinutes,
      tip: checkIn?.why ? await tipOf(worker, reading) : null,
      roundMinutes: hasDeclined ? (await getStation(reading.transaction, checkIn.station)).roundMinutes : null,
    };
  },
});

async function isPaused(worker: string, { transaction: { client, district } }: Reading): Promise<boolean> {
  const { rows } = await client.query<{ paused: boolean }>({
    name: 'gig_paused',
    text: 'SELECT paused FROM gig_worker WHERE district = $1 AND id = $2',
    values: [district, worker],
  });
  return rows[0]?.paused ?? false;
}

async function calledOffBy(worker: string, { transaction, now, today }: Reading): Promise<ShownOrder[]> {
  const placements = await listPlacementsOfWorker(transaction, worker, today);
  const off = placements.filter(({ state, startsAt }) => state === 'withdrawn' && startsAt > now).map(({ order }) => order);
  if (off.length === 0) return [];
  const orders = await listOrdersByIds(transaction, [...new Set(off)]);
  // Agreed to again: then that is what counts.
  const isAgreed = (id: string) => placements.some(({ order, state }) => order === id && state !== 'withdrawn');
  return (await showOrders(transaction, [...orders.values()])).filter(({ id }) => !isAgreed(id));
}

const isAhead = ({ state }: ShownPlacement): boolean => state === 'placed' || state === 'started';

/** As the offer said it; of work agreed on an earlier day, as it is now. */
async function waysOf({ worker: id, offers, placements }: WorkerDay, { transaction, today }: Reading): Promise<OwnDay['ways']> {
  const ahead = placements.filter(isAhead);
  const ways = new Map<string, Way>(offers.map((offer) => [offer.id, offer]));
  if (ahead.some((placement) => !ways.has(placement.id))) {
    const worker = await getWorker(transaction, id, today);
    const policy = await policyOn(transaction, today);
    for (const placement of ahead) {
      const metres = metresBetween(worker, placement.order);
      const minutesThere = Math.round(minutesFor(metres, policy.travel));
      if (!ways.has(placement.id))
        ways.set(placement.id, { kilometres: Math.round(metres / 100) / 10, minutesThere, leaveBy: null });
    }
  }
  return Object.fromEntries(ahead.flatMap(({ id }) => (ways.has(id) ? [[id, ways.get(id)]] : []))) as OwnDay['ways']; // reason: has, then get
}

async function tipOf(worker: string, { transaction: { client, district }, today }: Reading): Promise<Tip | null> {
  const { rows } = await client.query<{
    reason: string | null;
    params: Readonly<Record<string, unknown>> | null;
    radius_km: number;
    pay_floor: number;
    shifts: number;
    trades: string[];
    claimed: string[];
  }>({
    name: 'gig_tip',
    text: `SELECT c.reason, c.reason_params AS params, w.radius_km, w.pay_floor, w.shifts,
             ARRAY(SELECT s.trade FROM gig_skill s WHERE s.district = $1 AND s.worker = $2) AS trades,
             ARRAY(SELECT l.licence FROM gig_licence l WHERE l.district = $1 AND l.worker = $2 AND l.state = 'claimed') AS claimed
           FROM gig_check_in c JOIN gig_worker w ON w.district = $1 AND w.id = c.worker
           WHERE c.district = $1 AND c.worker = $2 AND c.day = $3::date`,
    values: [district, worker, today],
  });
  const [own] = rows;
  const change = own?.reason ? changeFor(own.reason, own.params ?? {}) : undefined;
  if (!own || !change) return null;
  const terms = { radiusKm: own.radius_km, payFloor: own.pay_floor, shifts: shiftsOf(own.shifts), trades: own.trades };
  return { ...change, isDone: isDone(change, { ...terms, claimed: own.claimed }) };
}
