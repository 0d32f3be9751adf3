import { Type } from 'typebox';
import { query } from '../../../kernel/command/query.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { CountableKind, Version, VersionSummary } from '../draft/contract.ts';
import { mayReadDrafts, mayReadVersions } from '../may.ts';
import { findVersion, listVersions } from '../version-store.ts';

const nothing = Type.Object({}, { additionalProperties: false });

/** The programme in force, with who confirmed it and where it came from. */
export const programmeInForce = query({
  name: 'programme.in-force',
  route: 'GET /api/programme',
  input: nothing,
  may: mayReadVersions,
  run: async (_, { transaction }): Promise<Version> => {
    const found = await findVersion(transaction);
    if (!found) throw new Problem('not-found', 'no-programme');
    return found;
  },
});

export const versionList = query({
  name: 'programme.versions',
  route: 'GET /api/programme/versions',
  input: nothing,
  may: mayReadVersions,
  run: async (_, { transaction }): Promise<readonly VersionSummary[]> => listVersions(transaction),
});

export const oneVersion = query({
  name: 'programme.version',
  route: 'GET /api/programme/versions/:version',
  input: Type.Object({ version: Type.Integer({ minimum: 1, maximum: 1_000_000 }) }, { additionalProperties: false }),
  may: mayReadVersions,
  run: async ({ version }, { transaction }): Promise<Version> => {
    const found = await findVersion(transaction, version);
    if (!found) throw new Problem('not-found', 'not-found');
    return found;
  },
});

/** The kinds of fact that a figure can be bound to. */
export const countableKinds = query({
  name: 'programme.countable-kinds',
  route: 'GET /api/programme/kinds',
  input: nothing,
  may: mayReadDrafts,
  run: async (_, { kinds }): Promise<readonly CountableKind[]> =>
    [...kinds.values()].map(({ name, title, unit, counts, byPlace, variants }) => ({
      name,
      title,
      unit,
      counts,
      byPlace: byPlace ?? false,
      variants: Object.entries(variants ?? {}).map(([variant, words]) => ({ name: variant, title: words })),
    })),
});
