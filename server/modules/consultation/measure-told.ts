import type { Transaction } from '../../kernel/database/transaction.ts';
import type { Programme } from '../programme/contract.ts';
import { findProgramme } from '../programme/module.ts';
import { lettersOf } from './check/folded.ts';
import type { Outline } from './judge-opinion.ts';

/** Titles that share so many pairs of letters name the same measure. */
const SAME = 0.4;

/**
 * The measure of the programme in force that a measure of the paper is: the same number and much the same title, in a paper that is that
 * programme's draft, because most of its measures are the programme's. Another paper, or one that counts its measures anew, tells nothing
 * to a timeline that has nothing to do with it.
 */
export async function measureOfProgramme(
  transaction: Transaction,
  outline: Outline,
  no: number | null,
): Promise<number | undefined> {
  const programme = (await findProgramme(transaction))?.programme;
  return programme && measureOfDraft(outline, programme, no);
}

export function measureOfDraft(
  { measures }: { readonly measures: readonly Pick<Outline['measures'][number], 'no' | 'title'>[] },
  programme: { readonly measures: readonly Pick<Programme['measures'][number], 'no' | 'title'>[] },
  no: number | null,
): number | undefined {
  const kept = programme.measures.filter((own) => {
    const title = measures.find((measure) => measure.no === own.no)?.title;
    return title !== undefined && title !== null && likeness(title, own.title.zh) >= SAME;
  });
  const isDraft = kept.length * 2 > Math.max(measures.length, programme.measures.length);
  return isDraft ? kept.find((own) => own.no === no)?.no : undefined;
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
