import type { FactKind } from '../../kernel/fact/kind.ts';
import type { Cell } from '../../kernel/figure/cells.ts';
import type { FigureDefinition } from '../../kernel/figure/definition.ts';
import { breakdownBy, type Value } from '../../kernel/figure/evaluate.ts';
import { forecastOf } from '../../kernel/figure/forecast.ts';
import { pathAt } from '../../kernel/figure/path.ts';
import type { KindQuality } from '../../kernel/figure/quality.ts';
import { lastDayOfMonth } from '../../kernel/term/day.ts';
import { type FigureContext, kindsOf, type PlacedFigure, silenceOf } from './context.ts';
import type { Breakdown, FigureDetail, MonthPoint, Statement } from './contract.ts';
import { sidesOf, windowOf } from './sides.ts';
import { qualityOf, summarise } from './summarise.ts';
import type { TypedValue } from './typed.ts';

/** What figures are told from, wherever it was read: cells with town and unit, the kinds' quality, typed values. */
export type Ground = {
  readonly cells: readonly Cell[];
  readonly quality: readonly KindQuality[];
  readonly typed: ReadonlyMap<string, TypedValue>;
};

/** One figure whole: number, months, streets and towns, units, forecast, and the statement of what it rests on. */
export function detailOf(
  placed: PlacedFigure,
  { cells, quality, typed }: Ground,
  context: FigureContext,
  kinds: ReadonlyMap<string, FactKind>,
): FigureDetail {
  const { definition } = placed;
  const names = kindsOf(definition);
  const { summary, counted, months, span } = summarise(placed, cells, quality, typed, context, kinds);
  const { startsOn } = context.programme;
  const own = definition.count.rule === 'typed' ? typed.get(definition.code) : undefined;
  return {
    ...summary,
    window: windowOf(definition),
    sides: sidesOf(definition),
    months: months.map(({ month, value, standing }): MonthPoint => {
      const end = lastDayOfMonth(month);
      return {
        month: month.slice(0, 7),
        value: value.value,
        standing: standing.value,
        path: pathAt(definition.target, end > context.on ? context.on : end, startsOn),
        records: value.records,
      };
    }),
    towns: listed(breakdownBy('town', definition.count, counted, summary.from), context.towns, summary.current.value),
    units: listed(breakdownBy('unit', definition.count, counted, summary.from), context.units, summary.current.value),
    forecast: forecastOf(definition, months, summary.current.value, context.on, span),
    statement: statementOf(definition, names, kinds, qualityOf(definition, quality), own),
  };
}

/** Largest first; what has no area (or unit) of its own comes last under ''. `share` is of the whole number, for sums and levels. */
function listed(values: ReadonlyMap<string, Value>, names: ReadonlyMap<string, string>, total: number | null): Breakdown[] {
  return [...values]
    .map(([code, { value, part, whole, records }]) => ({
      code,
      name: names.get(code) ?? code,
      value,
      part,
      whole,
      records,
      share: whole === undefined && value !== null && total ? value / total : null,
    }))
    .filter(({ value, records }) => value !== null || records > 0)
    .sort(
      (a, b) =>
        Number(a.code === '') - Number(b.code === '') ||
        (b.value ?? -1) - (a.value ?? -1) ||
        b.records - a.records ||
        (a.code < b.code ? -1 : 1),
    );
}

function statementOf(
  definition: FigureDefinition,
  names: readonly string[],
  kinds: ReadonlyMap<string, FactKind>,
  seen: readonly KindQuality[],
  typed: TypedValue | undefined,
): Statement {
  const total = (of: (kind: KindQuality) => number) => seen.reduce((sum, kind) => sum + of(kind), 0);
  const latest = (of: (kind: KindQuality) => string | null) =>
    seen.reduce<string | null>((last, kind) => {
      const moment = of(kind);
      return moment !== null && (last === null || moment > last) ? moment : last;
    }, null);
  return {
    sources: names.flatMap((name) => {
      const kind = kinds.get(name);
      return kind ? [{ kind: name, title: kind.title, source: kind.source, counts: kind.counts }] : [];
    }),
    limits: definition.limits,
    records: total((kind) => kind.facts),
    duplicates: total((kind) => kind.duplicates),
    corrections: total((kind) => kind.corrections),
    late: total((kind) => kind.late),
    lastDay: typed?.day ?? latest((kind) => kind.lastDay),
    lastRecordedAt: typed?.typedAt ?? latest((kind) => kind.lastAt?.toISOString() ?? null),
    silentAfterDays: definition.count.rule === 'typed' ? definition.count.lapsesAfterDays : silenceOf(definition, kinds),
    typed: typed ? { source: typed.source, lapsesOn: typed.lapsesOn } : null,
  };
}
