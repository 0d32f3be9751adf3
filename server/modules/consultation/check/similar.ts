/** Finds words in a text: as they are, or the place that says nearly the same. */
import { type Folded, fold } from './folded.ts';

/** A text ready to be searched many times. All places here count letters of the folded text. */
export interface Body {
  readonly text: string;
  readonly folded: Folded;
  /** Where each pair of letters stands, made when it is first needed. */
  readonly pairs: () => ReadonlyMap<number, Int32Array>;
}

export interface Likeness {
  readonly from: number;
  readonly to: number;
  /** Share of the words asked for that stands there in the same order, 0–1. */
  readonly share: number;
  /** How much of both is the same, 0–1: 1 only when nothing was put between. */
  readonly likeness: number;
}

export function bodyOf(text: string): Body {
  const folded = fold(text);
  let pairs: Map<number, Int32Array> | undefined;
  return { text, folded, pairs: () => (pairs ??= pairsOf(folded.letters)) };
}

/** Each place in `[from, to)` where the letters stand as they are; a number is not found inside a longer one. */
export function placesOf(
  { folded: { letters } }: Body,
  words: string,
  [from, to]: readonly [number, number],
): [number, number][] {
  const places: [number, number][] = [];
  if (words === '') return places;
  for (let at = letters.indexOf(words, from); at >= 0 && at + words.length <= to; at = letters.indexOf(words, at + 1))
    if (!cutsNumber(letters, at) && !cutsNumber(letters, at + words.length)) places.push([at, at + words.length]);
  return places;
}

const NUMERIC = /[\d.]/;
const cutsNumber = (letters: string, at: number): boolean => NUMERIC.test(letters[at - 1] ?? '') && /\d/.test(letters[at] ?? '');

const PAIR = 65536;
const pairAt = (letters: string, at: number): number => letters.charCodeAt(at) * PAIR + letters.charCodeAt(at + 1);

function pairsOf(letters: string): Map<number, Int32Array> {
  const counts = new Map<number, number>();
  for (let at = 0; at + 1 < letters.length; at++) {
    const pair = pairAt(letters, at);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  const places = new Map<number, Int32Array>();
  const filled = new Map<number, number>();
  for (let at = 0; at + 1 < letters.length; at++) {
    const pair = pairAt(letters, at);
    const list = places.get(pair) ?? new Int32Array(counts.get(pair) ?? 0);
    const next = filled.get(pair) ?? 0;
    list[next] = at;
    filled.set(pair, next + 1);
    if (next === 0) places.set(pair, list);
  }
  return places;
}

/** So many pairs, the rarest first, tell where to look. */
const MOST_SEEDS = 48;
/** A pair that stands so often says little. */
const MOST_PLACES = 600;
/** Larger than this (letters asked × letters looked at), only the pairs are compared. */
const MOST_CELLS = 4_000_000;

/** The place in `[from, to)` that is most like `words` (folded); undefined when no two letters in a row stand there. */
export function mostSimilar(body: Body, words: string, [from, to]: readonly [number, number]): Likeness | undefined {
  const window = likeliestWindow(body, words, [from, to]);
  if (!window) return undefined;
  if (words.length * (window.to - window.from) > MOST_CELLS)
    return { from: window.from, to: window.to, share: window.share, likeness: window.share };
  return align(body.folded.letters, words, window.from, window.to);
}

/** The stretch, half as long again as the words, that holds most of their pairs. */
function likeliestWindow(body: Body, words: string, [from, to]: readonly [number, number]) {
  const seeds = seedsOf(body, words, from, to);
  const hits = seeds.flatMap((places, seed) => Array.from(places, (at) => ({ at, seed }))).sort((a, b) => a.at - b.at);
  const width = words.length + Math.max(16, words.length >> 1);
  const held = new Int32Array(seeds.length);
  /** Counts one more or one fewer of a seed; true when it came in first or went out last. */
  const turned = (seed: number, step: 1 | -1): boolean => {
    const before = held[seed] ?? 0;
    held[seed] = before + step;
    return step === 1 ? before === 0 : before === 1;
  };
  let [distinct, best, first] = [0, { distinct: 0, from: 0, to: 0 }, 0];
  for (const { at, seed } of hits) {
    if (turned(seed, 1)) distinct++;
    for (let oldest = hits[first]; oldest && at - oldest.at > width; oldest = hits[++first])
      if (turned(oldest.seed, -1)) distinct--;
    const start = hits[first]?.at ?? at;
    if (distinct > best.distinct || (distinct === best.distinct && at + 2 - start < best.to - best.from))
      best = { distinct, from: start, to: at + 2 };
  }
  if (best.distinct === 0) return undefined;
  const around = Math.min(words.length, 40);
  return { from: Math.max(from, best.from - around), to: Math.min(to, best.to + around), share: best.distinct / seeds.length };
}

function seedsOf(body: Body, words: string, from: number, to: number): Int32Array[] {
  const asked = new Set<number>();
  for (let at = 0; at + 1 < words.length; at++) asked.add(pairAt(words, at));
  const inside = Array.from(asked, (pair) => {
    const all = body.pairs().get(pair) ?? new Int32Array();
    return all.subarray(lowest(all, from), lowest(all, to - 1));
  });
  const rarestFirst = inside.toSorted((a, b) => a.length - b.length);
  const telling = rarestFirst.filter(({ length }) => length <= MOST_PLACES);
  // Pairs that stand nowhere stay in the count: they lower the share.
  return (telling.length > 0 ? telling : rarestFirst.map((places) => places.subarray(0, MOST_PLACES))).slice(
    0,
    Math.max(MOST_SEEDS, telling.filter(({ length }) => length === 0).length + MOST_SEEDS),
  );
}

function lowest(places: Int32Array, at: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] as number) < at)
      low = middle + 1; // as: middle < length
    else high = middle;
  }
  return low;
}

