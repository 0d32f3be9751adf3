import type { Transaction } from '../../../kernel/database/transaction.ts';
import { Problem } from '../../../kernel/problem.ts';
import { type CheckContext, type CheckedRow, checkRow, columnsOf } from '../check-row.ts';
import type { ImportCounts, ImportNotice } from '../contract.ts';
import { mayRevise } from '../keep.ts';
import type { Cell } from '../read-value.ts';
import { findCurrent } from '../store.ts';
import type { Finding, RecordType } from '../type.ts';
import { findHeader, HEADER_WITHIN, type Header, requireColumns } from './header.ts';
import { columnLetters, isBlank, type Table, type TableRow } from './table.ts';

/** More rows than this are sent in several files. */
export const ROW_LIMIT = 200_000;
const CHUNK = 1000;

/** A fault or doubt in a cell, as it is kept for the preview. */
export type CellProblem = Finding & { readonly row: number; readonly cell: string };
export type GoodRow = { readonly row: number; readonly checked: CheckedRow; readonly corrects: boolean };
/** What a chunk of rows turned out to be. */
export type Outcome = { readonly good: readonly GoodRow[]; readonly problems: readonly CellProblem[] };

/** Counts kept while a table goes by; see ImportCounts. */
export type Tally = { -readonly [K in keyof ImportCounts]: number };
export const newTally = (): Tally => ({
  rows: 0,
  good: 0,
  bad: 0,
  alreadyThere: 0,
  corrections: 0,
  duplicates: 0,
  warned: 0,
  examples: 0,
});

export type TableStart = {
  readonly header: Header;
  readonly notices: readonly ImportNotice[];
  readonly chunks: AsyncIterable<readonly TableRow[]>;
};

/**
 * Finds the first sheet with a header of this type and hands out its rows below, a thousand at a time, blank ones left out.
 * @throws Problem when no sheet has one, a required column is missing, or there are too many rows
 */
export async function startTable(type: RecordType, table: Table): Promise<TableStart> {
  for (const sheet of table.sheets) {
    const rows = sheet.rows[Symbol.asyncIterator]();
    const first: TableRow[] = [];
    while (first.filter((row) => !isBlank(row)).length < HEADER_WITHIN) {
      const next = await rows.next();
      if (next.done) break;
      first.push(...next.value);
    }
    const header = findHeader(
      type,
      first.filter((row) => !isBlank(row)),
    );
    if (!header) continue;
    requireColumns(type, header);
    const notices: ImportNotice[] = [];
    if (header.unknown.length > 0)
      notices.push({ code: 'notice-columns-unknown', params: { columns: header.unknown.slice(0, 20).join('、') } });
    const others = table.sheets.filter((other) => other !== sheet).map(({ name }) => name);
    if (others.length > 0)
      notices.push({ code: 'notice-sheets-left', params: { sheet: sheet.name, others: others.slice(0, 10).join('、') } });
    return { header, notices, chunks: chunked(header, first, rows) };
  }
  throw new Problem('invalid', 'file-no-header');
}

async function* chunked(
  header: Header,
  first: readonly TableRow[],
  rest: AsyncIterator<readonly TableRow[]>,
): AsyncGenerator<readonly TableRow[]> {
  let waiting: TableRow[] = first.filter((row) => row.number > header.row && !isBlank(row));
  for (let next = await rest.next(); !next.done; next = await rest.next()) {
    for (const row of next.value) if (row.number > header.row && !isBlank(row)) waiting.push(row);
    for (; waiting.length >= CHUNK; waiting = waiting.slice(CHUNK)) yield waiting.slice(0, CHUNK);
  }
  for (; waiting.length > 0; waiting = waiting.slice(CHUNK)) yield waiting.slice(0, CHUNK);
}

/**
 * Checks rows chunk by chunk against the type, against each other, and (unless told not to, where keeping them will find out anyway)
 * against what the district has already.
 */
export function tableChecker(type: RecordType, header: Header, context: CheckContext, tally: Tally, compares = true) {
  const seen = new Map<string, { row: number; hash: string }>();
  const columns = Object.keys(columnsOf(type));
  const cellName = (key: string, row: number) => {
    const index = header.at.get(key);
    return index === undefined ? String(row) : `${columnLetters(index)}${row}`;
  };

  return async (transaction: Transaction, rows: readonly TableRow[]): Promise<Outcome> => {
    const fresh: { row: number; checked: CheckedRow }[] = [];
    const problems: CellProblem[] = [];
    const report = (row: number, finding: Finding) => problems.push({ ...finding, row, cell: cellName(finding.at, row) });
    for (const row of rows) {
      tally.rows += 1;
      if (tally.rows > ROW_LIMIT) throw new Problem('invalid', 'file-too-many-rows', { limit: ROW_LIMIT });
      const cells: Record<string, Cell | undefined> = {};
      for (const key of columns) {
        const index = header.at.get(key);
        if (index !== undefined) cells[key] = row.cells[index];
      }
      if (isExample(type, cells)) tally.examples += 1;
      const { kept, findings } = checkRow(type, cells, context);
      for (const finding of findings) report(row.number, finding);
      if (findings.some(({ warns }) => warns)) tally.warned += 1;
      if (!kept) {
        tally.bad += 1;
        continue;
      }
      const key = kept.identity.toString('latin1');
      const hash = kept.contentHash.toString('latin1');
      const before = seen.get(key);
      if (!before) {
        seen.set(key, { row: row.number, hash });
        fresh.push({ row: row.number, checked: kept });
      } else if (before.hash === hash) tally.duplicates += 1;
      else {
        tally.bad += 1;
        report(row.number, {
          at: type.identity.find((name) => header.at.has(name)) ?? '',
          code: 'row-contradicts',
          params: { row: before.row },
        });
      }
    }
    const good = compares ? await compare(transaction, fresh, report) : fresh.map((row) => ({ ...row, corrects: false }));
    return { good, problems };
  };

  async function compare(
    transaction: Transaction,
    fresh: readonly { row: number; checked: CheckedRow }[],
    report: (row: number, finding: Finding) => void,
  ): Promise<GoodRow[]> {
    const current = await findCurrent(
      transaction,
      fresh.map(({ checked }) => checked.identity),
    );
    const good: GoodRow[] = [];
    for (const { row, checked } of fresh) {
      const there = current.size === 0 ? undefined : current.get(checked.identity.toString('hex'));
      if (there?.hash === checked.contentHash.toString('hex')) tally.alreadyThere += 1;
      else if (there && !mayRevise(there, context.reach)) {
        tally.bad += 1;
        report(row, {
          at: 'unit',
          code: 'record-of-others',
          params: { unit: context.reference.unitName(there.unit) ?? there.unit },
        });
      } else {
        tally.good += 1;
        if (there) tally.corrections += 1;
        good.push({ row, checked, corrects: there !== undefined });
      }
    }
    return good;
  }
}

/** Whether a row is still one of the template's: every text, name and number of the example stands in it unchanged. */
function isExample(type: RecordType, cells: Readonly<Record<string, Cell | undefined>>): boolean {
  return [0, 1].some((which) => {
    let compared = 0;
    for (const [key, { kind, example }] of Object.entries(type.columns)) {
      const shown = example?.[which];
      if (
        typeof shown !== 'string' ||
        shown === '' ||
        !['text', 'person-name', 'id-number', 'phone', 'credit-code'].includes(kind)
      )
        continue;
      if (cells[key]?.text.trim() !== shown) return false;
      compared += 1;
    }
    return compared > 0;
  });
}
