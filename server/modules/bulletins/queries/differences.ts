import { Type } from 'typebox';
import { canonicalJson } from '../../../kernel/audit/canonical.ts';
import { query, type Reading } from '../../../kernel/command/query.ts';
import type { Known } from '../../../kernel/figure/recount.ts';
import { Problem } from '../../../kernel/problem.ts';
import { type FigureContext, figureContext, figuresOf, readPlaceNames } from '../../figures/module.ts';
import type { DifferenceFacts, Differences, FigureDifference, Snapshot } from '../contract.ts';
import { changedPlaces } from '../difference/changed-places.ts';
import { definitionChanges } from '../difference/definitions.ts';
import { explain, isSame } from '../difference/explain.ts';
import { askedOf, listSince, sumSince } from '../difference/facts-since.ts';
import { earlierFigures } from '../freeze/before.ts';
import { changesSince } from '../freeze/choose.ts';
import { frozenContext, frozenKinds } from '../freeze/frozen.ts';
import { rollupGround } from '../freeze/grounds.ts';
import { numbersOf, type SpanGround } from '../freeze/numbers.ts';
import { differingSections } from '../freeze/sections.ts';
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
    const sections = await differingSections(reading, snapshot);
    return { on: snapshot.on, figures, same: snapshot.figures.length - figures.length, sections };
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
  const kinds = frozenKinds(snapshot);
  const earlier = await earlierFigures(transaction, snapshot);
  const ground = await rollupGround(transaction, then, span);
  const numbers = (of: SpanGround, context: FigureContext, by: typeof kinds) =>
    changesSince(numbersOf(of, context, by, span), earlier);
  const facts = numbers(ground, then, kinds);
  const places = numbers(ground, { ...then, villages: now.villages }, kinds);
  const isSameProgramme = canonicalJson(now.programme) === canonicalJson(then.programme);
  const current = numbers(isSameProgramme ? ground : await rollupGround(transaction, now, span), now, reading.kinds);
  const changes = await definitionChanges(transaction, snapshot, then, now, reading.kinds);
  const placed = new Map(figuresOf(then.programme).map((figure) => [figure.definition.code, figure]));
  const differences: FigureDifference[] = [];
  for (const [index, released] of snapshot.figures.entries()) {
    const figure = placed.get(released.code);
    const [withFacts, withPlaces] = [facts[index], places[index]];
    if (!figure || !withFacts || !withPlaces) continue;
    const stages = { released, facts: withFacts, places: withPlaces, today: current.find(({ code }) => code === released.code) };
    const changed = changes.get(released.code) ?? [];
    // Only what differs is looked into: the facts of a figure that is the same are not counted through.
    if (isSame(stages, changed)) continue;
    const isByPlace = figure.definition.count.rule === 'coverage';
    differences.push(
      explain(stages, {
        sums: await sumSince(transaction, askedOf(figure), { from: span.from, to: snapshot.on }, known, isByPlace),
        places: isByPlace ? await changedPlaces(reading, figure, snapshot, then, ground.cells, known) : [],
        changes: changed,
        startsOn: then.programme.startsOn,
        nameOf: (what, key) => (what.startsWith('town') ? then.towns.get(key) : then.units.get(key)) ?? key,
      }),
    );
  }
  return differences;
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
    const found = await listSince(reading.transaction, askedOf(placed), snapshot.on, known, {
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
