/** What a unit asked for and what became of it, out of one statement or one row. */

import type { Paper } from '../paper.ts';
import type { Disposition, Measure, Opinion, Span } from '../reading.ts';
import { dispositionInCell, dispositionOf, quotesIn, REASON, verdictIn } from './decision.ts';
import { measureInCell, measureOf } from './measure.ts';
import { type Point, pointsOf } from './points.ts';
import type { OpinionRow } from './table.ts';

/** What a heading above says of all that stand under it. */
export interface Told {
  readonly disposition: Disposition | undefined;
  readonly measure: number | null;
}

export interface Spoken {
  readonly span: Span;
  readonly units: readonly string[];
  /** Where what they say begins. */
  readonly from: number;
}

export function opinionsIn(paper: Paper, { span, units, from }: Spoken, told: Told, measures: readonly Measure[]): Opinion[] {
  const text = paper.plain.slice(...span);
  const points = pointsOf(text, from - span[0]);
  const first = points[0]?.asked ?? [0, text.length];
  const about =
    aboutOf(text.slice(0, points.length > 1 ? first[1] : (points[0]?.decided?.[0] ?? text.length)), measures) ?? told.measure;
  return points.flatMap((point) => {
    const { asked, decided } = told.disposition ? withReasonApart(text, point) : point;
    const words = text.slice(...asked);
    const change = wordsOfChange(words, quotesIn(words));
    const start = span[0] + asked[0];
    const printed = (place: Span | null) => place && paper.printed.slice(start + place[0], start + place[1]);
    const own = dispositionOf(decided ? text.slice(...decided) : '');
    const isWhole = points.length === 1;
    return units.map(
      (unit): Opinion => ({
        unit,
        measure: aboutOf(words, measures) ?? about,
        text: trimmedAsk(paper.printed.slice(start, span[0] + asked[1])),
        oldWords: printed(change.old),
        newWords: printed(change.new),
        disposition: own === 'unstated' && told.disposition ? told.disposition : own,
        reason: decided ? reasonIn(paper, [span[0] + decided[0], span[0] + decided[1]]) : null,
        span: isWhole || !decided || decided[0] !== asked[1] ? span : [start, span[0] + decided[1]],
      }),
    );
  });
}

/** Where a heading decides, an opinion may still bring its own reason. */
function withReasonApart(text: string, point: Point): Point {
  const reason = point.decided ? undefined : REASON_LABELLED.exec(text.slice(...point.asked));
  if (!reason) return point;
  const at = point.asked[0] + reason.index;
  return { asked: [point.asked[0], at], decided: [at, point.asked[1]] };
}

const REASON_LABELLED = /(?<=[，。；\n（] ?)(?:不采纳的?|未采纳的?)?(?:理由|原因|说明)(?:是|为|：)/;

/** 其中第1条建议…；第2条建议第1条…: these count the opinions, not the measures. */
const OF_OPINIONS =
  /其中，?第 ?[1一] ?[条点](?=建议|意见|为|是|：)|^[\s，。；：]*第 ?(?:\d|[一二三四五六七八九十]) ?[条点](?=建议第)/g;

function aboutOf(words: string, measures: readonly Measure[]): number | null {
  const said = words.replace(OF_OPINIONS, (counted) => ' '.repeat(counted.length));
  return measureOf(said, quotesIn(said), measures);
}

/** The reason in the words of a decision: behind its label, else what stands after the verdict. */
function reasonIn(paper: Paper, [from, to]: Span): string | null {
  const words = paper.plain.slice(from, to);
  const labelled = REASON.exec(words);
  if (labelled)
    return trimmedReason(
      paper.printed
        .slice(from + labelled.index + labelled[0].length, to)
        .replace(/，?故?(?:未|不|暂|予以?)+(?:采纳|吸收)[。；]?$/, ''),
    );
  const label =
    /^(?:[^：]{0,12}：|经研究，)?[^，。；\n]*?(?:采纳|采用|吸收)/.exec(words)?.[0].length ??
    /^[^：]{0,12}：/.exec(words)?.[0].length ??
    0;
  const mark = words.slice(label).search(/[，。；\n]/);
  return mark < 0 ? null : trimmedReason(paper.printed.slice(from + label + mark, to));
}

