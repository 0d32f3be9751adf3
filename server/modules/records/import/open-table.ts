import type { Work } from '../../../kernel/command/command.ts';
import { filePath, hasFile } from '../../../kernel/files/keep-file.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { CheckContext } from '../check-row.ts';
import { referenceOf } from '../reference.ts';
import { openCsv } from './read-csv.ts';
import { openXlsx } from './read-xlsx.ts';
import type { StoredImport } from './store.ts';
import type { Table } from './table.ts';

/** Opens an import's original. @throws Problem when it is gone or cannot be read. */
export async function openTable(dataDirectory: string, file: StoredImport): Promise<Table> {
  if (!(await hasFile(dataDirectory, file.file_sha256))) throw new Problem('conflict', 'file-gone');
  const path = filePath(dataDirectory, file.file_sha256);
  return file.file_type === 'xlsx' ? openXlsx(path) : openCsv(path);
}

/** What its rows are checked against, read anew: the preview and the taking may lie days apart. */
export async function contextOf(
  { transaction, services, district, today }: Pick<Work, 'transaction' | 'services' | 'district' | 'today'>,
  file: StoredImport,
  from1904: boolean,
): Promise<CheckContext> {
  const reference = await referenceOf(transaction, services, Date.now());
  return { reference, today, from1904, district, seal: services.seal, reach: file.reach };
}
