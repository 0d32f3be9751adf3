import type { FactKind } from '../../../kernel/fact/kind.ts';
import { countedBy, countValue } from '../../../kernel/figure/evaluate.ts';
import type { SpanCount } from '../../../kernel/figure/recount.ts';
import type { FigureDetail, FigureValue } from '../../figures/contract.ts';
import { detailOf, type FigureContext, figuresOf, type Ground, kindsOf, type PlacedFigure } from '../../figures/module.ts';
import type { Span } from '../contract.ts';

export type CountedFigure = FigureDetail & { readonly inSpan: FigureValue | null };
/** What a bulletin's numbers are counted from: read from the rollup when it is made, from the facts when it is proved. */
export type SpanGround = Ground & { readonly inSpan: readonly SpanCount[] };

/** Every figure with what happened in the span: the same reckoning, whatever the ground was read from. */
export const numbersOf = (
  ground: SpanGround,
  context: FigureContext,
  kinds: ReadonlyMap<string, FactKind>,
  span: Span,
): CountedFigure[] =>
  figuresOf(context.programme).map((placed) => ({
    ...detailOf(placed, ground, context, kinds),
    inSpan: inSpanOf(placed, ground.inSpan, span),
  }));

/** Flows and shares of flows; what stands does not happen in a span. */
function inSpanOf({ definition: { count } }: PlacedFigure, counts: readonly SpanCount[], { from }: Span): FigureValue | null {
  const isFlow = count.rule === 'sum' || (count.rule === 'ratio' && count.window !== 'standing');
  if (!isFlow) return null;
  const cells = counts.map((counted) => ({ ...counted, month: from, town: '', unit: '', place: '' }));
  return countValue(count, countedBy(count, cells, []), '');
}

/** The kinds of facts that the programme's figures are counted from. */
export const kindNames = ({ programme }: FigureContext): string[] => [
  ...new Set(figuresOf(programme).flatMap(({ definition }) => kindsOf(definition))),
];

export const byPlaceOf = (kinds: ReadonlyMap<string, FactKind>): string[] =>
  [...kinds.values()].filter(({ byPlace }) => byPlace).map(({ name }) => name);
