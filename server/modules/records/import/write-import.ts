import { Type } from 'typebox';
import { allowSystem } from '../../../kernel/actor/permission.ts';
import { command, type Work } from '../../../kernel/command/command.ts';
import { Problem } from '../../../kernel/problem.ts';
import { recordKinds } from '../catalogue.ts';
import type { ImportReceipt } from '../contract.ts';
import { type Kept, keepRows } from '../keep.ts';
import { getRecordType } from '../send-rows.ts';
import { takeBack } from '../take-back.ts';
import { type GoodRow, newTally, startTable, type Tally, tableChecker } from './check-table.ts';
import { contextOf, openTable } from './open-table.ts';
import { changeImport, findImport, idsOfImport, movedBy, type StoredImport } from './store.ts';

type Became = Record<Kept['state'], number>;

/** What the keeping found out about the rows is part of their count. */
function settle(tally: Tally, became: Readonly<Became>): void {
  tally.good = became.new + became.corrected + became.completed;
  tally.corrections = became.corrected + became.completed;
  tally.alreadyThere = became['already-there'];
  tally.bad += became['of-others'];
}

type Progress = (fraction: number) => Promise<void>;
const OfImport = Type.Object({ import: Type.String() }, { additionalProperties: false });

/** One import of a type at a time: two with the same rows would wait for each other row by row, crosswise. */
async function alone({ transaction: { client, district } }: Work, type: string): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 17))', [`import ${district} ${type}`]);
}

async function inState(work: Work, id: string, state: 'taking' | 'reversing'): Promise<StoredImport> {
  const waiting = await findImport(work.transaction, id);
  if (waiting) await alone(work, waiting.type);
  // Asked again: while this one waited, another worker may have done it.
  const file = await findImport(work.transaction, id);
  if (file?.state !== state) throw new Problem('conflict', 'import-not-checked');
  return file;
}

/**
 * Takes a checked file: reads and checks it once more, because the world went on since the preview, and keeps its good rows with
 * their facts in this one transaction. Either all of it happened, with its receipt, or nothing did.
 */
export const writeImport = (progress: Progress = async () => {}) =>
  command({
    name: 'records.write-import',
    input: OfImport,
    may: allowSystem,
    run: async ({ import: id }, work): Promise<ImportReceipt> => {
      const file = await inState(work, id, 'taking');
      const type = getRecordType(file.type);
      const table = await openTable(work.services, work.district, file);
      const tally = newTally();
      const became: Became = { new: 0, 'already-there': 0, corrected: 0, completed: 0, 'of-others': 0 };
      try {
        const { header, chunks } = await startTable(type, table);
        const check = tableChecker(type, header, await contextOf(work, file, table.from1904), tally, false);
        const source = { import: id, actor: file.decided_by ?? file.uploaded_by };
        const keep = async (good: readonly GoodRow[]) => {
          const wanted = good.map(({ row, checked }) => ({ checked, importRow: row }));
          for (const { state } of await keepRows(work, type, wanted, source, file.reach)) became[state] += 1;
          await work.facts.flush();
          await progress(table.fraction());
        };
        // While PostgreSQL keeps some rows, the next are read and checked.
        let keeping: Promise<void> = Promise.resolve();
        for await (const rows of chunks) {
          const { good } = await check(work.transaction, rows);
          await keeping;
          keeping = keep(good);
          keeping.catch(() => {}); // awaited before the next; until then nobody listens
        }
        await keeping;
      } finally {
        await table.close();
      }
      settle(tally, became);
      if (file.mode === 'all' && tally.bad > 0) throw new Problem('conflict', 'import-changed-meanwhile', { bad: tally.bad });
      const receipt = await receiptOf(work, file, tally, became);
      await changeImport(work.transaction, id, { state: 'taken', counts: tally, receipt, failure: null });
      return receipt;
    },
    audit: ({ import: id }, { number, rowsTaken, new: fresh, corrected, completed }) => ({
      import: id,
      number,
      rowsTaken,
      new: fresh,
      corrected,
      completed,
    }),
  });

async function receiptOf(
  work: Work,
  file: StoredImport,
  tally: ReturnType<typeof newTally>,
  became: Became,
): Promise<ImportReceipt> {
  const moved = await movedBy(work.transaction, file.id, work.now, work.today);
  return {
    number: file.number,
    rowsTaken: became.new + became.corrected + became.completed,
    new: became.new,
    corrected: became.corrected,
    completed: became.completed,
    alreadyThere: tally.alreadyThere + tally.duplicates,
    leftOut: tally.bad,
    kinds: moved.map((row) => {
      const kind = recordKinds.find(({ name }) => name === row.kind);
      return { ...row, title: kind?.title ?? { zh: row.kind, en: row.kind }, unit: kind?.unit ?? { zh: '', en: '' } };
    }),
    reversal: null,
  };
}

const PAGE = 2000;

/** Takes a whole import back in one transaction, as if it had never come. */
export const unmakeImport = (progress: Progress = async () => {}) =>
  command({
    name: 'records.unmake-import',
    input: OfImport,
    may: allowSystem,
    run: async (
      { import: id },
      work,
    ): Promise<{ readonly records: number; readonly facts: number; readonly restored: number }> => {
      const file = await inState(work, id, 'reversing');
      const type = getRecordType(file.type);
      const total = Math.max(file.receipt?.rowsTaken ?? 0, 1);
      const reversal = { records: 0, facts: 0, restored: 0 };
      for (let before = 2 ** 31 - 1; ; ) {
        const page = await idsOfImport(work.transaction, type.name, id, before, PAGE);
        const last = page.at(-1);
        if (!last) break;
        before = last.import_row;
        const back = await takeBack(
          work,
          type,
          page.map((row) => row.id),
          file.reversed_by ?? 'system',
          file.reversed_why ?? '',
        );
        reversal.records += back.records;
        reversal.facts += back.facts;
        reversal.restored += back.restored;
        await progress(reversal.records / total);
      }
      await changeImport(work.transaction, id, {
        state: 'reversed',
        receipt: file.receipt && { ...file.receipt, reversal },
        failure: null,
      });
      return reversal;
    },
    audit: ({ import: id }, reversal) => ({ import: id, ...reversal }),
  });
