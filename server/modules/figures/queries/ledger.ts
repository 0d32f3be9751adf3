import { Type } from 'typebox';
import { allowAnyone } from '../../../kernel/actor/permission.ts';
import { query, type Reading } from '../../../kernel/command/query.ts';
import { readCells, readQuality } from '../../../kernel/figure/cells.ts';
import { type FigureContext, figureContext, figuresOf, kindsOf } from '../context.ts';
import type { FigureSummary, Ledger, LedgerMeasure, Light } from '../contract.ts';
import { type Summarised, summarise } from '../summarise.ts';
import { readTyped } from '../typed.ts';

/** Every figure of the programme on one day, from one read of the rollup. */
export async function summariseAll(
  reading: Pick<Reading, 'transaction' | 'kinds'>,
  context: FigureContext,
): Promise<Summarised[]> {
  const placed = figuresOf(context.programme);
  const names = [...new Set(placed.flatMap(({ definition }) => kindsOf(definition)))];
  const cells = await readCells(reading.transaction, names, context.on, false);
  const quality = await readQuality(reading.transaction, names, context.on);
  const typed = await readTyped(reading.transaction, context.on);
  const byKind = Map.groupBy(cells, (cell) => cell.kind);
  return placed.map((figure) =>
    summarise(
      figure,
      kindsOf(figure.definition).flatMap((kind) => byKind.get(kind) ?? []),
      quality,
      typed,
      context,
      reading.kinds,
    ),
  );
}

export const ledgerQuery = query({
  name: 'figures.ledger',
  route: 'GET /api/ledger',
  input: Type.Object({ on: Type.Optional(Type.String()) }, { additionalProperties: false }),
  may: allowAnyone,
  run: async ({ on }, reading): Promise<Ledger> => {
    const context = await figureContext(reading.transaction, on, reading.today);
    return ledgerOf(
      (await summariseAll(reading, context)).map(({ summary }) => summary),
      context,
    );
  },
});

/** Worst first: what a measure's light is when its figures differ. */
const severity: readonly Light[] = ['overdue', 'silent', 'behind', 'on-path', 'ahead'];

export function ledgerOf(figures: readonly FigureSummary[], { programme, version, on }: FigureContext): Ledger {
  const names = new Map(programme.units.map((unit) => [unit.code, unit.name]));
  const named = (codes: readonly string[]) => codes.map((code) => ({ code, name: names.get(code) ?? { zh: code, en: code } }));
  const measures = programme.measures.map((measure): LedgerMeasure => {
    const own = figures.filter((figure) => figure.measure === measure.no);
    const light = severity.find((candidate) => own.some((figure) => figure.light === candidate)) ?? 'unpromised';
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
