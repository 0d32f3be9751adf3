import type { Instance } from '../../../kernel/matching/instance.ts';
import type { WorkerColumns } from './columns.ts';
import type { Rows } from './rows.ts';

// The reason for each `!` below: the index runs within the columns it is taken from; a check there would cost more than the work.

/** Every match that may be made, by worker: those of `worker` stand from `begin` to before `end` after `open(worker)`. */
export type Arcs = {
  readonly workers: number;
  readonly col: Int32Array;
  readonly cost: Int32Array;
  readonly begin: number;
  readonly end: number;
  open(worker: number): void;
};

/** More arcs than this (384 MB) are not kept: they are found again whenever they are looked at. */
const MOST_KEPT = 48_000_000;

export function feasibleArcs(workers: WorkerColumns, rows: Rows, mostKept = MOST_KEPT): Arcs {
  const rowPtr = new Float64Array(workers.count + 1);
  let col = new Int32Array(Math.max(1024, workers.count * 64));
  let cost = new Int32Array(col.length);
  let size = 0;
  for (let worker = 0; worker < workers.count; worker += 1) {
    const count = rows.fill(workers, worker);
    if (size + count > mostKept) return passing(workers, rows);
    if (size + count > col.length) {
      col = grown(col, size + count);
      cost = grown(cost, size + count);
    }
    for (let at = 0; at < count; at += 1) {
      col[size + at] = rows.order[at]!;
      cost[size + at] = rows.cost[at]!;
    }
    size += count;
    rowPtr[worker + 1] = size;
  }
  return keptArcs(workers.count, rowPtr, col, cost);
}

export function keptArcs(workers: number, rowPtr: Int32Array | Float64Array, col: Int32Array, cost: Int32Array): Arcs {
  return {
    workers,
    col,
    cost,
    begin: 0,
    end: 0,
    open(worker) {
      const arcs = this as { begin: number; end: number }; // reason: readonly to everybody else
      arcs.begin = rowPtr[worker] ?? 0;
      arcs.end = rowPtr[worker + 1] ?? 0;
    },
  };
}

/** All of them at once, for those who look at arcs again and again; undefined where there are too many. */
export function wholeInstance(arcs: Arcs, cap: Int32Array, mostKept = MOST_KEPT): Instance | undefined {
  const rowPtr = new Int32Array(arcs.workers + 1);
  for (let worker = 0; worker < arcs.workers; worker += 1) {
    arcs.open(worker);
    rowPtr[worker + 1] = rowPtr[worker]! + arcs.end - arcs.begin;
    if (rowPtr[worker + 1]! > mostKept) return undefined;
  }
  const col = new Int32Array(rowPtr[arcs.workers]!);
  const cost = new Int32Array(col.length);
  for (let worker = 0; worker < arcs.workers; worker += 1) {
    arcs.open(worker);
    col.set(arcs.col.subarray(arcs.begin, arcs.end), rowPtr[worker]!);
    cost.set(arcs.cost.subarray(arcs.begin, arcs.end), rowPtr[worker]!);
  }
  return { workers: arcs.workers, openings: cap.length, rowPtr, col, cost, cap };
}

function passing(workers: WorkerColumns, rows: Rows): Arcs {
  return {
    workers: workers.count,
    col: rows.order,
    cost: rows.cost,
    begin: 0,
    end: 0,
    open(worker) {
      (this as { end: number }).end = rows.fill(workers, worker); // reason: readonly to everybody else
    },
  };
}

function grown(array: Int32Array<ArrayBuffer>, least: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(least, array.length * 2));
  larger.set(array);
  return larger;
}

/**
 * What is solved first: of every worker the `most` arcs at most, half of them the cheapest and half spread evenly over the others, so that
 * not everybody asks for the same orders. `priceOut` (optimum.ts) then looks at all that was left away.
 */
export function coreOf(arcs: Arcs, cap: Int32Array, most = 32): Instance {
  const { workers } = arcs;
  const rowPtr = new Int32Array(workers + 1);
  const col = new Int32Array(workers * most);
  const cost = new Int32Array(workers * most);
  const half = most >> 1;
  let size = 0;
  for (let worker = 0; worker < workers; worker += 1) {
    arcs.open(worker);
    const { begin, end } = arcs;
    const isWhole = end - begin <= most;
    const { bin, quota } = isWhole ? { bin: bins.length, quota: 0 } : cheapest(arcs.cost, begin, end, half);
    const left = end - begin - half;
    let inBin = 0;
    let due = 0;
    for (let at = begin; at < end; at += 1) {
      const its = arcs.cost[at]! >> 6;
      let isTaken = its < bin;
      if (its === bin && inBin < quota) {
        inBin += 1;
        isTaken = true;
      }
      if (!isTaken) {
        // Evenly over the others: each adds its share, and whoever completes one is taken.
        due += most - half;
        if (due < left) continue;
        due -= left;
      }
      col[size] = arcs.col[at]!;
      cost[size] = arcs.cost[at]!;
      size += 1;
    }
    rowPtr[worker + 1] = size;
  }
  return { workers, openings: cap.length, rowPtr, col: col.slice(0, size), cost: cost.slice(0, size), cap };
}

const bins = new Int32Array(256);

/** Where the `wanted` cheapest end, told by bins of 64 points: all of the bins before `bin`, and `quota` of that one. */
function cheapest(cost: Int32Array, begin: number, end: number, wanted: number): { bin: number; quota: number } {
  bins.fill(0);
  for (let at = begin; at < end; at += 1) bins[cost[at]! >> 6]! += 1;
  let quota = wanted;
  for (let bin = 0; bin < bins.length; bin += 1) {
    const here = bins[bin]!;
    if (here >= quota) return { bin, quota };
    quota -= here;
  }
  return { bin: bins.length, quota: 0 };
}
