import type { Arcs } from './arcs.ts';
import { Heap } from './heap.ts';
import type { Instance } from './instance.ts';
import { hang, NONE, plantTree, refresh, rehang, settle, type Tree } from './tree.ts';

/** A matching that fills every contested opening and places every worker of a roomy one, and prices near the best ones. */
export interface Start {
  readonly at: Int32Array;
  readonly isRoomy: Uint8Array;
  /** Of the openings; a good start makes a good first tree. */
  readonly price: Float64Array;
}

/**
 * Improves `start.at` in place by the primal network simplex, which is feasible after every pivot and so may stop at any time;
 * writes exact prices into `start.price`. True when nothing can be improved, false when the time was up.
 *
 * The nodes are the workers, the openings and a root. A worker has an arc to each of its openings and, where it may stay unmatched,
 * one to the root; a roomy opening has one to the root, as wide as its places. The tree is strongly feasible (Cunningham 1976):
 * an empty arc of it points to the root, a full one away, so it never goes round in circles among ties.
 */
export function improve(instance: Instance, columns: Arcs, start: Start, isTimeUp: () => boolean): boolean {
  const { workers, openings, rowPtr, col, cost, cap } = instance;
  const { at, isRoomy, price } = start;
  const root = workers + openings;
  const tree = firstTree(instance, columns, start);
  const { parent, depth, flow, potential } = tree;
  const isBound = Uint8Array.from(at, (j) => (j < 0 ? 0 : isRoomy[j]!));
  const block = Math.max(64, Math.ceil(Math.sqrt(col.length)));
  let row = 0;
  let tail = NONE;
  let head = NONE;
  let entering = 0;
  let isDone = true;
  for (let pivots = 0; findEntering(); pivots += 1) {
    if ((pivots & 15) === 15 && isTimeUp()) {
      isDone = false;
      break;
    }
    pivot();
  }
  at.fill(-1);
  for (let i = 0; i < workers; i += 1) if (flow[i] === 1 && parent[i] !== root) at[i] = parent[i]! - workers;
  for (let j = 0; j < openings; j += 1) {
    const i = parent[workers + j]!;
    if (i !== NONE && i !== root && flow[workers + j] === 1) at[i] = j;
    // Above zero wherever it counts; before the end it may not be yet, and any price that may be is honest.
    price[j] = isRoomy[j] === 1 ? Math.max(0, potential[workers + j]!) : potential[workers + j]!;
  }
  return isDone;

  /** Looks for an arc that improves, a block of arcs at a time, and takes the best of the block. */
  function findEntering(): boolean {
    let best = 0;
    let left = block;
    tail = NONE;
    for (let seen = 0; seen <= workers; seen += 1) {
      if (row === workers) {
        for (let j = 0; j < openings; j += 1) {
          if (isRoomy[j] === 0 || parent[workers + j] === root || potential[workers + j]! >= best) continue;
          // A full opening that is worth less than nothing: free a place.
          best = potential[workers + j]!;
          tail = root;
          head = workers + j;
          entering = 0;
        }
        left -= openings;
        row = 0;
      } else {
        const from = rowPtr[row]!;
        const to = rowPtr[row + 1]!;
        const mine = tree.cost[row]! + potential[parent[row]!]!;
        const kind = isBound[row]!;
        for (let e = from; e < to; e += 1) {
          const j = col[e]!;
          const reduced = cost[e]! - mine + potential[workers + j]!;
          if (reduced >= best || isRoomy[j] !== kind) continue;
          best = reduced;
          tail = row;
          head = workers + j;
          entering = cost[e]!;
        }
        if (kind === 0 && -mine < best) {
          best = -mine;
          tail = row;
          head = root;
          entering = 0;
        }
        left -= to - from + 1;
        row += 1;
      }
      if (left > 0) continue;
      if (tail !== NONE) return true;
      left = block;
    }
    return tail !== NONE;
  }

  function isUp(node: number): boolean {
    return node < workers || parent[node] === root;
  }

  /** Sends what can be sent round the cycle that the entering arc closes, and lets the last arc that stops it leave. */
  function pivot(): void {
    let x = tail;
    let y = head;
    let delta = 2;
    let leaving = NONE;
    let isTailSide = false;
    if (x < workers) refresh(tree, x);
    while (x !== y) {
      if (depth[x]! >= depth[y]!) {
        if ((x < workers || parent[x] === root) && flow[x]! < delta) {
          delta = flow[x]!;
          leaving = x;
          isTailSide = true;
        }
        x = parent[x]!;
      } else {
        const above = parent[y]!;
        const room = y < workers ? 2 : above === root ? cap[y - workers]! - flow[y]! : flow[y]!;
        if (room <= delta && room < 2) {
          delta = room;
          leaving = y;
          isTailSide = false;
        }
        y = above;
      }
    }
    if (delta === 1) {
      for (let n = tail; n !== x; n = parent[n]!) flow[n]! += isUp(n) ? -1 : 1;
      for (let n = head; n !== x; n = parent[n]!) flow[n]! += isUp(n) ? 1 : -1;
    }
    if (tail === root) rehang(tree, leaving, head, root, cap[head - workers]! - delta, 0);
    else if (isTailSide) rehang(tree, leaving, tail, head, delta, entering);
    else rehang(tree, leaving, head, tail, delta, entering);
  }
}

