import type { Transaction } from './transaction.ts';

const BUCKETS = 256;

/**
 * Changes of the same thing wait for one another until commit. Keys fall into 256 buckets, taken in order: an import of 100,000 rows
 * would otherwise hold more locks than PostgreSQL has, and two of them could wait for each other.
 *
 * @param what the kind of thing, e.g. `records`; different kinds never wait for each other
 */
export async function lockKeys(transaction: Transaction, what: string, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  await transaction.client.query(
    `SELECT count(pg_advisory_xact_lock(hashtext($1), bucket)) FROM (
       SELECT DISTINCT abs(hashtext(key)::bigint % ${BUCKETS})::int AS bucket FROM unnest($2::text[]) AS key ORDER BY 1) b`,
    [`${what} ${transaction.district}`, keys],
  );
}
