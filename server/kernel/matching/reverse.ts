import type { Arcs } from './arcs.ts';
import { freeSlots, type Market } from './market.ts';

/**
 * The other half of the auction, for a market that began with prices, where something that nobody has may still ask too much. It
 * lowers its price until a step below what its second best bidder would give, and the best one takes it for the worst
 * it has; then that asks too much, and so on, until a price comes down to 0 with nobody wanting it.
 *
 * Every unit must have its object, and always does. True when nothing free asks for anything any more; false when it gave up
 * or the time was up.
 */
export function reverseAuction(market: Market, byObject: ByObject, patience: number, isTimeUp: () => boolean): boolean {
  const { units, price, step } = market;
  const { ptr, other, cost } = byObject;
  const free = freeSlots(market);
  const asking: number[] = [];
  for (let o = 0; o < price.length; o += 1) if (free[o]! > 0 && price[o]! > 0) asking.push(o);
  if (asking.length === 0) return true;
  const holdings = holdingsOf(market);
  const { objects, paid, worst } = holdings;
  let left = patience;
  let rounds = 0;
  for (let o: number | undefined = asking.pop(); o !== undefined; o = asking.pop()) {
    while (free[o]! > 0 && price[o]! > 0) {
      if (left < 0 || ((++rounds & 255) === 0 && isTimeUp())) {
        writeHoldings(market, holdings);
        return false;
      }
      let best = -1;
      let first = 0;
      let second = 0;
      let bestCost = 0;
      for (let k: number = ptr[o]!; k < ptr[o + 1]!; k += 1) {
        const b = other[k]!;
        if (units[b] === 0) continue;
        const at = worst[b]!;
        const worstObject = objects[at]!;
        const gives = paid[at]! + price[worstObject]! - cost[k]!;
        if (gives <= second || worstObject === o) continue;
        if (gives <= first) {
          second = gives;
          continue;
        }
        second = first;
        first = gives;
        best = b;
        bestCost = cost[k]!;
      }
      left -= ptr[o + 1]! - ptr[o]! + 4;
      if (first <= step) {
        price[o] = 0;
        break;
      }
      price[o] = Math.max(0, second - step);
      free[o]! -= 1;
      const at = worst[best]!;
      const given = objects[at]!;
      objects[at] = o;
      paid[at] = bestCost;
      findWorst(holdings, price, best);
      free[given]! += 1;
      if (price[given]! > 0) asking.push(given);
    }
  }
  writeHoldings(market, holdings);
  return true;
}

type ByObject = Pick<Arcs, 'ptr' | 'other' | 'cost'>;

/** What each bidder has: those of bidder b from `ptr[b]` on, with the costs of their arcs, and where the worst of them stands. */
interface Holdings {
  readonly ptr: Int32Array;
  readonly objects: Int32Array;
  readonly paid: Int32Array;
  readonly worst: Int32Array;
}

function holdingsOf({ isContested, arcs, units, slotPtr, slotOwner, price }: Market): Holdings {
  const bidders = units.length;
  const ptr = new Int32Array(bidders + 1);
  for (let b = 0; b < bidders; b += 1) ptr[b + 1] = ptr[b]! + units[b]!;
  const objects = new Int32Array(ptr[bidders]!);
  const paid = new Int32Array(objects.length);
  const holdings = { ptr, objects, paid, worst: new Int32Array(bidders) };
  if (!isContested) {
    for (let o = 0; o < price.length; o += 1) {
      for (let slot = slotPtr[o]!; slot < slotPtr[o + 1]!; slot += 1) {
        if (slotOwner[slot]! >= 0) objects[ptr[slotOwner[slot]!]!] = o;
      }
    }
  }
  for (let b = 0; b < bidders; b += 1) {
    let at = ptr[b]!;
    for (let k = arcs.ptr[b]!; at < ptr[b + 1]!; k += 1) {
      const o = arcs.other[k]!;
      if (isContested ? slotOwner[o] !== b : objects[at] !== o) continue;
      objects[at] = o;
      paid[at] = arcs.cost[k]!;
      at += 1;
    }
    if (units[b]! > 0) findWorst(holdings, price, b);
  }
  return holdings;
}

function findWorst({ ptr, objects, paid, worst }: Holdings, price: Float64Array, bidder: number): void {
  let most = Number.NEGATIVE_INFINITY;
  for (let at = ptr[bidder]!; at < ptr[bidder + 1]!; at += 1) {
    const value = paid[at]! + price[objects[at]!]!;
    if (value <= most) continue;
    most = value;
    worst[bidder] = at;
  }
}

function writeHoldings({ units, slotPtr, slotOwner, slotPrice, price }: Market, { ptr, objects }: Holdings): void {
  slotOwner.fill(-1);
  const next = slotPtr.slice(0, price.length);
  for (let b = 0; b < units.length; b += 1) {
    for (let at = ptr[b]!; at < ptr[b + 1]!; at += 1) {
      const o = objects[at]!;
      slotOwner[next[o]!] = b;
      next[o]! += 1;
    }
  }
  for (let o = 0; o < price.length; o += 1) slotPrice.fill(price[o]!, slotPtr[o]!, slotPtr[o + 1]!);
}
