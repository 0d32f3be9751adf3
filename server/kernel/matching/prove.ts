import type { Instance } from './instance.ts';

/** How good a matching can be at all. */
export interface Bound {
  /** No matching has more matches. */
  readonly filled: number;
  /** No matching with the most matches there can be costs less. */
  readonly cost: number;
}

export interface Proof {
  readonly filled: number;
  readonly cost: number;
  readonly bound: Bound;
  /** The matching reaches its bound. */
  readonly isOptimal: boolean;
  /** What a worker's cheapest possibility costs at the given prices; for a worker who may stay unmatched never above 0. */
  readonly workerValue: Float64Array;
}

/**
 * Holds a matching against prices of the openings, by the reduced costs of all arcs, whoever found either.
 *
 * Matches: every arc ends at a contested opening or begins at a worker of a roomy one, so no matching has more matches than
 * contested openings have places and such workers there are; only a matching with just that many passes.
 *
 * Cost: a matching with the most matches fills the contested openings, places the workers of the roomy ones and uses no arc between the two
 * kinds. So it costs at least what each worker would take by itself at the prices, less the prices of all places, whatever the prices
 * (not negative for a roomy opening, infinite for one without places). Exact in doubles: whole numbers below 2^53.
 */
export function prove(instance: Instance, at: Int32Array, isRoomy: Uint8Array, price: Float64Array): Proof {
  const { workers, openings, rowPtr, col, cost, cap } = instance;
  const workerValue = new Float64Array(workers);
  let filled = 0;
  let total = 0;
  let possible = 0;
  let least = 0;
  let isCovered = true;
  const load = new Int32Array(openings);
  for (let i = 0; i < workers; i += 1) {
    const mine = at[i]!;
    const kind = mine < 0 ? 0 : isRoomy[mine]!;
    let value = kind === 0 ? 0 : Number.POSITIVE_INFINITY;
    let paid = Number.POSITIVE_INFINITY;
    for (let e = rowPtr[i]!; e < rowPtr[i + 1]!; e += 1) {
      const j = col[e]!;
      const c = cost[e]!;
      if (j === mine && c < paid) paid = c;
      if (isRoomy[j] !== kind) {
        if (kind === 0) isCovered = false;
        continue;
      }
      const reduced = c + price[j]!;
      if (reduced < value) value = reduced;
    }
    workerValue[i] = value;
    least += value;
    possible += kind;
    if (mine < 0) continue;
    filled += 1;
    total += paid;
    load[mine]! += 1;
  }
  let isAllowed = true;
  for (let j = 0; j < openings; j += 1) {
    if (load[j]! > cap[j]!) isAllowed = false;
    if (cap[j] === 0) continue;
    if (isRoomy[j] === 0) possible += cap[j]!;
    else if (price[j]! < 0) isAllowed = false;
    least -= price[j]! * cap[j]!;
  }
  const isMost = isCovered && isAllowed && filled === possible;
  return { filled, cost: total, bound: { filled: possible, cost: least }, isOptimal: isMost && total === least, workerValue };
}
