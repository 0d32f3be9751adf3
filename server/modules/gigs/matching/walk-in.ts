import { type Buckets, bucketsOf, type Names, orderColumns, workerColumns } from './columns.ts';
import type { CostParts, CostPolicy } from './policy.ts';
import { type MatchReason, reasonsFor } from './reasons.ts';
import { type Rows, rowsOver } from './rows.ts';
import type { MatchOrder, MatchWorker } from './shapes.ts';

export type Suggestion = {
  readonly order: string;
  readonly policy: string;
  readonly parts: CostParts;
  readonly reasons: readonly MatchReason[];
};

export type WalkIn = {
  /** The orders that suit this person best, the best first, all that may be taken where there are fewer than `most`. */
  suggest(worker: MatchWorker, most?: number): readonly Suggestion[];
};

/**
 * All open orders made ready for whoever comes to the counter, by the same conditions and points as the batch. Equals come in the order in
 * which `orders` lists them, so list them as the batch does (`drawn`).
 */
export function openForWalkIns(orders: readonly MatchOrder[], policy: CostPolicy): WalkIn {
  const { columns, names } = orderColumns(orders);
  const buckets: Buckets = bucketsOf(columns);
  const rows: Rows = rowsOver(buckets, policy, columns.count);
  return { suggest: (worker, most = 20) => suggestFrom(orders, names, rows, policy, worker, most) };
}

function suggestFrom(
  orders: readonly MatchOrder[],
  names: Names,
  rows: Rows,
  policy: CostPolicy,
  worker: MatchWorker,
  most: number,
): readonly Suggestion[] {
  const count = rows.fill(workerColumns([worker], names), 0);
  const found = Array.from({ length: count }, (_, at) => ({ order: rows.order[at] ?? 0, cost: rows.cost[at] ?? 0 }));
  found.sort((a, b) => a.cost - b.cost || a.order - b.order);
  return found.slice(0, most).flatMap(({ order: row }) => {
    const order = orders[row];
    return order ? [{ order: order.id, policy: policy.version, ...reasonsFor(worker, order, policy) }] : [];
  });
}
