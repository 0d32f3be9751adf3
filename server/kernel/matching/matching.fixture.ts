import type { Instance } from './instance.ts';

/** Numbers from 0 to below 1, always the same for a seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    // xorshift and a multiplication to spread the low bits
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}

export type Arc = readonly [opening: number, cost: number];

export function instanceOf(rows: readonly (readonly Arc[])[], cap: readonly number[]): Instance {
  const arcs = rows.flat();
  const rowPtr = new Int32Array(rows.length + 1);
  for (const [i, row] of rows.entries()) rowPtr[i + 1] = rowPtr[i]! + row.length;
  return {
    workers: rows.length,
    openings: cap.length,
    rowPtr,
    col: Int32Array.from(arcs, ([opening]) => opening),
    cost: Int32Array.from(arcs, ([, cost]) => cost),
    cap: Int32Array.from(cap),
  };
}

export interface Shape {
  readonly workers: number;
  readonly openings: number;
  readonly degree: number;
  readonly places: number;
  readonly costs: number;
  readonly least?: number;
}

/** Arcs anywhere, the same two now and then twice, some openings closed. */
export function randomInstance(random: () => number, { workers, openings, degree, places, costs, least = 0 }: Shape): Instance {
  const below = (n: number): number => Math.floor(random() * n);
  const rows = Array.from({ length: workers }, () =>
    Array.from({ length: openings === 0 ? 0 : below(degree + 1) }, (): Arc => [below(openings), least + below(costs)]),
  );
  return instanceOf(
    rows,
    Array.from({ length: openings }, () => below(places + 1)),
  );
}

/**
 * The second opinion: successive shortest paths by Bellman and Ford, one match after the other, over a list of arcs. As slow as it is plain,
 * and it shares nothing with what it judges. After k matches its matching is the cheapest of k, so the last one is the answer.
 */
export function slowly({ workers, rowPtr, col, cost, cap }: Instance): { filled: number; cost: number } {
  const arcs = Array.from({ length: workers }, (_, i) => i).flatMap((i) =>
    Array.from({ length: rowPtr[i + 1]! - rowPtr[i]! }, (_, n) => rowPtr[i]! + n).map((e) => ({
      worker: i,
      opening: col[e]!,
      cost: cost[e]!,
      isUsed: false,
    })),
  );
  const load = Array.from(cap, () => 0);
  const isMatched = Array.from({ length: workers }, () => false);
  let filled = 0;
  let total = 0;
  for (;;) {
    const workerAt = isMatched.map((matched) => (matched ? Number.POSITIVE_INFINITY : 0));
    const openingAt = load.map(() => Number.POSITIVE_INFINITY);
    const intoWorker = new Map<number, (typeof arcs)[number]>();
    const intoOpening = new Map<number, (typeof arcs)[number]>();
    for (let isChanged = true; isChanged; ) {
      isChanged = false;
      for (const arc of arcs) {
        if (!arc.isUsed && workerAt[arc.worker]! + arc.cost < openingAt[arc.opening]!) {
          openingAt[arc.opening] = workerAt[arc.worker]! + arc.cost;
          intoOpening.set(arc.opening, arc);
          isChanged = true;
        }
        if (arc.isUsed && openingAt[arc.opening]! - arc.cost < workerAt[arc.worker]!) {
          workerAt[arc.worker] = openingAt[arc.opening]! - arc.cost;
          intoWorker.set(arc.worker, arc);
          isChanged = true;
        }
      }
    }
    const free = load.flatMap((taken, j) => (taken < cap[j]! && openingAt[j]! < Number.POSITIVE_INFINITY ? [j] : []));
    if (free.length === 0) return { filled, cost: total };
    const end = free.reduce((best, j) => (openingAt[j]! < openingAt[best]! ? j : best));
    total += openingAt[end]!;
    filled += 1;
    load[end]! += 1;
    for (let opening = end; ; ) {
      const forward = intoOpening.get(opening)!;
      forward.isUsed = true;
      const back = intoWorker.get(forward.worker);
      if (!back) {
        isMatched[forward.worker] = true;
        break;
      }
      back.isUsed = false;
      opening = back.opening;
    }
  }
}

/** What a matching really is, counted from the instance alone; throws when it breaks a rule. */
export function counted({ workers, rowPtr, col, cost, cap }: Instance, at: Int32Array): { filled: number; cost: number } {
  const load = Array.from(cap, () => 0);
  let filled = 0;
  let total = 0;
  for (let i = 0; i < workers; i += 1) {
    const opening = at[i]!;
    if (opening === -1) continue;
    const costs = Array.from(cost.subarray(rowPtr[i], rowPtr[i + 1])).filter((_, n) => col[rowPtr[i]! + n] === opening);
    if (costs.length === 0) throw new Error(`worker ${i} has no arc to opening ${opening}`);
    filled += 1;
    total += Math.min(...costs);
    load[opening]! += 1;
    if (load[opening]! > cap[opening]!) throw new Error(`opening ${opening} has more workers than places`);
  }
  return { filled, cost: total };
}
