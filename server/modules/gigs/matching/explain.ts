import type { Arcs } from './arcs.ts';
import type { Batch } from './batch.ts';
import { contestOf } from './contest.ts';
import { pricesOf } from './prices.ts';
import { comparedWith, contestedBy, type MatchExplained, reasonsFor } from './reasons.ts';
import { worthOf } from './solver.ts';
import { type TeamOrders, withTeamsFixed } from './team-arcs.ts';
import { lookAt, takenBy, type Unmatched } from './unmatched.ts';

// The reason for each `!` below: the index runs within the columns it is taken from; a check there would cost more than the work.

export type Explained = { readonly matched: readonly MatchExplained[]; readonly unmatched: readonly Unmatched[] };

/**
 * Every match with its reasons, everybody else with an honest one. `arcs` are those of the batch, narrowed for teams. Where `isBest`, nobody
 * outside of teams could be matched better while teams stay where they are; otherwise nothing is said of how contested an order is.
 */
export function explain(batch: Batch, arcs: Arcs, teams: readonly TeamOrders[], match: Int32Array, isBest = true): Explained {
  const { workers, orders, orderColumns, input } = batch;
  const cap = orderColumns.seats;
  const worth = worthOf({ cap, workers: workers.length });
  const price = isBest ? pricesOf(withTeamsFixed(arcs, teams, match), match, cap, worth) : undefined;
  const isBound = new Uint8Array(workers.length);
  for (const { members } of teams) for (const worker of members) isBound[worker] = 1;
  const left = cap.slice();
  for (const order of match) if (order >= 0) left[order]! -= 1;
  const contest = contestOf(arcs, match, cap, isBound);
  const look = lookAt(batch, left, contest.isRoomy);
  const team = new Map(teams.flatMap((its) => its.members.map((worker) => [worker, its] as const)));

  const matched = workers.flatMap((worker, row): MatchExplained[] => {
    const at = match[row]!;
    const order = orders[at];
    if (!order) return [];
    const { parts, reasons } = reasonsFor(worker, order, input.policy);
    const context = [...contestedBy(price?.[at], worth), comparedWith(nextBest(arcs, row, at, orders), parts.sum)];
    return [{ worker: worker.id, order: order.id, policy: input.policy.version, parts, reasons, context }];
  });
  const unmatched = workers.flatMap((worker, row): Unmatched[] => {
    if (match[row]! >= 0) return [];
    const its = team.get(row);
    return [{ worker: worker.id, ...(its ? ofTeam(its, row) : ofOne(row)) }];
  });
  const listed = new Set(workers.map(({ id }) => id));
  const twice = [...new Set(input.workers.map(({ id }) => id))].filter((id) => !listed.has(id)).sort();
  return {
    matched,
    unmatched: [...unmatched, ...twice.map((worker): Unmatched => ({ worker, reason: { code: 'listed-twice', params: {} } }))],
  };

  function ofOne(row: number): Omit<Unmatched, 'worker'> {
    arcs.open(row);
    const own = arcs.end - arcs.begin;
    const reason = own === 0 ? look.reasonOf(row) : takenBy(contest.witnessOf(row), own);
    const change = look.changeOf(row);
    return change ? { reason, change } : { reason };
  }

  function ofTeam({ members, common, roomFor }: TeamOrders, row: number): Omit<Unmatched, 'worker'> {
    const size = members.length;
    const most = (of: Int32Array) => common.reduce((most, order) => Math.max(most, of[order]!), 0);
    const alone = members.filter((member) =>
      contest.isRoomy.some((isRoomy, order) => isRoomy === 1 && look.isOpen(member, order)),
    );
    const change: Partial<Pick<Unmatched, 'change'>> =
      most(left) > 0
        ? { change: { code: 'change-smaller-team', params: { size: most(left) } } }
        : alone.length > 0
          ? { change: { code: 'change-alone', params: { members: alone.length } } }
          : {};
    if (roomFor.length > 0) return { reason: { code: 'team-taken', params: { size, orders: roomFor.length } }, ...change };
    if (common.length > 0) return { reason: { code: 'team-too-large', params: { size, places: most(cap) } }, ...change };
    return look.isAble(row)
      ? { reason: { code: 'team-apart', params: { size } }, ...change }
      : { reason: look.reasonOf(row), ...change };
  }
}

/** The same where nothing is known but the matching: the terms of each match, and for the others the counter. */
export function explainPlainly(batch: Batch, match: Int32Array): Explained {
  const { workers, orders, input } = batch;
  return {
    matched: workers.flatMap((worker, row): MatchExplained[] => {
      const order = orders[match[row]!];
      if (!order) return [];
      const why = reasonsFor(worker, order, input.policy);
      return [{ worker: worker.id, order: order.id, policy: input.policy.version, ...why, context: [] }];
    }),
    unmatched: workers.flatMap(({ id }, row): Unmatched[] =>
      match[row]! < 0 ? [{ worker: id, reason: { code: 'cut-short', params: {} } }] : [],
    ),
  };
}

function nextBest(
  arcs: Arcs,
  worker: number,
  than: number,
  orders: Batch['orders'],
): { order: string; cost: number } | undefined {
  arcs.open(worker);
  let [best, least] = [-1, Number.POSITIVE_INFINITY];
  for (let arc = arcs.begin; arc < arcs.end; arc += 1)
    if (arcs.col[arc] !== than && arcs.cost[arc]! < least) [best, least] = [arcs.col[arc]!, arcs.cost[arc]!];
  const order = orders[best];
  return order ? { order: order.id, cost: least } : undefined;
}
