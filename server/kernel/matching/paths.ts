import { Heap } from './heap.ts';
import { freeSlots, giveUpWorse, type Market, missingUnits, roundPrices } from './market.ts';

/** For how many units paths are worth their while, and at how many arcs they may look. */
export interface PathPatience {
  readonly most: number;
  readonly total: number;
}

/**
 * Finds an object for each unit that an auction left without, one after the other, by the cheapest chain of changes: the unit takes an
 * object, whose bidder takes another instead, down to an object with a free slot (shortest paths by Dijkstra on
 * reduced costs). Bids may creep over a long way that a path takes in one stride; but each path is searched for alone,
 * so this is for the few that are left.
 *
 * True when every unit has its object: then the matching is the cheapest there is. False when it gave up or the time was up.
 */
export function findPaths(market: Market, { most, total }: PathPatience, isTimeUp: () => boolean): boolean {
  const { arcs, units, held, slotPtr, slotOwner, slotPrice, price } = market;
  const { ptr, other, cost } = arcs;
  roundPrices(market);
  // Who has lost something since its last bid may hold worse things than that.
  const before = slotOwner.slice();
  giveUpWorse(market);
  if (missingUnits(market) > most) {
    slotOwner.set(before);
    return false;
  }
  const objects = price.length;
  const heap = new Heap(objects);
  /** By which slot's owner, and in exchange for which object, an object was reached; -1 by the unit itself. */
  const fromSlot = new Int32Array(objects);
  const fromObject = new Int32Array(objects);
  const reached = new Int32Array(objects);
  const free = freeSlots(market);
  let count = 0;
  let left = total;
  let nearest = Number.POSITIVE_INFINITY;
  for (let b = 0; b < units.length; b += 1) {
    while (held[b]! < units[b]!) {
      if (left < 0 || isTimeUp() || !findPath(b)) return false;
    }
  }
  return true;

  function findPath(bidder: number): boolean {
    count = 0;
    nearest = Number.POSITIVE_INFINITY;
    reach(bidder, 0, -1, -1);
    let end = -1;
    for (let o = heap.pop(); o >= 0; o = heap.pop()) {
      const far = heap.key[o]!;
      if (free[o]! > 0) {
        end = o;
        break;
      }
      for (let slot = slotPtr[o]!; slot < slotPtr[o + 1]!; slot += 1) {
        const owner = slotOwner[slot]!;
        reach(owner, far - costOf(owner, o) - price[o]!, slot, o);
      }
    }
    if (end >= 0) {
      // Whatever was nearer becomes dearer by the difference, so that every chain there is still costs something.
      for (let n = 0; n < count; n += 1) {
        const o = reached[n]!;
        if (heap.key[o]! >= nearest) continue;
        price[o]! += nearest - heap.key[o]!;
        slotPrice.fill(price[o]!, slotPtr[o]!, slotPtr[o + 1]!);
      }
      let o = end;
      free[end]! -= 1;
      let to = slotPtr[end]!;
      while (slotOwner[to]! >= 0) to += 1;
      while (fromSlot[o]! >= 0) {
        slotOwner[to] = slotOwner[fromSlot[o]!]!;
        to = fromSlot[o]!;
        o = fromObject[o]!;
      }
      slotOwner[to] = bidder;
      held[bidder]! += 1;
    }
    heap.clear(reached, count);
    return end >= 0;
  }

  /** Offers a bidder all objects it lacks, `base` being what it saves by the one it would give. */
  function reach(bidder: number, base: number, slot: number, object: number): void {
    const start = ptr[bidder]!;
    const stop = ptr[bidder + 1]!;
    let k = start;
    for (; k < stop; k += 1) {
      const c = base + cost[k]!;
      if (c > nearest) break;
      const o = other[k]!;
      const far = c + price[o]!;
      if (far > nearest || far >= heap.key[o]! || slotOwner[slotPtr[o]!] === bidder) continue;
      if (heap.key[o] === Number.POSITIVE_INFINITY) reached[count++] = o;
      heap.lower(o, far);
      left -= 8;
      fromSlot[o] = slot;
      fromObject[o] = object;
      if (far < nearest && free[o]! > 0) nearest = far;
    }
    left -= k - start + 4;
  }

  function costOf(bidder: number, object: number): number {
    let k = ptr[bidder]!;
    while (other[k] !== object) k += 1;
    return cost[k]!;
  }
}
