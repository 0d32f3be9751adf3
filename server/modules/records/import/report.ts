import writeExcelFile from 'write-excel-file/node';
import type { Kernel } from '../../../kernel/command/run.ts';
import { inDistrict } from '../../../kernel/database/transaction.ts';
import { hasFile } from '../../../kernel/files/keep-file.ts';
import { type Language, say } from '../../../kernel/i18n/said.ts';
import { Problem } from '../../../kernel/problem.ts';
import { columnsOf } from '../check-row.ts';
import type { ImportView } from '../contract.ts';
import { getRecordType } from '../send-rows.ts';
import { BYTE_ORDER_MARK, csvLine, plainCell } from '../table-text.ts';
import { recordsWords } from '../words.ts';
import { startTable } from './check-table.ts';
import { openTable } from './open-table.ts';
import { originalsOf } from './originals.ts';
import { findImport } from './store.ts';

type Reasons = ReadonlyMap<number, readonly string[]>;

/** A workbook is built in memory: longer reports come as CSV, which streams. */
const XLSX_ROWS = 5000;

/**
 * The rows of a file that must be put right, as they came, with the reasons in a column more: to be corrected and sent again. Once the
 * file is gone, because its import has ended, only their numbers with the reasons.
 * Lines of CSV as they are read, so that a large file is never held.
 */
export async function* reportLines(
  kernel: Kernel,
  district: string,
  view: ImportView,
  language: Language,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK;
  for await (const row of reportRows(kernel, district, view, language)) yield csvLine(row.map(plainCell));
}

export async function reportWorkbook(kernel: Kernel, district: string, view: ImportView, language: Language): Promise<Buffer> {
  if ((view.counts?.bad ?? 0) > XLSX_ROWS) throw new Problem('too-large', 'report-too-long', { limit: XLSX_ROWS });
  const rows: { value: string; type: StringConstructor; format: string; wrap: boolean }[][] = [];
  for await (const row of reportRows(kernel, district, view, language))
    rows.push(row.map((value) => ({ value, type: String, format: '@', wrap: false })));
  return await writeExcelFile(rows).toBuffer();
}

async function* reportRows(kernel: Kernel, district: string, view: ImportView, language: Language): AsyncGenerator<string[]> {
  const { file, reasons } = await inDistrict(
    kernel.database,
    district,
    async (transaction) => ({
      file: await findImport(transaction, view.id),
      reasons: await reasonsOf(transaction.client, district, view, language),
    }),
    'read',
  );
  if (!file) throw new Problem('not-found', 'not-found');
  const why = language === 'zh' ? '需要改正' : 'To put right';
  if (!(await hasFile(originalsOf(kernel.services, district), file.file_sha256))) {
    yield [language === 'zh' ? '行号' : 'Row', why];
    for (const [row, given] of reasons) yield [String(row), given.join(' ')];
    return;
  }
  const table = await openTable(kernel.services, district, file);
  try {
    const { header, chunks } = await startTable(getRecordType(file.type), table);
    const columns = columnsOf(getRecordType(file.type));
    const shown = [...header.at].sort(([, a], [, b]) => a - b);
    yield [...shown.map(([key]) => (columns[key] ? say(columns[key].label, language) : key)), why];
    for await (const rows of chunks)
      for (const row of rows) {
        const given = reasons.get(row.number);
        if (given) yield [...shown.map(([, index]) => row.cells[index]?.text ?? ''), given.join(' ')];
      }
  } finally {
    await table.close();
  }
}

type Asking = { query<R extends object>(text: string, values: unknown[]): Promise<{ rows: R[] }> };

async function reasonsOf(client: Asking, district: string, view: ImportView, language: Language): Promise<Reasons> {
  const columns = columnsOf(getRecordType(view.type));
  const { rows } = await client.query<{
    row_number: number;
    cell: string;
    column_key: string;
    code: string;
    params: Record<string, string | number>;
  }>(
    `SELECT row_number, cell, column_key, code, params FROM record_import_problem WHERE district = $1 AND import = $2 AND NOT warns ORDER BY row_number, no`,
    [district, view.id],
  );
  const reasons = new Map<number, string[]>();
  for (const { row_number, cell, column_key, code, params } of rows) {
    const column = columns[column_key];
    const words = recordsWords[`problem.${code}`];
    const reason = `${cell}${column ? ` ${say(column.label, language)}` : ''}: ${words ? say(words, language, params) : code}`;
    reasons.set(row_number, [...(reasons.get(row_number) ?? []), reason]);
  }
  return reasons;
}
