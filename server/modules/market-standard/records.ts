import type { Transaction } from '../../kernel/database/transaction.ts';
import { type Measured, measureStations, measures } from '../gigs/module.ts';
import type { RecordsSay, Standard } from './contract.ts';
import { outcomeOf } from './rules.ts';
import { measuresOf } from './standard.ts';

/** What the records of these stations say of each item that is shown by them, on some days. Counted, never typed. */
export async function recordsSay(
  transaction: Transaction,
  standard: Standard,
  stations: readonly string[],
  span: { readonly from: string; readonly to: string },
): Promise<ReadonlyMap<string, Readonly<Record<string, RecordsSay>>>> {
  const measured = await measureStations(transaction, stations, span, measuresOf(standard));
  return new Map(stations.map((station) => [station, sayOf(standard, measured.get(station) ?? [])]));
}

function sayOf({ items }: Standard, measured: readonly Measured[]): Readonly<Record<string, RecordsSay>> {
  const said = items.flatMap(({ code, records }): [string, RecordsSay][] => {
    const found = measured.find(({ measure }) => measure === records?.measure);
    if (!records || !found) return [];
    const { counts, title, from } = measures[found.measure];
    const { part, whole, value } = found;
    return [[code, { part, whole, value, counts, title, from, outcome: outcomeOf(records, { value, counts }) }]];
  });
  return Object.fromEntries(said);
}
