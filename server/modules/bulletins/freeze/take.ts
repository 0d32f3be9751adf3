import { type Static, Type } from 'typebox';
import type { BulletinSection, BulletinSpan, KnownRows } from '../../../kernel/bulletin-section.ts';
import { query, type Reading } from '../../../kernel/command/query.ts';
import type { LightPart } from '../../../kernel/figure/lit.ts';
import { type Known, whatIsKnown } from '../../../kernel/figure/recount.ts';
import { Problem } from '../../../kernel/problem.ts';
import { figureContext, figureParts, ledgerOf } from '../../figures/module.ts';
import type { Before, FrozenFigure, Snapshot, Span } from '../contract.ts';
import { frozenOf } from '../hold.ts';
import { mayWrite } from '../may.ts';
import { findBefore, findBulletin } from '../store.ts';
import { paragraphsOf } from '../text/paragraphs.ts';
import { tokensOf } from '../text/tokens.ts';
import { basisOf } from './basis.ts';
import { changesSince, mapFigure, practiceOf } from './choose.ts';
import { rollupGround } from './grounds.ts';
import { kindNames, numbersOf } from './numbers.ts';
import { digestOf, sealed } from './seal.ts';
import { contributedSections } from './sections.ts';

declare module '../../../kernel/command/services.ts' {
  interface Services {
    /** What every module adds to a bulletin; collected by the composition root. */
    readonly bulletinParts: readonly ((
      reading: Reading,
      span: BulletinSpan,
      known: KnownRows,
    ) => Promise<BulletinSection | undefined>)[];
  }
}

export type Taken = { readonly moment: string; readonly known: Known; readonly content: string; readonly sha256: string };
const input = Type.Object(
  {
    bulletin: Type.String({ format: 'uuid' }),
    /** Only where it has no numbers yet: a request that is sent again changes nothing. */
    unlessFrozen: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);

/**
 * Everything a bulletin says, read in one snapshot of the database: whatever is recorded meanwhile comes after it, whole. Not reachable
 * over HTTP; `freeze` asks it and keeps the answer.
 */
export const takeSnapshot = query({
  name: 'bulletins.take-snapshot',
  input,
  may: mayWrite,
  run: async ({ bulletin, unlessFrozen }: Static<typeof input>, reading): Promise<Taken | undefined> => {
    const found = await findBulletin(reading.transaction, bulletin);
    if (unlessFrozen && found?.isFrozen) return undefined;
    if (found?.state !== 'draft') throw new Problem('conflict', 'bulletin-not-draft');
    const { snapshot, known } = await snapshotOf({ kind: found.kind, from: found.from, to: found.to }, reading);
    return { moment: snapshot.moment, known, ...sealed(snapshot) };
  },
});

export async function snapshotOf(span: Span, reading: Reading): Promise<{ snapshot: Snapshot; known: Known }> {
  const { transaction, today, now } = reading;
  const context = await figureContext(transaction, span.to, today);
  const names = kindNames(context);
  const kinds = new Map([...reading.kinds].filter(([name]) => names.includes(name)));
  const ground = await rollupGround(transaction, context, span);
  const known = await whatIsKnown(transaction, names, now);
  const counted = numbersOf(ground, context, kinds, span);
  const before = await beforeOf(reading, span);
  const figures = changesSince(counted, before?.snapshot.figures);
  const parts: LightPart[] = [];
  for (const contributed of reading.services.lightParts) parts.push(...(await contributed(reading, context.on)));
  const ledger = ledgerOf(figures, context, [...figureParts(context, figures), ...parts]);
  const sections = await contributedSections(reading, { from: span.from, to: context.on }, { until: known.until });
  const told = {
    span,
    on: context.on,
    measures: ledger.measures.map(({ figures: _figures, ...measure }) => measure),
    lights: ledger.lights,
    figures,
    before: before?.before ?? null,
    sections,
    practice: practiceOf(figures),
    parts,
    kinds: [...kinds.values()],
    context: {
      version: context.version,
      programme: context.programme,
      villages: context.villages,
      towns: Object.fromEntries(context.towns),
      units: Object.fromEntries(context.units),
    },
  };
  const snapshot: Snapshot = {
    shape: 1,
    moment: now.toISOString(),
    known: { until: known.until.toISOString(), also: known.also.length, sha256: digestOf(known.also) },
    ...told,
    typed: [...ground.typed.values()],
    map: mapFigure(figures),
    ...(await readMap(reading)),
    paragraphs: paragraphsOf(told),
    tokens: tokensOf(told),
    basis: basisOf(ground.cells),
  };
  return { snapshot, known };
}

async function beforeOf(
  { transaction }: Reading,
  { to }: Span,
): Promise<{ before: Before; snapshot: { figures: readonly FrozenFigure[] } } | undefined> {
  const found = await findBefore(transaction, to);
  if (!found?.number) return undefined;
  const { snapshot } = await frozenOf(transaction, found);
  return { before: { bulletin: found.id, number: found.number, to: found.to }, snapshot };
}

async function readMap({ transaction: { client, district } }: Reading): Promise<Pick<Snapshot, 'outline' | 'places'>> {
  const outline = await client.query<{ boundary: unknown }>('SELECT boundary FROM district WHERE code = $1', [district]);
  const places = await client.query<Snapshot['places'][number]>(
    "SELECT code, name, longitude, latitude FROM area WHERE district = $1 AND level = 'town' ORDER BY code",
    [district],
  );
  return { outline: outline.rows[0]?.boundary ?? null, places: places.rows };
}
