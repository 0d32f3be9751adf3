import type { Instance } from '../server/kernel/matching/instance.ts';
import type { Since } from '../server/kernel/matching/warm.ts';

/** Numbers from 0 to below 1, always the same for a seed (a linear congruence of 32 bits, its high half folded in). */
export function seeded(seed: number): () => number {
  let state = (seed ^ 0x5bf03635) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const mixed = Math.imul(state ^ (state >>> 16), 0x7feb352d);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}

const SIDE = 40;
const TRADES = 24;
const SHIFTS = 4;
const ARCS = 30;
const LOOKED_AT = 300;

/**
 * A day's round of a city: workers and openings in clusters and scattered over 40 km; trades of which some are common and some rare; shifts;
 * pay and what people ask for; a way each worker will go. A worker has arcs to the cheapest of what fits and some of the rest.
 */
export function cityRound(workers: number, openings: number, seed: number): Instance {
  const random = seeded(seed);
  const below = (n: number): number => Math.floor(random() * n);
  const bell = (): number => random() + random() + random() + random() - 2;
  const centres = Array.from({ length: 7 }, () => [5 + 30 * random(), 5 + 30 * random()] as const);
  const somewhere = (): readonly [number, number] => {
    const centre = centres[below(centres.length)]!;
    return random() < 0.6 ? [centre[0] + 3 * bell(), centre[1] + 3 * bell()] : [SIDE * random(), SIDE * random()];
  };
  /** Squared, so that the first trades are much more common. */
  const trade = (): number => Math.floor(TRADES * random() ** 2);
  const offered = Array.from({ length: openings }, () => {
    const [x, y] = somewhere();
    return { x, y, pay: 150 + below(150), level: below(4) };
  });
  const kinds = Array.from({ length: TRADES * SHIFTS }, (): number[] => []);
  for (let j = 0; j < openings; j += 1) kinds[trade() * SHIFTS + below(SHIFTS)]!.push(j);
  const cap = Int32Array.from(offered, () => Math.min(40, 1 + Math.floor(-2.5 * Math.log(1 - random()))));

  const rowPtr = new Int32Array(workers + 1);
  const col = new Int32Array(workers * ARCS);
  const cost = new Int32Array(workers * ARCS);
  let count = 0;
  for (let i = 0; i < workers; i += 1) {
    const [x, y] = somewhere();
    const [way, asks, level, shift] = [5 + 15 * random(), 140 + below(120), below(4), below(SHIFTS)];
    const bonus = Math.floor(1500 * random() ** 2);
    const fits: { j: number; cost: number }[] = [];
    for (const one of new Set([0, trade(), trade()])) {
      for (let other = 0; other < SHIFTS && fits.length < LOOKED_AT; other += 1) {
        if (other !== shift && random() < 0.5) continue;
        const kind = kinds[one * SHIFTS + other]!;
        const first = below(kind.length);
        for (let n = 0; n < Math.min(kind.length, 150); n += 1) {
          const j = kind[(first + n) % kind.length]!;
          const { x: toX, y: toY, pay, level: wanted } = offered[j]!;
          const distance = Math.hypot(toX - x, toY - y);
          if (distance > way || pay < asks - 40) continue;
          const shortfall = 13 * Math.max(0, asks + 60 - pay);
          const price =
            2000 + 175 * distance + shortfall + 500 * Math.abs(level - wanted) + (other === shift ? 0 : 900) + below(600);
          fits.push({ j, cost: Math.max(1, Math.min(10_000, Math.floor(price - bonus))) });
        }
      }
    }
    fits.sort((a, b) => a.cost - b.cost);
    for (let n = 0; n < Math.min(ARCS, fits.length); n += 1) {
      const from = n < ARCS / 2 ? n : n + below(fits.length - n);
      [fits[n], fits[from]] = [fits[from]!, fits[n]!];
      col[count] = fits[n]!.j;
      cost[count] = fits[n]!.cost;
      count += 1;
    }
    rowPtr[i + 1] = count;
  }
  return { workers, openings, rowPtr, col: col.slice(0, count), cost: cost.slice(0, count), cap };
}

