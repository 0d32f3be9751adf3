import { Type } from 'typebox';
import { actorKey } from '../../../kernel/actor/actor.ts';
import { visibleScope } from '../../../kernel/actor/permission.ts';
import { query, type Reading } from '../../../kernel/command/query.ts';
import type { Said } from '../../../kernel/i18n/said.ts';
import { Problem } from '../../../kernel/problem.ts';
import { mayRead } from '../access.ts';
import { columnsOf } from '../check-row.ts';
import type { ImportList, ImportNotice, ImportProblem, ImportProblems, ImportView } from '../contract.ts';
import { findImport, importColumns, type StoredImport } from '../import/store.ts';
import { getRecordType } from '../send-rows.ts';
import { recordsWords } from '../words.ts';
import { Id } from './records.ts';

const seesAll = (reading: Pick<Reading, 'actor'>): boolean => visibleScope(mayRead, reading.actor) === 'district';

const sentenceOf = ({ code }: ImportNotice): Said => recordsWords[`problem.${code}`] ?? { zh: code, en: code };

const viewOf = (file: StoredImport): ImportView => ({
  id: file.id,
  number: file.number,
  type: file.type,
  title: getRecordType(file.type).title,
  fileName: file.file_name,
  fileSize: file.file_size,
  fileSha256: file.file_sha256,
  state: file.state,
  mode: file.mode,
  counts: file.counts,
  notices: file.notices,
  failure: file.failure,
  sentences: { notices: file.notices.map(sentenceOf), failure: file.failure && sentenceOf(file.failure) },
  receipt: file.receipt,
  percent: ['checking', 'taking', 'reversing'].includes(file.state)
    ? Math.min(99, Math.floor((100 * file.done) / Math.max(file.total, 1)))
    : 100,
  uploadedBy: file.uploaded_by,
  uploadedAt: file.uploaded_at.toISOString(),
  decidedBy: file.decided_by,
  decidedAt: file.decided_at?.toISOString() ?? null,
  reversedAt: file.reversed_at?.toISOString() ?? null,
  reversedWhy: file.reversed_why,
});

/** Imports, newest first: all for who sees the whole district, one's own otherwise. */
export const listImports = query({
  name: 'records.list-imports',
  route: 'GET /api/record-imports',
  input: Type.Object(
    {
      type: Type.Optional(Type.String({ maxLength: 60 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
      after: Type.Optional(Type.String({ pattern: '^\\d+_[0-9a-f-]{36}$' })),
    },
    { additionalProperties: false },
  ),
  may: mayRead,
  run: async ({ type, limit = 20, after }, reading): Promise<ImportList> => {
    const [micros, id] = after?.split('_') ?? [];
    const { rows } = await reading.transaction.client.query<StoredImport & { micros: string }>(
      `SELECT ${importColumns}, (extract(epoch FROM i.uploaded_at) * 1000000)::bigint::text AS micros FROM record_import i
       WHERE i.district = $1 AND ($2::text IS NULL OR i.type = $2) AND ($3 OR i.uploaded_by = $4)
         AND ($5::bigint IS NULL OR (i.uploaded_at, i.id) < (timestamptz 'epoch' + make_interval(secs => $5::bigint / 1000000.0), $6::uuid))
       ORDER BY i.uploaded_at DESC, i.id DESC LIMIT $7`,
      [reading.district, type ?? null, seesAll(reading), actorKey(reading.actor), micros ?? null, id ?? null, limit + 1],
    );
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return { rows: page.map(viewOf), next: rows.length > limit && last ? `${last.micros}_${last.id}` : null };
  },
});

async function readImport(reading: Reading, id: string): Promise<StoredImport> {
  const found = await findImport(reading.transaction, id);
  if (!found || !(seesAll(reading) || found.uploaded_by === actorKey(reading.actor))) throw new Problem('not-found', 'not-found');
  return found;
}

/** One import: its state, how far the work is, what the check found, its receipt. */
export const getImport = query({
  name: 'records.get-import',
  route: 'GET /api/record-imports/:import',
  input: Type.Object({ import: Id }, { additionalProperties: false }),
  may: mayRead,
  run: async ({ import: id }, reading): Promise<ImportView> => viewOf(await readImport(reading, id)),
});

/** What is wrong in which cell, in the file's order; with how often each fault occurs. */
export const listImportProblems = query({
  name: 'records.list-import-problems',
  route: 'GET /api/record-imports/:import/problems',
  input: Type.Object(
    {
      import: Id,
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
      after: Type.Optional(Type.String({ pattern: '^\\d{1,9}_\\d{1,9}$' })),
    },
    { additionalProperties: false },
  ),
  may: mayRead,
  run: async ({ import: id, limit = 50, after }, reading): Promise<ImportProblems> => {
    const file = await readImport(reading, id);
    const columns = columnsOf(getRecordType(file.type));
    const { client, district } = reading.transaction;
    const [row, no] = after?.split('_').map(Number) ?? [0, 0];
    const { rows } = await client.query<{
      row_number: number;
      no: number;
      cell: string;
      column_key: string;
      code: string;
      params: ImportProblem['params'];
      warns: boolean;
    }>(
      `SELECT row_number, no, cell, column_key, code, params, warns FROM record_import_problem
       WHERE district = $1 AND import = $2 AND (row_number, no) > ($3, $4) ORDER BY row_number, no LIMIT $5`,
      [district, id, row, no, limit + 1],
    );
    const summary = await client.query<{ code: string; column_key: string; rows: number; warns: boolean }>(
      `SELECT code, column_key, count(DISTINCT row_number) AS rows, warns FROM record_import_problem WHERE district = $1 AND import = $2
       GROUP BY code, column_key, warns ORDER BY warns, rows DESC, code, column_key LIMIT 100`,
      [district, id],
    );
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      rows: page.map((found) => ({
        row: found.row_number,
        cell: found.cell,
        column: found.column_key,
        label: columns[found.column_key]?.label ?? null,
        code: found.code,
        params: found.params,
        warns: found.warns,
        message: recordsWords[`problem.${found.code}`] ?? { zh: found.code, en: found.code },
      })),
      next: rows.length > limit && last ? `${last.row_number}_${last.no}` : null,
      summary: summary.rows.map((found) => ({
        code: found.code,
        column: found.column_key,
        rows: found.rows,
        warns: found.warns,
      })),
    };
  },
});
