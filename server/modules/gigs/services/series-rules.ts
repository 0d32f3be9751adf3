import { readFileSync } from 'node:fs';
import { type Static, Type } from 'typebox';
import { datedOn, readDated } from '../rules/dated-file.ts';

const strict = { additionalProperties: false };
const Count = Type.Integer({ minimum: 1, maximum: 10_000 });
const Share = Type.Number({ exclusiveMinimum: 0, maximum: 1 });
const Chance = Type.Number({ exclusiveMinimum: 0, maximum: 0.01 });

/** From when on a series is named, in force from a day on. `programme/gig-market/series.yaml` says what each number means. */
export const SeriesRules = Type.Object(
  {
    version: Type.String({ minLength: 1, maxLength: 20 }),
    from: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
    historyDays: Type.Integer({ minimum: 7, maximum: 120 }),
    burst: Type.Object({ minutes: Count, usual: Type.Number({ exclusiveMinimum: 0 }), chance: Chance, most: Count }, strict),
    'same-words': Type.Object({ least: Count, share: Share }, strict),
    absent: Type.Object({ least: Count, share: Share }, strict),
    'all-services': Type.Object({ kinds: Type.Integer({ minimum: 2, maximum: 5 }) }, strict),
    copied: Type.Object({ least: Count, share: Share }, strict),
    volume: Type.Object({ least: Count, times: Type.Number({ minimum: 1 }), days: Count, chance: Chance }, strict),
  },
  strict,
);
export type SeriesRules = Static<typeof SeriesRules>;

let known: readonly SeriesRules[] | undefined;

/** The rules in force on a day. */
export function seriesRulesOn(day: string): SeriesRules {
  known ??= readDated(
    readFileSync(new URL('../../../../programme/gig-market/series.yaml', import.meta.url), 'utf8'),
    'series.yaml',
    'series',
    SeriesRules,
  );
  return datedOn(known, day);
}
