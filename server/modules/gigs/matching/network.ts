import type { Instance } from '../../../kernel/matching/instance.ts';
import { heapOf } from './heap.ts';

// The reason for each `!` below: the index runs within the columns it is taken from; a check there would cost more than the work.

/**
 * A matching that is optimal and stays so while people come and go: one shortest path for each. It is kept with the prices of the
 * openings, and holds to this after every step: an opening with a place left has price 0; a worker who is served pays, points and price
 * together, no more than anywhere else and no more than `worth`; one who is not would pay at least `worth` everywhere.
 */
export type Network = {
  readonly instance: Instance;
  /** The opening of each worker; -1 for those not served, -2 for those not there. */
  readonly match: Int32Array;
  readonly price: Float64Array;
  /** What it is worth that a worker is served. */
  readonly worth: Float64Array;
  /** Someone comes, or tries again. */
  insert(worker: number): void;
  /** Someone goes; the place is filled anew if that is better. */
  remove(worker: number): void;
  /** Takes over a matching with its prices. Those of `astray`, and only those, may pay more than elsewhere: they come anew. */
  load(match: Int32Array, price: Float64Array, astray?: readonly number[]): void;
  /** How many are served, and for how many points. */
  count(): Value;
  /** The whole of it, to come back to. */
  save(): Saved;
  restore(saved: Saved): void;
};

export type Value = { readonly filled: number; readonly cost: number };
export type Saved = { readonly match: Int32Array; readonly price: Float64Array; readonly paid: Float64Array };

/** More matches, or as many for fewer points. */
export const isBetter = (one: Value, other: Value): boolean =>
  one.filled > other.filled || (one.filled === other.filled && one.cost < other.cost);

