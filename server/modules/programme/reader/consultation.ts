/** 征求意见汇总说明: which units were asked, what each said, what became of it, and why. */

import { ADOPTED, dispositionInCell, dispositionOf, pointsOf, quotesIn, REASON, verdictIn } from './consultation-decision.ts';
import { type OpinionRow, readOpinionTable } from './consultation-table.ts';
import { NUMERAL, numeral } from './numerals.ts';
import { type Clause, linesOf, readOutline } from './outline.ts';
import type { Paper } from './paper.ts';
import type { Consultation, Measure, Opinion, Span, UnitMention } from './reading.ts';
import { looksLikeUnit, readUnits } from './unit-lists.ts';

const DAY = /(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日/;
const COUNT = new RegExp(`(\\d+|[${NUMERAL}]{1,4}) ?(?:家|个)(?:成员)?(?:单位|部门)`);
const NO_OPINION =
  /(?:均|都|已)?(?:反馈|回复|表示)?(?:无|没有|未提出?|未反馈)(?:任何)?(?:修改|不同|反馈|其他|具体)?(?:建议|意见|异议)/;
const SAYS = /\n|书面|均|都(?=建议|提)|来函|复函|回函|函告|针对|对于|对|就|关于|提出|建议|认为|反馈|指出|回复|：|，/g;
const REST = /^ ?(?:其他|其余|其它|另外)/;
const CLAUSE_NAMED = /(?<![\d.])(\d{1,3}) ?[.、．](?!\d)|第 ?（?([\d零一二三四五六七八九十百]{1,5})）? ?(?:条|项|点)/;

/** Reads the summary of opinions in `within`; `measures` tell which measure an opinion is about when only its title is quoted. */
export function readConsultation(paper: Paper, within: Span, measures: readonly Measure[]): Consultation {
  const lines = [...linesOf(paper.plain, within)];
  const heading = lines[0] ?? within;
  const { clauses } = readOutline(paper.plain, within);
  const items = itemsOf(paper, clauses);
  const introTo = clauses[0]?.from ?? within[1];
  const asked = readAsked(paper, [heading[1], introTo]);
  const opinions: Opinion[] = [];
  const noOpinion: UnitMention[] = [];
  let noOpinionCount: number | null = null;
  const rows = readOpinionTable(paper, within);
  const list: readonly Item[] = items.length > 0 ? items : lines.slice(2).map((span) => ({ span, under: undefined }));
  let rest: { span: Span; count: number | null } | undefined;
  for (const { span, under } of rows.length > 0 ? [] : list) {
    const silent = readSilent(paper, span);
    if (silent?.isRest) rest = { span, count: silent.count };
    else if (silent) {
      noOpinion.push(...silent.units);
      noOpinionCount = (noOpinionCount ?? 0) + (silent.count ?? silent.units.length);
    } else opinions.push(...readOpinions(paper, span, measures, under));
  }
  for (const row of rows) {
    const said = paper.plain.slice(...row.asked).trim();
    const silent = /^(?:无|同意|\/|-+|—+)。?$/.test(said) || (NO_OPINION.test(said) && !ADOPTED.test(said));
    if (silent) {
      noOpinion.push(...row.units);
      noOpinionCount = (noOpinionCount ?? 0) + row.units.length;
    } else opinions.push(...opinionsOfRow(paper, row, measures));
  }
  if (rest) {
    // The others are those asked whose answer stands nowhere else.
    const answered = new Set([...opinions.map(({ unit }) => unit), ...noOpinion.map(({ name }) => name)]);
    const { span } = rest;
    const others = asked.units.filter(({ name }) => !answered.has(name)).map(({ name }) => ({ name, span }));
    noOpinion.push(...others);
    noOpinionCount = (noOpinionCount ?? 0) + (rest.count ?? others.length);
  }
  const day = DAY.exec(paper.plain.slice(heading[1], introTo));
  return {
    title: paper.printed.slice(...heading).replace(/^\[[^\]]*\]/, ''),
    sentOn: day ? `${day[1]}-${day[2]?.padStart(2, '0')}-${day[3]?.padStart(2, '0')}` : null,
    requested: asked.units,
    requestedCount: asked.count,
    opinions,
    noOpinion,
    noOpinionCount,
    span: [within[0], Math.max(within[0], lines.at(-1)?.[1] ?? within[1])],
  };
}

function readAsked(paper: Paper, [from, to]: Span): { units: UnitMention[]; count: number | null } {
  const intro = paper.plain.slice(from, Math.min(to, from + 4000)).replace(/《[^《》]*》/g, (name) => '·'.repeat(name.length));
  const start = /(?:》|稿|函|，|已|分别|书面|曾)?(?:向|征求了?|发送至|送)(?=[^，。]*[、])/.exec(intro);
  if (!start) return { units: [], count: null };
  const listFrom = start.index + start[0].length;
  const rest = intro.slice(listFrom);
  const stop = rest.search(/(?:等)? ?(?:\d+|[一二三四五六七八九十]+) ?(?:家|个)|(?:书面)?(?:征求|发|印发|送)|[，。]/);
  const units = readUnits(paper, [from + listFrom, from + listFrom + (stop < 0 ? rest.length : stop)]);
  return { units, count: numeral(COUNT.exec(rest.slice(Math.max(0, stop)))?.[1] ?? '') ?? null };
}

