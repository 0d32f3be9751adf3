import { type Arcs, arcsByOpening } from './arcs.ts';
import { auction } from './auction.ts';
import { type Filling, fill } from './fill.ts';
import { checkInstance, type Instance } from './instance.ts';
import { contestedMarket, missingUnits, roomyMarket, roundPrices, writeMatching, writeOpeningPrices } from './market.ts';
import { findPaths } from './paths.ts';
import { type Bound, type Proof, prove } from './prove.ts';
import { reverseAuction } from './reverse.ts';
import { improve } from './simplex.ts';
import { inverse, shuffle, type Ties } from './ties.ts';
import { carryOver, resumeContested, resumeRoomy, type Since, type Standing } from './warm.ts';

export interface SolveOptions {
  /**
   * Asked now and then from when the network stands; once it says yes, what there is is completed, which takes no longer than filling the
   * places did, and returned with an honest bound.
   */
  readonly isTimeUp?: () => boolean;
  /** How to choose between equally good matchings; without it the numbers of workers and openings decide. */
  readonly ties?: Ties;
  /** Stretches what auction and paths may take before the simplex takes over: 0 leaves all to it. For tests. */
  readonly patience?: number;
}

export interface Matching extends Proof {
  /** The opening of each worker, or -1. */
  readonly at: Int32Array;
  /** 0 for a contested opening: one place more there would be one match more. 1 for a roomy one. */
  readonly isRoomy: Uint8Array;
  /**
   * What a place of each opening costs beyond its arcs. Of a roomy opening never below 0, and 0 while it has free places. Of a
   * contested one, mostly negative: what the match that one place more would bring would cost. Infinite for one without places.
   */
  readonly openingPrice: Float64Array;
}

/**
 * How long each way may go on before the next takes over, in passes over all arcs: an auction, an auction without getting anywhere, and
 * paths, these only for so small a part of the units. Measured over many shapes; nothing but time depends on them.
 */
const BIDS = 30;
const STALL = 0.3;
const PATHS = 6;
const FEW = 0.02;

const never = (): boolean => false;

/**
 * The matching of an instance with the most matches and, among those, the least cost, with its proof. The same instance gives the
 * same matching. Throws an `InstanceProblem` for arrays that do not fit together.
 *
 * The openings fall into two kinds that can be matched apart (`fill.ts`). Each is settled by an auction, which is fast
 * wherever costs differ as they do among people; where its bids creep, the network simplex goes on from what it has.
 * `prove` then looks at every arc, whoever found the matching.
 */
export function solve(instance: Instance, options: SolveOptions = {}): Matching {
  checkInstance(instance);
  return inOwnOrder(instance, undefined, options);
}

/**
 * The same answer for a round that came out of an earlier one: people came and left, openings came, closed or changed. What still
 * holds of the earlier matching and its prices is kept, so little has to be settled anew. Filled, cost and proof are those of `solve`.
 */
export function rematch(instance: Instance, earlier: EarlierMatching, since: Since, options: SolveOptions = {}): Matching {
  checkInstance(instance);
  return inOwnOrder(instance, carryOver(instance, earlier, since), options);
}

export type EarlierMatching = Pick<Matching, 'at' | 'openingPrice'>;

/** Matches in the order that breaks ties, and tells it in the order of the caller. */
function inOwnOrder(instance: Instance, standing: Standing | undefined, options: SolveOptions): Matching {
  if (!options.ties) return match(instance, standing, options);
  const shuffled = shuffle(instance, options.ties);
  const { workers, openings } = shuffled;
  const [workerPlace, openingPlace] = [inverse(workers), inverse(openings)];
  const told = (j: number, numbers: Int32Array): number => (j < 0 ? -1 : numbers[j]!);
  const movedStanding = standing && {
    at: workers.map((i) => told(standing.at[i]!, openingPlace)),
    price: Float64Array.from(openings, (j) => standing.price[j]!),
  };
  const found = match(shuffled.instance, movedStanding, options);
  return {
    ...found,
    at: workerPlace.map((k) => told(found.at[k]!, openings)),
    workerValue: Float64Array.from(workerPlace, (k) => found.workerValue[k]!),
    isRoomy: Uint8Array.from(openingPlace, (k) => found.isRoomy[k]!),
    openingPrice: Float64Array.from(openingPlace, (k) => found.openingPrice[k]!),
  };
}

