/** Task tables (任务分工表): rows whose cells are set apart by tabs, under a line that names the columns. */

import * as columns from './lexicon/columns.ts';
import type { Paper } from './paper.ts';
import { unitsOf } from './ranking.ts';
import type { Measure, Span, Target } from './reading.ts';
import { readTargets } from './targets.ts';
import { deadlineIn } from './terms.ts';
import type { Role } from './unit-clauses.ts';
import { readUnits } from './unit-lists.ts';

type Column = Role | 'number' | 'task' | 'deadline' | 'other';

const heading = (words: string) => new RegExp(`^(?:${words})(?:（[^（）]*）)?$`);
const HEADINGS: readonly [Column, RegExp][] = [
  ['number', heading(columns.NUMBER_COLUMNS)],
  ['lead', heading(columns.LEAD_COLUMNS)],
  ['cooperating', heading(columns.COOPERATING_COLUMNS)],
  ['responsible', heading(columns.RESPONSIBLE_COLUMNS)],
  ['deadline', heading(columns.DEADLINE_COLUMNS)],
  ['task', heading(columns.TASK_COLUMNS)],
];
const LONGEST_TITLE = 45;

/** The measures of the task tables in a stretch of paper, numbered in order; none when there is no such table. */
export function readTables(paper: Paper, within: Span, issuedIn: number | undefined, firstLeads: boolean): Measure[] {
  const measures: Measure[] = [];
  let table: Column[] | undefined; // until a line without tabs ends it
  for (const line of wholeLines(paper.printed, within)) {
    if (!paper.printed.slice(...line).includes('\t')) {
      table = undefined;
      continue;
    }
    const cells = cellsOf(paper.printed, line);
    const headings = cells.map((cell) => columnOf(paper.plain.slice(...cell).replace(/\s/g, '')));
    if (headings.includes('task') && headings.some((column) => column === 'lead' || column === 'responsible')) {
      table = headings;
    } else if (table) {
      const measure = measureOf(paper, cells, table, measures.length + 1, issuedIn, firstLeads);
      if (measure) measures.push(measure);
    }
  }
  return measures;
}

const columnOf = (words: string): Column => HEADINGS.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other';

function measureOf(
  paper: Paper,
  cells: readonly Span[],
  table: readonly Column[],
  no: number,
  issuedIn: number | undefined,
  firstLeads: boolean,
): Measure | undefined {
  const of = (column: Column): Span[] => cells.filter((cell, i) => table[i] === column && cell[1] > cell[0]);
  const tasks = of('task');
  const [first] = tasks;
  if (!first) return undefined;
  const roles: readonly Role[] = ['lead', 'responsible', 'cooperating'];
  const assignments = roles.flatMap((role) => of(role).map((cell) => ({ role, units: readUnits(paper, cell), span: cell })));
  const due = of('deadline').map((cell) => deadlineIn(`到${paper.plain.slice(...cell).trim()}`, issuedIn))[0];
  const targets = tasks.flatMap((cell) => readTargets(paper, cell, issuedIn, false));
  const isTitle = first[1] - first[0] <= LONGEST_TITLE;
  const number = of('number')[0];
  return {
    no,
    printed: number ? paper.printed.slice(...number) : '',
    area: null,
    title: isTitle ? paper.printed.slice(...first) : null,
    titleSpan: isTitle ? first : null,
    ...unitsOf(assignments, firstLeads),
    targets: targets.map((target): Target => ({ ...target, deadline: target.deadline ?? due ?? null })),
    span: [(cells[0] ?? first)[0], (cells.at(-1) ?? first)[1]],
  };
}

/** Each line, as a span, with the tabs at its ends. */
export function* wholeLines(printed: string, [from, to]: Span): Generator<Span> {
  for (let at = from; at < to; ) {
    const newline = printed.indexOf('\n', at);
    const end = newline < 0 || newline > to ? to : newline;
    yield [at, end];
    at = end + 1;
  }
}

/** The cells of a line, without the spaces around them. */
export function cellsOf(printed: string, [from, to]: Span): Span[] {
  const cells: Span[] = [];
  let start = from;
  for (let at = from; at <= to; at++) {
    if (at < to && printed[at] !== '\t') continue;
    let [first, last] = [start, at];
    while (first < last && /\s/.test(printed[first] ?? '')) first++;
    while (last > first && /\s/.test(printed[last - 1] ?? '')) last--;
    cells.push([first, last]);
    start = at + 1;
  }
  return cells;
}
