import type { Transaction } from '../../kernel/database/transaction.ts';
import { findProgramme } from '../programme/module.ts';
import { lettersOf } from './check/folded.ts';
import type { Outline } from './judge-opinion.ts';

/** Titles that share so many pairs of letters name the same measure. */
const SAME = 0.4;
/** A paper in which so many of the programme's measures are found is the programme's own draft. */
const OWN_DRAFT = 0.5;

type Measure = { readonly no: number; readonly title: string };

/**
 * The measure of the programme in force that a measure of the draft paper is, if it is one: the paper is the programme's own draft, and
 * the number and much of the title are the same. Any other paper counts its measures anew and has nothing to tell the programme's.
 */
export async function measureOfProgramme(
  transaction: Transaction,
  outline: Outline,
  no: number | null,
): Promise<number | undefined> {
  if (no === null) return undefined;
  const programme = (await findProgramme(transaction))?.programme;
  return (
    programme &&
    sameMeasure(
      outline,
      programme.measures.map(({ no: own, title }) => ({ no: own, title: title.zh })),
      no,
    )
  );
}

/** Pure. */
export function sameMeasure({ measures }: Pick<Outline, 'measures'>, own: readonly Measure[], no: number): number | undefined {
  const isSame = (one: Measure | undefined) => {
    const title = measures.find((measure) => measure.no === one?.no)?.title;
    return one !== undefined && title !== null && title !== undefined && likeness(title, one.title) >= SAME;
  };
  if (own.length === 0 || own.filter(isSame).length / own.length < OWN_DRAFT) return undefined;
  return isSame(own.find((measure) => measure.no === no)) ? no : undefined;
}

function likeness(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  const common = [...a].filter((pair) => b.has(pair)).length;
  return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size);
}

const pairsOf = (text: string): Set<string> => {
  const letters = lettersOf(text);
  return new Set(Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2)));
};
