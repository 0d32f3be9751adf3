import { Type } from 'typebox';
import { query, type Reading } from '../../../kernel/command/query.ts';
import { Problem } from '../../../kernel/problem.ts';
import { passedOver } from '../dawn/counter.ts';
import { asMatchOrder, readPool, type Waiting } from '../dawn/pool.ts';
import { sayMatched } from '../dawn/why.ts';
import { scopeOfStation } from '../market/stations.ts';
import { brokenConditions, type Condition } from '../matching/conditions.ts';
import { costParts, costTerms } from '../matching/policy.ts';
import { metresBetween, minutesFor } from '../matching/way.ts';
import { mayRunStation } from '../may.ts';
import { showOrders } from '../orders/show.ts';
import { fillOf, getOrder, listOpenOrders } from '../orders/store.ts';
import { policyOn } from '../rules/policy.ts';
import { Id } from '../shapes.ts';
import type { WalkIn, WalkInRow, WouldPass } from './contract.ts';

/** As many as an officer reads out. */
const MOST_SHOWN = 20;

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
    const worker = await whoWaits(reading, station, id);
    const policy = await policyOn(transaction, today);
    const orders = (await listOpenOrders(transaction, station, today, now)).filter(({ startsAt }) => startsAt > now);
    const fill = await fillOf(
      transaction,
      orders.map((order) => order.id),
    );
    const barred = new Map<Condition, number>();
    const possible = orders.flatMap((order) => {
      const seen = asMatchOrder(order, fill.get(order.id)?.open ?? 0);
      const [broken] = brokenConditions(worker, seen, policy);
      if (broken) barred.set(broken, (barred.get(broken) ?? 0) + 1);
      return broken ? [] : [{ order, parts: costParts(worker, seen, policy) }];
    });
    possible.sort((a, b) => a.parts.sum - b.parts.sum || a.order.number - b.order.number);
    const best = possible.slice(0, MOST_SHOWN);
    const shown = await showOrders(
      transaction,
      best.map(({ order }) => order),
    );
    return {
      worker: id,
      rows: shown.flatMap((order, at): WalkInRow[] => {
        const parts = best[at]?.parts;
        if (!parts) return [];
        const metres = metresBetween(worker.place, order);
        return [
          {
            order,
            kilometres: Math.round(metres / 100) / 10,
            minutesThere: Math.round(minutesFor(metres, policy.travel)),
            points: parts.sum,
            reasons: sayMatched(parts, policy, costTerms),
          },
        ];
      }),
      barred: [...barred].map(([condition, n]) => ({ condition, orders: n })).sort((a, b) => b.orders - a.orders),
    };
  },
  audit: ({ station, worker }) => ({ station, worker }),
});

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
    return { people: (await passedOver(reading, station, worker, order)).length };
  },
});

/** Whoever stands here and says so may take after all what they turned down this morning. */
async function whoWaits({ transaction, today, now }: Reading, station: string, id: string): Promise<Waiting> {
  const [worker] = await readPool(transaction, { station, day: today, now, only: [id] });
  if (!worker) throw new Problem('conflict', 'gig-not-checked-in');
  return { ...worker, refused: [] };
}
