import type { Arcs } from './arcs.ts';
import { heapOf } from './heap.ts';

// The reason for each `!` below: the index runs within the columns it is taken from; a check there would cost more than the work.

/**
 * What one more place at each opening would be worth, given an optimal matching: the least prices under which everybody is where they
 * pay least. They follow from the matching alone, whoever found it. Undefined where the matching is not optimal for these arcs.
 */
export function pricesOf(arcs: Arcs, match: Int32Array, cap: Int32Array, worth: number): Float64Array | undefined {
  const openings = cap.length;
  const price = new Float64Array(openings);
  const at = Array.from({ length: openings }, (): number[] => []);
  const heap = heapOf();
  const isWaiting = new Uint8Array(openings);
  let isOptimal = true;
  /** Nobody at an opening of this price, or nowhere, should be better off elsewhere: raises the prices where they would be. */
  const raise = (worker: number, bears: number) => {
    arcs.open(worker);
    const { begin, end, col, cost } = arcs;
    for (let arc = begin; arc < end; arc += 1) {
      const opening = col[arc]!;
      const least = bears - cost[arc]!;
      if (least <= price[opening]!) continue;
      price[opening] = least;
      if (least > worth) isOptimal = false;
      if (isWaiting[opening] === 1) continue;
      isWaiting[opening] = 1;
      heap.push(-least, opening);
    }
  };
  const paid = paidFor(arcs, match);
  if (!paid) return undefined;
  for (let worker = 0; worker < arcs.workers; worker += 1) {
    const opening = match[worker]!;
    if (opening >= 0) at[opening]?.push(worker);
  }
  for (let worker = 0; worker < arcs.workers; worker += 1) {
    const opening = match[worker]!;
    raise(worker, opening < 0 ? worth : paid[worker]! + price[opening]!);
  }
  // Of an optimal matching each opening comes up a few times; one that is not may go on raising for hours.
  for (let turns = 0; isOptimal && heap.least() < Number.POSITIVE_INFINITY; turns += 1) {
    if (turns > 1000 * (openings + 10)) return undefined;
    const opening = heap.pop();
    isWaiting[opening] = 0;
    for (const worker of at[opening] ?? []) raise(worker, paid[worker]! + price[opening]!);
  }
  const isLeft = (opening: number) => at[opening]!.length < cap[opening]!;
  return isOptimal && price.every((its, opening) => its === 0 || !isLeft(opening)) ? price : undefined;
}

/** The points of each match; undefined where somebody is matched without an arc. */
export function paidFor(arcs: Arcs, match: Int32Array): Float64Array | undefined {
  const paid = new Float64Array(arcs.workers);
  for (let worker = 0; worker < arcs.workers; worker += 1) {
    const opening = match[worker]!;
    if (opening < 0) continue;
    arcs.open(worker);
    let least = Number.POSITIVE_INFINITY;
    for (let arc = arcs.begin; arc < arcs.end; arc += 1)
      if (arcs.col[arc] === opening && arcs.cost[arc]! < least) least = arcs.cost[arc]!;
    if (least === Number.POSITIVE_INFINITY) return undefined;
    paid[worker] = least;
  }
  return paid;
}
