import type { Reading } from '../../../kernel/command/query.ts';
import type { Cell } from '../../../kernel/figure/cells.ts';
import { countedBy } from '../../../kernel/figure/evaluate.ts';
import { type Known, recountCells } from '../../../kernel/figure/recount.ts';
import { type FigureContext, kindsOf, type PlacedFigure } from '../../figures/module.ts';
import type { Snapshot } from '../contract.ts';
import { frozenKinds } from '../freeze/frozen.ts';
import { byPlaceOf } from '../freeze/numbers.ts';
import type { ChangedPlace } from './explain.ts';

/** Places of a coverage that came to count, or ceased to, by the facts alone: its list being what it was. */
export async function changedPlaces(
  { transaction }: Pick<Reading, 'transaction'>,
  { definition }: PlacedFigure,
  snapshot: Snapshot,
  then: FigureContext,
  cells: readonly Cell[],
  known: Known,
): Promise<ChangedPlace[]> {
  const { count } = definition;
  if (count.rule !== 'coverage') return [];
  const names = kindsOf(definition);
  const before = await recountCells(transaction, names, byPlaceOf(frozenKinds(snapshot)), snapshot.on, known);
  const standing = (heap: readonly Cell[]) => {
    const { part, whole, listed } = countedBy(count, heap, then.villages);
    const by = (side: readonly Cell[]) => {
      const sums = new Map<string, number>();
      for (const { place, quantity } of side) sums.set(place, (sums.get(place) ?? 0) + quantity);
      return sums;
    };
    const list = new Set(
      'areas' in count.of ? listed.map(({ code }) => code) : [...by(whole)].filter(([, sum]) => sum > 0).map(([code]) => code),
    );
    const covering = by(part);
    return { whole: list, part: new Set([...list].filter((code) => (covering.get(code) ?? 0) >= count.atLeast)) };
  };
  const [was, is] = [standing(before), standing(cells.filter(({ kind }) => names.includes(kind)))];
  return (['part', 'whole'] as const).flatMap((side) => [
    ...[...is[side]].filter((place) => !was[side].has(place)).map((place) => ({ side, place, amount: 1 as const })),
    ...[...was[side]].filter((place) => !is[side].has(place)).map((place) => ({ side, place, amount: -1 as const })),
  ]);
}
