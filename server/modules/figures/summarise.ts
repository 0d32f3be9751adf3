import type { FactKind } from '../../kernel/fact/kind.ts';
import { type Cell, isSelected } from '../../kernel/figure/cells.ts';
import type { FigureDefinition } from '../../kernel/figure/definition.ts';
import { type Counted, countedBy, countValue, type MonthValue, monthsOf, windowStart } from '../../kernel/figure/evaluate.ts';
import { lightOf } from '../../kernel/figure/light.ts';
import { pathAt, type Span, spanOf } from '../../kernel/figure/path.ts';
import type { KindQuality } from '../../kernel/figure/quality.ts';
import { type FigureContext, type PlacedFigure, selectionsOf, silenceOf } from './context.ts';
import type { FigureSummary } from './contract.ts';
import type { TypedValue } from './typed.ts';

export type Summarised = {
  readonly summary: FigureSummary;
  readonly counted: Counted;
  readonly months: readonly MonthValue[];
  readonly span: Span;
};

/** A figure as it stands on the context's day: one definition, from which the number, the path and the light all come. */
export function summarise(
  { measure, definition }: PlacedFigure,
  cells: readonly Cell[],
  quality: readonly KindQuality[],
  typed: ReadonlyMap<string, TypedValue>,
  context: FigureContext,
  kinds: ReadonlyMap<string, FactKind>,
): Summarised {
  const { on } = context;
  const { startsOn } = context.programme;
  const { target } = definition;
  const counted = countedBy(definition.count, cells, context.villages);
  const from = windowStart(definition.count, on, startsOn);
  const typedValue = typed.get(definition.code);
  const hasLapsed = typedValue !== undefined && typedValue.lapsesOn < on;
  const current =
    definition.count.rule === 'typed'
      ? { value: typedValue && !hasLapsed ? typedValue.value : null, records: 0 }
      : countValue(definition.count, counted, from);
  const months = monthsOf(definition, counted, startsOn, on);
  const span = spanOf(target, on, startsOn);
  const path = pathAt(target, on, startsOn);
  const seen = qualityOf(definition, quality);
  const lastDay = typedValue?.day ?? latest(seen.map((kind) => kind.lastDay));
  const silentAfterDays = definition.count.rule === 'typed' ? definition.count.lapsesAfterDays : silenceOf(definition, kinds);
  const { light, pace, why } = lightOf({
    on,
    startsOn,
    target,
    total: span.total,
    value: current.value,
    path,
    lastDay,
    silentAfterDays,
    hasLapsed,
    months,
  });
  const lastAt = latest(seen.map((kind) => kind.lastAt?.toISOString() ?? null));
  return {
    summary: {
      code: definition.code,
      measure: measure.no,
      title: definition.title,
      promise: definition.promise,
      unit: definition.unit,
      decimals: definition.decimals,
      rule: definition.count.rule,
      target,
      targetTotal: span.total,
      on,
      from,
      current,
      path,
      pace,
      light,
      why,
      lastDay,
      lastRecordedAt: typedValue?.typedAt ?? lastAt,
    },
    counted,
    months,
    span,
  };
}

/** The kinds and categories that this figure reads, and no others: a fair's silence is not broken by a live show. */
export const qualityOf = (definition: FigureDefinition, quality: readonly KindQuality[]): KindQuality[] =>
  quality.filter((kind) => selectionsOf(definition).some((selection) => isSelected(selection)(kind)));

const latest = (moments: readonly (string | null)[]): string | null =>
  moments.reduce((last, moment) => (moment !== null && (last === null || moment > last) ? moment : last), null);
