import type { CountingRule, FigureDefinition, Selection } from '../../kernel/figure/definition.ts';
import type { FigureDetail, Side } from './contract.ts';

/** The facts behind one side of a figure; none for a typed value, nor for the list of all communities and villages. */
export const selectionOf = (rule: CountingRule, side: Side): Selection | undefined => {
  if (rule.rule === 'typed') return undefined;
  if (rule.rule === 'ratio') return rule[side];
  if (side === 'part') return rule.facts;
  return rule.rule === 'coverage' && 'kind' in rule.of ? rule.of : undefined;
};

const both: readonly Side[] = ['part', 'whole'];
export const sidesOf = ({ count }: FigureDefinition): Side[] => both.filter((side) => selectionOf(count, side) !== undefined);

/** The span that a figure's number is counted over; `standing` where it is what stands on the day. */
export const windowOf = ({ count }: FigureDefinition): FigureDetail['window'] => ('window' in count ? count.window : 'standing');
