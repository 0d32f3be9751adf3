/** Where words that somebody typed or selected stand in the text they speak of. */
import { Problem, type ProblemDetail } from '../../kernel/problem.ts';
import { lettersOf, textBetween } from './check/folded.ts';
import type { Span } from './check/shapes.ts';
import { bodyOf, placesOf } from './check/similar.ts';
import { measureAt, type Outline } from './judge-opinion.ts';

/** The most letters that an opinion may want changed or removed. */
export const MOST_WORDS = 2000;
/** So many places are offered to choose from. */
const MOST_OFFERED = 20;
/** Letters shown before and after a place. */
const AROUND = 16;

export type Spoken = { readonly text: string; readonly outline: Outline };

/** Every place where the words stand apart from marks, spaces and widths; what an earlier summary quotes is not the paper. */
export function findWords({ text, outline: { summary } }: Spoken, words: string): Span[] {
  const letters = lettersOf(words);
  const body = bodyOf(text);
  const found =
    letters === ''
      ? exactPlaces(text, words.trim())
      : placesOf(body, letters, [0, body.folded.letters.length]).map((place) => textBetween(body.folded, place));
  return found.filter(([from]) => summary === null || from < summary[0] || from >= summary[1]);
}

function exactPlaces(text: string, words: string): Span[] {
  const places: Span[] = [];
  for (let at = words === '' ? -1 : text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length))
    places.push([at, at + words.length]);
  return places;
}

export type GivenWords = {
  readonly span?: readonly [number, number] | undefined;
  readonly words?: string | undefined;
  /** All places where the words stand are meant. */
  readonly everywhere?: boolean | undefined;
};

/**
 * The place that an opinion speaks of: the one selected, or the only one where its words stand. Words that stand nowhere, more than once
 * or elsewhere than selected are refused; the refusal says what to do, and offers the places.
 */
export function placeOfWords(spoken: Spoken, { span, words, everywhere = false }: GivenWords): Span | null {
  const { text } = spoken;
  if (span) {
    if (span[1] <= span[0] || span[1] > text.length) throw new Problem('invalid', 'opinion-span-outside');
    if (words !== undefined && !isSame(text.slice(...span), words)) throw new Problem('invalid', 'opinion-words-elsewhere');
    return [span[0], span[1]];
  }
  if (words === undefined) return null;
  const places = findWords(spoken, words);
  const [only] = places;
  if (!only) throw new Problem('invalid', 'opinion-words-nowhere', { words: shortened(words) });
  if (places.length === 1) return only;
  if (everywhere) return null;
  const params = { words: shortened(words), count: places.length };
  throw new Problem(
    'invalid',
    'opinion-words-often',
    params,
    places.slice(0, MOST_OFFERED).map((place) => offered(spoken, place)),
  );
}

const isSame = (one: string, other: string): boolean => {
  const letters = lettersOf(one);
  return letters === '' ? one.trim() === other.trim() : letters === lettersOf(other);
};

const LONGEST_SAID = 40;
const shortened = (words: string): string =>
  words.trim().length > LONGEST_SAID ? `${words.trim().slice(0, LONGEST_SAID)}……` : words.trim();

/** One of several places, with what stands around it; `at` names it: `from-to`. */
function offered({ text, outline }: Spoken, [from, to]: Span): ProblemDetail {
  const before =
    text
      .slice(Math.max(0, from - AROUND), from)
      .split('\n')
      .at(-1) ?? '';
  const after = text.slice(to, to + AROUND).split('\n')[0] ?? '';
  const measure = measureAt(outline, [from, to]);
  const params = { before, words: shortened(text.slice(from, to)), after };
  return measure === undefined
    ? { at: `${from}-${to}`, code: 'opinion-place', params }
    : { at: `${from}-${to}`, code: 'opinion-place-in-measure', params: { ...params, measure } };
}
