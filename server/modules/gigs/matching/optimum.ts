import type { Instance } from '../../../kernel/matching/instance.ts';
import { type Arcs, coreOf, keptArcs, wholeInstance } from './arcs.ts';
import { networkOf } from './network.ts';
import { paidFor, pricesOf } from './prices.ts';
import { type Solution, type Solver, worthOf } from './solver.ts';

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
  /** A matching over these arcs to begin with. */
  readonly start?: Int32Array;
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
export function solveOver(arcs: Arcs, cap: Int32Array, { solve, until, start, most, few = FEW }: Search): Optimum {
  const worth = worthOf({ cap, workers: arcs.workers });
  let core = coreOf(arcs, cap, most);
  if (start) core = withArcs(core, arcs, (worker, opening) => start[worker] === opening);
  let known: Pick<Solution, 'match' | 'price'> | undefined = start && { match: start };
  for (let rounds = 1; ; rounds += 1) {
    const solution = solve(core, { until, start: known });
    const { match } = solution;
    if (!solution.isOptimal) return { match, price: undefined, isProven: false, rounds };
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
    core = withArcs(core, arcs, (worker, opening) => better.get(worker)?.includes(opening) ?? false);
    known = solution;
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

/** The core with more arcs; one that is in it already is not doubled. */
function withArcs(core: Instance, arcs: Arcs, isAdded: (worker: number, opening: number) => boolean): Instance {
  const rowPtr = new Int32Array(core.workers + 1);
  const col: number[] = [];
  const cost: number[] = [];
  for (let worker = 0; worker < core.workers; worker += 1) {
    const [begin, end] = [core.rowPtr[worker]!, core.rowPtr[worker + 1]!];
    const own = core.col.subarray(begin, end);
    for (let at = begin; at < end; at += 1) {
      col.push(core.col[at]!);
      cost.push(core.cost[at]!);
    }
    arcs.open(worker);
    for (let arc = arcs.begin; arc < arcs.end; arc += 1) {
      const opening = arcs.col[arc]!;
      if (!isAdded(worker, opening) || own.includes(opening)) continue;
      col.push(opening);
      cost.push(arcs.cost[arc]!);
    }
    rowPtr[worker + 1] = col.length;
  }
  return { ...core, rowPtr, col: Int32Array.from(col), cost: Int32Array.from(cost) };
}
