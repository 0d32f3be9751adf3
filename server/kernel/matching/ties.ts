import { arcsByOpening } from './arcs.ts';
import type { Instance } from './instance.ts';

/**
 * How to choose between matchings that are equally good. Workers and openings are put into the order of a hash of the salt and
 * their names before anything is solved, so what is chosen depends on the salt, on who is there and on the arcs: never on the order
 * in which they were listed, and with a fresh salt for each round never twice on the same names. Two workers with the same arcs
 * have the same chance. Draw the salt at random when the round is closed: who knows it before could choose a name to suit it.
 */
export interface Ties {
  readonly salt: string;
  /** Names of the workers and of the openings; no two workers and no two openings have the same. */
  readonly workers: readonly string[];
  readonly openings: readonly string[];
}

/** An instance in another order, and who stands where in it: `workers[k]` is the number that the k-th had before. */
export interface Shuffled {
  readonly instance: Instance;
  readonly workers: Int32Array;
  readonly openings: Int32Array;
}

/** The instance in the order of the hashes, the arcs of each worker in the order of the openings, the cheapest of the same two alone. */
export function shuffle({ workers, openings, rowPtr, col, cost, cap }: Instance, ties: Ties): Shuffled {
  if (ties.workers.length !== workers || ties.openings.length !== openings) {
    throw new RangeError('ties: expected a name for each worker and each opening');
  }
  const workerOrder = orderOf(ties.workers, ties.salt);
  const openingOrder = orderOf(ties.openings, ties.salt);
  const placeOf = inverse(openingOrder);
  const movedRowPtr = new Int32Array(workers + 1);
  const movedCol = new Int32Array(col.length);
  const movedCost = new Int32Array(col.length);
  let to = 0;
  for (let k = 0; k < workers; k += 1) {
    const i = workerOrder[k]!;
    for (let e = rowPtr[i]!; e < rowPtr[i + 1]!; e += 1) {
      movedCol[to] = placeOf[col[e]!]!;
      movedCost[to] = cost[e]!;
      to += 1;
    }
    movedRowPtr[k + 1] = to;
  }
  const movedCap = openingOrder.map((j) => cap[j]!);
  const moved = { workers, openings, rowPtr: movedRowPtr, col: movedCol, cost: movedCost, cap: movedCap };
  return { instance: inOrder(moved), workers: workerOrder, openings: openingOrder };
}

/** The same arcs, those of each worker in the order of the openings. */
function inOrder(instance: Instance): Instance {
  const { ptr, other, cost } = arcsByOpening(instance);
  const { workers, openings } = instance;
  const count = ptr[openings]!;
  const rowPtr = new Int32Array(workers + 1);
  for (let k = 0; k < count; k += 1) rowPtr[other[k]! + 1]! += 1;
  for (let i = 0; i < workers; i += 1) rowPtr[i + 1]! += rowPtr[i]!;
  const end = rowPtr.slice(0, workers);
  const col = new Int32Array(count);
  const paid = new Int32Array(count);
  for (let j = 0; j < openings; j += 1) {
    for (let k = ptr[j]!; k < ptr[j + 1]!; k += 1) {
      const at = end[other[k]!]!++;
      col[at] = j;
      paid[at] = cost[k]!;
    }
  }
  return { ...instance, rowPtr, col, cost: paid };
}

/** By order number where each stands. */
export function inverse(order: Int32Array): Int32Array {
  const place = new Int32Array(order.length);
  for (let k = 0; k < order.length; k += 1) place[order[k]!] = k;
  return place;
}

function orderOf(names: readonly string[], salt: string): Int32Array {
  const hashes = Float64Array.from(names, (name) => hashOf(salt, name));
  const byHash = (a: number, b: number): number => hashes[a]! - hashes[b]! || (names[a]! < names[b]! ? -1 : 1);
  return Int32Array.from(names, (_, i) => i).sort(byHash);
}

/** 53 bits of a salted name: two lanes of FNV-1a, mixed at the end. Spread well, not secret. */
function hashOf(salt: string, name: string): number {
  const text = `${salt}\n${name}`;
  let low = 0x811c9dc5;
  let high = 0x9e3779b9;
  for (let n = 0; n < text.length; n += 1) {
    low = Math.imul(low ^ text.charCodeAt(n), 0x01000193);
    high = Math.imul(high ^ text.charCodeAt(n), 0x85ebca6b);
  }
  low = Math.imul(low ^ (low >>> 15) ^ high, 0x2c1b3c6d);
  high = Math.imul(high ^ (high >>> 13) ^ low, 0x297a2d39);
  return (((high ^ (high >>> 16)) >>> 0) & 0x1fffff) * 2 ** 32 + ((low ^ (low >>> 14)) >>> 0);
}
