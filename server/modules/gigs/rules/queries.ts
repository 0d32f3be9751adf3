import { Type } from 'typebox';
import { allowAnyone } from '../../../kernel/actor/permission.ts';
import { query } from '../../../kernel/command/query.ts';
import { addDays } from '../../../kernel/term/day.ts';
import { fairnessRulesOn } from './fairness.ts';
import { policyOn } from './policy.ts';
import { listRules } from './rule-store.ts';
import { termsOn } from './terms.ts';
import { weatherRulesOn } from './weather.ts';
import { weatherOf } from './weather-store.ts';

/** `GET /api/gig-rules`: the rules in force today, and what the district set when and why. Published, like every rule here. */
export const rulesQuery = query({
  name: 'gigs.rules',
  route: 'GET /api/gig-rules',
  input: Type.Object({}, { additionalProperties: false }),
  may: allowAnyone,
  run: async (_input, { transaction, today }) => ({
    day: today,
    terms: await termsOn(transaction, today),
    weather: await weatherRulesOn(transaction, today),
    cost: await policyOn(transaction, today),
    fairness: await fairnessRulesOn(transaction, today),
    set: (await listRules(transaction)).map(({ setAt, ...rule }) => ({ ...rule, setAt: setAt.toISOString() })),
  }),
});

/** `GET /api/gig-weather`: what is known of today and the days to come. */
export const weatherQuery = query({
  name: 'gigs.weather',
  route: 'GET /api/gig-weather',
  input: Type.Object({}, { additionalProperties: false }),
  may: allowAnyone,
  run: async (_input, { transaction, today }) => ({
    days: await weatherOf(
      transaction,
      Array.from({ length: 15 }, (_, ahead) => addDays(today, ahead)),
    ),
  }),
});

/** What `rulesQuery` answers. */
export type Rules = Awaited<ReturnType<typeof rulesQuery.run>>;
