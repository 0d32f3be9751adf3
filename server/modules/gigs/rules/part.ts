import type { Part } from '../part.ts';
import { recordWeather, setRule } from './commands.ts';
import { rulesQuery, weatherQuery } from './queries.ts';

/** Dated rules: cost, terms, heat and cold. */
export const rulesPart: Part = {
  commands: [setRule, recordWeather],
  queries: [rulesQuery, weatherQuery],
};
