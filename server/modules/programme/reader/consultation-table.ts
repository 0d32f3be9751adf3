/** A summary of opinions as a table (征求意见汇总表): unit, opinion, decision and reason in columns of their own. */
import type { Paper } from './paper.ts';
import type { Span, UnitMention } from './reading.ts';
import { cellsOf, wholeLines } from './tables.ts';
import { looksLikeUnit, readUnits } from './unit-lists.ts';

export interface OpinionRow {
  readonly units: readonly UnitMention[];
  readonly asked: Span;
  readonly decision: Span | undefined;
  readonly reason: Span | undefined;
  /** A column that names the clause. */
  readonly about: Span | undefined;
  readonly span: Span;
}

type Column = 'unit' | 'opinion' | 'decision' | 'reason' | 'about' | 'other';
const HEADINGS: readonly [Column, RegExp][] = [
  ['reason', /理由|原因|情况说明|^说明$|^备注$/],
  ['decision', /采纳|处理|吸收|办理|落实/],
  ['about', /条款|条目|原文|任务名称|涉及/],
  ['unit', /单位|部门/],
  ['opinion', /意见|建议/],
];

/** The rows of the table inside `within`, in order; none when there is no such table. A unit named once stands for the rows under it. */
export function readOpinionTable(paper: Paper, within: Span): OpinionRow[] {
  const rows: OpinionRow[] = [];
  let table: Column[] | undefined;
  let lastUnits: readonly UnitMention[] = [];
  for (const line of wholeLines(paper.printed, within)) {
    if (!paper.printed.slice(...line).includes('\t')) continue;
    const cells = cellsOf(paper.printed, line);
    const headings = cells.map((cell) => columnOf(paper.plain.slice(...cell).replace(/\s/g, '')));
    if (headings.includes('unit') && headings.includes('opinion') && cells.every(([from, to]) => to - from <= 14)) {
      table = headings;
      continue;
    }
    if (!table) continue;
    const columns = table;
    const of = (column: Column): Span | undefined => cells.find((cell, i) => columns[i] === column && cell[1] > cell[0]);
    const asked = of('opinion');
    const unitCell = of('unit');
    const named = unitCell ? readUnits(paper, unitCell).filter(({ name }) => looksLikeUnit(name)) : lastUnits;
    if (!asked || named.length === 0) continue;
    lastUnits = named;
    const span: Span = [(cells[0] ?? asked)[0], (cells.at(-1) ?? asked)[1]];
    rows.push({ units: named, asked, decision: of('decision'), reason: of('reason'), about: of('about'), span });
  }
  return rows;
}

const columnOf = (words: string): Column => HEADINGS.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other';