/** `isBarred` takes single arcs out of play; whoever uses one at the time must be removed and inserted again. */
export function networkOf(instance: Instance, worth: number, isBarred?: (worker: number, opening: number) => boolean): Network {
  const { workers, openings, rowPtr, col, cost, cap } = instance;
  const { colPtr, row, rowCost } = byOpening(instance);
  const match = new Int32Array(workers).fill(-2);
  const paid = new Float64Array(workers);
  const worths = new Float64Array(workers).fill(worth);
  const price = new Float64Array(openings);
  const taken = new Int32Array(openings);
  // Who is at an opening, as a linked list.
  const first = new Int32Array(openings).fill(-1);
  const next = new Int32Array(workers).fill(-1);
  const previous = new Int32Array(workers).fill(-1);
  const distance = new Float64Array(openings);
  const seen = new Int32Array(openings);
  const via = new Int32Array(openings);
  const onward = new Int32Array(openings);
  const viaCost = new Float64Array(openings);
  const settled: number[] = [];
  const heap = heapOf();
  let stamp = 0;

  const attach = (worker: number, opening: number, points: number) => {
    match[worker] = opening;
    paid[worker] = points;
    const old = first[opening]!;
    next[worker] = old;
    previous[worker] = -1;
    if (old >= 0) previous[old] = worker;
    first[opening] = worker;
    taken[opening]! += 1;
  };
  const detach = (worker: number, left: -1 | -2) => {
    const opening = match[worker]!;
    match[worker] = left;
    if (opening < 0) return;
    const [before, after] = [previous[worker]!, next[worker]!];
    if (before >= 0) next[before] = after;
    else first[opening] = after;
    if (after >= 0) previous[after] = before;
    taken[opening]! -= 1;
  };
  const begin = () => {
    stamp += 1;
    settled.length = 0;
    heap.clear();
  };
  const reach = (opening: number, key: number, worker: number, points: number, from: number) => {
    if (seen[opening] === stamp && key >= distance[opening]!) return;
    seen[opening] = stamp;
    distance[opening] = key;
    via[opening] = worker;
    viaCost[opening] = points;
    onward[opening] = from;
    heap.push(key, opening);
  };
  /** Pops the next opening nearer than `best`; -1 where there is none. */
  const settle = (best: number): number => {
    while (heap.least() < best) {
      const key = heap.least();
      const opening = heap.pop();
      if (key > distance[opening]!) continue;
      settled.push(opening);
      return opening;
    }
    return -1;
  };

  const insert = (worker: number): void => {
    begin();
    detach(worker, -1);
    let best = worths[worker]!;
    for (let at = rowPtr[worker]!; at < rowPtr[worker + 1]!; at += 1) {
      const opening = col[at]!;
      const key = cost[at]! + price[opening]!;
      if (key < best && !isBarred?.(worker, opening)) reach(opening, key, worker, cost[at]!, -1);
    }
    let end = -1;
    let leaves = -1;
    for (let opening = settle(best); opening >= 0; opening = settle(best)) {
      const reached = distance[opening]!;
      if (taken[opening]! < cap[opening]!) {
        [best, end, leaves] = [reached, opening, -1];
        break;
      }
      for (let here = first[opening]!; here >= 0; here = next[here]!) {
        const bears = paid[here]! + price[opening]!;
        if (reached + worths[here]! - bears < best) [best, end, leaves] = [reached + worths[here]! - bears, opening, here];
        for (let at = rowPtr[here]!; at < rowPtr[here + 1]!; at += 1) {
          const other = col[at]!;
          const key = reached + cost[at]! + price[other]! - bears;
          if (key < best && other !== opening && !isBarred?.(here, other)) reach(other, key, here, cost[at]!, opening);
        }
      }
    }
    for (const opening of settled) if (distance[opening]! < best) price[opening]! += best - distance[opening]!;
    if (end < 0) return;
    if (leaves >= 0) detach(leaves, -1);
    for (let opening = end; ; ) {
      const mover = via[opening]!;
      const points = viaCost[opening]!;
      const from = match[mover]!;
      detach(mover, -1);
      attach(mover, opening, points);
      if (mover === worker) return;
      opening = from;
    }
  };

  /** A place has become free at an opening with a price: whoever gains most by it moves up, and so on, until nobody gains. */
  const refill = (hole: number): void => {
    if (price[hole] === 0 || taken[hole]! >= cap[hole]!) return;
    begin();
    let best = price[hole]!;
    let end = hole;
    let comes = -1;
    let comesFor = 0;
    reach(hole, 0, -1, 0, -1);
    for (let opening = settle(best); opening >= 0; opening = settle(best)) {
      const reached = distance[opening]!;
      if (reached + price[opening]! < best) [best, end, comes] = [reached + price[opening]!, opening, -1];
      for (let at = colPtr[opening]!; at < colPtr[opening + 1]!; at += 1) {
        const worker = row[at]!;
        const from = match[worker]!;
        if (from === opening || from === -2) continue;
        const bears = from === -1 ? worths[worker]! : paid[worker]! + price[from]!;
        const key = reached + rowCost[at]! + price[opening]! - bears;
        if (key >= best || isBarred?.(worker, opening)) continue;
        if (from === -1) [best, end, comes, comesFor] = [key, opening, worker, rowCost[at]!];
        else reach(from, key, worker, rowCost[at]!, opening);
      }
    }
    for (const opening of settled) if (distance[opening]! < best) price[opening]! -= best - distance[opening]!;
    for (let opening = end; opening !== hole; ) {
      const to = onward[opening]!;
      detach(via[opening]!, -1);
      attach(via[opening]!, to, viaCost[opening]!);
      opening = to;
    }
    if (comes >= 0) attach(comes, end, comesFor);
  };

  const restore = (saved: Saved): void => {
    first.fill(-1);
    taken.fill(0);
    price.set(saved.price);
    for (let worker = workers - 1; worker >= 0; worker -= 1) {
      const opening = saved.match[worker]!;
      if (opening < 0) match[worker] = opening;
      else attach(worker, opening, saved.paid[worker]!);
    }
  };

  return {
    instance,
    match,
    price,
    worth: worths,
    insert,
    remove(worker) {
      const opening = match[worker]!;
      detach(worker, -2);
      if (opening >= 0) refill(opening);
    },
    load(from, prices, astray = []) {
      const paidNow = Float64Array.from(from, (opening, worker) => (opening < 0 ? 0 : leastCost(instance, worker, opening)));
      const present = from.slice();
      for (const worker of astray) present[worker] = -2;
      restore({ match: present, price: prices, paid: paidNow });
      // First without them: a place they left is offered to the others as if it were new.
      for (const worker of astray) if (from[worker]! >= 0) refill(from[worker]!);
      for (const worker of astray) insert(worker);
    },
    save: () => ({ match: match.slice(), price: price.slice(), paid: paid.slice() }),
    restore,
    count() {
      let filled = 0;
      let points = 0;
      for (let worker = 0; worker < workers; worker += 1) {
        if (match[worker]! < 0) continue;
        filled += 1;
        points += paid[worker]!;
      }
      return { filled, cost: points };
    },
  };
}

/** The points of an arc; the least where there are several; infinity where there is none. */
export function leastCost({ rowPtr, col, cost }: Instance, worker: number, opening: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let at = rowPtr[worker] ?? 0; at < (rowPtr[worker + 1] ?? 0); at += 1)
    if (col[at] === opening && cost[at]! < least) least = cost[at]!;
  return least;
}

function byOpening({ workers, openings, rowPtr, col, cost }: Instance) {
  const colPtr = new Int32Array(openings + 1);
  for (const opening of col) colPtr[opening + 1]! += 1;
  for (let at = 0; at < openings; at += 1) colPtr[at + 1]! += colPtr[at]!;
  const fill = colPtr.slice(0, openings);
  const row = new Int32Array(col.length);
  const rowCost = new Int32Array(col.length);
  for (let worker = 0; worker < workers; worker += 1) {
    for (let at = rowPtr[worker]!; at < rowPtr[worker + 1]!; at += 1) {
      const to = fill[col[at]!]!;
      fill[col[at]!]! += 1;
      row[to] = worker;
      rowCost[to] = cost[at]!;
    }
  }
  return { colPtr, row, rowCost };
}
