import { readFileSync } from 'node:fs';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { parse } from 'yaml';
import { Bilingual } from '../../../kernel/figure/definition.ts';
import { type MatchOrder, type MatchWorker, shiftOf } from './shapes.ts';
import { metresBetween, minutesFor } from './way.ts';

/** A term's largest value, in points, and what the public reads about it. */
const term = { largest: Type.Integer({ minimum: 0, maximum: 9999 }), says: Bilingual };
const strict = { additionalProperties: false };
const Flat = Type.Object(term, strict);
/** Grows evenly and is at its largest from `full` on: minutes, cents or mornings. */
const Growing = Type.Object({ ...term, full: Type.Integer({ minimum: 1 }) }, strict);

/**
 * What makes one match better than another: points from 1 to 10,000, fewer are better. Every term is a whole number between nought and
 * its `largest`, so the weight of each is on the table. Sex and age are no terms, and there is no place here to make them one.
 */
export const CostPolicy = Type.Object(
  {
    version: Type.String({ minLength: 1, maxLength: 40 }),
    /** The first day on which it holds, YYYY-MM-DD. */
    from: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
    /** A way is the straight line × detour ÷ speed. Between two jobs of a day there are `changeoverMinutes` on top. */
    travel: Type.Object(
      {
        detour: Type.Number({ minimum: 1, maximum: 5 }),
        kmPerHour: Type.Number({ minimum: 1, maximum: 120 }),
        changeoverMinutes: Type.Integer({ minimum: 0, maximum: 480 }),
        says: Bilingual,
      },
      strict,
    ),
    terms: Type.Object(
      {
        travel: Growing,
        pay: Growing,
        level: Flat,
        shift: Flat,
        mornings: Growing,
        minutes: Growing,
        hardToEmploy: Flat,
        returning: Flat,
      },
      strict,
    ),
  },
  strict,
);
export type CostPolicy = Static<typeof CostPolicy>;
export type CostTerm = keyof CostPolicy['terms'];

export const costTerms: readonly CostTerm[] = Object.freeze([
  'travel',
  'pay',
  'level',
  'shift',
  'mornings',
  'minutes',
  'hardToEmploy',
  'returning',
]);

export type CostParts = Readonly<Record<CostTerm, number>> & { readonly sum: number };

/** The most that a match can cost. */
export const LARGEST_COST = 10_000;

/**
 * The points of one match, term by term. Waiting, being hard to employ and having worked well together take points away: their terms
 * are at their largest where none of it is so, and nought where it is fully so.
 */
export function costParts(worker: MatchWorker, order: MatchOrder, policy: CostPolicy): CostParts {
  const { terms, travel } = policy;
  const minutes = minutesFor(metresBetween(worker.place, order.place), travel);
  const level = worker.skills.reduce((best, skill) => (skill.trade === order.trade ? Math.max(best, skill.level) : best), 0);
  const parts = {
    travel: grown(minutes, terms.travel),
    pay: grown(worker.payWish - order.payPerDay, terms.pay),
    level: levelPoints(level - order.level, terms.level.largest),
    shift: worker.shiftWish === undefined || worker.shiftWish === shiftOf(order.from) ? 0 : terms.shift.largest,
    mornings: terms.mornings.largest - grown(worker.mornings, terms.mornings),
    minutes: terms.minutes.largest - grown(worker.waitedMinutes, terms.minutes),
    hardToEmploy: worker.isHardToEmploy ? 0 : terms.hardToEmploy.largest,
    returning: worker.liked.includes(order.employer) ? 0 : terms.returning.largest,
  };
  return Object.freeze({ ...parts, sum: costTerms.reduce((sum, name) => sum + parts[name], 1) });
}

/** The points of a quantity that grows to `full`; whatever is no number, or below nought, counts nothing. */
export const grown = (quantity: number, { largest, full }: { readonly largest: number; readonly full: number }): number =>
  quantity > 0 ? Math.floor((largest * Math.min(quantity, full)) / full) : 0;

/** A master on a learner's place is missed where masters are wanted: a third of the largest a level. */
export const levelPoints = (above: number, largest: number): number =>
  above > 0 ? Math.floor((largest * Math.min(above, 3)) / 3) : 0;

/** What the worst match costs under a policy; must not be more than `LARGEST_COST`. */
export const mostPoints = ({ terms }: Pick<CostPolicy, 'terms'>): number =>
  costTerms.reduce((sum, name) => sum + terms[name].largest, 1);

const Published = Compile(Type.Object({ policies: Type.Array(CostPolicy, { minItems: 1 }) }, strict));

/**
 * Reads published policies, the earliest first.
 * @throws Error naming the place that is wrong: a shape, weights that add up to more than 9,999, or days that do not ascend
 */
export function readPolicies(yaml: string): readonly CostPolicy[] {
  const published: unknown = parse(yaml);
  if (!Published.Check(published))
    throw new Error([...Published.Errors(published)].map((error) => `${error.instancePath || '/'} ${error.message}`).join('; '));
  const { policies } = published;
  for (const [at, { terms, from, version }] of policies.entries()) {
    const most = mostPoints({ terms });
    if (most > LARGEST_COST) throw new Error(`policy ${version}: the weights add up to ${most}, more than ${LARGEST_COST}`);
    const before = policies[at - 1];
    if (before && before.from >= from) throw new Error(`policy ${version} does not begin after ${before.version}`);
    if (policies.some((other, index) => index < at && other.version === version))
      throw new Error(`policy ${version} is there twice`);
  }
  return Object.freeze(policies);
}

/** The policy in force on a day; before the first, the first. */
export function policyOn(day: string, policies: readonly CostPolicy[]): CostPolicy {
  const policy = policies.findLast(({ from }) => from <= day) ?? policies[0];
  if (!policy) throw new TypeError('no policy was published');
  return policy;
}

let known: readonly CostPolicy[] | undefined;

/** What the house publishes: `programme/gig-market/cost-policy.yaml`. */
export const publishedPolicies = (): readonly CostPolicy[] => {
  known ??= readPolicies(readFileSync(new URL('../../../../programme/gig-market/cost-policy.yaml', import.meta.url), 'utf8'));
  return known;
};
