import type { Transaction } from '../database/transaction.ts';
import { firstDayOfMonth, lastDayOfMonth } from '../term/day.ts';
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

/**
 * Rolled-up months before, rolled-up days of the running month, and the tail: one statement, so one moment. Days are compared with dates
 * alone: beside a timestamp, row-level security keeps the comparison from the index.
 */
const sourceOf = (columns: string) => `(SELECT kind, day AS month, ${columns} FROM fact_rollup
    WHERE district = $1 AND grain = 'M' AND kind = ANY ($2) AND day < $4::date
  UNION ALL SELECT kind, $4::date, ${columns} FROM fact_rollup
    WHERE district = $1 AND grain = 'D' AND kind = ANY ($2) AND day BETWEEN $4::date AND $3::date
  UNION ALL SELECT kind, date_trunc('month', day::timestamp)::date, ${columns} FROM fact_tail
    WHERE district = $1 AND kind = ANY ($2) AND day <= $3::date) c`;

type Row = [string, string, string, string, string, string, number, number];

/**
 * `detail`: with town and unit; otherwise only what a summary needs. Of the kinds in `standing` nobody asks how they stood before: each
 * place comes as one cell, in the asked day's month. Never scans the facts.
 */
export async function readCells(
  { client, district }: Transaction,
  kinds: readonly string[],
  on: string,
  detail: boolean,
  standing: readonly string[] = [],
): Promise<Cell[]> {
  const town = detail ? 'town' : "''::text";
  const unit = detail ? 'unit' : "''::text";
  const { rows } = await client.query<Row>({
    name: `figure_cells_${detail}`,
    text: `SELECT kind, variant, CASE WHEN kind = ANY ($5) THEN $4::date ELSE month END, ${town}, ${unit}, place, sum(quantity)::float8, sum(facts)::int
      FROM ${sourceOf('variant, town, unit, place, quantity, facts')} GROUP BY 1, 2, 3, 4, 5, 6`,
    values: [district, kinds, on, firstDayOfMonth(on), standing],
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
 * Of cells read up to a later day, those up to this one. Undefined where that day lies within its month: then its cells have to be read
 * for themselves.
 */
export function cellsUpTo(cells: readonly Cell[], readOn: string, on: string): readonly Cell[] | undefined {
  if (on === readOn) return cells;
  return on < readOn && on === lastDayOfMonth(on) ? cells.filter(({ month }) => month <= on) : undefined;
}

/**
 * Sum and number of what a selection counts up to a day: of the months since `from`, of one `month` (both their first days), in one
 * town, by one unit. The same as adding up its cells, with one row to fetch.
 */
export async function sumCells(
  { client, district }: Transaction,
  { kind, variants }: Selection,
  within: { on: string; from: string | null; month?: string | undefined; town?: string | undefined; unit?: string | undefined },
): Promise<{ sum: number; records: number }> {
  const { rows } = await client.query<{ sum: number; records: number }>({
    name: 'figure_sum',
    text: `SELECT coalesce(sum(quantity), 0)::float8 AS sum, coalesce(sum(facts), 0)::int AS records
      FROM ${sourceOf('variant, town, unit, quantity, facts')}
      WHERE ($5::text[] IS NULL OR variant = ANY ($5)) AND ($6::date IS NULL OR month >= $6) AND ($7::date IS NULL OR month = $7)
        AND ($8::text IS NULL OR town = $8) AND ($9::text IS NULL OR unit = $9)`,
    values: [
      district,
      [kind],
      within.on,
      firstDayOfMonth(within.on),
      variants ?? null,
      within.from && firstDayOfMonth(within.from),
      within.month ?? null,
      within.town ?? null,
      within.unit ?? null,
    ],
  });
  return rows[0] ?? { sum: 0, records: 0 };
}

/** Whether a selection takes this kind and category. */
export const isSelected = (selection: Selection) => (cell: { readonly kind: string; readonly variant: string }) =>
  cell.kind === selection.kind && (selection.variants === undefined || selection.variants.includes(cell.variant));
