import { feasibleArcs } from '../server/modules/gigs/matching/arcs.ts';
import { bucketsOf } from '../server/modules/gigs/matching/columns.ts';
import { brokenConditions } from '../server/modules/gigs/matching/conditions.ts';
import { matchBatch } from '../server/modules/gigs/matching/ladder.ts';
import { type CostPolicy, costParts, publishedPolicies } from '../server/modules/gigs/matching/policy.ts';
import { replay } from '../server/modules/gigs/matching/replay.ts';
import { rowsOver } from '../server/modules/gigs/matching/rows.ts';
import type { MatchInput, MatchOrder, MatchWorker } from '../server/modules/gigs/matching/shapes.ts';
import { solveInThread } from '../server/modules/gigs/matching/solve-in-thread.ts';
import { openForWalkIns } from '../server/modules/gigs/matching/walk-in.ts';
import { gigMarket, gigWorld } from './gig-world.ts';
import { type Line, percentile } from './house.ts';

/**
 * The matching of a gig station without its database: a dawn market of 10,000 people and 3,000 orders (gig-world.ts). Beside each, the same
 * conditions and points asked pair by pair, as `checkMatching` asks them, of some people and multiplied.
 */
export async function benchGigMatching(): Promise<Line[]> {
  const [policy] = publishedPolicies();
  if (!policy) throw new TypeError('no policy was published');
  return [benchArcs(policy), benchWalkIn(policy), ...(await benchBatch(policy)), benchTeams(policy)];
}

const batchOf = (policy: CostPolicy, market: Pick<MatchInput, 'workers' | 'orders'>): MatchInput => ({
  at: '2027-03-04T23:00:00.000Z',
  salt: 'bench',
  policy,
  ...market,
});
const written = (number: number) => number.toLocaleString('en');

/** The whole of it in its thread, while this one is asked every millisecond how late it is. */
async function benchBatch(policy: CostPolicy): Promise<Line[]> {
  const input = batchOf(policy, gigMarket(10_000, 3000));
  const times: number[] = [];
  let last: Awaited<ReturnType<typeof solveInThread>> | undefined;
  let longest = 0;
  for (let round = 0; round < 5; round += 1) {
    let before = performance.now();
    const watch = setInterval(() => {
      longest = Math.max(longest, performance.now() - before - 1);
      before = performance.now();
    }, 1);
    last = await solveInThread(input, { milliseconds: 60_000 });
    // What came back at the end is only felt on the next turn.
    await new Promise((resolve) => setTimeout(resolve, 10));
    clearInterval(watch);
    times.push(last.milliseconds);
  }
  if (!last?.output.isProven) throw new Error('the bench measures nothing: the batch was not proven');
  const greedy = matchBatch(input, { milliseconds: 0, only: ['greedy'] });
  const { value } = last.output;
  const own = percentile(times, 50);
  const isSame = replay(last.frozen, last.output).isSame;
  return [
    {
      what: 'a batch of 10,000 people and 3,000 orders: the best over all matches, proven, looked at, explained, frozen',
      leye: `median ${(own / 1000).toFixed(1)} s; ${written(value.filled)} matched for ${written(value.cost)} points; replayed: ${isSame ? 'the same' : 'DIFFERENT'}`,
      peer: `who would lose most first: ${written(greedy.value.filled)} for ${written(greedy.value.cost)} points`,
      ratio: `${((greedy.value.cost / value.cost - 1) * 100).toFixed(1)} % fewer points`,
      bar: '≤ 5 s, replayed the same',
      holds: own <= 5000 && isSame,
    },
    {
      what: 'the longest pause for others meanwhile',
      leye: `${longest.toFixed(0)} ms`,
      peer: `the batch itself ${own.toFixed(0)} ms`,
      ratio: `${(own / longest).toFixed(0)} × shorter`,
      bar: '≤ 200 ms',
      holds: longest <= 200,
    },
  ];
}

/** 300 teams of four, each as skilled and as far from work as its first; five seconds for all. */
function benchTeams(policy: CostPolicy): Line {
  const market = gigMarket(10_000, 3000);
  const workers = market.workers.map((worker, at): MatchWorker => {
    const lead = at < 1200 ? market.workers[at - (at % 4)] : undefined;
    if (!lead) return worker;
    const { skills, place, shifts, radiusKm, payFloor } = lead;
    return { ...worker, team: `t${at - (at % 4)}`, skills, place, shifts, radiusKm, payFloor };
  });
  const { value, bound, steps, isProven } = matchBatch(batchOf(policy, { workers, orders: market.orders }), {
    milliseconds: 5000,
  });
  const gap = bound ? (value.cost / bound.cost - 1) * 100 : Number.NaN;
  return {
    what: 'the same with 300 teams of four that stay together, 5 s for all',
    leye: `${written(value.filled)} matched for ${written(value.cost)} points, ${written(steps)} steps${isProven ? ', proven' : ''}`,
    peer: bound ? `no matching can have more than ${written(bound.filled)} for less than ${written(bound.cost)}` : 'no bound',
    ratio: `${gap.toFixed(2)} % from the bound`,
    bar: 'as many matches as the bound, ≤ 1 %',
    holds: bound?.filled === value.filled && gap <= 1,
  };
}

function benchArcs(policy: CostPolicy): Line {
  const { workers, orders } = gigWorld(10_000, 3000);
  let found = 0;
  const before = process.cpuUsage();
  const times = Array.from({ length: 15 }, () =>
    took(() => {
      const arcs = feasibleArcs(workers, rowsOver(bucketsOf(orders), policy, orders.count));
      arcs.open(workers.count - 1);
      found = arcs.end;
    }),
  ).slice(2);
  const { user, system } = process.cpuUsage(before);
  const own = percentile(times, 50);
  const market = gigMarket(10_000, 3000);
  const some = market.workers.slice(0, 100);
  let counted = 0;
  const peer = took(() => some.map((worker) => (counted += pairByPair(worker, market.orders, policy).length))) * 100;
  if (counted === 0 || found === 0) throw new Error('the bench measures nothing: no match may be made');
  return {
    what: `all matches that may be made with their points, 10,000 people × 3,000 orders (${found.toLocaleString('en')})`,
    leye: `median ${own.toFixed(0)} ms, fastest ${Math.min(...times).toFixed(0)} ms of 13; ${((user + system) / 15_000).toFixed(0)} ms of processor each`,
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
  const before = process.cpuUsage();
  const times = workers.slice(2000, 10_000).map((worker) => took(() => suggest(worker)));
  const { user, system } = process.cpuUsage(before);
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
    leye: `p50 ${percentile(times, 50).toFixed(3)} ms, p99 ${p99.toFixed(3)} ms; ${((user + system) / times.length / 1000).toFixed(3)} ms of processor each`,
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
