import type { Transaction } from '../../../kernel/database/transaction.ts';
import type { Reach } from '../check-row.ts';
import type { ImportCounts, ImportNotice, ImportReceipt, ImportState } from '../contract.ts';
import type { CellProblem } from './check-table.ts';

/** An import as it stands. */
export type StoredImport = {
  readonly id: string;
  readonly number: string;
  readonly type: string;
  readonly file_name: string;
  readonly file_sha256: string;
  readonly file_size: number;
  readonly file_type: 'xlsx' | 'csv';
  readonly state: ImportState;
  readonly mode: 'all' | 'good' | null;
  readonly reach: Reach;
  readonly counts: ImportCounts | null;
  readonly notices: readonly ImportNotice[];
  readonly failure: ImportNotice | null;
  readonly receipt: ImportReceipt | null;
  readonly done: number;
  readonly total: number;
  readonly uploaded_by: string;
  readonly uploaded_unit: string | null;
  readonly uploaded_at: Date;
  readonly decided_by: string | null;
  readonly decided_at: Date | null;
  readonly reversed_by: string | null;
  readonly reversed_at: Date | null;
  readonly reversed_why: string | null;
};

export const importColumns = `i.id, i.number, i.type, i.file_name, i.file_sha256, i.file_size, i.file_type, i.state, i.mode, i.reach, i.counts, i.notices,
  i.failure, i.receipt, i.done, i.total, i.uploaded_by, i.uploaded_unit, i.uploaded_at, i.decided_by, i.decided_at, i.reversed_by, i.reversed_at, i.reversed_why`;

export async function findImport({ client, district }: Transaction, id: string, lock = false): Promise<StoredImport | undefined> {
  const { rows } = await client.query<StoredImport>(
    `SELECT ${importColumns} FROM record_import i WHERE i.district = $1 AND i.id = $2 ${lock ? 'FOR UPDATE' : ''}`,
    [district, id],
  );
  return rows[0];
}

/** Changes an import's own columns. `progress` begins anew whenever the state changes. */
export async function changeImport(
  { client, district }: Transaction,
  id: string,
  change: Partial<
    Pick<
      StoredImport,
      | 'state'
      | 'mode'
      | 'reach'
      | 'counts'
      | 'notices'
      | 'failure'
      | 'receipt'
      | 'decided_by'
      | 'decided_at'
      | 'reversed_by'
      | 'reversed_at'
      | 'reversed_why'
    >
  >,
): Promise<void> {
  const asJson = new Set(['reach', 'counts', 'notices', 'failure', 'receipt']);
  const named = Object.entries(change);
  const sets = named.map(([name], at) => `${name} = $${at + 3}`);
  if ('state' in change) sets.push('done = 0', 'total = 0');
  const values = named.map(([name, value]) => (asJson.has(name) && value !== null ? JSON.stringify(value) : value));
  await client.query(`UPDATE record_import SET ${sets.join(', ')} WHERE district = $1 AND id = $2`, [district, id, ...values]);
}

export async function showProgress({ client, district }: Transaction, id: string, done: number, total: number): Promise<void> {
  await client.query('UPDATE record_import SET done = $3, total = $4 WHERE district = $1 AND id = $2', [
    district,
    id,
    done,
    total,
  ]);
}

export async function clearProblems({ client, district }: Transaction, id: string): Promise<void> {
  await client.query('DELETE FROM record_import_problem WHERE district = $1 AND import = $2', [district, id]);
}

export async function keepProblems(
  { client, district }: Transaction,
  id: string,
  problems: readonly CellProblem[],
): Promise<void> {
  if (problems.length === 0) return;
  const nextOf = new Map<number, number>();
  const rows = problems.map(({ row, cell, at, code, params = {}, warns = false }) => {
    const no = (nextOf.get(row) ?? 0) + 1;
    nextOf.set(row, no);
    return { row, no, cell, at, code, params, warns };
  });
  await client.query(
    `INSERT INTO record_import_problem (district, import, row_number, no, cell, column_key, code, params, warns)
     SELECT $1, $2, p.row, p.no, p.cell, p.at, p.code, p.params, p.warns
     FROM jsonb_to_recordset($3::jsonb) AS p (row integer, no integer, cell text, at text, code text, params jsonb, warns boolean)`,
    [district, id, JSON.stringify(rows)],
  );
}

/** The ids of an import's records, last row first, a page at a time: duplicates are then taken back before what they repeat. */
export async function idsOfImport({ client, district }: Transaction, type: string, id: string, before: number, limit: number) {
  const { rows } = await client.query<{ id: string; import_row: number }>(
    `SELECT id, import_row FROM record WHERE district = $1 AND type = $2 AND import = $3 AND import_row < $4 ORDER BY import_row DESC LIMIT $5`,
    [district, type, id, before, limit],
  );
  return rows;
}

/** How the kinds moved through an import: its records' facts, and the reversals of the records that it corrected. */
export async function movedBy({ client, district }: Transaction, id: string, since: Date, today: string) {
  const { rows } = await client.query<{ kind: string; variant: string; facts: number; duplicates: number; quantity: number }>(
    `SELECT f.kind, f.variant,
       count(*) FILTER (WHERE f.effect = 'count' AND f.settles IS NULL) AS facts,
       count(*) FILTER (WHERE f.effect = 'duplicate') AS duplicates,
       coalesce(sum(f.quantity) FILTER (WHERE f.effect <> 'end' OR f.day <= $4), 0) AS quantity
     FROM (SELECT id FROM record WHERE district = $1 AND import = $2
           UNION SELECT revises FROM record WHERE district = $1 AND import = $2 AND revises IS NOT NULL) r
     JOIN fact f ON f.district = $1 AND f.record = r.id AND f.recorded_at >= $3
     GROUP BY f.kind, f.variant ORDER BY f.kind, f.variant`,
    [district, id, since, today],
  );
  return rows;
}
