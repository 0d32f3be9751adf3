import type { Reading } from '../../kernel/command/query.ts';
import type { FactKind } from '../../kernel/fact/kind.ts';
import { cellsUpTo, readCells } from '../../kernel/figure/cells.ts';
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
 * The figures of measures as they stood in their periods. The rollup is read once, up to the latest of their days: periods end with a
 * month, and what stood then is what had come by then. `numbersOnly`: without what their data-quality statements need.
 */
export async function seeFigures(
  reading: Reading,
  asked: readonly Asked[],
  { numbersOnly = false }: { readonly numbersOnly?: boolean } = {},
): Promise<SeenMeasure[]> {
  if (asked.length === 0) return [];
  const groups = await groupsOf(reading, asked);
  const readOn = groups.map(({ context }) => context.on).reduce((last, on) => (on > last ? on : last), '');
  const kinds = groups.flatMap(({ placed }) =>
    placed.flatMap(({ figures }) => figures.flatMap((one) => kindsOf(one.definition))),
  );
  const cells = await readCells(reading.transaction, [...new Set(kinds)], readOn, false);
  const seen = new Map<Asked, SeenMeasure>();
  for (const { context, placed } of groups) {
    const known = cellsUpTo(cells, readOn, context.on);
    const figures = placed.flatMap((one) => one.figures);
    const summaries = await summariseFigures(reading, context, figures, { numbersOnly, ...(known ? { cells: known } : {}) });
    let at = 0;
    for (const { asked: one, measure, figures } of placed) {
      const own = summaries.slice(at, at + figures.length);
      at += figures.length;
      seen.set(one, seenOf(context, one, measure, figures, own, reading.kinds));
    }
  }
  return asked.flatMap((one) => seen.get(one) ?? []);
}

type Placed = { readonly asked: Asked; readonly measure: Measure; readonly figures: readonly PlacedFigure[] };
type Group = { readonly context: FigureContext; readonly placed: readonly Placed[] };

/** What is judged on the same day by the same version of the programme. */
async function groupsOf(reading: Reading, asked: readonly Asked[]): Promise<Group[]> {
  const same = Map.groupBy(asked, (one) => `${one.frozen?.version ?? 'now'} ${dayJudged(one, reading.today)}`);
  const groups: Group[] = [];
  for (const group of same.values()) {
    const [first] = group;
    if (!first) continue;
    const context = await contextOf(reading, dayJudged(first, reading.today), first.frozen?.version);
    const promised = new Map<string, FigureDefinition>();
    groups.push({ context, placed: group.map((one) => ({ asked: one, ...placedIn(context, one, promised) })) });
  }
  return groups;
}

async function contextOf({ transaction, today }: Reading, on: string, version: number | undefined): Promise<FigureContext> {
  const context = await figureContext(transaction, on, today);
  if (version === undefined || version === context.version) return context;
  const then = await findProgramme(transaction, version);
  return then ? { ...context, version, programme: then.programme } : context;
}

/** `promised`: a figure with the same promise is the same figure, however many periods ask for it. */
function placedIn(
  { programme }: FigureContext,
  { measure: no, frozen }: Asked,
  promised: Map<string, FigureDefinition>,
): { measure: Measure; figures: PlacedFigure[] } {
  const measure = programme.measures.find((one) => one.no === no);
  if (!measure) throw new Problem('not-found', 'no-measure', { no });
  const asPromised = (definition: FigureDefinition): FigureDefinition => {
    const target = frozen?.targets[definition.code] ?? definition.target;
    const key = `${definition.code} ${JSON.stringify(target)}`;
    const known = promised.get(key) ?? { ...definition, target };
    promised.set(key, known);
    return known;
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
