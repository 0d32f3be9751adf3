import type { Transaction } from '../../kernel/database/transaction.ts';
import type { FactKind } from '../../kernel/fact/kind.ts';
import type { FigureDefinition } from '../../kernel/figure/definition.ts';
import type { ListedPlace } from '../../kernel/figure/evaluate.ts';
import { Problem } from '../../kernel/problem.ts';
import { isDay } from '../../kernel/term/day.ts';
import type { Measure, Programme } from '../programme/contract.ts';
import { findProgramme } from '../programme/module.ts';

/** Everything that reading figures needs to know besides the facts. */
export type FigureContext = {
  readonly version: number;
  readonly programme: Programme;
  readonly on: string;
  readonly villages: readonly ListedPlace[];
  readonly towns: ReadonlyMap<string, string>;
  readonly units: ReadonlyMap<string, string>;
};

/** The programme in force with the district's areas and units; the day defaults to today and is never later. */
export async function figureContext(transaction: Transaction, asked: string | undefined, today: string): Promise<FigureContext> {
  const found = await findProgramme(transaction);
  if (!found) throw new Problem('not-found', 'no-programme');
  if (asked !== undefined && !isDay(asked)) throw new Problem('invalid', 'not-a-day', { day: asked });
  const on = asked === undefined || asked > today ? today : asked;
  const { client, district } = transaction;
  const areas = await client.query<[string, string, string, string | null]>({
    name: 'figure_areas',
    text: `SELECT code, name, level, parent FROM area WHERE district = $1`,
    values: [district],
    rowMode: 'array',
  });
  const units = await client.query<[string, string]>({
    name: 'figure_units',
    text: 'SELECT code, name FROM unit WHERE district = $1',
    values: [district],
    rowMode: 'array',
  });
  return {
    version: found.version,
    programme: found.programme,
    on: on < found.programme.startsOn ? found.programme.startsOn : on,
    villages: areas.rows.filter(([, , level]) => level === 'village').map(([code, , , parent]) => ({ code, town: parent ?? '' })),
    towns: new Map(areas.rows.filter(([, , level]) => level === 'town').map(([code, name]) => [code, name])),
    units: new Map(units.rows),
  };
}

export type PlacedFigure = { readonly measure: Measure; readonly definition: FigureDefinition };

export const figuresOf = (programme: Programme): PlacedFigure[] =>
  programme.measures.flatMap((measure) => measure.figures.map((definition) => ({ measure, definition })));

export function getFigure(programme: Programme, code: string): PlacedFigure {
  const found = figuresOf(programme).find(({ definition }) => definition.code === code);
  if (!found) throw new Problem('not-found', 'no-figure', { code });
  return found;
}

/** The fact kinds that a figure reads. */
export function kindsOf({ count }: FigureDefinition): string[] {
  if (count.rule === 'typed') return [];
  if (count.rule === 'ratio') return [...new Set([count.part.kind, count.whole.kind])];
  if (count.rule === 'coverage' && 'kind' in count.of) return [...new Set([count.facts.kind, count.of.kind])];
  return [count.facts.kind];
}

/** Days of silence a figure bears: the longest that any of its kinds does. */
export const silenceOf = (definition: FigureDefinition, kinds: ReadonlyMap<string, FactKind>): number =>
  Math.max(1, ...kindsOf(definition).map((name) => kinds.get(name)?.silentAfterDays ?? 31));
