import { createHash } from 'node:crypto';
import { canonicalJson } from '../../kernel/audit/canonical.ts';
import type { Transaction } from '../../kernel/database/transaction.ts';
import type { Selection } from '../../kernel/figure/definition.ts';
import type { FactListRow } from './contract.ts';

/** One side of a figure: which facts, since when (`null`: whatever stands, whenever it began), up to which day. */
export type Listed = {
  readonly figure: string;
  readonly side: 'part' | 'whole';
  readonly facts: Selection;
  readonly from: string | null;
  readonly on: string;
  /** What the facts must add up to, and how many they must be, to be exactly those behind the number; undefined: not to be told. */
  readonly sum?: number;
  readonly count?: number;
};

type Row = { readonly month: string; readonly facts: number; readonly sum: number; readonly hash: string };

/**
 * Exactly the facts behind a figure, month by month: how many, how much, and a hash. A day's hash is the SHA-256 over the ids and quantities
 * of its facts in the order of their ids, a month's that over its days' in turn. Made in the database by one statement a side, so that
 * each list is true at one moment and no fact leaves it.
 */
export async function readFactList(
  { client, district }: Transaction,
  { figure, side, facts, from, on }: Listed,
): Promise<FactListRow[]> {
  // A million facts are sorted here: in memory that takes a second, on disk three.
  await client.query("SET LOCAL work_mem = '128MB'");
  const { rows } = await client.query<Row>(
    `SELECT date_trunc('month', d.day::timestamp)::date AS month, sum(d.facts) AS facts, sum(d.sum) AS sum,
       encode(sha256(string_agg(d.hash, ''::bytea ORDER BY d.day)), 'hex') AS hash
     FROM (SELECT f.day, count(*) AS facts, sum(f.quantity) AS sum,
             sha256(string_agg(uuid_send(f.id) || numeric_send(f.quantity), ''::bytea ORDER BY f.id)) AS hash
           FROM fact f
           WHERE f.district = $1 AND f.kind = $2 AND f.effect = 'count' AND f.day <= $3::date AND ($4::date IS NULL OR f.day >= $4::date)
             AND ($5::text[] IS NULL OR f.variant = ANY ($5))
             AND NOT EXISTS (SELECT FROM fact_span s WHERE s.district = $1 AND s.fact = f.id AND s.until <= $3::date)
           GROUP BY f.day) d
     GROUP BY 1 ORDER BY 1`,
    [district, facts.kind, on, from, facts.variants ?? null],
  );
  return rows.map((row) => ({ figure, side, ...row }));
}

/** Whether a list adds up to the number that was judged: facts may have arrived between the two readings. */
export function agrees({ sum, count }: Listed, rows: readonly FactListRow[]): boolean {
  const cents = rows.reduce((total, row) => total + Math.round(row.sum * 100), 0);
  const facts = rows.reduce((total, row) => total + row.facts, 0);
  return (sum === undefined || cents === Math.round(sum * 100)) && (count === undefined || facts === count);
}

/** A value that was typed, as a list of one. */
export const typedRow = (figure: string, { day, value }: { day: string; value: number }): FactListRow => ({
  figure,
  side: 'typed',
  month: `${day.slice(0, 8)}01`,
  facts: 1,
  sum: value,
  hash: createHash('sha256').update(`${day} ${value}`).digest('hex'),
});

/** One hash over all lists of an approval. */
export const hashOf = (rows: readonly FactListRow[]): string =>
  createHash('sha256')
    .update(canonicalJson([...rows].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))))
    .digest('hex');

export const keyOf = ({ figure, side, month }: FactListRow): string => `${figure} ${side} ${month}`;

export async function keepFactList({ client, district }: Transaction, step: string, rows: readonly FactListRow[]): Promise<void> {
  await client.query(
    `INSERT INTO close_out_fact_list (district, step, figure, side, month, facts, sum, hash)
     SELECT $1, $2, r.figure, r.side, r.month, r.facts, r.sum, r.hash
     FROM jsonb_to_recordset($3::jsonb) AS r (figure text, side text, month date, facts bigint, sum numeric, hash text)`,
    [district, step, JSON.stringify(rows)],
  );
}

export async function keptFactList({ client, district }: Transaction, step: string): Promise<FactListRow[]> {
  const { rows } = await client.query<FactListRow>(
    'SELECT figure, side, month, facts, sum, hash FROM close_out_fact_list WHERE district = $1 AND step = $2 ORDER BY figure, side, month',
    [district, step],
  );
  return rows;
}
