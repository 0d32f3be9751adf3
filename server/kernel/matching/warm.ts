import type { Instance } from './instance.ts';
import { giveUpWorse, type Market } from './market.ts';

/** What is still known when a round has changed: in the numbers of the new one. */
export interface Standing {
  /** The opening that each worker has, or -1; always one it has an arc to, and never more than an opening has places. */
  readonly at: Int32Array;
  /** What a place of each opening costs beyond its arcs; NaN where nothing is known. */
  readonly price: Float64Array;
}

/** Whom and what a new round has from an earlier one: for each worker and each opening its number there, or -1. */
export interface Since {
  readonly workers: Int32Array;
  readonly openings: Int32Array;
}

/** An earlier matching as a standing of a new round. */
export function carryOver(
  { workers, openings, rowPtr, col, cap }: Instance,
  earlier: { readonly at: Int32Array; readonly openingPrice: Float64Array },
  since: Since,
): Standing {
  if (since.workers.length !== workers || since.openings.length !== openings) {
    throw new RangeError('since: expected a number for each worker and each opening of the new round');
  }
  const numberNow = new Int32Array(earlier.openingPrice.length).fill(-1);
  const price = new Float64Array(openings);
  for (let j = 0; j < openings; j += 1) {
    const before = since.openings[j]!;
    if (before >= 0) numberNow[before] = j;
    // Infinite is a closed one's: nothing is known of what it would be worth open.
    const known = earlier.openingPrice[before] ?? Number.NaN;
    price[j] = Number.isFinite(known) ? known : Number.NaN;
  }
  const load = new Int32Array(openings);
  const at = new Int32Array(workers).fill(-1);
  for (let i = 0; i < workers; i += 1) {
    const j = numberNow[earlier.at[since.workers[i]!] ?? -1] ?? -1;
    if (j < 0 || load[j]! >= cap[j]!) continue;
    for (let e = rowPtr[i]!; e < rowPtr[i + 1]! && at[i]! < 0; e += 1) if (col[e] === j) at[i] = j;
    if (at[i] === j) load[j]! += 1;
  }
  return { at, price };
}

/**
 * Begins the market of contested openings with what stands: a worker's price is what its best opening would pay for it, less a discount, and
 * an opening keeps those workers who are still as good as any it does not have.
 *
 * Without the discount whoever is newly free asks for just too much, and the price comes down in many small steps; with it
 * most are taken at once. Prices that are a little too low cost a few bids. Measured: half the time, a sixth with a hundred thousand workers.
 */
export function resumeContested(market: Market, { rowPtr, col, cost }: Instance, isRoomy: Uint8Array, standing: Standing): void {
  const { arcs, slotOwner, price } = market;
  const discount = Math.floor(arcs.span / 128);
  for (let i = 0; i < price.length; i += 1) {
    if (price[i] === Number.POSITIVE_INFINITY) continue;
    let best = 0;
    for (let e = rowPtr[i]!; e < rowPtr[i + 1]!; e += 1) {
      const j = col[e]!;
      // Not true of NaN, so what is not known is passed over.
      if (isRoomy[j] === 0 && -cost[e]! - standing.price[j]! > best) best = -cost[e]! - standing.price[j]!;
    }
    price[i] = Math.max(0, best - discount);
    const j = standing.at[i]!;
    if (j >= 0 && isRoomy[j] === 0) slotOwner[i] = j;
  }
  giveUpWorse(market);
}

/** Begins the market of workers with roomy openings with what stands; a new opening asks as much as somebody would give. */
export function resumeRoomy(market: Market, isRoomy: Uint8Array, standing: Standing): void {
  const { arcs, units, held, slotPtr, slotOwner, slotPrice, price } = market;
  const { ptr, other, cost } = arcs;
  const openings = price.length;
  for (let j = 0; j < openings; j += 1) if (isRoomy[j] === 1) price[j] = Math.max(0, standing.price[j]!);
  const offer = new Float64Array(openings);
  const best = new Float64Array(units.length).fill(Number.POSITIVE_INFINITY);
  for (let i = 0; i < units.length; i += 1) {
    for (let k = ptr[i]!; k < ptr[i + 1]!; k += 1) {
      const value = cost[k]! + price[other[k]!]!;
      if (value < best[i]!) best[i] = value;
    }
    if (best[i] === Number.POSITIVE_INFINITY) continue;
    for (let k = ptr[i]!; k < ptr[i + 1]!; k += 1) offer[other[k]!] = Math.max(offer[other[k]!]!, best[i]! - cost[k]!);
  }
  for (let j = 0; j < openings; j += 1) {
    if (isRoomy[j] === 0) continue;
    if (Number.isNaN(price[j]!)) price[j] = offer[j]!;
    slotPrice.fill(price[j]!, slotPtr[j]!, slotPtr[j + 1]!);
  }
  const next = slotPtr.slice(0, openings);
  for (let i = 0; i < units.length; i += 1) {
    const j = standing.at[i]!;
    if (units[i] === 0 || j < 0 || isRoomy[j] === 0 || next[j] === slotPtr[j + 1]) continue;
    for (let k = ptr[i]!; k < ptr[i + 1]!; k += 1) {
      if (other[k] !== j || cost[k]! + price[j]! > best[i]!) continue;
      slotOwner[next[j]!] = i;
      next[j]! += 1;
      held[i] = 1;
    }
  }
}
