/** The title and the extent of each measure. */

import type { Numbered } from './measures.ts';
import { type Clause, linesOf } from './outline.ts';
import type { Paper } from './paper.ts';
import type { Span } from './reading.ts';
import type { Assignment } from './unit-clauses.ts';

const LONGEST_TITLE = 45;
/** Lines after the last measure that belong to the paper as a whole. */
const TAIL =
  /^(?:本(?:文件|措施|意见|方案|办法|通知|政策|计划|规定|细则|行动)|上述|以上(?:政策|措施)|此前|附 ?件|（此件|抄送|注：|\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日 ?$|.{2,24}(?:政府|办公厅|办公室|委员会|局|厅)$|各(?:地|级|部门|有关|区|市|县).{0,12}要)/;

/** From the number to the end of its text: units at the end close it, and so do lines that speak of the paper as a whole. */
export function extentOf(plain: string, clause: Clause, assignments: readonly Assignment[]): Span {
  const last = assignments.at(-1);
  const lines = [...linesOf(plain, [clause.from, clause.to])];
  if (last) {
    const rest = lines.filter(([from]) => from >= last.span[1]);
    const closes = rest.length === 0 || clause.children.every(({ from }) => from < last.span[1]);
    if (closes) return [clause.from, Math.max(last.span[1], lines.find(([, to]) => to >= last.span[1])?.[1] ?? last.span[1])];
  }
  for (const [i, [from, to]] of lines.entries()) {
    if (i > 0 && from >= (last?.span[1] ?? 0) && TAIL.test(plain.slice(from, Math.min(to, from + 60))))
      return [clause.from, lines[i - 1]?.[1] ?? clause.to];
  }
  return [clause.from, clause.to];
}

interface PrintedTitle {
  readonly title: string;
  readonly span: Span;
}

/** The printed titles; a paper in which most measures have none has none, however its sentences begin. */
export function titlesOf(
  paper: Paper,
  numbered: readonly Numbered[],
  assignments: readonly Assignment[],
): (PrintedTitle | undefined)[] {
  const starts = assignments.map(({ span }) => span[0]);
  let next = 0;
  const found = numbered.map(({ clause }) => {
    while (next < starts.length && (starts[next] as number) < clause.from) next++; // as: next < length
    return titleOf(paper, clause, starts[next] ?? Number.POSITIVE_INFINITY);
  });
  const titled = found.filter((title) => title !== undefined).length;
  return titled * 2 >= numbered.length ? found : found.map(() => undefined);
}

/** The words up to the first stop, when they are short and text follows them. */
function titleOf({ printed, plain }: Paper, clause: Clause, firstUnit: number): PrintedTitle | undefined {
  const [from, lineEnd] = clause.head;
  const end = Math.min(lineEnd, Math.max(from, firstUnit));
  const line = plain.slice(from, Math.min(end, from + LONGEST_TITLE * 2));
  const stop = line.search(/[。：]|(?<=[^\d\s\p{P}]{4}) {2,}(?=[^\d\s])|；/u);
  const words = (stop < 0 ? line : line.slice(0, stop)).trimEnd();
  const span: Span = [from, from + words.length];
  if (words.length === 0 || words.length > LONGEST_TITLE) return undefined;
  const rest = plain
    .slice(span[1], Math.min(clause.to, firstUnit))
    .replace(/^[。：；\s（]+/, '')
    .trim();
  const standsAlone = stop < 0 && lineEnd <= end;
  if (rest === '' && !(standsAlone && !/[。]$/.test(line.trimEnd()))) return undefined;
  return { title: printed.slice(...span), span };
}
