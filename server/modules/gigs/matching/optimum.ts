import type { Instance } from '../../../kernel/matching/instance.ts';
import { type Arcs, coreOf, keptArcs, wholeInstance } from './arcs.ts';
import { networkOf } from './network.ts';
import { paidFor, pricesOf } from './prices.ts';
import { type Solver, worthOf } from './solver.ts';

// The reason for each `!` below: the index runs within the columns it is taken from; a check there would cost more than the work.

export type Optimum = {
  readonly match: Int32Array;
  /** Of the openings; undefined where nothing is proven. */
  readonly price: Float64Array | undefined;
  readonly isProven: boolean;
  readonly rounds: number;
};

export type Search = {
  readonly solve: Solver;
  readonly until: number;
  /** Arcs of each worker at first. */
  readonly most?: number;
  readonly few?: number;
};

/** How many left-away arcs of one worker come in at once. */
const MOST_ADDED = 6;
/** When no more people than these would be better off elsewhere, they are moved one by one over all arcs, and nothing is solved anew. */
const FEW = 250;

/**
 * The best matching over all arcs: solved over a few of each worker, then every arc is held against the prices, those that would be
 * better come in, and it is solved again until there are few, or none. Then no arc that was left away could have made it better.
 */
export function solveOver(arcs: Arcs, cap: Int32Array, { solve, until, most, few = FEW }: Search): Optimum {
  const worth = worthOf({ cap, workers: arcs.workers });
  let core = coreOf(arcs, cap, most);
  for (let rounds = 1; ; rounds += 1) {
    const { match, isOptimal } = solve(core, { until });
    if (!isOptimal) return { match, price: undefined, isProven: false, rounds };
    const price = pricesOf(keptArcs(core.workers, core.rowPtr, core.col, core.cost), match, cap, worth);
    if (!price) throw new TypeError('a solver called optimal what is not');
    const better = betterArcs(arcs, match, price, worth);
    if (better.size === 0) return { match, price, isProven: true, rounds };
    if (performance.now() > until) return { match, price: undefined, isProven: false, rounds };
    const whole = better.size <= few ? wholeInstance(arcs, cap) : undefined;
    if (whole) {
      const network = networkOf(whole, worth);
      network.load(match, price, [...better.keys()]);
      return { match: network.match.slice(), price: network.price.slice(), isProven: true, rounds };
    }
    core = withArcs(core, arcs, better);
  }
}

/** The arcs by which a worker would pay less than now, price included: of each worker those by which the least. */
function betterArcs(arcs: Arcs, match: Int32Array, price: Float64Array, worth: number): Map<number, number[]> {
  const better = new Map<number, number[]>();
  const paid = paidFor(arcs, match);
  if (!paid) throw new TypeError('somebody is matched without an arc');
  for (let worker = 0; worker < arcs.workers; worker += 1) {
    const now = match[worker]!;
    const bears = now < 0 ? worth : paid[worker]! + price[now]!;
    arcs.open(worker);
    const { begin, end, col, cost } = arcs;
    let found: { opening: number; bears: number }[] | undefined;
    for (let arc = begin; arc < end; arc += 1) {
      const then = cost[arc]! + price[col[arc]!]!;
      if (then >= bears) continue;
      found ??= [];
      found.push({ opening: col[arc]!, bears: then });
    }
    if (!found) continue;
    found.sort((a, b) => a.bears - b.bears || a.opening - b.opening);
    better.set(
      worker,
      found.slice(0, MOST_ADDED).map(({ opening }) => opening),
    );
  }
  return better;
}

/** The core with more arcs of some workers; one that is in it already is not doubled. */
function withArcs(core: Instance, arcs: Arcs, added: ReadonlyMap<number, readonly number[]>): Instance {
  const most = [...added.values()].reduce((sum, openings) => sum + openings.length, core.col.length);
  const rowPtr = new Int32Array(core.workers + 1);
  const col = new Int32Array(most);
  const cost = new Int32Array(most);
  let size = 0;
  for (let worker = 0; worker < core.workers; worker += 1) {
    const own = core.col.subarray(core.rowPtr[worker], core.rowPtr[worker + 1]);
    col.set(own, size);
    cost.set(core.cost.subarray(core.rowPtr[worker], core.rowPtr[worker + 1]), size);
    size += own.length;
    const openings = added.get(worker);
    if (openings) {
      arcs.open(worker);
      for (let arc = arcs.begin; arc < arcs.end; arc += 1) {
        if (!openings.includes(arcs.col[arc]!) || own.includes(arcs.col[arc]!)) continue;
        col[size] = arcs.col[arc]!;
        cost[size] = arcs.cost[arc]!;
        size += 1;
      }
    }
    rowPtr[worker + 1] = size;
  }
  return { ...core, rowPtr, col: col.slice(0, size), cost: cost.slice(0, size) };
}
