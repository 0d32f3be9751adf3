import type { Reading } from '../../kernel/command/query.ts';
import type { FactKind } from '../../kernel/fact/kind.ts';
import type { FigureDefinition } from '../../kernel/figure/definition.ts';
import { windowStart } from '../../kernel/figure/evaluate.ts';
import { Problem } from '../../kernel/problem.ts';
import { daysBetween, firstDayOfMonth } from '../../kernel/term/day.ts';
import {
  type FigureContext,
  figureContext,
  kindsOf,
  type PlacedFigure,
  type Summarised,
  selectionOf,
  sidesOf,
  silenceOf,
  summariseFigures,
} from '../figures/module.ts';
import type { Measure } from '../programme/contract.ts';
import { findProgramme } from '../programme/module.ts';
import type { Evaluation, Period } from './contract.ts';
import type { Listed } from './fact-list-store.ts';
import type { FigureSeen } from './figure-rules.ts';
import { isWhole } from './periods.ts';

/** `frozen`: judged by the version and the promises of then, not by those of now. */
export type Asked = {
  readonly measure: number;
  readonly period: Period;
  readonly frozen?: Pick<Evaluation, 'version' | 'targets'> | undefined;
};

export type SeenFigure = {
  readonly seen: FigureSeen;
  /** Exactly the facts behind it, by side; nothing for a typed value. */
  readonly lists: readonly Listed[];
  readonly typed: { readonly day: string; readonly value: number } | null;
};

export type SeenMeasure = {
  readonly measure: Measure;
  readonly version: number;
  readonly startsOn: string;
  readonly on: string;
  readonly figures: readonly SeenFigure[];
};

export const dayJudged = ({ period }: Pick<Asked, 'period'>, today: string): string => (today < period.to ? today : period.to);

/**
 * The figures of measures as they stood in their periods. Those of the same day and version are read together. `numbersOnly`: without
 * what their data-quality statements need.
 */
export async function seeFigures(
  reading: Reading,
  asked: readonly Asked[],
  { numbersOnly = false }: { readonly numbersOnly?: boolean } = {},
): Promise<SeenMeasure[]> {
  const groups = Map.groupBy(asked, (one) => `${one.frozen?.version ?? 'now'} ${dayJudged(one, reading.today)}`);
  const seen = new Map<Asked, SeenMeasure>();
  for (const group of groups.values()) {
    const [first] = group;
    if (!first) continue;
    const context = await contextOf(reading, dayJudged(first, reading.today), first.frozen?.version);
    const placed = group.map((one) => placedIn(context, one));
    const figures = placed.flatMap((one) => one.figures);
    const summaries = await summariseFigures(reading, context, figures, { numbersOnly });
    let at = 0;
    for (const [index, { measure, figures }] of placed.entries()) {
      const one = group[index];
      const own = summaries.slice(at, at + figures.length);
      at += figures.length;
      if (one) seen.set(one, seenOf(context, one, measure, figures, own, reading.kinds));
    }
  }
  return asked.flatMap((one) => seen.get(one) ?? []);
}

async function contextOf({ transaction, today }: Reading, on: string, version: number | undefined): Promise<FigureContext> {
  const context = await figureContext(transaction, on, today);
  if (version === undefined || version === context.version) return context;
  const then = await findProgramme(transaction, version);
  return then ? { ...context, version, programme: then.programme } : context;
}

function placedIn({ programme }: FigureContext, { measure: no, frozen }: Asked): { measure: Measure; figures: PlacedFigure[] } {
  const measure = programme.measures.find((one) => one.no === no);
  if (!measure) throw new Problem('not-found', 'no-measure', { no });
  const asPromised = (definition: FigureDefinition): FigureDefinition => {
    const target = frozen?.targets[definition.code];
    return target ? { ...definition, target } : definition;
  };
  return { measure, figures: measure.figures.map((definition) => ({ measure, definition: asPromised(definition) })) };
}

function seenOf(
  { programme: { startsOn }, version, on }: FigureContext,
  { period }: Asked,
  measure: Measure,
  placed: readonly PlacedFigure[],
  summaries: readonly Summarised[],
  kinds: ReadonlyMap<string, FactKind>,
): SeenMeasure {
  const figures = placed.flatMap(({ definition }, at): SeenFigure[] => {
    const summarised = summaries[at];
    return summarised ? [seenFigure(definition, summarised, { period, startsOn, on, kinds })] : [];
  });
  return { measure, version, startsOn, on, figures };
}

type Around = {
  readonly period: Period;
  readonly startsOn: string;
  readonly on: string;
  readonly kinds: ReadonlyMap<string, FactKind>;
};

/** A summarised figure as it is judged for a period. */
export function seenFigure(definition: FigureDefinition, { summary, months }: Summarised, around: Around): SeenFigure {
  const { on, kinds } = around;
  const { count } = definition;
  const isTyped = count.rule === 'typed';
  const names = kindsOf(definition);
  const { value } = summary.current;
  return {
    seen: {
      code: definition.code,
      title: definition.title,
      unit: definition.unit,
      decimals: definition.decimals,
      target: definition.target,
      rule: count.rule,
      value,
      months: months.map((month) => ({ month: month.month, value: month.value.value, standing: month.standing.value })),
      statement: {
        hasSources: isTyped ? summary.lastDay !== null : names.length > 0 && names.every((name) => kinds.get(name)?.source.zh),
        hasLimits: definition.limits.zh.trim() !== '',
        lastDay: summary.lastDay,
        quietDays: summary.lastDay === null ? 0 : daysBetween(summary.lastDay, on),
        silentAfterDays: isTyped ? count.lapsesAfterDays : silenceOf(definition, kinds),
        hasLapsed: summary.why.reason === 'lapsed',
      },
    },
    lists: listsOf(definition, summary, months, around),
    typed: isTyped && value !== null && summary.lastDay !== null ? { day: summary.lastDay, value } : null,
  };
}

/** The window that a figure's number counts in this period, and what its list must therefore add up to. */
function listsOf(
  definition: FigureDefinition,
  { current }: Summarised['summary'],
  months: Summarised['months'],
  { period, startsOn, on }: Around,
): Listed[] {
  const { count, code } = definition;
  return sidesOf(definition).flatMap((side): Listed[] => {
    const facts = selectionOf(count, side);
    if (!facts) return [];
    const listed = { figure: code, side, facts, on };
    if (count.rule === 'level') return [{ ...listed, from: null, sum: current.value ?? 0 }];
    if (count.rule === 'coverage') return [{ ...listed, from: null, ...(side === 'part' ? { count: current.records } : {}) }];
    if (count.rule === 'ratio') {
      const from = count.window === 'standing' ? null : windowStart(count, on, startsOn);
      return [{ ...listed, from, sum: current[side] ?? 0 }];
    }
    const from = isWhole(period) || (count.rule === 'sum' && count.window === 'programme') ? startsOn : period.from;
    const counted = months.filter(({ month }) => month >= firstDayOfMonth(from));
    return [{ ...listed, from, sum: counted.reduce((sum, { value }) => sum + Math.round((value.value ?? 0) * 100), 0) / 100 }];
  });
}
