import { lockKeys } from '../database/lock.ts';
import type { Transaction } from '../database/transaction.ts';
import { type FactRow, isSeries } from './row.ts';
import type { StandingFact } from './settle.ts';

type LoadedRow = {
  id: string;
  kind: string;
  variant: string;
  day: string;
  town: string;
  place: string;
  unit: string;
  quantity: number;
  stated: number;
  effect: string;
  once: string | null;
  record_type: string;
  record: string;
  end_id: string | null;
  end_day: string | null;
};

const columns = `f.id, f.kind, f.variant, f.day, f.town, f.place, f.unit, f.quantity, f.stated, f.effect, encode(f.once, 'hex') AS once,
  f.record_type, f.record, e.id AS end_id, e.day AS end_day`;
/** Facts not reversed; `e` is the standing end, if the settling row is an end. */
const standing = `FROM fact f LEFT JOIN fact_span s ON s.district = f.district AND s.fact = f.id
  LEFT JOIN fact e ON e.district = f.district AND e.id = s.settled_by AND e.effect = 'end'
  WHERE f.district = $1 AND (s.fact IS NULL OR s.until > f.day OR e.id IS NOT NULL)`;

/** Appends rows in one round trip. A span decided twice in one batch keeps the last decision. */
export async function appendFacts(transaction: Transaction, rows: readonly FactRow[], at: Date): Promise<void> {
  if (rows.length === 0) return;
  await transaction.client.query({
    name: 'append_facts',
    text: 'SELECT append_facts($1, $2, $3)',
    values: [transaction.district, JSON.stringify(decideSpansOnce(rows)), at],
  });
}

export function decideSpansOnce(rows: readonly FactRow[]): FactRow[] {
  const last = new Map<string, FactRow>();
  for (const row of rows) if (row.span_of) last.set(row.span_of, row);
  return rows.map((row) =>
    row.span_of && last.get(row.span_of) !== row ? { ...row, span_of: undefined, until: undefined } : row,
  );
}

/** The standing facts of these records, counting and duplicate. */
export async function standingOfRecords(
  transaction: Transaction,
  records: readonly string[],
  byPlace: (kind: string) => boolean,
) {
  await lockKeys(transaction, 'records', records);
  const { rows } = await transaction.client.query<LoadedRow>(
    `SELECT ${columns} ${standing} AND f.record = ANY ($2) AND f.effect IN ('count', 'duplicate')`,
    [transaction.district, records],
  );
  return {
    counting: rows.filter((row) => row.effect === 'count').map((row) => toStanding(row, byPlace)),
    duplicates: rows.filter((row) => row.effect === 'duplicate').map((row) => toStanding(row, byPlace)),
  };
}

/** The standing facts of these series (`[kind, once]`), locked against other changes of the same series until commit. */
export async function standingOfSeries(
  transaction: Transaction,
  series: ReadonlyMap<string, string>,
  byPlace: (kind: string) => boolean,
) {
  const onces = [...series.keys()];
  await lockKeys(transaction, 'series', onces);
  const { rows } = await transaction.client.query<LoadedRow>(
    `SELECT ${columns} ${standing} AND f.kind = ANY ($2) AND f.once = ANY (SELECT decode(unnest($3::text[]), 'hex')) AND f.effect = 'count'`,
    [transaction.district, [...new Set(series.values())], onces],
  );
  return rows.map((row) => toStanding(row, byPlace));
}

/** Frees the claims of these facts and returns, for each freed claim, the earliest duplicate that may now count. */
export async function freeClaims(
  transaction: Transaction,
  facts: readonly StandingFact[],
  leaving: ReadonlySet<string>,
  byPlace: (kind: string) => boolean,
) {
  const claimed = facts.filter((fact) => fact.once && !isSeries(fact.once));
  if (claimed.length === 0) return [];
  await transaction.client.query(`DELETE FROM fact_claim WHERE district = $1 AND fact = ANY ($2)`, [
    transaction.district,
    claimed.map((fact) => fact.id),
  ]);
  const { rows } = await transaction.client.query<LoadedRow>(
    `SELECT DISTINCT ON (f.kind, f.once) ${columns} ${standing} AND f.kind = ANY ($2) AND f.once = ANY (SELECT decode(unnest($3::text[]), 'hex'))
       AND f.effect = 'duplicate' AND f.record <> ALL ($4)
     ORDER BY f.kind, f.once, f.recorded_at, f.id`,
    [transaction.district, [...new Set(claimed.map((fact) => fact.kind))], claimed.map((fact) => fact.once), [...leaving]],
  );
  return rows.map((row) => ({ ...toStanding(row, byPlace), quantity: row.stated }));
}

const toStanding = (row: LoadedRow, byPlace: (kind: string) => boolean): StandingFact => ({
  id: row.id,
  kind: row.kind,
  variant: row.variant,
  day: row.day,
  town: row.town,
  place: row.place,
  unit: row.unit,
  quantity: row.quantity,
  once: row.once ?? undefined,
  byPlace: byPlace(row.kind),
  recordType: row.record_type,
  record: row.record,
  end: row.end_id && row.end_day ? { id: row.end_id, day: row.end_day } : undefined,
});