const trimmedReason = (words: string): string | null => words.replace(/^[，：。；）)\s]+|[。；，）)\s]+$/g, '') || null;

/** One row of a table of opinions: each column is said, so nothing has to be guessed. */
export function opinionsOfRow(paper: Paper, row: OpinionRow, measures: readonly Measure[]): Opinion[] {
  const asked = paper.plain.slice(...row.asked);
  const quoted = quotesIn(asked);
  const about = row.about ? paper.plain.slice(...row.about) : '';
  const measure = measureInCell(about, quotesIn(about), measures) ?? measureOf(asked, quoted, measures);
  const reason = row.reason ? paper.printed.slice(...row.reason).trim() : '';
  const cell = row.decision ? paper.plain.slice(...row.decision).trim() : '';
  if (!row.decision) {
    const told = { disposition: undefined, measure };
    const spoken = { span: row.asked, units: row.units.map(({ name }) => name), from: row.asked[0] };
    return opinionsIn(paper, spoken, told, measures).map((opinion) => ({
      ...opinion,
      reason: opinion.reason ?? (reason || null),
    }));
  }
  const change = wordsOfChange(asked, quoted);
  const printed = (span: Span | null) => span && paper.printed.slice(row.asked[0] + span[0], row.asked[0] + span[1]);
  const inside = reason || (row.decision ? reasonIn(paper, row.decision) : null) || null;
  return row.units.map(({ name }) => ({
    unit: name,
    measure,
    text: trimmedAsk(paper.printed.slice(...row.asked)),
    oldWords: printed(change.old),
    newWords: printed(change.new),
    disposition: dispositionInCell(cell),
    reason: inside,
    span: row.span,
  }));
}

export const trimmedAsk = (words: string): string =>
  words
    .replace(/^[，：:\s]+|[，。；（(\s]+$/g, '')
    .replace(/^[（(](?![^（(]*[）)])/, '')
    .replace(/^的?(?:具体)?(?:意见|建议)(?:内容)?[：:]\s*/, '')
    .replace(/\s*(?:采纳|处理|办理|落实)(?:情况|结果|意见)?[：:]?\s*$/, '')
    .replace(/[，。；\s]+$/, '');

const CLAUSE_NAMED = /(?<![\d.])\d{1,3} ?[.、．](?!\d)|第 ?（?[\d零一二三四五六七八九十百]{1,5}）? ?(?:条|项|点)/;

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

/** Somebody who is no unit (社会公众), or is not named. */
export function otherSpeaker(paper: Paper, [from, to]: Span): { name: string; end: number } {
  const text = paper.plain.slice(from, to);
  const start = /^[\s，。；]*/.exec(text)?.[0].length ?? 0;
  const verb = /提出|建议|认为|反馈|反映|：|，|希望/.exec(text.slice(start, start + LONGEST_SPEAKER + 2));
  const words = verb ? text.slice(start, start + verb.index).trim() : '';
  const isName = words.length >= 2 && words.length <= LONGEST_SPEAKER && !/[“”《》。；第将在把]/.test(words);
  const end = from + start + (isName ? words.length : 0);
  return { name: isName ? paper.printed.slice(from + start, end) : NOT_NAMED, end };
}

const NOT_NAMED = '（未写明）';
const LONGEST_SPEAKER = 20;

export const isVerdictOnly = (words: string): boolean => {
  const verdict = verdictIn(words);
  return verdict !== undefined && words.slice(0, verdict.index).replace(/[\s，。；：]/g, '') === '';
};
