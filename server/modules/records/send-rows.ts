import { setImmediate } from 'node:timers/promises';
import { actorKey } from '../../kernel/actor/actor.ts';
import type { Work } from '../../kernel/command/command.ts';
import { Problem, type ProblemDetail } from '../../kernel/problem.ts';
import { reachOf } from './access.ts';
import { findRecordType } from './catalogue.ts';
import { type Checked, type CheckedRow, checkRow, columnsOf, type Reach } from './check-row.ts';
import { type Kept, keepRows } from './keep.ts';
import type { Cell } from './read-value.ts';
import { type Reference, referenceOf } from './reference.ts';
import type { RecordType } from './type.ts';

/** A row as a program or a form sends it: values by column, as text, number, yes or no; null or absent is blank. */
export type SentRow = Readonly<Record<string, string | number | boolean | null>>;
/** What became of a sent row; warnings don't hinder it. */
export type Sent = Kept & { readonly warnings: readonly ProblemDetail[] };

export function getRecordType(name: string): RecordType {
  const type = findRecordType(name);
  if (!type) throw new Problem('not-found', 'record-type-unknown', { type: name });
  return type;
}

/** So many rows are checked at a time: while PostgreSQL keeps some, the next are checked, and others are answered in between. */
const TOGETHER = 500;

/** Checks and keeps rows sent one by one or a batch at a time: all of them, or none and every fault named. */
export async function sendRows(work: Work, type: RecordType, rows: readonly SentRow[]): Promise<Sent[]> {
  const reach = reachOf(work.actor);
  const check = rowChecker(work, type, reach);
  const faults: ProblemDetail[] = [];
  const seen = new Map<string, SentOnce>();
  const sent: { readonly checked: Checked; readonly once: SentOnce; readonly isFirst: boolean }[] = [];
  let keeping: Promise<void> = Promise.resolve();

  for (let from = 0; from < rows.length; from += TOGETHER) {
    if (from > 0) await setImmediate();
    const fresh: SentOnce[] = [];
    for (const [index, checked] of (await check(rows.slice(from, from + TOGETHER))).entries()) {
      const at = from + index;
      faults.push(
        ...checked.findings.filter(({ warns }) => !warns).map((finding) => detail(finding, rows.length > 1 ? at : undefined)),
      );
      if (!checked.kept) continue;
      const key = checked.kept.identity.toString('latin1');
      const before = seen.get(key);
      if (before && !before.checked.contentHash.equals(checked.kept.contentHash))
        faults.push({ at: `/rows/${at}`, code: 'row-contradicts', params: { row: before.at + 1 } });
      const once = before ?? { at, checked: checked.kept };
      sent.push({ checked, once, isFirst: !before });
      if (before) continue;
      seen.set(key, once);
      fresh.push(once);
    }
    if (faults.length === 0) keeping = keepAfter(keeping, fresh);
  }
  // What was kept before a fault was found goes with the transaction.
  if (faults.length > 0) {
    await keeping.catch(() => {});
    throw new Problem('invalid', 'record-faulty', { faults: faults.length }, faults);
  }
  await keeping;
  return sent.map(({ checked, once: { kept }, isFirst }): Sent => {
    if (!kept) throw new TypeError('every checked row has a result');
    return {
      ...kept,
      ...(isFirst ? {} : { state: 'already-there' as const }),
      warnings: checked.findings.map((finding) => detail(finding)),
    };
  });

  function keepAfter(before: Promise<void>, fresh: readonly SentOnce[]): Promise<void> {
    const kept = before.then(async () => {
      const results = await keepRows(work, type, fresh, { actor: actorKey(work.actor) }, reach);
      if (results.some(({ state }) => state === 'of-others')) throw new Problem('invalid', 'record-of-others');
      for (const [index, row] of fresh.entries()) row.kept = results[index];
    });
    kept.catch(() => {}); // awaited at the end; until then nobody listens
    return kept;
  }
}

/** A record as it was first sent, at that row, and what became of it. */
type SentOnce = { readonly at: number; readonly checked: CheckedRow; kept?: Kept | undefined };

function rowChecker(work: Work, type: RecordType, reach: Reach): (rows: readonly SentRow[]) => Promise<Checked[]> {
  const began = Date.now();
  const { transaction, services, today, district } = work;
  const checkAll = (rows: readonly SentRow[], reference: Reference): Checked[] => {
    const context = { reference, reach, today, district, seal: services.seal };
    return rows.map((row) => checkRow(type, cellsOf(type, row), context));
  };
  return async (rows) => {
    const known = await referenceOf(transaction, services);
    const checked = checkAll(rows, known);
    // A unit, area or site may be younger than what this server last read.
    if (!checked.some(isAboutReference) || known.loadedAt >= began) return checked;
    return checkAll(rows, await referenceOf(transaction, services, Date.now()));
  };
}

function cellsOf(type: RecordType, row: SentRow): Record<string, Cell | undefined> {
  const columns = columnsOf(type);
  const unknown = Object.keys(row).filter((key) => !Object.hasOwn(columns, key));
  if (unknown.length > 0)
    throw new Problem('invalid', 'record-columns-unknown', {
      columns: unknown.join(', ').slice(0, 200),
      known: Object.keys(columns).join(', '),
    });
  const cells: Record<string, Cell | undefined> = {};
  for (const [key, value] of Object.entries(row))
    if (value !== null) cells[key] = { text: String(value), isNumber: typeof value === 'number' };
  return cells;
}

const detail = (
  { at, code, params }: { at: string; code: string; params?: Readonly<Record<string, string | number>> },
  row?: number,
): ProblemDetail => ({
  at: row === undefined ? `/row/${at}` : `/rows/${row}/${at}`,
  code,
  params,
});

const referenceCodes = new Set(['cell-area-unknown', 'cell-unit-unknown', 'cell-site-unknown', 'row-unit-needed']);
const isAboutReference = ({ findings }: Checked): boolean => findings.some(({ code }) => referenceCodes.has(code));