/** The strongly feasible tree whose potentials come closest to the given prices: shortest ways to the root by what arcs are off. */
function firstTree(instance: Instance, columns: Arcs, { at, isRoomy, price }: Start): Tree {
  const { workers, openings, rowPtr, col, cost, cap } = instance;
  const root = workers + openings;
  const tree = plantTree(workers, openings);
  const load = new Int32Array(openings);
  const matchedCost = new Int32Array(workers);
  const heap = new Heap(openings);
  const link = new Int32Array(openings).fill(NONE);
  const towards = new Int32Array(openings).fill(root);
  const linkCost = new Int32Array(openings);
  for (let i = 0; i < workers; i += 1) {
    const j = at[i]!;
    if (j < 0) {
      hang(tree, i, root, 1, 0);
      continue;
    }
    load[j]! += 1;
    let least = Number.POSITIVE_INFINITY;
    for (let e = rowPtr[i]!; e < rowPtr[i + 1]!; e += 1) if (col[e] === j && cost[e]! < least) least = cost[e]!;
    matchedCost[i] = least;
    if (isRoomy[j] === 0 && heap.lower(j, Math.abs(least + price[j]!))) link[j] = i;
  }
  // An arc that could carry both more and less belongs to the tree, whatever it costs.
  for (let j = 0; j < openings; j += 1) {
    if (isRoomy[j] === 1 && load[j]! < cap[j]! && heap.lower(j, 0)) link[j] = NONE;
  }
  for (let k = heap.pop(); k >= 0; k = heap.pop()) {
    const target = heap.key[k]!;
    for (let a = columns.ptr[k]!; a < columns.ptr[k + 1]!; a += 1) {
      const i = columns.other[a]!;
      const j = at[i]!;
      if (j < 0 || j === k || isRoomy[j] !== isRoomy[k]) continue;
      const off = Math.abs(columns.cost[a]! + price[k]! - matchedCost[i]! - price[j]!);
      if (!heap.lower(j, target + off)) continue;
      link[j] = i;
      towards[j] = workers + k;
      linkCost[j] = columns.cost[a]!;
    }
  }
  for (let i = 0; i < workers; i += 1) {
    const j = at[i]!;
    if (j >= 0 && link[j] !== i) hang(tree, i, workers + j, 1, matchedCost[i]!);
  }
  for (let j = 0; j < openings; j += 1) {
    const i = link[j]!;
    if (cap[j] === 0) tree.potential[workers + j] = Number.POSITIVE_INFINITY;
    else if (i === NONE) hang(tree, workers + j, root, load[j]!, 0);
    else {
      hang(tree, i, towards[j]!, 0, linkCost[j]!);
      hang(tree, workers + j, i, 1, matchedCost[i]!);
    }
  }
  tree.depth[root] = -1;
  for (let child = tree.first[root]!; child !== NONE; child = tree.next[child]!) settle(tree, child);
  return tree;
}
