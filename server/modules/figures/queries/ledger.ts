import { Type } from 'typebox';
import { allowAnyone } from '../../../kernel/actor/permission.ts';
import { query, type Reading } from '../../../kernel/command/query.ts';
import { type Cell, readCells } from '../../../kernel/figure/cells.ts';
import type { FigureDefinition } from '../../../kernel/figure/definition.ts';
import { type LightPart, worstOf } from '../../../kernel/figure/lit.ts';
import { readQuality, readSilence } from '../../../kernel/figure/quality.ts';
import { type FigureContext, figureContext, figuresOf, kindsOf, type PlacedFigure } from '../context.ts';
import type { FigureSummary, Ledger, LedgerMeasure, Light } from '../contract.ts';
import { litParts } from '../lit-parts.ts';
import { type Summarised, summarise } from '../summarise.ts';
import { readTyped } from '../typed.ts';

/** Every figure of the programme on one day, from one read of the rollup. */
export const summariseAll = (
  reading: Pick<Reading, 'transaction' | 'kinds'>,
  context: FigureContext,
  only: Only = {},
): Promise<Summarised[]> => summariseFigures(reading, context, figuresOf(context.programme), only);

/**
 * `numbersOnly`: nobody asks when the last record came, so that nothing is said about silence. `lightsOnly`: nobody asks how each month
 * ended, nor what the statement says: months are read where a light needs them, and of the records the last day. `cells`: read already,
 * up to this day, of every kind that these figures count.
 */
type Only = { readonly numbersOnly?: boolean; readonly lightsOnly?: boolean; readonly cells?: readonly Cell[] };

/** These figures on one day: those of the programme, or levels of service that count by the same rules. */
export async function summariseFigures(
  reading: Pick<Reading, 'transaction' | 'kinds'>,
  context: FigureContext,
  placed: readonly PlacedFigure[],
  { numbersOnly = false, lightsOnly = false, cells: known }: Only = {},
): Promise<Summarised[]> {
  const names = [...new Set(placed.flatMap(({ definition }) => kindsOf(definition)))];
  const cells =
    known ?? (await readCells(reading.transaction, names, context.on, false, lightsOnly ? standingKinds(placed) : []));
  const quality = await (numbersOnly
    ? []
    : lightsOnly
      ? readSilence(reading.transaction, cells, context.on)
      : readQuality(reading.transaction, names, context.on));
  const typed = await readTyped(reading.transaction, context.on);
  const byKind = Map.groupBy(cells, (cell) => cell.kind);
  // The same figure asked for twice is added up once.
  const done = new Map<FigureDefinition, Summarised>();
  return placed.map((figure) => {
    const { definition } = figure;
    const own = () => kindsOf(definition).flatMap((kind) => byKind.get(kind) ?? []);
    const summarised = done.get(definition) ?? summarise(figure, own(), quality, typed, context, reading.kinds);
    done.set(definition, summarised);
    return summarised;
  });
}

/** The kinds of which these figures count only what stands: they light the same whenever it began. */
function standingKinds(placed: readonly PlacedFigure[]): string[] {
  const asksWhen = ({ definition: { count, target } }: PlacedFigure) =>
    (count.rule !== 'level' && count.rule !== 'coverage') || target.per === 'month';
  const dated = new Set(placed.filter(asksWhen).flatMap(({ definition }) => kindsOf(definition)));
  return [...new Set(placed.flatMap(({ definition }) => kindsOf(definition)))].filter((kind) => !dated.has(kind));
}

export const ledgerQuery = query({
  name: 'figures.ledger',
  route: 'GET /api/ledger',
  input: Type.Object({ on: Type.Optional(Type.String()) }, { additionalProperties: false }),
  may: allowAnyone,
  run: async ({ on }, reading): Promise<Ledger> => {
    const context = await figureContext(reading.transaction, on, reading.today);
    const figures = (await summariseAll(reading, context)).map(({ summary }) => summary);
    return ledgerOf(figures, context, await litParts(reading, context, figures));
  },
});

/** `parts`: everything that is lit; a measure's light is that of its worst part. */
export function ledgerOf(
  figures: readonly FigureSummary[],
  { programme, version, on }: FigureContext,
  parts: readonly LightPart[],
): Ledger {
  const names = new Map(programme.units.map((unit) => [unit.code, unit.name]));
  const named = (codes: readonly string[]) => codes.map((code) => ({ code, name: names.get(code) ?? { zh: code, en: code } }));
  const measures = programme.measures.map((measure): LedgerMeasure => {
    const own = figures.filter((figure) => figure.measure === measure.no);
    const light = worstOf(parts.filter((part) => part.measure === measure.no))?.light ?? 'unpromised';
    return {
      no: measure.no,
      area: measure.area,
      title: measure.title,
      lead: named(measure.lead),
      cooperating: named(measure.cooperating),
      light,
      figures: own,
    };
  });
  const lights: Record<Light, number> = { ahead: 0, 'on-path': 0, behind: 0, overdue: 0, silent: 0, unpromised: 0 };
  for (const figure of figures) lights[figure.light] += 1;
  return {
    title: programme.title,
    district: programme.district,
    on,
    startsOn: programme.startsOn,
    validUntil: programme.validUntil,
    version,
    goalAreas: programme.goalAreas,
    measures,
    lights,
  };
}