interface Silent {
  readonly units: UnitMention[];
  readonly count: number | null;
  /** 其余单位: all that were asked and said nothing else. */
  readonly isRest: boolean;
}

function readSilent(paper: Paper, [from, to]: Span): Silent | undefined {
  const text = paper.plain.slice(from, to);
  const verdict = NO_OPINION.exec(text);
  if (!verdict || ADOPTED.test(text) || /建议将|修改为/.test(text)) return undefined;
  const list = text.slice(0, verdict.index);
  const count = COUNT.exec(list);
  const stop = count ? count.index : list.length;
  const said = count ? (numeral(count[1] ?? '') ?? null) : null;
  if (REST.test(text)) return { units: [], count: said, isRest: true };
  const listed = readUnits(paper, [from, from + stop]).filter(({ name }) => looksLikeUnit(name));
  const units = listed.length > 0 ? listed : speakersOf(paper, from, text).units;
  return units.length > 0 ? { units, count: said, isRest: false } : undefined;
}

/** One numbered item of the summary; `under` is the heading that names its unit, when the item does not. */
interface Item {
  readonly span: Span;
  readonly under: Span | undefined;
}

/** The innermost items; an opinion whose points share one decision stays whole. */
function itemsOf(paper: Paper, clauses: readonly Clause[]): Item[] {
  const whole = new Set<Clause>();
  const items: Item[] = [];
  for (const clause of clauses) {
    const { parent, children, head, to } = clause;
    if (parent && whole.has(parent)) {
      whole.add(clause);
      continue;
    }
    const decides = (child: Clause) => verdictIn(paper.plain.slice(child.head[0], child.to)) !== undefined;
    const heading = headingUnits(paper, head);
    const speaks = heading.length === 0 && speakersOf(paper, head[0], paper.plain.slice(head[0], to)).units.length > 0;
    if (children.length > 0 && speaks && !children.every(decides)) whole.add(clause);
    else if (children.length > 0) continue;
    else if (heading.length > 0 && to === head[1] && children.length === 0) continue;
    items.push({ span: [head[0], to], under: parent && headingUnits(paper, parent.head).length > 0 ? parent.head : undefined });
  }
  return items;
}

/** The units of a line that names nothing else: （一）区财政局（2条）. */
function headingUnits(paper: Paper, [from, to]: Span): UnitMention[] {
  const words = paper.plain.slice(from, to).replace(/（[^（）]*条[^（）]*）?[：。]?$|[：。]$/, '');
  const units = words.length > 80 ? [] : readUnits(paper, [from, from + words.length]);
  return units.length > 0 && units.every(({ name }) => looksLikeUnit(name)) ? units : [];
}

function readOpinions(paper: Paper, [from, to]: Span, measures: readonly Measure[], under: Span | undefined): Opinion[] {
  const text = paper.plain.slice(from, to);
  const speakers = speakersOf(paper, from, text);
  const units = [...(speakers.units.length > 0 ? speakers.units : under ? headingUnits(paper, under) : [])];
  const { end } = speakers;
  // Somebody who is no unit (社会公众), or is not named: an opinion that was decided is not passed over.
  if (units.length === 0) {
    if (!verdictIn(text)) return [];
    units.push(otherSpeaker(paper, from, text));
  }
  const about = measureOf(text, quotesIn(text), measures);
  const points = pointsOf(text, end);
  return points.flatMap((point) => readPoint(paper, [from + point[0], from + point[1]], units, measures, about));
}

/** One opinion, or one point of several that were decided each by itself. */
function readPoint(
  paper: Paper,
  [from, to]: Span,
  units: readonly UnitMention[],
  measures: readonly Measure[],
  about: number | null,
): Opinion[] {
  const text = paper.plain.slice(from, to);
  const { end } = speakersOf(paper, from, text);
  const verdict = verdictIn(text);
  const asked: Span = [from + end, from + (verdict && verdict.index > end ? verdict.index : text.length)];
  const reason = REASON.exec(verdict ? text.slice(verdict.index) : '');
  const reasonFrom = verdict && reason ? verdict.index + reason.index + reason[0].length : -1;
  const quoted = quotesIn(text);
  const change = wordsOfChange(text, quoted);
  return units.map(({ name }) => ({
    unit: name,
    measure: measureOf(text, quoted, measures) ?? about,
    text: trimmedAsk(paper.printed.slice(...asked)),
    oldWords: change.old && paper.printed.slice(from + change.old[0], from + change.old[1]),
    newWords: change.new && paper.printed.slice(from + change.new[0], from + change.new[1]),
    disposition: dispositionOf(verdict ? text.slice(verdict.index) : ''),
    reason: reasonFrom < 0 ? null : paper.printed.slice(from + reasonFrom, to).replace(/^[，：\s]+|[。；\s]+$/g, '') || null,
    span: [from, to],
  }));
}

const NOT_NAMED = '（未写明）';
const LONGEST_SPEAKER = 20;

