import type { Transaction } from '../database/transaction.ts';
import type { Selection } from './definition.ts';

/**
 * A month's net count of one kind in one town, unit and place: what figures are added up from. The month of the asked day holds
 * only what counts up to that day.
 */
export type Cell = {
  readonly kind: string;
  readonly variant: string;
  /** First of the month. */
  readonly month: string;
  readonly town: string;
  readonly unit: string;
  readonly place: string;
  readonly quantity: number;
  readonly facts: number;
};

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

/** Rolled-up months before, rolled-up days of the running month, and the tail: one statement, so one moment. */
const source = `(SELECT kind, variant, day, town, unit, place, quantity, facts FROM fact_rollup
    WHERE district = $1 AND grain = 'M' AND kind = ANY ($2) AND day < date_trunc('month', $3::date)
  UNION ALL SELECT kind, variant, day, town, unit, place, quantity, facts FROM fact_rollup
    WHERE district = $1 AND grain = 'D' AND kind = ANY ($2) AND day BETWEEN date_trunc('month', $3::date) AND $3::date
  UNION ALL SELECT kind, variant, day, town, unit, place, quantity, facts FROM fact_tail
    WHERE district = $1 AND kind = ANY ($2) AND day <= $3::date) c`;

type Row = [string, string, string, string, string, string, number, number];

/** `detail`: with town and unit; otherwise only what a summary needs. Never scans the facts. */
export async function readCells(
  { client, district }: Transaction,
  kinds: readonly string[],
  on: string,
  detail: boolean,
): Promise<Cell[]> {
  const town = detail ? 'town' : "''::text";
  const unit = detail ? 'unit' : "''::text";
  const { rows } = await client.query<Row>({
    name: `figure_cells_${detail}`,
    text: `SELECT kind, variant, date_trunc('month', day)::date AS month, ${town}, ${unit}, place, sum(quantity)::float8, sum(facts)::int
      FROM ${source} GROUP BY 1, 2, 3, 4, 5, 6`,
    values: [district, kinds, on],
    rowMode: 'array',
  });
  return rows.map(([kind, variant, month, rowTown, rowUnit, place, quantity, facts]) => ({
    kind,
    variant,
    month,
    town: rowTown,
    unit: rowUnit,
    place,
    quantity,
    facts,
  }));
}

/**
 * The last day is one on which something counted: also a new census that took an older one's place (net nothing), but not a day whose
 * only record was taken back.
 */
export async function readQuality(
  { client, district }: Transaction,
  kinds: readonly string[],
  on: string,
): Promise<KindQuality[]> {
  const { rows } = await client.query<{
    kind: string;
    variant: string;
    facts: number;
    duplicates: number;
    corrections: number;
    late: number;
    last_at: Date | null;
    last_day: string | null;
  }>({
    name: 'figure_quality',
    text: `SELECT q.kind, q.variant, sum(q.facts)::int AS facts, sum(q.duplicates)::int AS duplicates, sum(q.corrections)::int AS corrections, sum(q.late)::int AS late,
        max(q.last_at) AS last_at, greatest(max(q.tail_day), (SELECT max(d.day) FROM fact_rollup d
          WHERE d.district = $1 AND d.grain = 'D' AND d.kind = q.kind AND d.variant = q.variant AND d.day <= $3::date AND d.last_at IS NOT NULL AND (d.facts > 0 OR d.corrections = 0))) AS last_day
      FROM (SELECT kind, variant, facts, duplicates, corrections, late, last_at, NULL::date AS tail_day FROM fact_rollup WHERE district = $1 AND grain = 'M' AND kind = ANY ($2)
          AND day <= $3::date
        UNION ALL SELECT kind, variant, facts, duplicates, corrections, late, last_at, CASE WHEN last_at IS NOT NULL THEN day END FROM fact_tail
          WHERE district = $1 AND kind = ANY ($2) AND day <= $3::date) q
      GROUP BY q.kind, q.variant`,
    values: [district, kinds, on],
  });
  return rows.map((row) => ({
    kind: row.kind,
    variant: row.variant,
    facts: row.facts,
    duplicates: row.duplicates,
    corrections: row.corrections,
    late: row.late,
    lastAt: row.last_at,
    lastDay: row.last_day,
  }));
}

/** Whether a selection takes this kind and category. */
export const isSelected = (selection: Selection) => (cell: { readonly kind: string; readonly variant: string }) =>
  cell.kind === selection.kind && (selection.variants === undefined || selection.variants.includes(cell.variant));
