import { Type } from 'typebox';
import { query, type Reading } from '../../../kernel/command/query.ts';
import { together } from '../../../kernel/database/transaction.ts';
import { getStation, type Station } from '../market/stations.ts';
import type { CostPolicy } from '../matching/policy.ts';
import { metresBetween, minutesFor } from '../matching/way.ts';
import { mayActForWorker } from '../may.ts';
import type { Order, ShownOrder } from '../orders/contract.ts';
import { showOrders } from '../orders/show.ts';
import { listOrdersByIds } from '../orders/store.ts';
import { ratingsOf } from '../ratings/store.ts';
import { policyOn } from '../rules/policy.ts';
import { type Terms, termsOn } from '../rules/terms.ts';
import { Id } from '../shapes.ts';
import type { Worker } from '../workers/contract.ts';
import { scopeOfWorker } from '../workers/join.ts';
import { getWorker } from '../workers/store.ts';
import { type CheckIn, findCheckIn } from './check-in-store.ts';
import type { EmployerRating, ShownOffer, WorkerDay } from './contract.ts';
import { leaveBy, type WayFrom, wayFrom } from './in-time.ts';
import { listOffersOfWorker, type Offer } from './offer-store.ts';
import { teamSizes } from './part-team.ts';
import { listPlacementsOfWorker, type Placement } from './placement-store.ts';
import { sayMatched, sayUnmatched } from './why.ts';

/** Everything that the worker's page of today shows. */
export const workerDayQuery = query({
  name: 'gigs.worker-day',
  route: 'GET /api/gig-workers/:worker/day',
  input: Type.Object({ worker: Id }, { additionalProperties: false }),
  may: mayActForWorker,
  scope: scopeOfWorker,
  run: async ({ worker }, reading): Promise<WorkerDay> => (await readDay(reading, worker)).day,
});

/** A day, and what it was made of, for pages that say more of it: phones ask again and again, so nothing is read twice. */
export type ReadDay = {
  readonly day: WorkerDay;
  readonly worker: Worker;
  readonly line: InLine | undefined;
  /** From today on, those that were called off too. */
  readonly promised: readonly Placement[];
  readonly shown: ReadonlyMap<string, ShownOrder>;
  readonly policy: CostPolicy;
  readonly terms: Terms;
};

export async function readDay(reading: Reading, id: string): Promise<ReadDay> {
  const { transaction, today } = reading;
  const [worker, offers, promised, policy, terms, line, passedOver] = await together(
    getWorker(transaction, id, today),
    listOffersOfWorker(transaction, id, today),
    listPlacementsOfWorker(transaction, id, today),
    policyOn(transaction, today),
    termsOn(transaction, today),
    lineOf(reading, id),
    passedOverOf(reading, id),
  );
  const way = line && wayFrom(line.station, policy, terms);
  const orders = await listOrdersByIds(transaction, [...new Set([...offers, ...promised].map(({ order }) => order))]);
  const shown = new Map((await showOrders(transaction, [...orders.values()])).map((order) => [order.id, order]));
  const ratings = await ratingsOf(transaction, [...new Set([...shown.values()].map(({ employer }) => employer))], today);
  const teams = await teamSizes(transaction, offers);
  const day: WorkerDay = {
    worker: id,
    number: worker.number,
    day: today,
    checkIn: line?.checkIn ?? null,
    offers: offers.flatMap((offer) => {
      const order = shown.get(offer.order);
      if (!order) return [];
      const rating = ratings.get(order.employer) ?? { stars: null, ratings: 0 };
      const team = teams.get(offer.id) ?? 1;
      const together = team > 1 ? team : null;
      return [
        { ...offerOf(offer, order, worker, policy, rating), leaveBy: leaveFor(orders.get(offer.order), way, today), together },
      ];
    }),
    placements: promised.flatMap(({ id: placement, order: of, state, reason, startedAt, endedAt, isInsured }) => {
      const order = shown.get(of);
      if (!order || state === 'withdrawn') return [];
      const times = { startedAt: startedAt?.toISOString() ?? null, endedAt: endedAt?.toISOString() ?? null };
      const byHand = offers.find(({ id: offer, way }) => offer === placement && way === 'counter')?.reason ?? null;
      const cancelledFor = state === 'cancelled' ? reason : null;
      return [{ id: placement, order, state, byHand, cancelledFor, ...times, isInsured }];
    }),
    passedOver,
  };
  return { day, worker, line, promised, shown, policy, terms };
}

