import { Type } from 'typebox';
import { query, type Reading } from '../../../kernel/command/query.ts';
import { type Said, said } from '../../../kernel/i18n/said.ts';
import { Problem } from '../../../kernel/problem.ts';
import { residentNames } from '../../residents/module.ts';
import { passedOver } from '../dawn/counter.ts';
import { minutesLate, wayFrom } from '../dawn/in-time.ts';
import { asMatchOrder, readPool, type Waiting } from '../dawn/pool.ts';
import { getStation, scopeOfStation } from '../market/stations.ts';
import { shippedTrades } from '../market/trades.ts';
import { brokenConditions } from '../matching/conditions.ts';
import type { CostPolicy } from '../matching/policy.ts';
import { type ReasonNames, sayReason } from '../matching/reason-words.ts';
import type { MatchOrder } from '../matching/shapes.ts';
import { openForWalkIns } from '../matching/walk-in.ts';
import { metresBetween, minutesFor } from '../matching/way.ts';
import { mayRunStation } from '../may.ts';
import type { ShownOrder } from '../orders/contract.ts';
import { showOrders } from '../orders/show.ts';
import { fillOf, getOrder, listOpenOrders } from '../orders/store.ts';
import { policyOn } from '../rules/policy.ts';
import { termsOn } from '../rules/terms.ts';
import { Id } from '../shapes.ts';
import type { WalkIn, WalkInRow, WouldPass } from './contract.ts';

/** As many as an officer reads out. */
const MOST_SHOWN = 20;
/** As many of those passed over as an officer can still call by name. */
const MOST_NAMED = 10;
/** What became of an order that somebody has had already, as the officer is told of it. */
const hadBefore = {
  declined: said('今天回绝过', 'Declined today'),
  lapsed: said('今天派过，没来得及答复', 'Offered today, not answered in time'),
  withdrawn: said('答应过，后来不去了', 'Taken before, and given up'),
  'no-show': said('答应过，没有到', 'Taken before, and did not come'),
} as const satisfies Readonly<Record<string, Said>>;
type Had = keyof typeof hadBefore;
const lateBy = (minutes: number) =>
  minutes === 0
    ? []
    : [
        {
          zh: `现在出发约晚到 ${minutes} 分钟，先问单位行不行`,
          en: `About ${minutes} min late if they set out now: ask the employer first`,
        },
      ];

/**
 * What somebody before the counter could take now, the best first by the published cost, with what speaks for each; and why the others
 * are not for them.
 * @throws Problem `gig-not-checked-in`
 */
export const walkInQuery = query({
  name: 'gigs.walk-in',
  route: 'GET /api/gig-stations/:station/walk-in',
  input: Type.Object({ station: Id, worker: Id }, { additionalProperties: false }),
  may: mayRunStation,
  scope: scopeOfStation,
  run: async ({ station, worker: id }, reading): Promise<WalkIn> => {
    const { transaction, today, now } = reading;
    const { declined, ...worker } = await whoWaits(reading, station, id);
    const policy = await policyOn(transaction, today);
    const orders = (await listOpenOrders(transaction, station, today, now)).filter(({ startsAt }) => startsAt > now);
    const fill = await fillOf(
      transaction,
      orders.map((order) => order.id),
    );
    const way = wayFrom(await getStation(transaction, station), policy, await termsOn(transaction, today));
    const late = new Map(orders.map((order) => [order.id, minutesLate(order, way, now)]));
    const seen = orders.map((order) => asMatchOrder(order, fill.get(order.id)?.open ?? 0));
    // Last, and saying so, what was turned down or let go by this morning, and what can only be reached late: that takes a word with the employer first.
    const { inTime = [], soon = [] } = Object.groupBy(seen, ({ id }) => (late.get(id) === 0 ? 'inTime' : 'soon'));
    const suggested = [inTime, soon]
      .flatMap((among) =>
        openForWalkIns(among, policy)
          .suggest(worker, MOST_SHOWN)
          .toSorted((a, b) => Number(declined.includes(a.order)) - Number(declined.includes(b.order))),
      )
      .slice(0, MOST_SHOWN);
    const shown = await showOrders(
      transaction,
      suggested.flatMap(({ order }) => orders.find((one) => one.id === order) ?? []),
    );
    const had = await whatBecameOf(reading, id, declined);
    return {
      worker: id,
      rows: shown.flatMap((order, at): WalkInRow[] => {
        const found = suggested[at];
        if (!found) return [];
        const metres = metresBetween(worker.place, order);
        return [
          {
            order,
            kilometres: Math.round(metres / 100) / 10,
            minutesThere: Math.round(minutesFor(metres, policy.travel)),
            points: found.parts.sum,
            notes: [...lateBy(late.get(order.id) ?? 0), ...(had.get(order.id) ?? []).map((one) => hadBefore[one])],
            reasons: found.reasons.map((reason) => ({
              zh: sayReason(reason, 'zh', namesIn(shown)),
              en: sayReason(reason, 'en', namesIn(shown)),
            })),
          },
        ];
      }),
      barred: barredFor(worker, seen, policy),
    };
  },
  audit: ({ station, worker }) => ({ station, worker }),
});

