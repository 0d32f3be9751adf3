import type { Transaction } from '../database/transaction.ts';
import { firstDayOfMonth } from '../term/day.ts';
import type { Cell } from './cells.ts';

/** What the data-quality statement says about a kind's category, over all time up to the day. */
export type KindQuality = {
  readonly kind: string;
  readonly variant: string;
  readonly facts: number;
  readonly duplicates: number;
  readonly corrections: number;
  readonly late: number;
  readonly lastAt: Date | null;
  readonly lastDay: string | null;
};

/** A row of what was counted of a kind's category, as the database gives it. */
export type QualityRow = Omit<KindQuality, 'lastAt' | 'lastDay'> & { readonly last_at: Date | null };

export const qualityOf = ({ last_at, ...counted }: QualityRow, lastDay: string | null): KindQuality => ({
  ...counted,
  lastAt: last_at,
  lastDay,
});

/** What every kind's category shows up to a day, from what is added up already and what is not yet. */
export async function readQuality(transaction: Transaction, kinds: readonly string[], on: string): Promise<KindQuality[]> {
  const { client, district } = transaction;
  const { rows } = await client.query<QualityRow>({
    name: 'figure_quality',
    text: `SELECT kind, variant, sum(facts)::int AS facts, sum(duplicates)::int AS duplicates, sum(corrections)::int AS corrections, sum(late)::int AS late,
        max(last_at) AS last_at
      FROM (SELECT kind, variant, facts, duplicates, corrections, late, last_at FROM fact_rollup
          WHERE district = $1 AND grain = 'M' AND kind = ANY ($2) AND day < $4::date
        UNION ALL SELECT kind, variant, facts, duplicates, corrections, late, last_at FROM fact_rollup
          WHERE district = $1 AND grain = 'D' AND kind = ANY ($2) AND day BETWEEN $4::date AND $3::date
        UNION ALL SELECT kind, variant, facts, duplicates, corrections, late, last_at FROM fact_tail
          WHERE district = $1 AND kind = ANY ($2) AND day <= $3::date) q
      GROUP BY kind, variant`,
    values: [district, kinds, on, firstDayOfMonth(on)],
  });
  const lastDays = await readLastDays(transaction, rows, on);
  return rows.map((row) => qualityOf(row, lastDays.get(keyOf(row)) ?? null));
}

/** The same of what a light asks, the last day alone, for the kinds and categories that the cells have named. */
export async function readSilence(transaction: Transaction, cells: readonly Cell[], on: string): Promise<KindQuality[]> {
  const lastDays = await readLastDays(transaction, cells, on);
  const nothing = { facts: 0, duplicates: 0, corrections: 0, late: 0, last_at: null };
  return [...new Map(cells.map((cell) => [keyOf(cell), cell]))].map(([key, { kind, variant }]) =>
    qualityOf({ kind, variant, ...nothing }, lastDays.get(key) ?? null),
  );
}

type Named = Pick<Cell, 'kind' | 'variant'>;
const keyOf = ({ kind, variant }: Named): string => `${kind} ${variant}`;

/**
 * The last day on which each kind's category counted: one on which something was recorded, also a new census that took an older one's
 * place (net nothing), but not a day whose only record was taken back. Mostly one step down the index; a kind of which something is not
 * added up yet is taken together with its tail, or a correction in that second would be missed.
 */
async function readLastDays(
  { client, district }: Transaction,
  named: readonly Named[],
  on: string,
): Promise<ReadonlyMap<string, string | null>> {
  const pairs = [...new Map(named.map((one) => [keyOf(one), one])).values()];
  const { rows } = await client.query<[string, string, string | null]>({
    name: 'figure_last_days',
    text: `WITH moving AS MATERIALIZED (SELECT DISTINCT kind FROM fact_tail WHERE district = $1 AND kind = ANY ($2) AND day <= $4::date)
      SELECT p.kind, p.variant, CASE WHEN p.kind IN (SELECT kind FROM moving)
        THEN (SELECT max(q.day) FROM (
            SELECT b.day, sum(b.facts) AS facts, sum(b.corrections) AS corrections, max(b.last_at) AS last_at FROM (
              SELECT day, town, unit, place, facts, corrections, last_at FROM fact_rollup
                WHERE district = $1 AND grain = 'D' AND kind = p.kind AND variant = p.variant AND day <= $4::date
              UNION ALL SELECT day, town, unit, place, facts, corrections, last_at FROM fact_tail
                WHERE district = $1 AND kind = p.kind AND variant = p.variant AND day <= $4::date) b
            GROUP BY b.day, b.town, b.unit, b.place) q
          WHERE q.last_at IS NOT NULL AND (q.facts > 0 OR q.corrections = 0))
        ELSE (SELECT d.day FROM fact_rollup d
          WHERE d.district = $1 AND d.grain = 'D' AND d.kind = p.kind AND d.variant = p.variant AND d.day <= $4::date
            AND d.last_at IS NOT NULL AND (d.facts > 0 OR d.corrections = 0) ORDER BY d.day DESC LIMIT 1) END
      FROM unnest($2::text[], $3::text[]) AS p (kind, variant)`,
    values: [district, pairs.map(({ kind }) => kind), pairs.map(({ variant }) => variant), on],
    rowMode: 'array',
  });
  return new Map(rows.map(([kind, variant, day]) => [keyOf({ kind, variant }), day]));
}
