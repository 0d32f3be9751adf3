import { type Arcs, arcsByWorker } from './arcs.ts';
import type { Filling } from './fill.ts';
import type { Instance } from './instance.ts';

/**
 * One kind of an instance, seen from its scarce side: every unit of every bidder must get an object of its own, and objects may be
 * left over. Where openings are contested they bid for workers, a unit for each place; where they are roomy the workers bid for
 * places. Either each bidder has one unit or each object one slot.
 */
export interface Market {
  readonly isContested: boolean;
  /** From bidders to objects, the cheapest first. */
  readonly arcs: Arcs;
  readonly units: Int32Array;
  /** How many units of each bidder have an object. */
  readonly held: Int32Array;
  /** The slots of each object, as a heap with the lowest price on top, and who holds each (-1 nobody). */
  readonly slotPtr: Int32Array;
  readonly slotOwner: Int32Array;
  readonly slotPrice: Float64Array;
  /** The lowest slot price of each object; infinite for what is not of this market. */
  readonly price: Float64Array;
  /**
   * By how much a bid goes beyond the second best: a power of two below 1 / (objects + 1). Prices are multiples of it, so
   * sums are exact; so little that what it loses in all stays below one, and costs are whole numbers.
   */
  readonly step: number;
  /** More than any two costs differ. */
  readonly span: number;
}

/** The market of contested openings: all free, all workers at price 0. */
export function contestedMarket({ workers, cap }: Instance, columns: Arcs, { at, isRoomy }: Filling): Market {
  const price = new Float64Array(workers);
  const slotPtr = new Int32Array(workers + 1);
  for (let i = 0; i < workers; i += 1) {
    slotPtr[i + 1] = i + 1;
    if (at[i]! >= 0 && isRoomy[at[i]!] === 1) price[i] = Number.POSITIVE_INFINITY;
  }
  return {
    isContested: true,
    arcs: columns,
    units: cap.map((places, j) => (isRoomy[j] === 1 ? 0 : places)),
    held: new Int32Array(cap.length),
    slotPtr,
    slotOwner: new Int32Array(workers).fill(-1),
    // A single slot's price is its object's.
    slotPrice: price,
    price,
    step: stepFor(workers),
    span: columns.span,
  };
}

/** The market of the workers who have a roomy opening: all unplaced, all places at price 0. */
export function roomyMarket(instance: Instance, { at, isRoomy }: Filling): Market {
  const { workers, openings, cap } = instance;
  const isRoomyWorker = Uint8Array.from(at, (j) => (j < 0 ? 0 : isRoomy[j]!));
  const units = Int32Array.from(isRoomyWorker);
  const arcs = arcsByWorker(instance, isRoomyWorker, isRoomy);
  // One more than can come is as good as any number, and takes no memory.
  const slots = new Int32Array(openings);
  for (let k = 0; k < arcs.other.length; k += 1) slots[arcs.other[k]!]! += 1;
  const slotPtr = new Int32Array(openings + 1);
  const price = new Float64Array(openings);
  for (let j = 0; j < openings; j += 1) {
    slotPtr[j + 1] = slotPtr[j]! + (isRoomy[j] === 1 ? Math.min(cap[j]!, slots[j]! + 1) : 1);
    if (isRoomy[j] === 0) price[j] = Number.POSITIVE_INFINITY;
  }
  const count = slotPtr[openings]!;
  return {
    isContested: false,
    arcs,
    units,
    held: new Int32Array(workers),
    slotPtr,
    slotOwner: new Int32Array(count).fill(-1),
    slotPrice: new Float64Array(count),
    price,
    step: stepFor(openings),
    span: arcs.span,
  };
}

function stepFor(objects: number): number {
  return 2 ** -Math.ceil(Math.log2(objects + 2));
}

/** How many units have no object. */
export function missingUnits({ units, held }: Market): number {
  let missing = 0;
  for (let b = 0; b < units.length; b += 1) missing += units[b]! - held[b]!;
  return missing;
}

