import { feasibleArcs } from '../server/modules/gigs/matching/arcs.ts';
import { bucketsOf } from '../server/modules/gigs/matching/columns.ts';
import { brokenConditions } from '../server/modules/gigs/matching/conditions.ts';
import { type CostPolicy, costParts, publishedPolicies } from '../server/modules/gigs/matching/policy.ts';
import { rowsOver } from '../server/modules/gigs/matching/rows.ts';
import type { MatchOrder, MatchWorker } from '../server/modules/gigs/matching/shapes.ts';
import { openForWalkIns } from '../server/modules/gigs/matching/walk-in.ts';
import { gigMarket, gigWorld } from './gig-world.ts';
import { type Line, percentile } from './house.ts';

/**
 * The matching of a gig station without its database: a dawn market of 10,000 people and 3,000 orders (gig-world.ts). Beside each, the same
 * conditions and points asked pair by pair, as `checkMatching` asks them, of some people and multiplied.
 */
export function benchGigMatching(): Line[] {
  const [policy] = publishedPolicies();
  if (!policy) throw new TypeError('no policy was published');
  return [benchArcs(policy), benchWalkIn(policy)];
}

function benchArcs(policy: CostPolicy): Line {
  const { workers, orders } = gigWorld(10_000, 3000);
  let found = 0;
  const times = Array.from({ length: 15 }, () =>
    took(() => {
      const arcs = feasibleArcs(workers, rowsOver(bucketsOf(orders), policy, orders.count));
      arcs.open(workers.count - 1);
      found = arcs.end;
    }),
  ).slice(2);
  const own = percentile(times, 50);
  const market = gigMarket(10_000, 3000);
  const some = market.workers.slice(0, 100);
  let counted = 0;
  const peer = took(() => some.map((worker) => (counted += pairByPair(worker, market.orders, policy).length))) * 100;
  if (counted === 0 || found === 0) throw new Error('the bench measures nothing: no match may be made');
  return {
    what: `all matches that may be made with their points, 10,000 people × 3,000 orders (${found.toLocaleString('en')})`,
    leye: `median ${own.toFixed(0)} ms, fastest ${Math.min(...times).toFixed(0)} ms of 13`,
    peer: `pair by pair ${(peer / 1000).toFixed(1)} s (100 of 10,000 people measured)`,
    ratio: `${(peer / own).toFixed(0)} × faster`,
    bar: 'median ≤ 150 ms',
    holds: own <= 150,
  };
}

function benchWalkIn(policy: CostPolicy): Line {
  const { workers, orders } = gigMarket(10_000, 3000);
  const { suggest } = openForWalkIns(orders, policy);
  for (const worker of workers.slice(0, 2000)) suggest(worker);
  const times = workers.slice(2000, 10_000).map((worker) => took(() => suggest(worker)));
  const peers = workers.slice(2000, 2050).map((worker) =>
    took(() =>
      pairByPair(worker, orders, policy)
        .sort((a, b) => a - b)
        .slice(0, 20),
    ),
  );
  const p99 = percentile(times, 99);
  const peer = percentile(peers, 50);
  return {
    what: 'a walk-in: the best 20 of 3,000 orders with reasons',
    leye: `p50 ${percentile(times, 50).toFixed(3)} ms, p99 ${p99.toFixed(3)} ms`,
    peer: `pair by pair p50 ${peer.toFixed(1)} ms`,
    ratio: `${(peer / percentile(times, 50)).toFixed(0)} × faster`,
    bar: 'p99 ≤ 1 ms',
    holds: p99 <= 1,
  };
}

function pairByPair(worker: MatchWorker, orders: readonly MatchOrder[], policy: CostPolicy): number[] {
  return orders.flatMap((order) =>
    brokenConditions(worker, order, policy).length === 0 ? [costParts(worker, order, policy).sum] : [],
  );
}

function took(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}
