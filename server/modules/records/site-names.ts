import type { Transaction } from '../../kernel/database/transaction.ts';

/** What the warm-meal sites with these numbers are called, by number; of several records the latest. */
export async function findSiteNames({ client, district }: Transaction, numbers: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await client.query<{ number: string; name: string }>(
    `SELECT content ->> 'number' AS number, content ->> 'name' AS name FROM record
     WHERE district = $1 AND type = 'meal-site' AND revised_by IS NULL AND reversed_at IS NULL AND content ->> 'number' = ANY ($2)
     ORDER BY recorded_at`,
    [district, numbers],
  );
  return new Map(rows.map(({ number, name }) => [number, name]));
}
