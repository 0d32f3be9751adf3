import { Type } from 'typebox';
import { canonicalJson } from '../../../kernel/audit/canonical.ts';
import { query, type Reading } from '../../../kernel/command/query.ts';
import type { Cell } from '../../../kernel/figure/cells.ts';
import { countedBy } from '../../../kernel/figure/evaluate.ts';
import { type Known, recountCells } from '../../../kernel/figure/recount.ts';
import { Problem } from '../../../kernel/problem.ts';
import {
  type FigureContext,
  figureContext,
  figuresOf,
  kindsOf,
  type PlacedFigure,
  readPlaceNames,
} from '../../figures/module.ts';
import type { DifferenceFacts, Differences, FigureDifference, Snapshot } from '../contract.ts';
import { type ChangedPlace, explain } from '../difference/explain.ts';
import { askedOf, listSince, sumSince } from '../difference/facts-since.ts';
import { frozenContext, frozenKinds } from '../freeze/frozen.ts';
import { rollupGround } from '../freeze/grounds.ts';
import { byPlaceOf, numbersOf } from '../freeze/numbers.ts';
import { frozenOf, readableBulletin } from '../hold.ts';
import { mayRead, mayReadFacts } from '../may.ts';
import { readKnown } from '../store.ts';

const bulletin = Type.String({ format: 'uuid' });

/** Where today's figure for the same days is another than the bulletin said, and why, fact by fact. */
export const differencesQuery = query({
  name: 'bulletins.differences',
  route: 'GET /api/bulletins/:bulletin/differences',
  input: Type.Object({ bulletin }, { additionalProperties: false }),
  may: mayRead,
  run: async (input, reading): Promise<Differences> => {
    const { snapshot, known } = await readFrozen(input.bulletin, reading);
    const figures = await differencesOf(reading, snapshot, known);
    return { on: snapshot.on, figures, same: snapshot.figures.length - figures.length };
  },
});

async function readFrozen(id: string, { transaction, actor }: Reading): Promise<{ snapshot: Snapshot; known: Known }> {
  const frozen = await frozenOf(transaction, await readableBulletin(transaction, id, actor));
  const known = await readKnown(transaction, frozen.id);
  if (!known) throw new Problem('not-found', 'no-bulletin');
  return { snapshot: frozen.snapshot, known };
}

export async function differencesOf(reading: Reading, snapshot: Snapshot, known: Known): Promise<FigureDifference[]> {
  const { transaction, today } = reading;
  const { span } = snapshot;
  const then = frozenContext(snapshot);
  const now = await figureContext(transaction, snapshot.on, today);
  const ground = await rollupGround(transaction, then, span);
  const facts = numbersOf(ground, then, frozenKinds(snapshot), span);
  const places = numbersOf(ground, { ...then, villages: now.villages }, frozenKinds(snapshot), span);
  const isSameProgramme = canonicalJson(now.programme) === canonicalJson(then.programme);
  const current = numbersOf(isSameProgramme ? ground : await rollupGround(transaction, now, span), now, reading.kinds, span);
  const placed = new Map(figuresOf(then.programme).map((figure) => [figure.definition.code, figure]));
  const differences: FigureDifference[] = [];
  for (const [index, released] of snapshot.figures.entries()) {
    const figure = placed.get(released.code);
    const [withFacts, withPlaces] = [facts[index], places[index]];
    if (!figure || !withFacts || !withPlaces) continue;
    const isByPlace = figure.definition.count.rule === 'coverage';
    const stages = { released, facts: withFacts, places: withPlaces, today: current.find(({ code }) => code === released.code) };
    // Only what differs is looked into: the facts of a figure that is the same are not counted through.
    if (explain(stages, [], []) === undefined) continue;
    const sums = await sumSince(transaction, askedOf(figure, released), snapshot.on, known, isByPlace);
    const changed = isByPlace ? await changedPlaces(reading, figure, snapshot, then, ground.cells, known) : [];
    const explained = explain(stages, sums, changed);
    if (explained) differences.push(explained);
  }
  return differences;
}

/** Places of a coverage that came to count, or ceased to, by the facts alone: its list being what it was. */
async function changedPlaces(
  { transaction }: Reading,
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

/** The facts behind one figure's difference, each with its cause. */
export const differenceFacts = query({
  name: 'bulletins.difference-facts',
  route: 'GET /api/bulletins/:bulletin/differences/:code',
  input: Type.Object(
    {
      bulletin,
      code: Type.String({ maxLength: 10 }),
      cursor: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT[0-9:.]{8,12}Z~[0-9a-f-]{36}~(part|whole)$' })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    },
    { additionalProperties: false },
  ),
  may: mayReadFacts,
  run: async ({ bulletin: id, code, cursor, limit = 50 }, reading): Promise<DifferenceFacts> => {
    const { snapshot, known } = await readFrozen(id, reading);
    const context = frozenContext(snapshot);
    const released = snapshot.figures.find((figure) => figure.code === code);
    const placed = figuresOf(context.programme).find(({ definition }) => definition.code === code);
    if (!released || !placed) throw new Problem('not-found', 'no-figure', { code });
    const [at, fact = '', side = ''] = cursor?.split('~') ?? [];
    const after = at === undefined ? undefined : { at: new Date(at), id: fact, side };
    const found = await listSince(reading.transaction, askedOf(placed, released), snapshot.on, known, {
      after,
      limit: limit + 1,
    });
    const shown = found.slice(0, limit);
    const places = await readPlaceNames(
      reading.transaction,
      shown.map(({ place }) => place),
    );
    const last = shown.at(-1);
    return {
      rows: shown.map((row) => ({
        fact: row.id,
        side: row.side,
        cause: row.cause,
        day: row.day,
        townName: context.towns.get(row.town) ?? '',
        placeName: places.get(row.place) ?? row.place,
        unit: row.unit,
        unitName: context.units.get(row.unit) ?? row.unit,
        quantity: row.quantity,
        recordType: row.record_type,
        record: row.record,
        recordedAt: row.recorded_at.toISOString(),
      })),
      next: found.length > limit && last ? `${last.recorded_at.toISOString()}~${last.id}~${last.side}` : null,
    };
  },
});