export interface PlainShape {
  readonly workers: number;
  readonly openings: number;
  readonly degree: readonly [least: number, most: number];
  readonly places: readonly [least: number, most: number];
  readonly cost: (random: () => number, worker: number, opening: number) => number;
}

/** Arcs to openings anywhere, none twice. */
export function plainRound({ workers, openings, degree, places, cost }: PlainShape, seed: number): Instance {
  const random = seeded(seed);
  const between = ([least, most]: readonly [number, number]): number => least + Math.floor(random() * (most - least + 1));
  const rows = Array.from({ length: workers }, (_, i) => {
    const chosen = new Set<number>();
    for (let n = Math.min(openings, between(degree)); chosen.size < n; ) chosen.add(Math.floor(random() * openings));
    return Array.from(chosen, (j) => ({ j, cost: Math.floor(cost(random, i, j)) }));
  });
  return fromRows(
    rows,
    Int32Array.from({ length: openings }, () => between(places)),
  );
}

function fromRows(rows: readonly (readonly { readonly j: number; readonly cost: number }[])[], cap: Int32Array): Instance {
  const rowPtr = new Int32Array(rows.length + 1);
  for (let i = 0; i < rows.length; i += 1) rowPtr[i + 1] = rowPtr[i]! + rows[i]!.length;
  const arcs = rows.flat();
  return {
    workers: rows.length,
    openings: cap.length,
    rowPtr,
    col: Int32Array.from(arcs, ({ j }) => j),
    cost: Int32Array.from(arcs, ({ cost }) => cost),
    cap,
  };
}

/**
 * The next round: of the people in `pool` who were there one in twenty leaves and as many come; one opening in twenty is closed and as many that
 * were not there open; one in twenty has other places, and one arc in twenty another cost.
 */
export function twoRounds(pool: Instance, seed: number): { before: Instance; after: Instance; since: Since } {
  const random = seeded(seed);
  const fates = (count: number): Uint8Array =>
    Uint8Array.from({ length: count }, () => (random() < 0.05 ? 1 : random() < 0.053 ? 2 : 0));
  const [people, orders] = [fates(pool.workers), fates(pool.openings)];
  const pick = (without: number) => {
    const workers = Array.from({ length: pool.workers }, (_, i) => i).filter((i) => people[i] !== without);
    const openings = Array.from({ length: pool.openings }, (_, j) => j).filter((j) => orders[j] !== without);
    return { workers, openings, number: new Map(openings.map((j, n) => [j, n])), place: new Map(workers.map((i, n) => [i, n])) };
  };
  const [first, second] = [pick(1), pick(2)];
  const round = ({ workers, openings, number }: ReturnType<typeof pick>, isChanged: boolean): Instance => {
    const rows = workers.map((i) => {
      const row: { j: number; cost: number }[] = [];
      for (let e = pool.rowPtr[i]!; e < pool.rowPtr[i + 1]!; e += 1) {
        const j = number.get(pool.col[e]!);
        const shift = isChanged && random() < 0.05 ? Math.floor(400 * random()) - 200 : 0;
        if (j !== undefined) row.push({ j, cost: Math.max(1, pool.cost[e]! + shift) });
      }
      return row;
    });
    const places = (j: number): number => (isChanged && random() < 0.05 ? Math.floor(random() * 6) : pool.cap[j]!);
    return fromRows(rows, Int32Array.from(openings, places));
  };
  const since = {
    workers: Int32Array.from(second.workers, (i) => first.place.get(i) ?? -1),
    openings: Int32Array.from(second.openings, (j) => first.number.get(j) ?? -1),
  };
  return { before: round(first, false), after: round(second, true), since };
}

/** The file that `leye gigs solve` reads. */
export function fileOf({ workers, openings, rowPtr, col, cost, cap }: Instance): Buffer {
  const arrays = [Int32Array.of(workers, openings, col.length), rowPtr, col, cost, cap];
  return Buffer.concat(arrays.map((array) => Buffer.from(array.buffer, array.byteOffset, array.byteLength)));
}
