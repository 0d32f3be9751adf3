import type { Transaction } from '../database/transaction.ts';
import type { FactKind } from './kind.ts';
import { onceKey } from './row.ts';

/**
 * Which of several ways to name one and the same thing a fact has claimed already: whoever counts it again under that name counts it once.
 * Undefined where none has, or where there is only one way, of which the ledger itself sees to it.
 */
export async function findClaimed(
  transaction: Transaction,
  kind: FactKind,
  ways: readonly (readonly string[])[],
): Promise<readonly string[] | undefined> {
  const [found] = await findClaimedOf(transaction, kind, [ways]);
  return found;
}

/** The same for many things at once, in their order. */
export async function findClaimedOf(
  { client, district }: Transaction,
  kind: FactKind,
  things: readonly (readonly (readonly string[])[])[],
): Promise<readonly (readonly string[] | undefined)[]> {
  const keys = things.flatMap((ways) => (ways.length < 2 ? [] : ways.map((of) => onceKey(kind, of))));
  if (keys.length === 0) return things.map(() => undefined);
  const { rows } = await client.query<{ once: string }>(
    `SELECT encode(once, 'hex') AS once FROM fact_claim
     WHERE district = $1 AND kind = $2 AND once = ANY (SELECT decode(unnest($3::text[]), 'hex'))`,
    [district, kind.name, keys],
  );
  const claimed = new Set(rows.map(({ once }) => once));
  return things.map((ways) => (ways.length < 2 ? undefined : ways.find((of) => claimed.has(onceKey(kind, of)))));
}
