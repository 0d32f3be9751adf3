import type { Transaction } from '../../../kernel/database/transaction.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Order } from '../orders/contract.ts';
import type { WeatherWarning } from './contract.ts';
import { type DayWeather, daysOf, type OutdoorWork, warningsFor, weatherRulesOn } from './weather.ts';

/**
 * What is known of days: of the latest forecast and the latest measurement the hotter and the colder, because a thermometer read in the
 * morning says nothing of the afternoon, and a forecast may have been too low.
 */
export async function weatherOf({ client, district }: Transaction, days: readonly string[]): Promise<DayWeather[]> {
  if (days.length === 0) return [];
  const { rows } = await client.query<{ day: string; highest: number; lowest: number }>(
    `SELECT day::text, max(highest)::float8 AS highest, min(lowest)::float8 AS lowest
     FROM (SELECT DISTINCT ON (day, is_forecast) day, highest, lowest FROM gig_weather
           WHERE district = $1 AND day = ANY($2::date[]) ORDER BY day, is_forecast, recorded_at DESC, id DESC) AS latest
     GROUP BY day ORDER BY day`,
    [district, days],
  );
  return rows;
}

/** What the weather means for each of some orders, by its id. Without outdoor work nothing is asked. */
export async function warningsOf(
  transaction: Transaction,
  orders: readonly (OutdoorWork & Pick<Order, 'id' | 'day'>)[],
): Promise<Map<string, WeatherWarning[]>> {
  const outdoors = orders.filter((order) => order.outdoors);
  const weather = await weatherOf(transaction, [...new Set(outdoors.flatMap(daysOf))]);
  if (weather.length === 0) return new Map();
  const warnings = new Map<string, WeatherWarning[]>();
  for (const [day, own] of Map.groupBy(outdoors, (order) => order.day)) {
    const rules = await weatherRulesOn(transaction, day);
    for (const order of own) warnings.set(order.id, warningsFor(order, weather, rules));
  }
  return warnings;
}

/**
 * Whether this work may be offered, or begun, outdoors on its days.
 * @throws Problem `gig-weather-stop`; with `hours`, `gig-weather-hours` too. Both name the rule.
 */
export async function requireWeather(
  transaction: Transaction,
  order: OutdoorWork & Pick<Order, 'day'>,
  { hours }: { readonly hours: boolean },
): Promise<void> {
  const warnings = (await warningsOf(transaction, [{ ...order, id: '' }])).get('') ?? [];
  for (const { effect, isKept, day, temperature, law, outdoorMinutes, notBetween } of warnings) {
    const params = { day, temperature, law: law.zh };
    if (effect === 'stop') throw new Problem('conflict', 'gig-weather-stop', params);
    if (hours && effect === 'limit' && !isKept)
      throw new Problem('conflict', 'gig-weather-hours', {
        ...params,
        hours: Math.floor((outdoorMinutes ?? 0) / 60),
        from: notBetween?.[0] ?? '',
        to: notBetween?.[1] ?? '',
      });
  }
}