function otherSpeaker(paper: Paper, from: number, text: string): UnitMention {
  const verb = /提出|建议|认为|反馈|反映|：|，|希望/.exec(text.slice(0, LONGEST_SPEAKER + 2));
  const words = verb ? text.slice(0, verb.index).trim() : '';
  const isName = words.length >= 2 && words.length <= LONGEST_SPEAKER && !/[“”《》。；第将在把]/.test(words);
  const span: Span = [from, from + (isName ? words.length : 0)];
  return { name: isName ? paper.printed.slice(...span) : NOT_NAMED, span };
}

/** One row of a table of opinions: each column is said, so nothing has to be guessed. */
function opinionsOfRow(paper: Paper, row: OpinionRow, measures: readonly Measure[]): Opinion[] {
  const asked = paper.plain.slice(...row.asked);
  const quoted = quotesIn(asked);
  const change = wordsOfChange(asked, quoted);
  const printed = (span: Span | null) => span && paper.printed.slice(row.asked[0] + span[0], row.asked[0] + span[1]);
  const reason = row.reason ? paper.printed.slice(...row.reason).trim() : '';
  const about = row.about ? `${paper.plain.slice(...row.about)} ` : '';
  return row.units.map(({ name }) => ({
    unit: name,
    measure: measureOf(asked, quoted, measures) ?? (about === '' ? null : measureOf(about, quotesIn(about), measures)),
    text: trimmedAsk(paper.printed.slice(...row.asked)),
    oldWords: printed(change.old),
    newWords: printed(change.new),
    disposition: dispositionInCell(row.decision ? paper.plain.slice(...row.decision).trim() : ''),
    reason: (reason || (row.decision ? reasonIn(paper, row.decision) : null)) ?? null,
    span: row.span,
  }));
}

function reasonIn(paper: Paper, [from, to]: Span): string | null {
  const reason = REASON.exec(paper.plain.slice(from, to));
  return reason ? trimmedAsk(paper.printed.slice(from + reason.index + reason[0].length, to)) || null : null;
}

const trimmedAsk = (words: string): string =>
  words
    .replace(/^[，：:\s]+|[，。；（(\s]+$/g, '')
    .replace(/^(?:具体)?(?:意见|建议)(?:内容)?[：:]\s*/, '')
    .replace(/\s*(?:采纳|处理|办理|落实)(?:情况|结果|意见)?[：:]?\s*$/, '')
    .replace(/[，。；\s]+$/, '');

/** The units before the first verb of saying that leaves only names before it. */
function speakersOf(paper: Paper, from: number, text: string): { units: UnitMention[]; end: number } {
  for (const verb of text.slice(0, 200).matchAll(SAYS)) {
    const units = readUnits(paper, [from, from + verb.index]);
    if (units.length > 0 && units.every(({ name }) => looksLikeUnit(name))) return { units, end: verb.index };
  }
  return { units: [], end: 0 };
}

function wordsOfChange(text: string, quotes: readonly Span[]): { old: Span | null; new: Span | null } {
  const before = ([from]: Span) => text.slice(Math.max(0, from - 14), from - 1);
  const added = quotes.find((quote) => /(?:为|成|增加|补充|新增|表述)[^，。]{0,4}$/.test(before(quote))) ?? null;
  const named = quotes[0] && CLAUSE_NAMED.exec(text.slice(...quotes[0]));
  const title: Span | null = named && quotes[0] ? [quotes[0][0] + named.index + named[0].length, quotes[0][1]] : null;
  const removed = quotes.find(
    (quote) => quote !== added && /(?:将|把|删除|删去|去掉|原|中的?)[^，。]{0,8}$/.test(before(quote)) && quote !== quotes[0],
  );
  const first = quotes.find((quote) => quote !== added && !(quote === quotes[0] && named));
  return { old: removed ?? first ?? (added ? title : null), new: added };
}

function measureOf(text: string, quotes: readonly Span[], measures: readonly Measure[]): number | null {
  // 第3条 outside quotations is meant as it is said; what is quoted may hold any number.
  const outside = quotes.reduce((left, [from, to]) => left.slice(0, from) + ' '.repeat(to - from) + left.slice(to), text);
  const said = numeral(/第 ?（?([\d零一二三四五六七八九十百]{1,5})）? ?[条项]/.exec(outside)?.[1] ?? '');
  if (said && measures.some((measure) => measure.no === said)) return said;
  for (const quote of quotes) {
    const words = text.slice(...quote);
    const titled = measures.find(({ title }) => title !== null && title.length > 3 && words.includes(title));
    // （一） may begin anew under every heading; a title stands once.
    if (titled) return titled.no;
    const number = /^ ?（?(\d{1,3}|[一二三四五六七八九十]{1,4}) ?[）.、](?!\d)/.exec(words)?.[1];
    const no = numeral(number ?? '');
    if (no && measures.some((measure) => measure.no === no)) return no;
  }
  const named = CLAUSE_NAMED.exec(text);
  const no = numeral(named?.[2] ?? named?.[1] ?? '');
  return no && measures.some((measure) => measure.no === no) ? no : null;
}
