/** A summary of opinions as a table (征求意见汇总表): unit, opinion, decision and reason in columns of their own, in whatever order. */

import type { Paper } from '../paper.ts';
import type { Span, UnitMention } from '../reading.ts';
import { cellsOf, wholeLines } from '../tables.ts';
import type { Source } from './source.ts';
import { isSpeaker, listedUnits } from './speakers.ts';

export interface OpinionRow {
  readonly units: readonly UnitMention[];
  readonly asked: Span;
  readonly decision: Span | undefined;
  readonly reason: Span | undefined;
  /** A column that names the clause. */
  readonly about: Span | undefined;
  readonly span: Span;
}
export interface OpinionTable {
  readonly rows: readonly OpinionRow[];
  /** Rows that hold words, yet no unit or no opinion. */
  readonly unread: readonly Span[];
  /** Every line of the table, its headings too. */
  readonly lines: readonly Span[];
}

type Column = 'unit' | 'opinion' | 'decision' | 'reason' | 'about' | 'number' | 'other';
const HEADINGS: readonly [Column, RegExp][] = [
  ['number', /^(?:序号|编号|No\.?|号)$/i],
  ['reason', /^(?:(?:不|未|不予|未予)(?:予)?采纳(?:的)?)?(?:理由|原因)|采纳(?:的)?(?:理由|原因)|情况说明$|^说明$|^备注$/],
  ['decision', /采纳|处理|吸收|办理|落实|答复/],
  ['about', /条款|条目|条文|条号|原文|任务|涉及|对应|章节|位置|针对|措施/],
  ['unit', /单位|部门|来源|提出人|委办局/],
  ['opinion', /意见|建议|内容/],
];
const LONGEST_HEADING = 14;
const BARS = /[|｜│┃]/;
const RULE = /^[\s|｜│┃+\-:：—─━═┌┬┐├┼┤└┴┘╔╗╚╝]+$/;

const columnOf = (words: string): Column => HEADINGS.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other';

/** The cells of a line of a table: set apart by tabs or bars; undefined when it is no such line. */
export function cellsIn(paper: Paper, line: Span): Span[] | undefined {
  const words = paper.printed.slice(...line);
  if (words.includes('\t')) return cellsOf(paper.printed, line);
  const bars = Array.from(words.matchAll(new RegExp(BARS, 'g')), ({ index }) => line[0] + index);
  if (bars.length < 2) return undefined;
  const starts = [line[0], ...bars.map((at) => at + 1)];
  const cells = starts.map((start, i) => cellsOf(paper.printed, [start, bars[i] ?? line[1]])[0] ?? ([start, start] as Span)); // as: a pair
  // The bars at both ends of a line close it.
  const first = BARS.test(words.trimStart().charAt(0)) ? 1 : 0;
  return cells.slice(first, BARS.test(words.trimEnd().slice(-1)) ? -1 : undefined);
}

/** The rows of the tables inside `within`, in order. A unit named once stands for the rows under it. */
export function readOpinionTable({ paper }: Source, within: Span): OpinionTable {
  const found = { rows: [] as OpinionRow[], unread: [] as Span[], lines: [] as Span[] };
  let table: Column[] | undefined;
  let lastUnits: readonly UnitMention[] = [];
  for (const line of wholeLines(paper.printed, within)) {
    const cells = cellsIn(paper, line);
    if (!cells) {
      if (table && RULE.test(paper.printed.slice(...line))) found.lines.push(line);
      continue;
    }
    const words = cells.map((cell) => paper.plain.slice(...cell).replace(/\s/g, ''));
    const headings = columnsOf(words);
    if (headings) {
      [table, lastUnits] = [headings, []];
      found.lines.push(line);
      continue;
    }
    if (!table) continue;
    found.lines.push(line);
    if (words.every((word) => word === '' || RULE.test(word))) continue;
    const row = rowOf(paper, cells, table, lastUnits);
    if (row) {
      found.rows.push(row);
      lastUnits = row.units;
    } else found.unread.push([(cells[0] ?? line)[0], (cells.at(-1) ?? line)[1]]);
  }
  return found;
}

/** A column that repeats is another thing the second time; 处理意见 is no opinion. */
function columnsOf(words: readonly string[]): Column[] | undefined {
  if (words.some(({ length }) => length > LONGEST_HEADING)) return undefined;
  const columns = words.map((word) => columnOf(word));
  if (!columns.includes('unit')) return undefined;
  if (!columns.includes('opinion')) {
    // 针对条款的意见 may be the only column of words.
    const at = words.findIndex((word, i) => columns[i] === 'about' && /意见|建议/.test(word));
    if (at < 0) return undefined;
    columns[at] = 'opinion';
  }
  return columns;
}

function rowOf(
  paper: Paper,
  cells: readonly Span[],
  columns: readonly Column[],
  lastUnits: readonly UnitMention[],
): OpinionRow | undefined {
  const of = (column: Column): Span | undefined => cells.find((cell, i) => columns[i] === column && cell[1] > cell[0]);
  const unitCell = of('unit');
  const units = unitCell ? unitsOfCell(paper, unitCell) : lastUnits;
  const decision = of('decision');
  const asked =
    of('opinion') ??
    (decision && /^(?:暂?无|没有|未反馈|未回复|同意)/.test(paper.plain.slice(...decision)) ? decision : undefined);
  if (!asked || units.length === 0) return undefined;
  const span: Span = [(cells[0] ?? asked)[0], (cells.at(-1) ?? asked)[1]];
  return { units, asked, decision: decision === asked ? undefined : decision, reason: of('reason'), about: of('about'), span };
}

/** Who stands in the column of units spoke, a unit (区教委) or not (社会公众). */
function unitsOfCell(paper: Paper, cell: Span): readonly UnitMention[] {
  const { units } = listedUnits(paper, cell);
  if (units.length > 0 && units.every(({ name }) => isSpeaker(name))) return units;
  return [{ name: paper.printed.slice(...cell).replace(/\s+/g, ''), span: cell }];
}
