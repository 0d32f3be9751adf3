import type { Transaction } from '../../kernel/database/transaction.ts';
import type { FactKind } from '../../kernel/fact/kind.ts';
import type { FigureDefinition, Selection, Target } from '../../kernel/figure/definition.ts';
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

/** The programme in force with the district's names; the day defaults to today and is never later. `code`: for this figure alone. */
export async function figureContext(
  transaction: Transaction,
  asked: string | undefined,
  today: string,
  code?: string,
): Promise<FigureContext> {
  const found = await findProgramme(transaction);
  if (!found) throw new Problem('not-found', 'no-programme');
  if (asked !== undefined && !isDay(asked)) throw new Problem('invalid', 'not-a-day', { day: asked });
  const on = asked === undefined || asked > today ? today : asked;
  const names = await readNames(transaction);
  return {
    version: found.version,
    programme: alongPaths(found.programme, names.get('path')),
    on: on < found.programme.startsOn ? found.programme.startsOn : on,
    villages: asksForVillages(found.programme, code) ? await readVillages(transaction) : [],
    towns: names.get('town') ?? new Map(),
    units: names.get('unit') ?? new Map(),
  };
}

const asksForVillages = (programme: Programme, code: string | undefined): boolean =>
  figuresOf(programme).some(
    ({ definition }) =>
      (code === undefined || definition.code === code) && definition.count.rule === 'coverage' && 'areas' in definition.count.of,
  );

async function readNames({ client, district }: Transaction): Promise<Map<string, Map<string, string>>> {
  const { rows } = await client.query<[string, string, string]>({
    name: 'figure_names',
    text: `SELECT 'town', code, name FROM area WHERE district = $1 AND level = 'town' UNION ALL SELECT 'unit', code, name FROM unit WHERE district = $1
      UNION ALL (SELECT DISTINCT ON (figure) 'path', figure, points::text FROM figure_path WHERE district = $1 ORDER BY figure, id DESC)`,
    values: [district],
    rowMode: 'array',
  });
  const names = Map.groupBy(rows, ([what]) => what);
  return new Map([...names].map(([what, named]) => [what, new Map(named.map(([, code, name]) => [code, name]))]));
}

/** The programme with the interim paths that its accepted plans set; a figure without one keeps its own, or the straight line. */
function alongPaths(programme: Programme, paths: ReadonlyMap<string, string> | undefined): Programme {
  if (!paths) return programme;
  const along = (figure: FigureDefinition): FigureDefinition => {
    const points = JSON.parse(paths.get(figure.code) ?? '[]') as Target['path']; // reason: setPaths alone writes this column
    return points && points.length > 0 ? { ...figure, target: { ...figure.target, path: points } } : figure;
  };
  return { ...programme, measures: programme.measures.map((measure) => ({ ...measure, figures: measure.figures.map(along) })) };
}

async function readVillages({ client, district }: Transaction): Promise<ListedPlace[]> {
  const { rows } = await client.query<[string, string]>({
    name: 'figure_villages',
    text: `SELECT code, coalesce(parent, '') FROM area WHERE district = $1 AND level = 'village'`,
    values: [district],
    rowMode: 'array',
  });
  return rows.map(([code, town]) => ({ code, town }));
}

export type PlacedFigure = { readonly measure: Measure; readonly definition: FigureDefinition };

export const figuresOf = (programme: Programme): PlacedFigure[] =>
  programme.measures.flatMap((measure) => measure.figures.map((definition) => ({ measure, definition })));

export function getFigure(programme: Programme, code: string): PlacedFigure {
  const found = figuresOf(programme).find(({ definition }) => definition.code === code);
  if (!found) throw new Problem('not-found', 'no-figure', { code });
  return found;
}

/** The facts that a figure reads: what counts and, for shares, what it is held against. */
export function selectionsOf({ count }: FigureDefinition): Selection[] {
  if (count.rule === 'typed') return [];
  if (count.rule === 'ratio') return [count.part, count.whole];
  if (count.rule === 'coverage' && 'kind' in count.of) return [count.facts, count.of];
  return [count.facts];
}

export const kindsOf = (definition: FigureDefinition): string[] => [...new Set(selectionsOf(definition).map(({ kind }) => kind))];

/** Days of silence a figure bears: the longest that any of its kinds does. */
export const silenceOf = (definition: FigureDefinition, kinds: ReadonlyMap<string, FactKind>): number =>
  Math.max(1, ...kindsOf(definition).map((name) => kinds.get(name)?.silentAfterDays ?? 31));
