/** Where words that an opinion points at stand in the next version, or that they are lost. */
import type { Piece } from './compare-texts.ts';

export type Carried =
  | { readonly state: 'kept' | 'edited'; readonly span: readonly [number, number] }
  | { readonly state: 'lost'; readonly span: null };

/** Less than this share of the words left: they no longer stand there. */
const LEAST_KEPT = 0.5;

/** Carries `[from, to)` of the old version over `pieces` into the new one. Words moved as they are elsewhere are found there when they stand there once. */
export function carrySpan(
  pieces: readonly Piece[],
  [from, to]: readonly [number, number],
  before: string,
  after: string,
): Carried {
  let kept = 0;
  let [start, end] = [-1, -1];
  for (const { kind, old, new: now } of firstFrom(pieces, from)) {
    if (old[0] >= to) break;
    if (kind !== 'same') continue;
    const [first, last] = [Math.max(from, old[0]), Math.min(to, old[1])];
    if (last <= first) continue;
    kept += last - first;
    if (start < 0) start = now[0] + first - old[0];
    end = now[0] + last - old[0];
  }
  const words = before.slice(from, to);
  if (kept > 0 && kept / (to - from) >= LEAST_KEPT)
    return { state: after.slice(start, end) === words ? 'kept' : 'edited', span: [start, end] };
  const moved = words === '' ? -1 : after.indexOf(words);
  if (moved >= 0 && after.indexOf(words, moved + 1) < 0) return { state: 'kept', span: [moved, moved + words.length] };
  return { state: 'lost', span: null };
}

/** The pieces from the one that holds `at` on, found by halving: a paper has thousands, and hundreds of opinions. */
function firstFrom(pieces: readonly Piece[], at: number): Piece[] {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle] as Piece).old[1] <= at)
      low = middle + 1; // as: middle < length
    else high = middle;
  }
  return pieces.slice(low);
}
