import type { Instance } from './instance.ts';

/** The arcs of one side, node by node, the cheapest first, none twice: those of node b are `ptr[b] … ptr[b + 1] - 1`. */
export interface Arcs {
  readonly ptr: Int32Array;
  /** The node on the other side. */
  readonly other: Int32Array;
  readonly cost: Int32Array;
  /** More than any two costs differ. */
  readonly span: number;
}

/** All arcs, opening by opening. */
export function arcsByOpening({ workers, openings, rowPtr, col, cost }: Instance): Arcs {
  const ptr = new Int32Array(openings + 1);
  const last = new Int32Array(openings).fill(-1);
  let twice = 0;
  for (let i = 0; i < workers; i += 1) {
    for (let e = rowPtr[i]!; e < rowPtr[i + 1]!; e += 1) {
      const j = col[e]!;
      ptr[j + 1]! += 1;
      if (last[j] === i) twice += 1;
      last[j] = i;
    }
  }
  for (let j = 0; j < openings; j += 1) ptr[j + 1]! += ptr[j]!;
  const other = new Int32Array(col.length);
  const price = new Int32Array(col.length);
  const end = ptr.slice(0, openings);
  for (let i = 0; i < workers; i += 1) {
    for (let e = rowPtr[i]!; e < rowPtr[i + 1]!; e += 1) {
      const at = end[col[e]!]!++;
      other[at] = i;
      price[at] = cost[e]!;
    }
  }
  if (twice > 0) dropDearer(ptr, other, price);
  return { ptr, other, cost: price, span: sortByCost(ptr, other, price) };
}

/** The arcs of the workers for whom `isTaken` is 1, to openings for which `isOpen` is 1. */
export function arcsByWorker({ workers, rowPtr, col, cost, cap }: Instance, isTaken: Uint8Array, isOpen: Uint8Array): Arcs {
  const ptr = new Int32Array(workers + 1);
  let count = 0;
  for (let i = 0; i < workers; i += 1) {
    if (isTaken[i]) for (let e = rowPtr[i]!; e < rowPtr[i + 1]!; e += 1) count += isOpen[col[e]!]!;
  }
  const other = new Int32Array(count);
  const price = new Int32Array(count);
  const last = new Int32Array(cap.length).fill(-1);
  let at = 0;
  for (let i = 0; i < workers; i += 1) {
    const start = at;
    if (isTaken[i]) {
      for (let e = rowPtr[i]!; e < rowPtr[i + 1]!; e += 1) {
        const j = col[e]!;
        if (isOpen[j] === 0) continue;
        const before = last[j]!;
        if (before >= start) {
          if (cost[e]! < price[before]!) price[before] = cost[e]!;
          continue;
        }
        last[j] = at;
        other[at] = j;
        price[at] = cost[e]!;
        at += 1;
      }
    }
    ptr[i + 1] = at;
  }
  return { ptr, other, cost: price, span: sortByCost(ptr, other, price) };
}

/** Of arcs between the same two, which stand next to each other, keeps the cheapest. */
function dropDearer(ptr: Int32Array, other: Int32Array, cost: Int32Array): void {
  let to = 0;
  let from = 0;
  for (let b = 0; b + 1 < ptr.length; b += 1) {
    const start = to;
    for (; from < ptr[b + 1]!; from += 1) {
      if (to > start && other[to - 1] === other[from]) cost[to - 1] = Math.min(cost[to - 1]!, cost[from]!);
      else {
        other[to] = other[from]!;
        cost[to] = cost[from]!;
        to += 1;
      }
    }
    ptr[b + 1] = to;
  }
}

/** From this many arcs on, counting digits beats inserting. */
const MANY = 24;

/** Stable, in place, node by node, linear in the arcs. Gives the span of the costs. */
function sortByCost(ptr: Int32Array, other: Int32Array, cost: Int32Array): number {
  const nodes = ptr.length - 1;
  const count = ptr[nodes]!;
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  let longest = 0;
  for (let k = 0; k < count; k += 1) {
    if (cost[k]! < least) least = cost[k]!;
    if (cost[k]! > most) most = cost[k]!;
  }
  if (count === 0) return 1;
  for (let b = 0; b < nodes; b += 1) longest = Math.max(longest, ptr[b + 1]! - ptr[b]!);
  const bits = Math.max(1, Math.ceil(Math.log2(most - least + 1)));
  const passes = 2 * Math.ceil(bits / 16);
  const digit = Math.ceil(bits / passes);
  const spareOther = new Int32Array(longest);
  const spareCost = new Int32Array(longest);
  const start = new Int32Array((1 << digit) + 1);
  for (let b = 0; b < nodes; b += 1) {
    const from = ptr[b]!;
    const to = ptr[b + 1]!;
    if (to - from < MANY) {
      insertSorted(other, cost, from, to);
      continue;
    }
    for (let pass = 0; pass < passes; pass += 2) {
      scatter(other, cost, from, to - from, spareOther, spareCost, 0, start, pass * digit, digit, least);
      scatter(spareOther, spareCost, 0, to - from, other, cost, from, start, (pass + 1) * digit, digit, least);
    }
  }
  return most - least + 1;
}

function insertSorted(other: Int32Array, cost: Int32Array, from: number, to: number): void {
  for (let k = from + 1; k < to; k += 1) {
    const c = cost[k]!;
    const o = other[k]!;
    let at = k - 1;
    while (at >= from && cost[at]! > c) {
      cost[at + 1] = cost[at]!;
      other[at + 1] = other[at]!;
      at -= 1;
    }
    cost[at + 1] = c;
    other[at + 1] = o;
  }
}

function scatter(
  other: Int32Array,
  cost: Int32Array,
  from: number,
  count: number,
  toOther: Int32Array,
  toCost: Int32Array,
  to: number,
  start: Int32Array,
  shift: number,
  digit: number,
  least: number,
): void {
  const mask = (1 << digit) - 1;
  start.fill(0);
  for (let k = from; k < from + count; k += 1) start[(((cost[k]! - least) >>> shift) & mask) + 1]! += 1;
  for (let d = 0; d < mask; d += 1) start[d + 1]! += start[d]!;
  for (let k = from; k < from + count; k += 1) {
    const d = ((cost[k]! - least) >>> shift) & mask;
    const at = to + start[d]!;
    start[d] = at - to + 1;
    toOther[at] = other[k]!;
    toCost[at] = cost[k]!;
  }
}
