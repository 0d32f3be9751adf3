import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { actorKey } from '../../../kernel/actor/actor.ts';
import { command } from '../../../kernel/command/command.ts';
import { Text } from '../../../kernel/command/text.ts';
import { Problem } from '../../../kernel/problem.ts';
import { addDays, isDay } from '../../../kernel/term/day.ts';
import { FairnessRules } from '../matching/fairness-rules.ts';
import { CostPolicy, LARGEST_COST, mostPoints } from '../matching/policy.ts';
import { mayRecordWeather, maySetRules } from '../may.ts';
import { Day } from '../shapes.ts';
import { unsaidChange } from './changes.ts';
import { Terms } from './terms.ts';
import { isVersionTaken, ruleOn } from './version.ts';
import { areSteps, WeatherRules } from './weather.ts';

/** How far ahead a forecast is worth keeping. */
const FORECAST_DAYS = 15;
/** How long after a day its measured temperatures may still be recorded. */
const MEASURED_DAYS = 7;

const Content = { cost: CostPolicy, weather: WeatherRules, terms: Terms, fairness: FairnessRules };

/**
 * The district sets its own rule from a day on: never back in time, always with the reason, which everybody reads. Nothing is edited; a
 * later rule takes an earlier one's place.
 * @throws Problem `gig-rule-shape`, `gig-rule-weights`, `gig-rule-says` (a number was changed and its published sentence was
 *   not), `gig-rule-version` (what a batch names by it must be one thing), `gig-day-past`
 */
export const setRule = command({
  name: 'gigs.set-rule',
  route: 'POST /api/gig-rules',
  input: Type.Object(
    { kind: Type.Enum(['cost', 'weather', 'terms', 'fairness']), from: Day, content: Type.Object({}), reason: Text(4, 400) },
    { additionalProperties: false },
  ),
  may: maySetRules,
  run: async ({ kind, from, content, reason }, { transaction, newId, now, today, actor }) => {
    const { db, district } = transaction;
    if (!isDay(from) || from < today) throw new Problem('invalid', 'gig-day-past');
    // The day from which it holds stands once, here.
    const dated = { ...content, from };
    const shape = Content[kind];
    if (!Value.Check(shape, dated) || (Value.Check(WeatherRules, dated) && !areSteps(dated))) {
      const [first] = Value.Errors(shape, dated);
      throw new Problem('invalid', 'gig-rule-shape', { at: first?.instancePath || '/' });
    }
    if (Value.Check(CostPolicy, dated) && mostPoints(dated) > LARGEST_COST)
      throw new Problem('invalid', 'gig-rule-weights', { sum: mostPoints(dated), most: LARGEST_COST });
    const unsaid = unsaidChange(await ruleOn(transaction, kind, from), dated);
    if (unsaid !== undefined) throw new Problem('invalid', 'gig-rule-says', { at: unsaid });
    const version = versionOf(dated);
    if (await isVersionTaken(transaction, kind, version)) throw new Problem('conflict', 'gig-rule-version', { version });
    const id = newId();
    await db
      .insertInto('gig_rule')
      .values({
        district,
        kind,
        from_on: from,
        id,
        content: JSON.stringify(dated),
        reason,
        set_by: actorKey(actor),
        set_by_name: 'name' in actor ? actor.name : '',
        set_at: now,
      })
      .execute();
    return { rule: id };
  },
  audit: ({ kind, from, reason }, { rule }) => ({ kind, from, reason, rule }),
});

/** Every shape of a rule has one. */
const versionOf = (rule: object): string => ('version' in rule ? String(rule.version) : '');

const Degrees = Type.Number({ minimum: -60, maximum: 60, multipleOf: 0.1 });

/** The forecast, or what was measured: an officer reads it off, or a program of the weather service sends it with its token. */
export const recordWeather = command({
  name: 'gigs.record-weather',
  route: 'POST /api/gig-weather',
  input: Type.Object(
    { day: Day, highest: Degrees, lowest: Degrees, isForecast: Type.Boolean(), source: Text(2, 60) },
    { additionalProperties: false },
  ),
  may: mayRecordWeather,
  run: async ({ day, highest, lowest, isForecast, source }, { transaction, newId, now, today, actor }) => {
    const { db, district } = transaction;
    if (!isDay(day) || day < addDays(today, -MEASURED_DAYS)) throw new Problem('invalid', 'gig-day-past');
    if (day > addDays(today, isForecast ? FORECAST_DAYS : 0))
      throw new Problem('invalid', 'gig-weather-far', { days: FORECAST_DAYS });
    if (lowest > highest) throw new Problem('invalid', 'gig-weather-crossed');
    const id = newId();
    await db
      .insertInto('gig_weather')
      .values({
        district,
        day,
        id,
        highest: String(highest),
        lowest: String(lowest),
        is_forecast: isForecast,
        source,
        recorded_by: actorKey(actor),
        recorded_at: now,
      })
      .execute();
    return { weather: id };
  },
  audit: ({ day, highest, lowest, isForecast, source }) => ({ day, highest, lowest, isForecast, source }),
});
