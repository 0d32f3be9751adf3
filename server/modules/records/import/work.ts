import { system } from '../../../kernel/actor/actor.ts';
import { today } from '../../../kernel/clock.ts';
import { execute, type Kernel } from '../../../kernel/command/run.ts';
import { inDistrict } from '../../../kernel/database/transaction.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { ImportNotice } from '../contract.ts';
import { getRecordType } from '../send-rows.ts';
import { newTally, startTable, tableChecker } from './check-table.ts';
import { contextOf, openTable } from './open-table.ts';
import { changeImport, clearProblems, findImport, keepProblems, type StoredImport, showProgress } from './store.ts';
import { unmakeImport, writeImport } from './write-import.ts';

/** What the thread works with: a kernel of its own connections, and how it tells how far it is (0 to 1). */
export type ImportWork = { readonly kernel: Kernel; readonly district: string; readonly id: string };

const SCALE = 1000;
const EVERY_MS = 400;

/** Tells how far the work is, on another connection than the work's own, at most every 400 ms. */
export function progressOf({ kernel, district, id }: ImportWork) {
  let last = 0;
  return async (fraction: number): Promise<void> => {
    const now = performance.now();
    if (now - last < EVERY_MS) return;
    last = now;
    await inDistrict(kernel.database, district, (transaction) =>
      showProgress(transaction, id, Math.round(fraction * SCALE), SCALE),
    );
  };
}

/**
 * Does what an import's state asks for. Whatever goes wrong with the file or the rows ends in a state that says so; only a lost
 * database is thrown on, to be tried again.
 */
export async function workOnImport(work: ImportWork): Promise<void> {
  const file = await inDistrict(work.kernel.database, work.district, (transaction) => findImport(transaction, work.id), 'read');
  if (!file) return;
  const call = { district: work.district, actor: system('records') };
  try {
    if (file.state === 'checking') await checkImport(work, file);
    else if (file.state === 'taking') await execute(work.kernel, writeImport(progressOf(work)), { import: work.id }, call);
    else if (file.state === 'reversing') await execute(work.kernel, unmakeImport(progressOf(work)), { import: work.id }, call);
  } catch (error) {
    // Away, full, or broken off while it was saving: nothing is settled by that, and it is tried again.
    if (!(error instanceof Problem) || error.kind === 'unavailable') throw error;
    await failImport(work, file, { code: error.code, params: error.params });
  }
}

/** Nothing was taken, or everything still stands: the import goes back to where it was decided, and says why. */
export async function failImport({ kernel, district, id }: ImportWork, file: StoredImport, failure: ImportNotice): Promise<void> {
  const state = file.state === 'taking' ? 'checked' : file.state === 'reversing' ? 'taken' : 'failed';
  await inDistrict(kernel.database, district, (transaction) => changeImport(transaction, id, { state, failure }));
}

/** The preview: every row checked, every fault kept by cell. Nothing of the rows themselves is written. */
async function checkImport(work: ImportWork, file: StoredImport): Promise<void> {
  const { kernel, district, id } = work;
  const type = getRecordType(file.type);
  const progress = progressOf(work);
  const table = await openTable(kernel.services, district, file);
  try {
    const tally = newTally();
    const { header, notices, chunks } = await startTable(type, table);
    const context = await inDistrict(
      kernel.database,
      district,
      (transaction) =>
        contextOf({ transaction, district, services: kernel.services, today: today(kernel.clock) }, file, table.from1904),
      'read',
    );
    const check = tableChecker(type, header, context, tally);
    await inDistrict(kernel.database, district, (transaction) => clearProblems(transaction, id));
    for await (const rows of chunks) {
      await inDistrict(kernel.database, district, async (transaction) =>
        keepProblems(transaction, id, (await check(transaction, rows)).problems),
      );
      await progress(table.fraction());
    }
    if (tally.rows === 0) throw new Problem('invalid', 'file-no-rows');
    const all = [
      ...file.notices,
      ...notices,
      ...(tally.examples > 0 ? [{ code: 'notice-examples', params: { rows: tally.examples } }] : []),
    ];
    await inDistrict(kernel.database, district, (transaction) =>
      changeImport(transaction, id, { state: 'checked', counts: tally, notices: uniqueNotices(all), failure: null }),
    );
  } finally {
    await table.close();
  }
}

const uniqueNotices = (notices: readonly ImportNotice[]): ImportNotice[] => [
  ...new Map(notices.map((notice) => [notice.code, notice])).values(),
];