/** Of orders that somebody has had and not kept: whether they said no, did not answer, gave it up or did not come. */
async function whatBecameOf(
  { transaction: { client, district }, today }: Reading,
  worker: string,
  orders: readonly string[],
): Promise<ReadonlyMap<string, readonly Had[]>> {
  if (orders.length === 0) return new Map();
  const { rows } = await client.query<{ order: string; had: Had[] }>(
    `SELECT "order", array_agg(DISTINCT state ORDER BY state) AS had FROM (
       SELECT "order", state FROM gig_offer
       WHERE district = $1 AND worker = $2 AND day = $3 AND state IN ('declined', 'lapsed') AND "order" = ANY ($4::uuid[])
       UNION ALL SELECT "order", state FROM gig_placement
       WHERE district = $1 AND worker = $2 AND state IN ('withdrawn', 'no-show') AND "order" = ANY ($4::uuid[])
     ) AS b GROUP BY "order"`,
    [district, worker, today, orders],
  );
  return new Map(rows.map(({ order, had }) => [order, had]));
}

/** Of every order that this person cannot take, the first condition that stands against it: counted, the commonest first. */
function barredFor(worker: Waiting, orders: readonly MatchOrder[], policy: CostPolicy): WalkIn['barred'] {
  const counted = new Map<string, number>();
  for (const order of orders) {
    const [broken] = brokenConditions(worker, order, policy);
    if (broken) counted.set(broken, (counted.get(broken) ?? 0) + 1);
  }
  return [...counted].map(([condition, n]) => ({ condition, orders: n })).sort((a, b) => b.orders - a.orders);
}

/** What a reason calls by its code. */
const namesIn =
  (orders: readonly ShownOrder[]): ReasonNames =>
  (kind, code) => {
    const trades = shippedTrades();
    const order = orders.find(({ id }) => id === code);
    const found = {
      trade: () => trades.find(code)?.name,
      licence: () => trades.findLicence(code)?.name,
      law: () => undefined,
      order: () => order && { zh: `${order.number} 号单`, en: `order ${order.number}` },
    }[kind]();
    return found ?? { zh: code, en: code };
  };

/** Before an officer gives out an order by hand: how many stand further ahead and could take it. They will read the reason. */
export const passedOverQuery = query({
  name: 'gigs.would-pass',
  route: 'GET /api/gig-stations/:station/passed-over',
  input: Type.Object({ station: Id, worker: Id, order: Id }, { additionalProperties: false }),
  may: mayRunStation,
  scope: scopeOfStation,
  run: async ({ station, worker: id, order: asked }, reading): Promise<WouldPass> => {
    const worker = await whoWaits(reading, station, id);
    const order = await getOrder(reading.transaction, asked);
    if (order.station !== station) throw new Problem('not-found', 'no-gig-order');
    const passed = await passedOver(reading, station, worker, order);
    return { people: passed.length, first: await firstOf(reading, station, passed) };
  },
});

async function firstOf(
  { transaction, services, today }: Reading,
  station: string,
  workers: readonly string[],
): Promise<WouldPass['first']> {
  if (workers.length === 0) return [];
  const { client, district } = transaction;
  const { rows } = await client.query<{ worker: string; number: number }>(
    `SELECT worker, number FROM gig_check_in WHERE district = $1 AND station = $2 AND day = $3 AND worker = ANY($4::uuid[])
     ORDER BY number LIMIT ${MOST_NAMED}`,
    [district, station, today, workers],
  );
  const names = await residentNames(
    transaction,
    services,
    rows.map(({ worker }) => worker),
  );
  return rows.map(({ worker, number }) => ({ number, name: names.get(worker)?.masked ?? '' }));
}

/** Whoever stands here and says so may take after all what they turned down this morning; it comes last. */
async function whoWaits(
  { transaction, today, now }: Reading,
  station: string,
  id: string,
): Promise<Waiting & { readonly declined: readonly string[] }> {
  const [worker] = await readPool(transaction, { station, day: today, now, only: [id] });
  if (!worker) throw new Problem('conflict', 'gig-not-checked-in');
  return { ...worker, refused: [], declined: worker.refused };
}
