import { readFileSync } from 'node:fs';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { parse } from 'yaml';
import { Bilingual } from '../../../kernel/figure/definition.ts';

/** When a difference between groups is told, and when it is an alarm. Used after matching, never in it. */
export const FairnessRules = Type.Object(
  {
    version: Type.String({ minLength: 1, maxLength: 40 }),
    from: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
    /** Groups of fewer people are not shown, nor what would give them away. */
    smallestShown: Type.Integer({ minimum: 2 }),
    newcomerDays: Type.Integer({ minimum: 1 }),
    olderFrom: Type.Integer({ minimum: 18 }),
    /** Standard errors: 2.58 is exceeded by chance once in a hundred. */
    beyondChance: Type.Number({ minimum: 1 }),
    matchRatePoints: Type.Number({ minimum: 0 }),
    waitedMinutes: Type.Number({ minimum: 0 }),
    payPercent: Type.Number({ minimum: 0 }),
    morningsSeen: Type.Integer({ minimum: 1 }),
    says: Bilingual,
  },
  { additionalProperties: false },
);
export type FairnessRules = Static<typeof FairnessRules>;

const Published = Compile(Type.Object({ rules: Type.Array(FairnessRules, { minItems: 1 }) }, { additionalProperties: false }));

/** @throws Error naming the place that is wrong */
export function readFairnessRules(yaml: string): readonly FairnessRules[] {
  const published: unknown = parse(yaml);
  if (!Published.Check(published))
    throw new Error([...Published.Errors(published)].map((error) => `${error.instancePath || '/'} ${error.message}`).join('; '));
  const { rules } = published;
  const late = rules.find(({ from }, at) => at > 0 && from <= (rules[at - 1]?.from ?? ''));
  if (late) throw new Error(`fairness rules ${late.version} do not begin after those before`);
  return Object.freeze(rules);
}

/** Those in force on a day; before the first, the first. */
export function fairnessRulesOn(day: string, rules: readonly FairnessRules[]): FairnessRules {
  const found = rules.findLast(({ from }) => from <= day) ?? rules[0];
  if (!found) throw new TypeError('no fairness rules were published');
  return found;
}

let known: readonly FairnessRules[] | undefined;
export const publishedFairnessRules = (): readonly FairnessRules[] => {
  known ??= readFairnessRules(readFileSync(new URL('../../../../programme/gig-market/fairness.yaml', import.meta.url), 'utf8'));
  return known;
};
