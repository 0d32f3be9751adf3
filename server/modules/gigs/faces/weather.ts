import type { Reading } from '../../../kernel/command/query.ts';
import { listOutdoorOrders } from '../orders/store.ts';
import type { WeatherWarning } from '../rules/contract.ts';
import { warningsOf } from '../rules/weather-store.ts';
import type { ShownWarning } from './contract.ts';

const gravity: readonly WeatherWarning['effect'][] = ['warn', 'limit', 'stop'];

/** What heat and cold mean today and tomorrow for the station's outdoor work: each once, the nearest day first, the gravest of a day first. */
export async function listWarnings({ transaction, today, now }: Reading, station: string): Promise<ShownWarning[]> {
  const orders = await listOutdoorOrders(transaction, station, today, now);
  const known = await warningsOf(transaction, orders);
  const ahead = [...known.values()].flat().filter(({ day }) => day >= today);
  return [...Map.groupBy(ahead, ({ day, code }) => `${day} ${code}`).values()]
    .flatMap(([first, ...more]) => (first ? [{ ...shownOf(first), orders: more.length + 1 }] : []))
    .sort((a, b) => a.day.localeCompare(b.day) || gravity.indexOf(b.effect) - gravity.indexOf(a.effect));
}

const shownOf = ({ code, effect, day, temperature, says, law }: WeatherWarning) => ({
  code,
  effect,
  day,
  temperature,
  says,
  law,
});
