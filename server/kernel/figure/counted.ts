import type { Transaction } from '../database/transaction.ts';
import { lastDayOfMonth } from '../term/day.ts';
import type { Selection } from './definition.ts';

/** Which of a figure's facts: the same selection and window that gave the number, narrowed by what the reader clicked. */
export type CountedFilter = {
  readonly facts: Selection;
  /** First and last day; from `null` for what stands, whenever it began. */
  readonly from: string | null;
  readonly on: string;
  /** Narrow to one month's days, a town, a unit. */
  readonly month?: string;
  readonly town?: string;
  readonly unit?: string;
  /** Narrow to places: `these`, and in `town` whatever lies at none of the `listed` ones. */
  readonly places?: { readonly these: readonly string[]; readonly listed: readonly string[]; readonly town: string } | undefined;
  /** Only what arrived more than so many Beijing days after the day it counts on. */
  readonly lateAfterDays?: number | undefined;
  /** Only these areas and what lies in them; undefined: the whole district. */
  readonly within?: readonly string[];
};

export type CountedFact = {
  readonly id: string;
  readonly kind: string;
  readonly variant: string;
  readonly day: string;
  readonly town: string;
  readonly place: string;
  readonly unit: string;
  readonly quantity: number;
  readonly record_type: string;
  readonly record: string;
  readonly recorded_at: Date;
};

/** `day~id` of the last row of the page before. */
export type Cursor = { readonly day: string; readonly id: string };

/** The facts that count, newest first, by pages. A fact counts on a day if it began by then and has not been settled by then. */
export async function listCounted(
  { client, district }: Transaction,
  filter: CountedFilter,
  page: { after?: Cursor; limit: number },
): Promise<CountedFact[]> {
  const { where, values } = conditions(district, filter);
  const add = (value: unknown) => `$${values.push(value)}`;
  const after = page.after ? `AND (f.day, f.id) < (${add(page.after.day)}, ${add(page.after.id)})` : '';
  const { rows } = await client.query<CountedFact>(
    `SELECT f.id, f.kind, f.variant, f.day, f.town, f.place, f.unit, f.quantity, f.record_type, f.record, f.recorded_at
     ${where} ${after} ORDER BY f.day DESC, f.id DESC LIMIT ${add(page.limit)}`,
    values,
  );
  return rows;
}

function conditions(district: string, filter: CountedFilter): { where: string; values: unknown[] } {
  const values: unknown[] = [district, filter.facts.kind, filter.on];
  const add = (value: unknown) => `$${values.push(value)}`;
  const parts = [
    'f.district = $1 AND f.kind = $2',
    "f.effect = 'count'",
    'f.day <= $3',
    'NOT EXISTS (SELECT 1 FROM fact_span s WHERE s.district = f.district AND s.fact = f.id AND s.until <= $3)',
  ];
  if (filter.from) parts.push(`f.day >= ${add(filter.from)}`);
  if (filter.month) parts.push(`f.day BETWEEN ${add(filter.month)} AND ${add(lastDayOfMonth(filter.month))}`);
  if (filter.facts.variants) parts.push(`f.variant = ANY (${add(filter.facts.variants)})`);
  if (filter.town !== undefined) parts.push(`f.town = ${add(filter.town)}`);
  if (filter.places) {
    const { these, listed, town } = filter.places;
    parts.push(`(f.place = ANY (${add(these)}) OR (f.town = ${add(town)} AND f.place <> ALL (${add(listed)})))`);
  }
  if (filter.unit !== undefined) parts.push(`f.unit = ${add(filter.unit)}`);
  if (filter.lateAfterDays !== undefined)
    parts.push(`(f.recorded_at AT TIME ZONE 'Asia/Shanghai')::date - f.day > ${add(filter.lateAfterDays)}::int`);
  if (filter.within) {
    parts.push(`(f.town = ANY (${add(filter.within)}) OR f.place = ANY ($${values.length}))`);
  }
  return { where: `FROM fact f WHERE ${parts.join(' AND ')}`, values };
}

/** Sum and number of what the same filter lists, from the facts themselves: for narrow filters, tests and small lists. */
export async function sumCounted(
  { client, district }: Transaction,
  filter: CountedFilter,
): Promise<{ sum: number; records: number }> {
  const { where, values } = conditions(district, filter);
  const { rows } = await client.query<{ sum: number; records: number }>(
    `SELECT coalesce(sum(f.quantity), 0)::float8 AS sum, count(*)::int AS records ${where}`,
    values,
  );
  return rows[0] ?? { sum: 0, records: 0 };
}