/** A bus goes from the station on any day; to what people go to by themselves they go from home, but for work of today. */
function leaveFor(order: Order | undefined, way: WayFrom | undefined, today: string): string | null {
  if (order?.busLeavesAt) return order.busLeavesAt.toISOString();
  return order && way && (order.day === today || order.transport === 'bus-from-station')
    ? leaveBy(order, way).toISOString()
    : null;
}

/** Somebody's place in the line: as it is kept, as the page shows it, and where. */
type InLine = { readonly kept: CheckIn; readonly checkIn: NonNullable<WorkerDay['checkIn']>; readonly station: Station };

async function lineOf({ transaction, today }: Reading, worker: string): Promise<InLine | undefined> {
  const found = await findCheckIn(transaction, worker, today);
  if (!found) return undefined;
  const { client, district } = transaction;
  const { rows } = await client.query<{ called_up_to: number; ahead: number; batch_at: Date | null }>(
    `SELECT d.called_up_to, b.at AS batch_at,
       (SELECT count(*)::integer FROM gig_check_in c WHERE c.district = $1 AND c.station = $2 AND c.day = $3 AND c.number < $4 AND c.left_at IS NULL
          AND NOT EXISTS (SELECT 1 FROM gig_placement p WHERE p.district = $1 AND p.worker = c.worker AND p.placed_at >= $6
                          AND p.state IN ('placed', 'started', 'finished'))) AS ahead
     FROM gig_station_day d
     LEFT JOIN gig_check_in own ON own.district = $1 AND own.worker = $5 AND own.day = $3
     LEFT JOIN gig_batch b ON b.district = $1 AND b.id = own.batch
     WHERE d.district = $1 AND d.station = $2 AND d.day = $3`,
    [district, found.station, today, found.number, worker, new Date(`${today}T00:00:00+08:00`)],
  );
  const [day] = rows;
  const station = await getStation(transaction, found.station);
  const checkIn = {
    station: found.station,
    stationName: station.name,
    number: found.number,
    ahead: day?.ahead ?? 0,
    calledUpTo: day?.called_up_to ?? 0,
    mornings: found.mornings,
    wantsMore: found.wantsMore,
    hasLeft: found.leftAt !== null,
    why:
      found.reason === null || !day?.batch_at
        ? null
        : { said: sayUnmatched(found.reason, found.reasonParams ?? {}), at: day.batch_at.toISOString() },
  };
  return { kept: found, checkIn, station };
}

function offerOf(
  offer: Offer,
  order: ShownOrder,
  worker: Worker,
  policy: CostPolicy,
  rating: EmployerRating,
): Omit<ShownOffer, 'leaveBy' | 'together'> {
  const metres = metresBetween(worker, order);
  return {
    id: offer.id,
    order,
    state: offer.state,
    way: offer.way,
    offeredAt: offer.offeredAt.toISOString(),
    answerBy: offer.answerBy.toISOString(),
    kilometres: Math.round(metres / 100) / 10,
    minutesThere: Math.round(minutesFor(metres, policy.travel)),
    rating,
    reasons: sayMatched(offer.parts),
    reason: offer.reason,
  };
}

async function passedOverOf({ transaction: { client, district }, today }: Reading, worker: string) {
  const { rows } = await client.query<{ order: number; reason: string; at: Date }>(
    `SELECT o.number AS "order", f.reason, f.offered_at AS at FROM gig_passed_over p
     JOIN gig_offer f ON f.district = $1 AND f.id = p.offer JOIN gig_order o ON o.district = $1 AND o.id = f."order"
     WHERE p.district = $1 AND p.worker = $2 AND p.day = $3
       AND NOT EXISTS (SELECT 1 FROM gig_placement own WHERE own.district = $1 AND own.worker = $2 AND own."order" = f."order")
     ORDER BY f.offered_at`,
    [district, worker, today],
  );
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}
