/** Which measure an opinion is about: by number, by quoted title, by a column of a table. */
import { NUMERAL, numeral } from '../numerals.ts';
import type { Measure, Span } from '../reading.ts';

const NO = `\\d{1,3}|[${NUMERAL}]{1,5}`;
const SAID = new RegExp(`第 ?（?(${NO})）? ?[条项]`);
const NAMED = new RegExp(
  `(?:针对|对于|对|关于|就|任务|措施|条款|内容|中的?) ?(?:第 ?)?(${NO}) ?[.、](?!\\d)|第 ?（?(${NO})）? ?(?:条|项|点)`,
);
const QUOTED = new RegExp(`^ ?(?:第 ?)?（?(${NO}) ?(?:[）.、]|条|项)(?!\\d)`);
const CELL = new RegExp(`^(?:第|任务|措施|条款)? ?（?(${NO})）? ?(?:条|项|点|款|[.、])?$`);

/** The number of the measure that `text` names; `quotes` are the quotations in it. */
export function measureOf(text: string, quotes: readonly Span[], measures: readonly Measure[]): number | null {
  // 第3条 outside quotations is meant as it is said; what is quoted may hold any number.
  const outside = quotes.reduce((left, [from, to]) => left.slice(0, from) + ' '.repeat(to - from) + left.slice(to), text);
  const said = numbered(SAID.exec(outside)?.[1], measures);
  if (said !== null) return said;
  for (const quote of quotes) {
    const words = text.slice(...quote);
    // （一） may begin anew under every heading; a title stands once.
    const titled = measures.find(({ title }) => title !== null && title.length > 3 && words.includes(title));
    if (titled) return titled.no;
    const no = numbered(QUOTED.exec(words)?.[1], measures);
    if (no !== null) return no;
  }
  const named = NAMED.exec(outside);
  return numbered(named?.[1] ?? named?.[2], measures) ?? titleIn(outside, measures);
}

/** The measure in a cell of its own: 3, 第三条, （三）, 3.落实资金保障. */
export function measureInCell(cell: string, quotes: readonly Span[], measures: readonly Measure[]): number | null {
  const words = cell.trim();
  if (words === '') return null;
  const headed = QUOTED.exec(words);
  // 二、（一） names an area and a number inside it.
  const isHeaded = headed !== null && !/^ ?[（\d]/.test(words.slice(headed[0].length));
  const alone = CELL.exec(words)?.[1] ?? (isHeaded ? headed[1] : undefined);
  return titleIn(words, measures) ?? numbered(alone, measures) ?? measureOf(cell, quotes, measures);
}

function titleIn(words: string, measures: readonly Measure[]): number | null {
  return measures.find(({ title }) => title !== null && title.length > 3 && words.includes(title))?.no ?? null;
}

const byPrinted = new WeakMap<readonly Measure[], ReadonlyMap<number, readonly number[]>>();

/** 第三条 is the one that is printed 第三条; only where the paper prints no such number, the third one. */
function numbered(words: string | undefined, measures: readonly Measure[]): number | null {
  const said = numeral(words ?? '');
  if (!said) return null;
  const printed = printedNumbers(measures).get(said);
  if (printed) return printed.length === 1 ? (printed[0] ?? null) : (printed.find((no) => no === said) ?? null);
  return measures.some(({ no }) => no === said) ? said : null;
}

function printedNumbers(measures: readonly Measure[]): ReadonlyMap<number, readonly number[]> {
  const known = byPrinted.get(measures);
  if (known) return known;
  const numbers = new Map<number, number[]>();
  for (const { no, printed } of measures) {
    const number = numeral(/[\d零一二三四五六七八九十百]+/.exec(printed.replace(/〇/g, '零'))?.[0] ?? '');
    if (number) numbers.set(number, [...(numbers.get(number) ?? []), no]);
  }
  byPrinted.set(measures, numbers);
  return numbers;
}
