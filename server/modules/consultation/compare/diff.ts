/**
 * What stands only in one of two lists, in their order: patience (what occurs once in both holds the rest together), and Myers'
 * greedy search between. Pure; equal items are kept, no item is lost or told twice.
 */

/** A stretch of both lists: the same, or replaced (one side may be empty). */
export interface Stretch {
  readonly isSame: boolean;
  readonly old: readonly [number, number];
  readonly new: readonly [number, number];
}

/** Beyond so many differences inside one stretch, two texts have little in common: the stretch counts as replaced. */
const MOST_DIFFERENCES = 1500;

/** The stretches of `before` and `after`, in order, covering both. */
export function diffLists(before: readonly string[], after: readonly string[]): Stretch[] {
  const numbers = new Map<string, number>();
  const numbered = (list: readonly string[]) =>
    Int32Array.from(list, (item) => {
      const known = numbers.get(item) ?? numbers.size;
      numbers.set(item, known);
      return known;
    });
  const [a, b] = [numbered(before), numbered(after)];
  /** For each item of `before`, the item of `after` that it is, or -1. */
  const partner = new Int32Array(a.length).fill(-1);
  match(a, b, 0, a.length, 0, b.length, partner);
  return stretchesOf(partner, a.length, b.length);
}

/** Pairs a[from..to) with b[start..end). Works on a list of its own instead of calling itself, so that depth is no limit. */
function match(a: Int32Array, b: Int32Array, aFrom: number, aTo: number, bFrom: number, bTo: number, partner: Int32Array): void {
  const waiting: [number, number, number, number][] = [[aFrom, aTo, bFrom, bTo]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    let [from, to, start, end] = next;
    while (from < to && start < end && a[from] === b[start]) partner[from++] = start++;
    while (from < to && start < end && a[to - 1] === b[end - 1]) partner[--to] = --end;
    if (from === to || start === end) continue;
    const anchors = anchorsBetween(a, b, from, to, start, end);
    if (anchors.length === 0) {
      myers(a, b, from, to, start, end, partner);
      continue;
    }
    for (const [i, j] of anchors) {
      partner[i] = j;
      waiting.push([from, i, start, j]);
      [from, start] = [i + 1, j + 1];
    }
    waiting.push([from, to, start, end]);
  }
}

/** Items that occur once on both sides, in the longest order that both share. */
function anchorsBetween(a: Int32Array, b: Int32Array, from: number, to: number, start: number, end: number): [number, number][] {
  const seen = new Map<number, { inA: number; inB: number; i: number; j: number }>();
  for (let i = from; i < to; i++) {
    const item = a[i] as number; // as: i < to
    const one = seen.get(item);
    if (one) one.inA++;
    else seen.set(item, { inA: 1, inB: 0, i, j: -1 });
  }
  for (let j = start; j < end; j++) {
    const one = seen.get(b[j] as number); // as: j < end
    if (!one) continue;
    one.inB++;
    one.j = j;
  }
  const pairs: [number, number][] = [];
  for (const { inA, inB, i, j } of seen.values()) if (inA === 1 && inB === 1) pairs.push([i, j]);
  return longestRising(pairs);
}

/** The longest part of `pairs` (rising in the first number) that rises in the second too. */
function longestRising(pairs: readonly [number, number][]): [number, number][] {
  const ends: number[] = []; // index of the pair that ends the best run of each length
  const previous = new Int32Array(pairs.length).fill(-1);
  for (const [at, [, j]] of pairs.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] as number] as [number, number])[1] < j)
        low = middle + 1; // as: middle < ends.length
      else high = middle;
    }
    if (low > 0) previous[at] = ends[low - 1] as number; // as: low - 1 < ends.length
    ends[low] = at;
  }
  const run: [number, number][] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] as number) run.push(pairs[at] as [number, number]); // as: both inside
  return run.reverse();
}

/** E. W. Myers, An O(ND) Difference Algorithm (1986), with the trace kept. */
function myers(a: Int32Array, b: Int32Array, from: number, to: number, start: number, end: number, partner: Int32Array): void {
  const [n, m] = [to - from, end - start];
  const most = Math.min(n + m, MOST_DIFFERENCES);
  const middle = most + 1;
  const furthest = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  const at = (k: number) => furthest[middle + k] as number; // as: |k| ≤ most
  for (let d = 0; d <= most; d++) {
    trace.push(furthest.slice(middle - d - 1, middle + d + 2));
    for (let k = -d; k <= d; k += 2) {
      let x = k === -d || (k !== d && at(k - 1) < at(k + 1)) ? at(k + 1) : at(k - 1) + 1;
      while (x < n && x - k < m && a[from + x] === b[start + x - k]) x++;
      furthest[middle + k] = x;
      if (x >= n && x - k >= m) {
        backtrack(trace, d, n, m, (i, j) => {
          partner[from + i] = start + j;
        });
        return;
      }
    }
  }
}

function backtrack(trace: readonly Int32Array[], last: number, n: number, m: number, pair: (i: number, j: number) => void): void {
  let [x, y] = [n, m];
  for (let d = last; d >= 0; d--) {
    const row = trace[d] as Int32Array; // as: one row a step
    const reached = (k: number) => row[k + d + 1] as number; // as: |k| ≤ d + 1
    const k = x - y;
    const isDown = k === -d || (k !== d && reached(k - 1) < reached(k + 1));
    const fromK = isDown ? k + 1 : k - 1;
    const fromX = d === 0 ? 0 : reached(fromK);
    const fromY = d === 0 ? 0 : fromX - fromK;
    while (x > fromX && y > fromY && x > 0 && y > 0) pair(--x, --y);
    [x, y] = [fromX, fromY];
  }
}

function stretchesOf(partner: Int32Array, n: number, m: number): Stretch[] {
  const stretches: Stretch[] = [];
  let [i, j] = [0, 0];
  while (i < n || j < m) {
    const [oldFrom, newFrom] = [i, j];
    while (i < n && partner[i] === j && j < m) {
      i++;
      j++;
    }
    if (i > oldFrom) {
      stretches.push({ isSame: true, old: [oldFrom, i], new: [newFrom, j] });
      continue;
    }
    while (i < n && partner[i] === -1) i++;
    j = i < n ? (partner[i] as number) : m; // as: i < n
    stretches.push({ isSame: false, old: [oldFrom, i], new: [newFrom, j] });
  }
  return stretches;
}
