import type { Transaction } from '../database/transaction.ts';
import type { Cell } from './cells.ts';
import { type KindQuality, type QualityRow, qualityOf } from './quality.ts';

/**
 * What was known at a moment gone by: every fact recorded until `until`, and of those recorded after it, these. (Facts are recorded by
 * the clock but appear at commit, so at any moment some are on their way: `until` lies before the oldest of them.)
 */
export type Known = { readonly until: Date; readonly also: readonly string[] };

/** What a row of facts does to the number of records that count: 1, -1 or 0 (server/kernel/fact/settle.ts). */
const records = `CASE WHEN f.effect = 'count' THEN 1 WHEN f.effect = 'end' THEN -1
  WHEN f.effect = 'reverse' THEN CASE settled.effect WHEN 'end' THEN 1 WHEN 'count' THEN -1 ELSE 0 END ELSE 0 END`;
const isCorrection = `(f.effect = 'reverse' AND settled.effect = 'count')`;
/** $1 district, $2 kinds, $3 day, $4 until, $5 also */
const facts = `FROM fact f LEFT JOIN fact settled ON f.effect IN ('reverse', 'count') AND settled.district = f.district AND settled.id = f.settles
  WHERE f.district = $1 AND f.kind = ANY ($2) AND f.day <= $3::date AND (f.recorded_at <= $4 OR f.id = ANY ($5::uuid[]))`;

type CellRow = [string, string, string, string, string, string, number, number];

/**
 * The cells of `readCells`, counted from the facts themselves and from nothing that was added up before. Reads every fact of these
 * kinds: for proving numbers, not for showing them.
 *
 * @param byPlace the kinds whose places are kept
 */
export async function recountCells(
  { client, district }: Transaction,
  kinds: readonly string[],
  byPlace: readonly string[],
  on: string,
  known: Known,
): Promise<Cell[]> {
  const { rows } = await client.query<CellRow>({
    text: `SELECT f.kind, f.variant, date_trunc('month', f.day::timestamp)::date, f.town, f.unit, CASE WHEN f.kind = ANY ($6) THEN f.place ELSE '' END,
        sum(f.quantity)::float8, sum(${records})::int ${facts} GROUP BY 1, 2, 3, 4, 5, 6`,
    values: [district, kinds, on, known.until, known.also, byPlace],
    rowMode: 'array',
  });
  return rows.map(([kind, variant, month, town, unit, place, quantity, count]) => ({
    kind,
    variant,
    month,
    town,
    unit,
    place,
    quantity,
    facts: count,
  }));
}

/** What `readQuality` says, counted from the facts; the last day by the same rule. */
export async function recountQuality(
  { client, district }: Transaction,
  kinds: readonly string[],
  byPlace: readonly string[],
  on: string,
  known: Known,
): Promise<KindQuality[]> {
  const { rows } = await client.query<QualityRow & { readonly last_day: string | null }>(
    `SELECT kind, variant, sum(facts)::int AS facts, sum(duplicates)::int AS duplicates, sum(corrections)::int AS corrections, sum(late)::int AS late,
        max(last_at) AS last_at, max(day) FILTER (WHERE last_at IS NOT NULL AND (facts > 0 OR corrections = 0)) AS last_day
      FROM (SELECT f.kind, f.variant, f.day, sum(${records}) AS facts,
          sum(CASE WHEN f.effect = 'duplicate' THEN 1 WHEN settled.effect = 'duplicate' THEN -1 ELSE 0 END) AS duplicates,
          count(*) FILTER (WHERE ${isCorrection}) AS corrections,
          count(*) FILTER (WHERE f.effect IN ('count', 'duplicate') AND (f.recorded_at AT TIME ZONE 'Asia/Shanghai')::date - f.day > 30) AS late,
          max(f.recorded_at) FILTER (WHERE f.effect IN ('count', 'duplicate')) AS last_at
        ${facts} GROUP BY f.kind, f.variant, f.day, f.town, f.unit, CASE WHEN f.kind = ANY ($6) THEN f.place ELSE '' END) q
      GROUP BY kind, variant`,
    [district, kinds, on, known.until, known.also, byPlace],
  );
  return rows.map(({ last_day, ...row }) => qualityOf(row, last_day));
}

/** What counted on the days from `from` to `to`, by kind and category, from the facts. */
export async function recountSpan(
  { client, district }: Transaction,
  kinds: readonly string[],
  { from, to }: { readonly from: string; readonly to: string },
  known: Known,
): Promise<SpanCount[]> {
  const { rows } = await client.query<SpanCount>(
    `SELECT f.kind, f.variant, sum(f.quantity)::float8 AS quantity, sum(${records})::int AS facts ${facts} AND f.day >= $6::date GROUP BY 1, 2`,
    [district, kinds, to, known.until, known.also, from],
  );
  return rows;
}

export type SpanCount = {
  readonly kind: string;
  readonly variant: string;
  readonly quantity: number;
  readonly facts: number;
};

/** The same from the rollup and its tail. */
export async function readSpan(
  { client, district }: Transaction,
  kinds: readonly string[],
  { from, to }: { readonly from: string; readonly to: string },
): Promise<SpanCount[]> {
  const { rows } = await client.query<SpanCount>(
    `SELECT kind, variant, sum(quantity)::float8 AS quantity, sum(facts)::int AS facts FROM (
        SELECT kind, variant, quantity, facts FROM fact_rollup
          WHERE district = $1 AND grain = 'D' AND kind = ANY ($2) AND day BETWEEN $3::date AND $4::date
        UNION ALL SELECT kind, variant, quantity, facts FROM fact_tail
          WHERE district = $1 AND kind = ANY ($2) AND day BETWEEN $3::date AND $4::date) c
      GROUP BY 1, 2`,
    [district, kinds, from, to],
  );
  return rows;
}

/** Two minutes: more than clocks of two machines differ, and than a command takes. */
const MARGIN_MS = 2 * 60_000;

/**
 * What is known in this snapshot, so that it can be said again later: the ids of the facts that are visible of those recorded since
 * the oldest transaction that is still under way began.
 */
export async function whatIsKnown({ client, district }: Transaction, kinds: readonly string[], now: Date): Promise<Known> {
  const { rows } = await client.query<{ age: number }>(
    `SELECT coalesce(max(extract(epoch FROM clock_timestamp() - xact_start)), 0)::float8 AS age FROM pg_stat_activity
     WHERE datname = current_database() AND backend_xid IS NOT NULL`,
  );
  const until = new Date(now.getTime() - Math.ceil((rows[0]?.age ?? 0) * 1000) - MARGIN_MS);
  const recent = await client.query<[string]>({
    text: 'SELECT id FROM fact WHERE district = $1 AND kind = ANY ($2) AND recorded_at > $3 ORDER BY id',
    values: [district, kinds, until],
    rowMode: 'array',
  });
  return { until, also: recent.rows.map(([id]) => id) };
}
