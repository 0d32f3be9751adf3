/**
 * Whether words that a person points at can be the change that was promised. Pure.
 *
 * They lie in the measure that the opinion is about (outside measures: around the words it speaks of) or where the check found them; at least half of the
 * letters promised stand in them in the same order (all of them where fewer than four were promised), and they are no longer than three
 * times the promise and twenty letters. Where no words were promised they are a passage that reads otherwise than in the version the
 * opinion speaks of. What is less is for a signature with a reason, not for a confirmation.
 */
import { lettersOf } from './check/folded.ts';
import type { Finding, Span } from './check/shapes.ts';
import { bodyOf, mostSimilar } from './check/similar.ts';
import type { Decided, OpinionWords, Outline } from './judge-opinion.ts';
import { measureAt } from './judge-opinion.ts';

export const LEAST_SHARE = 0.5;
/** Of fewer letters half would stand anywhere. */
const TELLING = 4;
const mostLetters = (promised: number): number => 3 * promised + 20;
/** A passage of fewer letters says nothing of what a remark asked for. */
const LEAST_PASSAGE = 6;
/** So many letters before and after the words that an opinion speaks of are their surroundings. */
const AROUND = 200;

export type Pointed = {
  readonly span: Span;
  readonly text: string;
  readonly outline: Outline;
  readonly opinion: OpinionWords;
  readonly decided: Decided;
  /** Where the words that the opinion speaks of stand in this text. */
  readonly anchor: Span | null;
  readonly findings: readonly Pick<Finding, 'place'>[];
  /** The version that the opinion speaks of. */
  readonly before: string;
};
export type Doubt = { readonly code: string; readonly params: Readonly<Record<string, string | number>> };

/** Why these words cannot be confirmed; undefined when they can. */
export function doubtAbout(pointed: Pointed): Doubt | undefined {
  if (!isNear(pointed)) return { code: 'confirmation-elsewhere', params: {} };
  const letters = lettersOf(pointed.text.slice(...pointed.span));
  const promises = promisesOf(pointed.opinion, pointed.decided);
  if (promises.length === 0) return doubtAboutPassage(letters, pointed.before);
  const doubts = promises.map((promise) => doubtAboutWords(letters, promise));
  return doubts.includes(undefined) ? undefined : doubts[0];
}

/** The words to hold a passage against: what was promised; of what was refused either side, for either may have stirred the doubt. */
function promisesOf({ oldWords, newWords }: OpinionWords, { decision, promised }: Decided): string[] {
  const words = decision === 'not adopted' ? [newWords, oldWords] : [promised ?? newWords ?? oldWords];
  return words.filter((one) => one !== null);
}

function doubtAboutWords(letters: string, promise: string): Doubt | undefined {
  const promised = lettersOf(promise);
  if (letters.length > mostLetters(promised.length))
    return { code: 'confirmation-long', params: { most: mostLetters(promised.length) } };
  const share = letters === promised ? 1 : (mostSimilar(bodyOf(letters), promised, [0, letters.length])?.share ?? 0);
  if (share >= (promised.length < TELLING ? 1 : LEAST_SHARE)) return undefined;
  return { code: 'confirmation-unlike', params: { words: promise, share: Math.round(share * 100) } };
}

function doubtAboutPassage(letters: string, before: string): Doubt | undefined {
  if (letters.length < LEAST_PASSAGE) return { code: 'confirmation-short', params: { least: LEAST_PASSAGE } };
  return lettersOf(before).includes(letters) ? { code: 'confirmation-unchanged', params: {} } : undefined;
}

function isNear({ span, outline, opinion, anchor, findings }: Pointed): boolean {
  const lies = ([from, to]: Span) => from <= span[0] && span[1] <= to;
  if (outline.summary && span[0] < outline.summary[1] && outline.summary[0] < span[1]) return false;
  if (findings.some(({ place }) => place !== null && place[0] < span[1] && span[0] < place[1])) return true;
  const no = (anchor && measureAt(outline, anchor)) ?? opinion.measure;
  const measure = outline.measures.find((one) => one.no === no);
  if (measure) return lies(measure.span);
  return anchor === null || lies([anchor[0] - AROUND, anchor[1] + AROUND]);
}
