import type { Transaction } from '../../kernel/database/transaction.ts';
import { findProgramme } from '../programme/module.ts';
import { lettersOf } from './check/folded.ts';
import type { Outline } from './judge-opinion.ts';

/** Titles that share so many pairs of letters name the same measure. */
const SAME = 0.4;

/**
 * The measure of the programme in force that a measure of the draft paper is, if it is one: the same number and much the same title.
 * A new paper may count its measures anew; then nothing is told to a timeline that has nothing to do with it.
 */
export async function measureOfProgramme(
  transaction: Transaction,
  { measures }: Outline,
  no: number | null,
): Promise<number | undefined> {
  const title = measures.find((measure) => measure.no === no)?.title;
  if (!title) return undefined;
  const own = (await findProgramme(transaction))?.programme.measures.find((measure) => measure.no === no);
  return own && likeness(title, own.title.zh) >= SAME ? own.no : undefined;
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
