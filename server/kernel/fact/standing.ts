import type { Transaction } from '../database/transaction.ts';

/** A fact that counts, as far as somebody compares it with what its record says now. */
export type Standing = {
  readonly record: string;
  readonly kind: string;
  readonly variant: string;
  readonly day: string;
  readonly quantity: number;
  readonly town: string;
};

/** The facts of some kinds that count on these days, or stem from these records whatever their day. Reversed ones are not among them. */
export async function listStandingFacts(
  { client, district }: Transaction,
  kinds: readonly string[],
  { from, to, records }: { readonly from: string; readonly to: string; readonly records: readonly string[] },
): Promise<Standing[]> {
  const { rows } = await client.query<Standing>(
    `SELECT f.record, f.kind, f.variant, f.day, f.quantity::float8 AS quantity, f.town FROM fact f
       LEFT JOIN fact_span s ON s.district = f.district AND s.fact = f.id
     WHERE f.district = $1 AND f.kind = ANY ($2) AND f.effect = 'count' AND (s.fact IS NULL OR s.until > f.day)
       AND (f.day BETWEEN $3 AND $4 OR f.record = ANY ($5::uuid[]))`,
    [district, kinds, from, to, records],
  );
  return rows;
}
