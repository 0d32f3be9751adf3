/** What a person should look at before confirming the reading: the paper's slips, and places where the reading is unsure. */
import type { Measure, Span, Warning } from './reading.ts';
import type { Assignment } from './unit-clauses.ts';

/** Measures without a lead unit or with a unit named twice, when the paper names units at all. */
export function warningsOnMeasures(measures: readonly Measure[]): Warning[] {
  if (!measures.some(({ lead }) => lead.length > 0)) return [];
  return measures.flatMap((measure): Warning[] => {
    const at: Span = measure.titleSpan ?? [measure.span[0], measure.span[0] + measure.printed.length];
    if (measure.lead.length === 0) return [{ code: 'measure-without-lead', params: { number: measure.no }, span: at }];
    return [];
  });
}

/** Units named where no measure is: an area's heading, a closing clause. */
export function unitsOutside(assignments: readonly Assignment[], measures: readonly Measure[]): Warning[] {
  let next = 0;
  return assignments.flatMap(({ span }): Warning[] => {
    while (next < measures.length && (measures[next]?.span[1] ?? 0) <= span[0]) next++;
    const isInside = (measures[next]?.span[0] ?? Number.POSITIVE_INFINITY) <= span[0];
    return isInside ? [] : [{ code: 'units-outside-measures', params: {}, span }];
  });
}

/** In the order of the paper. */
export const inPaperOrder = (warnings: readonly Warning[]): Warning[] =>
  [...warnings].sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
