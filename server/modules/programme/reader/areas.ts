/** The goal areas: the clauses right above the measures. */

import { type Numbered, numberClauses } from './measures.ts';
import type { Clause } from './outline.ts';
import type { Paper } from './paper.ts';
import type { Area, Span, Warning } from './reading.ts';

export interface Areas {
  readonly areas: Area[];
  readonly warnings: readonly Warning[];
  readonly numberOf: (measure: Clause) => number | null;
}

/** The areas of the given measures, numbered as printed; in the order of the paper where their numbers begin again. */
export function areasOf(paper: Paper, measures: readonly Numbered[]): Areas {
  const parents = [...new Set(measures.flatMap(({ clause }) => clause.parent ?? []))];
  const { numbered, warnings } = numberClauses(parents);
  const numbers = new Map(numbered.map(({ clause, no }) => [clause, no]));
  return {
    areas: numbered.map(({ clause, no }) => ({ no, ...titleOf(paper, clause) })),
    warnings: warnings.filter(({ code }) => code !== 'number-skipped'),
    numberOf: ({ parent }) => (parent ? (numbers.get(parent) ?? null) : null),
  };
}

/** The heading up to its first stop, without the 方面 that some papers end it with. */
function titleOf(paper: Paper, { head }: Clause): { title: string; span: Span } {
  const line = paper.plain.slice(...head);
  const words = (/^[^。；：\n]*/.exec(line)?.[0] ?? '')
    .slice(0, 80)
    .replace(/（[^（）]*(?:负责|牵头|单位)[^（）]*）?$/, '')
    .trimEnd();
  const title = words.replace(/方面$/, '');
  const span: Span = [head[0], head[0] + title.length];
  return { title: paper.printed.slice(...span), span };
}
