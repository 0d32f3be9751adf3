import type { Work } from '../../../kernel/command/command.ts';
import type { Services } from '../../../kernel/command/services.ts';
import { openFile } from '../../../kernel/files/keep-file.ts';
import { Problem } from '../../../kernel/problem.ts';
import { SealError } from '../../../kernel/seal/seal-error.ts';
import type { CheckContext } from '../check-row.ts';
import { referenceOf } from '../reference.ts';
import { originalsOf } from './originals.ts';
import { openCsv } from './read-csv.ts';
import { openXlsx } from './read-xlsx.ts';
import type { StoredImport } from './store.ts';
import type { Table } from './table.ts';

/** Opens an import's original. @throws Problem when it is gone or cannot be read. */
export async function openTable(services: Services, district: string, file: StoredImport): Promise<Table> {
  const bytes = await openFile(originalsOf(services, district), file.file_sha256).catch((error: unknown) => {
    throw explained(error);
  });
  try {
    return await (file.file_type === 'xlsx' ? openXlsx(bytes) : openCsv(bytes));
  } catch (error) {
    await bytes.close();
    throw explained(error);
  }
}

const explained = (error: unknown): unknown => {
  if (error instanceof SealError) return new Problem('conflict', 'file-unreadable');
  const isGone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  return isGone ? new Problem('conflict', 'file-gone') : error;
};

/** What its rows are checked against, read anew: the preview and the taking may lie days apart. */
export async function contextOf(
  { transaction, services, district, today }: Pick<Work, 'transaction' | 'services' | 'district' | 'today'>,
  file: StoredImport,
  from1904: boolean,
): Promise<CheckContext> {
  const reference = await referenceOf(transaction, services, Date.now());
  return { reference, today, from1904, district, seal: services.seal, reach: file.reach };
}
