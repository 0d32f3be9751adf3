import type { Cell } from '../read-value.ts';

/** A row as it stands in the file: `number` is what a spreadsheet program shows at its left. Blank cells are undefined. */
export type TableRow = { readonly number: number; readonly cells: readonly (Cell | undefined)[] };

/** One sheet, read as it streams by. A CSV file is one sheet without a name. */
export type Sheet = { readonly name: string; readonly rows: AsyncIterable<readonly TableRow[]> };

/** A table file opened for reading, sheet by sheet; nothing of it is held but the rows at hand. */
export type Table = {
  readonly sheets: readonly Sheet[];
  /** The workbook counts days from 1904. */
  readonly from1904: boolean;
  /** How much of the open sheet has gone by, 0 to 1. */
  fraction(): number;
  close(): Promise<void>;
};

/** `0` → A, `27` → AB: how a spreadsheet names the column, so that a cell is D17. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1) letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return letters;
}

/** The inverse, from a cell's name: `AB12` → 27; undefined where there is none. */
export function columnIndex(reference: string): number | undefined {
  let index = 0;
  let at = 0;
  for (; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at);
    if (code < 65 || code > 90) break;
    index = index * 26 + code - 64;
  }
  return at === 0 || at > 3 ? undefined : index - 1;
}

export const isBlank = (row: TableRow): boolean => row.cells.every((cell) => cell === undefined || cell.text.trim() === '');
