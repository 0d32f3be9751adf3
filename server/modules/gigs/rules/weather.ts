import { readFileSync } from 'node:fs';
import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import type { Transaction } from '../../../kernel/database/transaction.ts';
import { Bilingual } from '../../../kernel/figure/definition.ts';
import { addDays, dayOf } from '../../../kernel/term/day.ts';
import { workedMinutes } from '../orders/pay.ts';
import { Day, Time } from '../shapes.ts';
import { instantAt } from '../shifts.ts';
import type { WeatherWarning } from './contract.ts';
import { datedOn, readDated } from './dated-file.ts';
import { findRule } from './rule-store.ts';

const strict = { additionalProperties: false };
const step = {
  code: Type.String({ pattern: '^(heat|cold)-[a-z]+$' }),
  at: Type.Number({ minimum: -60, maximum: 60 }),
  law: Bilingual,
  says: Bilingual,
};
const Step = Type.Union([
  Type.Object({ ...step, effect: Type.Literal('warn') }, strict),
  Type.Object(
    {
      ...step,
      effect: Type.Literal('limit'),
      outdoorMinutes: Type.Integer({ minimum: 0, maximum: 1440 }),
      /** Beijing times; an end before its start is the next day's. */
      notBetween: Type.Tuple([Time, Time]),
    },
    strict,
  ),
  Type.Object({ ...step, effect: Type.Literal('stop') }, strict),
]);
type Step = Static<typeof Step>;

/** What heat and cold mean for outdoor work: `programme/gig-market/weather-rules.yaml`, or what the district set. */
export const WeatherRules = Type.Object(
  {
    version: Type.String({ minLength: 1, maxLength: 40 }),
    from: Day,
    heat: Type.Array(Step, { maxItems: 6 }),
    cold: Type.Array(Step, { maxItems: 6 }),
  },
  strict,
);
export type WeatherRules = Static<typeof WeatherRules>;

/** Nobody sets rules by which a hotter, or colder, day is a lighter one. */
export function areSteps({ heat, cold }: WeatherRules): boolean {
  const order = ['warn', 'limit', 'stop'];
  const ascend = (steps: readonly Step[], sign: 1 | -1) =>
    steps.every((one, at) => {
      const before = steps[at - 1];
      return !before || ((one.at - before.at) * sign > 0 && order.indexOf(one.effect) >= order.indexOf(before.effect));
    });
  return ascend(heat, 1) && ascend(cold, -1);
}

/** @throws TypeError naming what is wrong with the file */
export function readWeatherRules(text: string): readonly WeatherRules[] {
  const read = readDated(text, 'weather-rules.yaml', 'rules', WeatherRules);
  for (const rules of read)
    if (!areSteps(rules)) throw new TypeError(`weather-rules.yaml ${rules.version}: the steps do not grow`);
  return read;
}

let known: readonly WeatherRules[] | undefined;

export const allShippedWeatherRules = (): readonly WeatherRules[] => {
  known ??= readWeatherRules(
    readFileSync(new URL('../../../../programme/gig-market/weather-rules.yaml', import.meta.url), 'utf8'),
  );
  return known;
};

export const shippedWeatherRules = (day: string): WeatherRules => datedOn(allShippedWeatherRules(), day);

/** The rules in force on a day: what the district set, else what Leye ships with. */
export async function weatherRulesOn(transaction: Transaction, day: string): Promise<WeatherRules> {
  const own = await findRule(transaction, 'weather', day);
  return Value.Check(WeatherRules, own) ? own : shippedWeatherRules(day);
}

/** The highest and lowest temperature of a day, °C. */
export type DayWeather = { readonly day: string; readonly highest: number; readonly lowest: number };

export type OutdoorWork = {
  readonly outdoors: boolean;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly breakMinutes: number;
};

/**
 * What the weather means for an order: at most one word on heat and one on cold, each that of its worst day. Work indoors has none, nor
 * has a day of which no temperature is known. Pure.
 */
export function warningsFor(order: OutdoorWork, weather: readonly DayWeather[], rules: WeatherRules): WeatherWarning[] {
  if (!order.outdoors) return [];
  const days = new Set(daysOf(order));
  const touched = weather.filter(({ day }) => days.has(day));
  const hottest = worst(touched, ({ highest }) => highest);
  const coldest = worst(touched, ({ lowest }) => -lowest);
  return [
    ...warningOf(order, hottest?.day, hottest?.highest, (degrees) => rules.heat.findLast(({ at }) => degrees >= at)),
    ...warningOf(order, coldest?.day, coldest?.lowest, (degrees) => rules.cold.findLast(({ at }) => degrees <= at)),
  ];
}

/** The Beijing days on which an order is worked. */
export function daysOf({ startsAt, endsAt }: Pick<OutdoorWork, 'startsAt' | 'endsAt'>): string[] {
  const days: string[] = [];
  const last = dayOf(new Date(endsAt.getTime() - 1));
  for (let day = dayOf(startsAt); day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

const worst = (weather: readonly DayWeather[], badness: (day: DayWeather) => number): DayWeather | undefined =>
  weather.reduce<DayWeather | undefined>(
    (most, one) => (most === undefined || badness(one) > badness(most) ? one : most),
    undefined,
  );

function warningOf(
  order: OutdoorWork,
  day: string | undefined,
  temperature: number | undefined,
  find: (degrees: number) => Step | undefined,
): WeatherWarning[] {
  if (day === undefined || temperature === undefined) return [];
  const found = find(temperature);
  if (!found) return [];
  const { code, effect, says, law } = found;
  const limit = found.effect === 'limit' ? found : null;
  return [
    {
      code,
      effect,
      day,
      temperature,
      says,
      law,
      outdoorMinutes: limit?.outdoorMinutes ?? null,
      notBetween: limit?.notBetween ?? null,
      isKept: effect === 'warn' || (limit !== null && keeps(order, limit.outdoorMinutes, limit.notBetween)),
    },
  ];
}

/** Whether so few minutes are worked, and the break is long enough to lie over the closed hours. */
function keeps(order: OutdoorWork, most: number, closed: readonly [string, string]): boolean {
  const minutes = workedMinutes(order.startsAt, order.endsAt, order.breakMinutes);
  return minutes <= most && overlapMinutes(order, closed) <= order.breakMinutes;
}

/** Minutes of an order that lie in the same hours of whichever day. */
export function overlapMinutes(
  { startsAt, endsAt }: Pick<OutdoorWork, 'startsAt' | 'endsAt'>,
  [from, to]: readonly [string, string],
): number {
  let minutes = 0;
  for (let day = addDays(dayOf(startsAt), -1); day <= dayOf(endsAt); day = addDays(day, 1)) {
    const begin = Math.max(instantAt(day, from).getTime(), startsAt.getTime());
    const end = Math.min(instantAt(day, to, to <= from).getTime(), endsAt.getTime());
    minutes += Math.max(0, end - begin) / 60_000;
  }
  return minutes;
}
