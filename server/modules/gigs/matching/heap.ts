// The reason for each `!` below: the index runs within the columns it is taken from; a check there would cost more than the work.

/** A binary heap of numbered things by their key, the smallest first; equal keys by number, so that nothing is left to chance. */
export type Heap = {
  /** The smallest key; infinity where nothing is left. */
  least(): number;
  push(key: number, item: number): void;
  pop(): number;
  clear(): void;
};

export function heapOf(): Heap {
  const keys: number[] = [];
  const items: number[] = [];
  const isBefore = (key: number, item: number, at: number) => key < keys[at]! || (key === keys[at]! && item < items[at]!);
  const put = (at: number, key: number, item: number) => {
    keys[at] = key;
    items[at] = item;
  };
  return {
    least: () => keys[0] ?? Number.POSITIVE_INFINITY,
    clear() {
      keys.length = 0;
      items.length = 0;
    },
    push(key, item) {
      let at = keys.length;
      put(at, key, item);
      while (at > 0) {
        const above = (at - 1) >> 1;
        if (!isBefore(key, item, above)) break;
        put(at, keys[above]!, items[above]!);
        at = above;
      }
      put(at, key, item);
    },
    pop() {
      const first = items[0] ?? -1;
      const key = keys.pop() ?? 0;
      const item = items.pop() ?? -1;
      const length = keys.length;
      if (length === 0) return first;
      let at = 0;
      for (;;) {
        let below = 2 * at + 1;
        if (below >= length) break;
        if (below + 1 < length && isBefore(keys[below + 1]!, items[below + 1]!, below)) below += 1;
        if (!(keys[below]! < key || (keys[below]! === key && items[below]! < item))) break;
        put(at, keys[below]!, items[below]!);
        at = below;
      }
      put(at, key, item);
      return first;
    },
  };
}
