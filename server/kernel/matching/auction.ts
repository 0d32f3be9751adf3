import type { Market } from './market.ts';

/** How many arcs an auction may look at: in all, and since there last were fewer units without an object than ever before. */
export interface Patience {
  readonly total: number;
  readonly stalled: number;
}

/**
 * Lets the bidders that lack objects bid for the best ones, each as much as makes the best it could not get as good, and a
 * step more (Bertsekas's auction, with all missing units of a bidder at once). No scaling of steps: costs rarely tie, so
 * even the smallest step seldom matters, and whoever is outbid is cheap to serve again. Where bids do creep, it gives up.
 *
 * Prices only rise, and what was sold once stays sold: what nobody holds still has the price it began with.
 *
 * True when every unit has an object: then the matching is the cheapest there is. False when it gave up or the time was up.
 */
export function auction(market: Market, { total, stalled }: Patience, isTimeUp: () => boolean): boolean {
  const { isContested, arcs, units, held, slotPtr, slotOwner, slotPrice, price, step, span } = market;
  const { ptr, other, cost } = arcs;
  const bidders = units.length;
  const queue = new Int32Array(bidders);
  const isWaiting = new Uint8Array(bidders);
  let head = 0;
  let waiting = 0;
  let most = 1;
  /** Units without an object, the fewest there were so far, and how much patience was left then. */
  let missing = 0;
  let fewest = Number.POSITIVE_INFINITY;
  let leftThen = total;
  for (let b = 0; b < bidders; b += 1) {
    if (units[b]! > most) most = units[b]!;
    missing += units[b]! - held[b]!;
    if (held[b]! === units[b]!) continue;
    queue[waiting++] = b;
    isWaiting[b] = 1;
  }
  /** Where openings bid, by which arc each worker is held, and which arcs hold one: beside the arcs, so that it is at hand. */
  const heldArc = new Int32Array(isContested ? price.length : 0);
  const isHeld = new Uint8Array(cost.length);
  if (isContested && missing < sum(units)) findHeld();
  const asked = new Float64Array(AHEAD);
  const value = new Float64Array(most + 1);
  const arc = new Int32Array(most + 1);
  const highest = 2 ** 52 * step;
  let left = total;
  let rounds = 0;
  while (waiting > 0) {
    const b = queue[head]!;
    head = head + 1 === bidders ? 0 : head + 1;
    waiting -= 1;
    isWaiting[b] = 0;
    // The best objects it lacks, and one more.
    const need = units[b]! - held[b]!;
    const start = ptr[b]!;
    const stop = ptr[b + 1]!;
    let have = 0;
    let worst = Number.POSITIVE_INFINITY;
    let k = start;
    // Prices are never negative, and dearer arcs follow.
    while (k < stop && cost[k]! < worst) {
      const count = Math.min(AHEAD, stop - k);
      for (let n = 0; n < count; n += 1) asked[n] = price[other[k + n]!]!;
      for (let n = 0; n < count; n += 1, k += 1) {
        const v = cost[k]! + asked[n]!;
        if (v >= worst || isHeld[k] === 1) continue;
        let at = have;
        if (have <= need) have += 1;
        else at = need;
        while (at > 0 && value[at - 1]! > v) {
          value[at] = value[at - 1]!;
          arc[at] = arc[at - 1]!;
          at -= 1;
        }
        value[at] = v;
        arc[at] = k;
        if (have > need) worst = value[need]!;
      }
    }
    left -= k - start + 4;
    const level = (have > need ? worst : value[have - 1]! + span) + step;
    if (have < need || level > highest || left < 0) return false;
    if ((++rounds & 1023) === 0 && isTimeUp()) return false;
    for (let n = 0; n < need; n += 1) {
      const k = arc[n]!;
      const o = other[k]!;
      const top = slotPtr[o]!;
      const loser = slotOwner[top]!;
      if (loser < 0) missing -= 1;
      else {
        held[loser]! -= 1;
        if (isWaiting[loser] === 0) {
          isWaiting[loser] = 1;
          const last = head + waiting;
          queue[last >= bidders ? last - bidders : last] = loser;
          waiting += 1;
        }
      }
      if (isContested) {
        if (loser >= 0) isHeld[heldArc[o]!] = 0;
        isHeld[k] = 1;
        heldArc[o] = k;
        slotOwner[o] = b;
        price[o] = level - cost[k]!;
      } else sell(o, b, level - cost[k]!);
    }
    held[b] = units[b]!;
    if (missing < fewest) {
      fewest = missing;
      leftThen = left;
    } else if (leftThen - left > stalled) return false;
  }
  return true;

  /** Puts a bidder into the cheapest slot of an object, at a higher price. */
  function sell(object: number, bidder: number, bid: number): void {
    const top = slotPtr[object]!;
    const end = slotPtr[object + 1]!;
    let at = top;
    for (;;) {
      let child = 2 * at - top + 1;
      if (child >= end) break;
      if (child + 1 < end && slotPrice[child + 1]! < slotPrice[child]!) child += 1;
      if (slotPrice[child]! >= bid) break;
      slotPrice[at] = slotPrice[child]!;
      slotOwner[at] = slotOwner[child]!;
      at = child;
    }
    slotPrice[at] = bid;
    slotOwner[at] = bidder;
    price[object] = slotPrice[top]!;
  }

  function findHeld(): void {
    for (let b = 0; b < bidders; b += 1) {
      for (let k = ptr[b]!; k < ptr[b + 1]!; k += 1) {
        if (slotOwner[other[k]!] !== b) continue;
        isHeld[k] = 1;
        heldArc[other[k]!] = k;
      }
    }
  }
}

/** So many prices are fetched before any is compared: far apart in memory, they are waited for together. */
const AHEAD = 8;

function sum(numbers: Int32Array): number {
  return numbers.reduce((total, n) => total + n, 0);
}