/** Lets go of what is worse than the best that its bidder does not have, at prices that are whole numbers; counts anew what is held. */
export function giveUpWorse({ isContested, arcs, units, held, slotOwner, price }: Market): void {
  if (!isContested) return; // who has one unit and an object gets it at a price that makes it the best
  const { ptr, other, cost } = arcs;
  for (let b = 0; b < units.length; b += 1) {
    if (units[b] === 0) continue;
    let least = Number.POSITIVE_INFINITY;
    for (let k = ptr[b]!; k < ptr[b + 1]! && cost[k]! < least; k += 1) {
      if (slotOwner[other[k]!] !== b) least = Math.min(least, cost[k]! + price[other[k]!]!);
    }
    held[b] = 0;
    for (let k = ptr[b]!; k < ptr[b + 1]!; k += 1) {
      const o = other[k]!;
      if (slotOwner[o] !== b) continue;
      if (cost[k]! + price[o]! > least) slotOwner[o] = -1;
      else held[b]! += 1;
    }
  }
}

/** Writes who has what into `at`, by worker; workers of the other market are left as they are. */
export function writeMatching({ isContested, units, slotPtr, slotOwner, price }: Market, at: Int32Array): void {
  if (isContested) {
    for (let i = 0; i < price.length; i += 1) if (price[i]! < Number.POSITIVE_INFINITY) at[i] = slotOwner[i]!;
    return;
  }
  for (let i = 0; i < units.length; i += 1) if (units[i] === 1) at[i] = -1;
  for (let j = 0; j < price.length; j += 1) {
    for (let slot = slotPtr[j]!; slot < slotPtr[j + 1]!; slot += 1) if (slotOwner[slot]! >= 0) at[slotOwner[slot]!] = j;
  }
}

/** How many slots of each object nobody has; none of what is not of this market. */
export function freeSlots({ slotPtr, slotOwner, price }: Market): Int32Array {
  return Int32Array.from(price, (p, o) => {
    let free = 0;
    if (p < Number.POSITIVE_INFINITY) {
      for (let slot = slotPtr[o]!; slot < slotPtr[o + 1]!; slot += 1) if (slotOwner[slot]! < 0) free += 1;
    }
    return free;
  });
}

/**
 * Makes the prices whole numbers at which nobody would rather have something else. Prices p and q with p ≤ q + step + a whole number keep
 * that order when rounded down, unless exactly a step short of a whole number lies between them. So all are
 * raised together until none ends there before they are rounded; with fewer objects than steps in one, that takes less than one.
 */
export function roundPrices({ slotPtr, slotPrice, price, step }: Market): void {
  const steps = 1 / step;
  const isTaken = new Uint8Array(steps);
  for (const p of price) if (p < Number.POSITIVE_INFINITY) isTaken[(p - Math.floor(p)) * steps] = 1;
  const raise = (steps - 1 - isTaken.indexOf(0)) * step;
  for (let o = 0; o < price.length; o += 1) {
    price[o] = Math.floor(price[o]! + raise);
    slotPrice.fill(price[o]!, slotPtr[o]!, slotPtr[o + 1]!);
  }
}

/** What a place of each opening of this market costs beyond its arcs, by its whole prices, written into `openingPrice`. */
export function writeOpeningPrices({ isContested, units, arcs, slotOwner, price }: Market, openingPrice: Float64Array): void {
  if (!isContested) {
    for (let j = 0; j < price.length; j += 1) if (price[j]! < Number.POSITIVE_INFINITY) openingPrice[j] = price[j]!;
    return;
  }
  const { ptr, other, cost } = arcs;
  for (let j = 0; j < units.length; j += 1) {
    if (units[j] === 0) continue;
    // The best that the opening does not have; without any, the worst that it has.
    let least = Number.POSITIVE_INFINITY;
    let most = Number.NEGATIVE_INFINITY;
    for (let k = ptr[j]!; k < ptr[j + 1]! && cost[k]! < least; k += 1) {
      const value = cost[k]! + price[other[k]!]!;
      if (slotOwner[other[k]!] === j) most = Math.max(most, value);
      else if (value < least) least = value;
    }
    const value = least < Number.POSITIVE_INFINITY ? least : most;
    if (Number.isFinite(value)) openingPrice[j] = -value;
  }
}
