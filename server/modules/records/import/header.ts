import { Problem } from '../../../kernel/problem.ts';
import { columnsOf } from '../check-row.ts';
import type { RecordType } from '../type.ts';
import type { TableRow } from './table.ts';

/** Which of our columns stands where. `unknown` are headings that mean nothing to us. */
export type Header = { readonly row: number; readonly at: ReadonlyMap<string, number>; readonly unknown: readonly string[] };

/** How many rows may stand above the header: a title, a note, who filled it in. */
export const HEADER_WITHIN = 10;

/** `1. 街道（乡镇） *` and `街道(乡镇)（必填）` are the same heading. */
export const bareHeading = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}*]/gu, '')
    .replace(/\((?:必填|选填|required|optional)\)/gi, '')
    .replace(/^\d+[.、]/, '')
    .toLowerCase();

type Heading = { readonly key: string /** 0 our own label, then aliases in their order. */; readonly rank: number };
const headings = new WeakMap<RecordType, ReadonlyMap<string, Heading>>();

function headingsOf(type: RecordType): ReadonlyMap<string, Heading> {
  const known = headings.get(type);
  if (known) return known;
  const all = new Map<string, Heading>();
  const columns = Object.entries(columnsOf(type));
  for (const [key, { label }] of columns)
    for (const text of [label.zh, label.en, key]) all.set(bareHeading(text), { key, rank: 0 });
  for (const [key, { alias }] of columns)
    alias?.forEach((text, at) => {
      if (!all.has(bareHeading(text))) all.set(bareHeading(text), { key, rank: at + 1 });
    });
  headings.set(type, all);
  return all;
}

/** The header among a sheet's first rows: the one that names most of our columns, and at least two. */
export function findHeader(type: RecordType, rows: readonly TableRow[]): Header | undefined {
  const best = rows
    .slice(0, HEADER_WITHIN)
    .map((row) => readHeader(type, row))
    .reduce<Header | undefined>((most, one) => (one.at.size > (most?.at.size ?? 0) ? one : most), undefined);
  return best && best.at.size >= 2 ? best : undefined;
}

function readHeader(type: RecordType, row: TableRow): Header {
  const known = headingsOf(type);
  const at = new Map<string, { index: number; rank: number }>();
  const unknown: string[] = [];
  row.cells.forEach((cell, index) => {
    if (cell === undefined || cell.text.trim() === '') return;
    const heading = known.get(bareHeading(cell.text));
    const before = heading && at.get(heading.key);
    if (!heading) unknown.push(cell.text.trim().slice(0, 40));
    else if (!before || heading.rank < before.rank) {
      // Two headings for one column (街道 and 社区 for the area): the more exact one is read, the other is reported.
      if (before) unknown.push(row.cells[before.index]?.text.trim() ?? '');
      at.set(heading.key, { index, rank: heading.rank });
    } else if (heading.rank === 0) throw new Problem('invalid', 'file-columns-twice', { column: cell.text.trim().slice(0, 40) });
    else unknown.push(cell.text.trim().slice(0, 40));
  });
  return { row: row.number, at: new Map([...at].map(([key, { index }]) => [key, index])), unknown };
}

/** @throws Problem naming the required columns that are not there. */
export function requireColumns(type: RecordType, header: Header): void {
  const missing = Object.entries(columnsOf(type)).filter(([key, { required }]) => required && !header.at.has(key));
  if (missing.length > 0)
    throw new Problem('invalid', 'file-columns-missing', {
      columns: missing.map(([, { label }]) => label.zh).join('、'),
      columnsEn: missing.map(([, { label }]) => label.en).join(', '),
    });
}
