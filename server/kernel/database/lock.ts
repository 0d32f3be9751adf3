import type { Transaction } from './transaction.ts';

/**
 * Changes of the same thing wait for one another until commit; changes of different things never do, however large. Each key is a row,
 * written and removed again at once: nobody ever sees it, yet whoever writes the same key waits until this transaction has ended.
 * (Advisory locks lie in memory: an import of 100,000 rows would hold more of them than PostgreSQL has room for.)
 *
 * @param what the kind of thing, e.g. `records`; different kinds never wait for each other
 */
export async function lockKeys({ client, district }: Transaction, what: string, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  // In order, so that two that want the same keys never wait crosswise.
  const values = [district, what, [...new Set(keys)].sort()];
  const written = client.query('INSERT INTO key_lock (district, what, key) SELECT $1, $2, unnest($3::text[])', values);
  const removed = client.query('DELETE FROM key_lock WHERE district = $1 AND what = $2 AND key = ANY ($3)', values);
  await Promise.all([written, removed]);
}
