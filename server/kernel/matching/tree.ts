/** No node. */
export const NONE = -1;

/**
 * The spanning tree of the network simplex: workers (from 0), openings (after them) and the root. Each node but the root has one arc
 * to its parent, which carries a flow. An arc between a worker and anything else leaves the worker, so a worker below
 * something always points up to it, and an opening below a worker is pointed at.
 *
 * Most workers are leaves. They stand in no list of children, and nothing of them has to be kept when their opening moves:
 * what holds of a leaf follows from its parent. So a pivot touches openings and the few workers between two of them.
 */
export interface Tree {
  readonly workers: number;
  readonly parent: Int32Array;
  /** Steps to the root; of a worker that is a leaf, not kept. */
  readonly depth: Int32Array;
  readonly first: Int32Array;
  readonly next: Int32Array;
  readonly previous: Int32Array;
  /** Of the arc between a node and its parent. */
  readonly flow: Int32Array;
  readonly cost: Int32Array;
  /** What one unit costs from an opening to the root along the tree. Of a worker: its arc's cost and its parent's potential. */
  readonly potential: Float64Array;
  readonly stack: Int32Array;
}

export function plantTree(workers: number, openings: number): Tree {
  const nodes = workers + openings + 1;
  return {
    workers,
    parent: new Int32Array(nodes).fill(NONE),
    depth: new Int32Array(nodes),
    first: new Int32Array(nodes).fill(NONE),
    next: new Int32Array(nodes).fill(NONE),
    previous: new Int32Array(nodes).fill(NONE),
    flow: new Int32Array(nodes),
    cost: new Int32Array(nodes),
    potential: new Float64Array(nodes),
    stack: new Int32Array(nodes),
  };
}

/** Hangs a node under another by an arc. */
export function hang(tree: Tree, node: number, under: number, flow: number, cost: number): void {
  tree.parent[node] = under;
  tree.flow[node] = flow;
  tree.cost[node] = cost;
  if (node >= tree.workers || tree.first[node] !== NONE) list(tree, node);
}

/** Puts a node into its parent's list of children; a worker with its first child comes into its own parent's. */
function list(tree: Tree, node: number): void {
  const { workers, parent, first, next, previous } = tree;
  const under = parent[node]!;
  const sibling = first[under]!;
  if (sibling === NONE && under < workers && parent[under] !== NONE) list(tree, under);
  next[node] = sibling;
  previous[node] = NONE;
  if (sibling !== NONE) previous[sibling] = node;
  first[under] = node;
}

function cut(tree: Tree, node: number): void {
  const { workers, parent, first, next, previous } = tree;
  if (node < workers && first[node] === NONE) return;
  const before = previous[node]!;
  const after = next[node]!;
  const above = parent[node]!;
  if (after !== NONE) previous[after] = before;
  if (before !== NONE) next[before] = after;
  else if (after === NONE && above < workers) {
    cut(tree, above);
    first[above] = NONE;
  } else first[above] = after;
}

/**
 * Cuts the part of the tree that hangs at `top`, makes `node` (which is in it) its new top, and hangs it under another by
 * the given arc. Depths and potentials of the part follow.
 */
export function rehang(tree: Tree, top: number, node: number, under: number, flow: number, cost: number): void {
  let at = node;
  let to = under;
  let newFlow = flow;
  let newCost = cost;
  for (;;) {
    const above = tree.parent[at]!;
    const oldFlow = tree.flow[at]!;
    const oldCost = tree.cost[at]!;
    cut(tree, at);
    hang(tree, at, to, newFlow, newCost);
    if (at === top) break;
    to = at;
    at = above;
    newFlow = oldFlow;
    newCost = oldCost;
  }
  settle(tree, node);
}

/** Depth and potential of a node and everything below, from its parent's. */
export function settle(tree: Tree, node: number): void {
  const { workers, parent, depth, first, next, cost, potential, stack } = tree;
  let size = 0;
  stack[size++] = node;
  while (size > 0) {
    const at = stack[--size]!;
    const above = parent[at]!;
    depth[at] = depth[above]! + 1;
    // Down to an opening from a worker, up from everything else.
    potential[at] = potential[above]! + (above < workers ? -cost[at]! : cost[at]!);
    for (let child = first[at]!; child !== NONE; child = next[child]!) stack[size++] = child;
  }
}

/** Depth and potential of a worker who may be a leaf. */
export function refresh({ parent, depth, cost, potential }: Tree, worker: number): void {
  const above = parent[worker]!;
  depth[worker] = depth[above]! + 1;
  potential[worker] = potential[above]! + cost[worker]!;
}
