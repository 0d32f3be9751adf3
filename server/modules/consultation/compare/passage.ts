/** The sentence around a place, and whether it stands unchanged in a later version. */
import { lettersOf } from '../check/folded.ts';
import type { Span } from '../check/shapes.ts';
import { carrySpan } from './carry-span.ts';
import type { Piece } from './compare-texts.ts';

const ENDS = '。；！？;!?\n';
const isEnd = (text: string, at: number): boolean => ENDS.includes(text.charAt(at));

/** From the end of the sentence before to the end of its own. */
export function passageOf(text: string, [from, to]: Span): Span {
  let [start, end] = [from, to];
  while (start > 0 && !isEnd(text, start - 1)) start -= 1;
  while (end < text.length && !isEnd(text, end - 1) && !isEnd(text, end)) end += 1;
  return [start, end];
}

/**
 * Where words of the old version stand in the new one, when their whole sentence still says the same apart from marks and spaces: a word
 * put before them may turn their meaning round.
 */
export function carryUnchanged(pieces: readonly Piece[], span: Span, before: string, after: string): Span | undefined {
  const { span: carried } = carrySpan(pieces, span, before, after);
  if (!carried) return undefined;
  const place: Span = [carried[0], carried[1]];
  const isSame = (old: Span, now: Span) => lettersOf(before.slice(...old)) === lettersOf(after.slice(...now));
  return isSame(span, place) && isSame(passageOf(before, span), passageOf(after, place)) ? place : undefined;
}