const MATCH = 3;
const OTHER = -2;
const GAP = -1;

/** Fits all of `words` into some stretch of `letters[from..to)`: a fitting alignment, free at both ends of the text. */
function align(letters: string, words: string, from: number, to: number): Likeness | undefined {
  const [n, m] = [words.length, to - from];
  const steps = new Uint8Array((n + 1) * (m + 1)); // 1 both, 2 only the words, 3 only the text
  let row = new Int32Array(m + 1);
  for (let i = 1; i <= n; i++) {
    const next = new Int32Array(m + 1);
    next[0] = i * GAP;
    steps[i * (m + 1)] = 2;
    const word = words.charCodeAt(i - 1);
    for (let j = 1; j <= m; j++) {
      const both = (row[j - 1] as number) + (word === letters.charCodeAt(from + j - 1) ? MATCH : OTHER); // as: j ≤ m
      const asked = (row[j] as number) + GAP; // as: j ≤ m
      const there = (next[j - 1] as number) + GAP; // as: j ≤ m
      const best = Math.max(both, asked, there);
      next[j] = best;
      steps[i * (m + 1) + j] = best === both ? 1 : best === asked ? 2 : 3;
    }
    row = next;
  }
  let end = 0;
  for (let j = 1; j <= m; j++) if ((row[j] as number) > (row[end] as number)) end = j; // as: both ≤ m
  return traced(steps, letters, words, from, m, end);
}

function traced(steps: Uint8Array, letters: string, words: string, from: number, m: number, end: number): Likeness | undefined {
  let [i, j, same, first, last] = [words.length, end, 0, -1, -1];
  while (i > 0) {
    const step = steps[i * (m + 1) + j];
    if (step === 1) {
      i--;
      j--;
      if (words.charCodeAt(i) !== letters.charCodeAt(from + j)) continue;
      same++;
      first = j;
      if (last < 0) last = j;
    } else if (step === 2) i--;
    else j--;
  }
  if (same === 0) return undefined;
  const length = last - first + 1;
  return {
    from: from + first,
    to: from + last + 1,
    share: same / words.length,
    likeness: (2 * same) / (words.length + length),
  };
}