function match(instance: Instance, standing: Standing | undefined, { isTimeUp = never, patience = 1 }: SolveOptions): Matching {
  const columns = arcsByOpening(instance);
  const start = standing?.at.slice() ?? new Int32Array(instance.workers).fill(-1);
  const filling = fill(instance, columns, start, isTimeUp);
  const { at, isRoomy, isMost } = filling;
  const price = Float64Array.from(instance.cap, (places) => (places === 0 ? Number.POSITIVE_INFINITY : 0));
  if (!isMost) {
    const proof = prove(instance, at, isRoomy, price);
    return { at, isRoomy, openingPrice: price, ...proof, isOptimal: false, bound: roughBound(instance, columns, proof.filled) };
  }
  const best = cheapest(instance, columns, filling, standing, price, patience * instance.col.length, isTimeUp);
  return { at: best, isRoomy, openingPrice: price, ...prove(instance, best, isRoomy, price) };
}

/** The cheapest of all matchings with the most matches, or the best until the time was up; its prices into `price`. */
function cheapest(
  instance: Instance,
  columns: Arcs,
  filling: Filling,
  standing: Standing | undefined,
  price: Float64Array,
  patience: number,
  isTimeUp: () => boolean,
): Int32Array {
  const { isRoomy } = filling;
  const at = filling.at.slice();
  const contested = contestedMarket(instance, columns, filling);
  const roomy = roomyMarket(instance, filling);
  if (standing) {
    resumeContested(contested, instance, isRoomy, standing);
    resumeRoomy(roomy, isRoomy, standing);
  }
  let isDone = true;
  const rows = { ptr: instance.rowPtr, other: instance.col, cost: instance.cost };
  for (const [market, byObject] of [[contested, rows] as const, [roomy, columns] as const]) {
    const bids = { total: BIDS * patience, stalled: STALL * patience };
    const paths = { most: FEW * missingUnits(market), total: PATHS * patience };
    const isPlaced = auction(market, bids, isTimeUp) || findPaths(market, paths, isTimeUp);
    const isSettled = isPlaced && reverseAuction(market, byObject, bids.total, isTimeUp);
    if (!isSettled) isDone = false;
    roundPrices(market);
    writeMatching(market, at);
    writeOpeningPrices(market, price);
  }
  if (isDone) return at;
  // Also when the time is up: this takes no longer than filling did, and a cheap matching that lacks a few beats a full one of any cost.
  fill(instance, columns, at, never);
  if (!isTimeUp()) improve(instance, columns, { at, isRoomy, price }, isTimeUp);
  return at;
}

/** What holds without knowing how many can be matched, when at least so many can. */
function roughBound({ workers, rowPtr, cost, cap }: Instance, { ptr }: Arcs, filled: number): Bound {
  const cheapest = new Int32Array(workers);
  let count = 0;
  for (let i = 0; i < workers; i += 1) {
    if (rowPtr[i] === rowPtr[i + 1]) continue;
    let least = cost[rowPtr[i]!]!;
    for (let e = rowPtr[i]!; e < rowPtr[i + 1]!; e += 1) if (cost[e]! < least) least = cost[e]!;
    cheapest[count++] = least;
  }
  cheapest.subarray(0, count).sort();
  let total = 0;
  // More matches than are known of may cost less only while costs are negative.
  for (let n = 0; n < count && (n < filled || cheapest[n]! < 0); n += 1) total += cheapest[n]!;
  const places = cap.reduce((sum, open, j) => sum + Math.min(open, ptr[j + 1]! - ptr[j]!), 0);
  return { filled: Math.min(count, places), cost: total };
}
