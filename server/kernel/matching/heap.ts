/** A binary heap of node numbers by a key that only sinks while a node is in it; no node stands in it twice. */
export class Heap {
  /** The key of each node, also after it was taken out; infinite before it came in. */
  readonly key: Float64Array;
  readonly #heap: Int32Array;
  readonly #at: Int32Array;
  #size = 0;

  constructor(nodes: number) {
    this.key = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY);
    this.#heap = new Int32Array(nodes);
    this.#at = new Int32Array(nodes).fill(-1);
  }

  /** Puts a node in, or lowers its key; false when its key is no lower. */
  lower(node: number, key: number): boolean {
    if (key >= this.key[node]!) return false;
    this.key[node] = key;
    let at = this.#at[node]!;
    if (at < 0) at = this.#size++;
    const keys = this.key;
    const heap = this.#heap;
    const place = this.#at;
    while (at > 0) {
      const up = (at - 1) >> 1;
      const above = heap[up]!;
      if (keys[above]! <= key) break;
      heap[at] = above;
      place[above] = at;
      at = up;
    }
    heap[at] = node;
    place[node] = at;
    return true;
  }

  /** Takes out the node of the lowest key; -1 when there is none. */
  pop(): number {
    if (this.#size === 0) return -1;
    const heap = this.#heap;
    const place = this.#at;
    const keys = this.key;
    const top = heap[0]!;
    place[top] = -1;
    this.#size -= 1;
    const size = this.#size;
    if (size === 0) return top;
    const moved = heap[size]!;
    const key = keys[moved]!;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && keys[heap[child + 1]!]! < keys[heap[child]!]!) child += 1;
      const below = heap[child]!;
      if (keys[below]! >= key) break;
      heap[at] = below;
      place[below] = at;
      at = child;
    }
    heap[at] = moved;
    place[moved] = at;
    return top;
  }

  /** Forgets everything, given the nodes that have come in. */
  clear(nodes: Int32Array, count: number): void {
    for (let n = 0; n < count; n += 1) {
      this.key[nodes[n]!] = Number.POSITIVE_INFINITY;
      this.#at[nodes[n]!] = -1;
    }
    this.#size = 0;
  }
}
