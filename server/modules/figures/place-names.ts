import type { Transaction } from '../../kernel/database/transaction.ts';
import { findSiteNames } from '../records/module.ts';

/**
 * Names of the places that facts carry: a community or village for its 12-digit code, a site for its number. A place without a known
 * name is left out.
 */
export async function readPlaceNames(transaction: Transaction, places: readonly string[]): Promise<Map<string, string>> {
  const known = [...new Set(places)].filter((place) => place !== '');
  const isArea = (place: string) => /^\d{12}$/.test(place);
  const areas = known.filter(isArea);
  const sites = known.filter((place) => !isArea(place));
  const names = sites.length > 0 ? new Map(await findSiteNames(transaction, sites)) : new Map<string, string>();
  if (areas.length === 0) return names;
  const { rows } = await transaction.client.query<{ code: string; name: string }>(
    'SELECT code, name FROM area WHERE district = $1 AND code = ANY ($2)',
    [transaction.district, areas],
  );
  for (const { code, name } of rows) names.set(code, name);
  return names;
}
