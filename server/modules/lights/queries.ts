import { Type } from 'typebox';
import { allow, wholeProgramme } from '../../kernel/actor/permission.ts';
import { query } from '../../kernel/command/query.ts';
import { bounds } from '../../kernel/figure/light.ts';
import { Problem } from '../../kernel/problem.ts';
import type { LightHistory, Lights, Whole } from './contract.ts';
import { readLights } from './read.ts';
import { listChanges, type Now, readNow } from './store.ts';
import type { LitWhole } from './wholes.ts';

const mayReadLights = allow(wholeProgramme);

/** Every light: measures and units, each with its parts, the worst first, why, and since when. */
export const lightsQuery = query({
  name: 'lights.get-lights',
  route: 'GET /api/lights',
  input: Type.Object({ on: Type.Optional(Type.String({ maxLength: 10 })) }, { additionalProperties: false }),
  may: mayReadLights,
  run: async ({ on }, reading): Promise<Lights> => {
    const day = await readLights(reading, on);
    if (!day) throw new Problem('not-found', 'no-programme');
    // Since when is known of today's lights; a past day's are computed from the records as they are now.
    const now = day.context.on === reading.today ? await readNow(reading.transaction) : new Map<string, Now>();
    return {
      on: day.context.on,
      rule: bounds,
      measures: day.measures.map((measure) => ({ no: measure.no, ...shown(measure, now) })),
      units: day.units.map((unit) => ({ code: unit.code, ...shown(unit, now) })),
    };
  },
});

function shown({ subject, title, parts, worst }: LitWhole, now: ReadonlyMap<string, Now>): Whole {
  const since = (of: string) => now.get(of)?.since.toISOString() ?? null;
  return {
    subject,
    title,
    light: worst?.light ?? null,
    why: worst?.why ?? null,
    since: since(subject),
    parts: parts.map((part) => ({ ...part, since: since(part.subject) })),
  };
}

const PAGE = 50;

/** Every change of one light, with the numbers behind it at that moment. */
export const lightHistoryQuery = query({
  name: 'lights.get-history',
  route: 'GET /api/lights/history',
  input: Type.Object(
    {
      subject: Type.String({ pattern: '^[a-z]+:[0-9a-z-]{1,60}$' }),
      after: Type.Optional(Type.String({ format: 'uuid' })),
    },
    { additionalProperties: false },
  ),
  may: mayReadLights,
  run: async ({ subject, after }, { transaction }): Promise<LightHistory> => {
    const rows = await listChanges(transaction, subject, { after, limit: PAGE + 1 });
    return {
      changes: rows.slice(0, PAGE).map(({ id: _, ...change }) => change),
      next: rows.length > PAGE ? (rows[PAGE - 1]?.id ?? null) : null,
    };
  },
});
