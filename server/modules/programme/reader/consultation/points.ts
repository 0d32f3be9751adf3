/** The points of an opinion, each with the words in which it was decided. */

import { NUMERAL, numeral } from '../numerals.ts';
import type { Span } from '../reading.ts';
import { dispositionOf, quotesIn, verdictIn } from './decision.ts';

export interface Point {
  /** What is asked. */
  readonly asked: Span;
  /** What became of it, with the reason; undefined when it is not said. */
  readonly decided: Span | undefined;
}

const ORDINAL =
  /(?:[；。，：\n] ?|^)(?:(?:[一二三四五六七八九十]是|[（(]?(?:\d|[一二三四五六七八九十])[）)、.](?!\d)|[①-⑩]|第[一二三四五六七八九十][，点]|其[一二三四五])|另(?:外)?，?建议)/g;
/** 修改意见2条，其中第1条建议…；第2条建议…: there 第2条 counts opinions, not measures. */
const OF_OPINIONS = /其中，?第 ?[1一] ?[条点](?=建议|意见|为|是|：)/;
const COUNTED = /[；。，：\n] ?(?:其中，?)?第 ?(?:\d|[一二三四五六七八九十]) ?[条点](?=建议|意见|为|是|：)/g;
/** Without a number; these part an opinion only where each is decided by itself. */
const AGAIN = /[；。\n] ?(?=建议|针对|关于|对第|将“|在“|删除|增加|同时，?建议|并建议)/g;

/** The points of what a unit says from `from` on (一是…，采纳；二是…，不采纳), or the whole as one. */
export function pointsOf(text: string, from: number): Point[] {
  const quotes = quotesIn(text);
  const isQuoted = (at: number) => quotes.some(([first, last]) => first <= at && at < last);
  const isCounted = OF_OPINIONS.test(text.slice(from));
  const ordinals = placesOf(text, isCounted ? COUNTED : ORDINAL, from, isQuoted);
  const cuts = [...new Set([...ordinals, ...placesOf(text, AGAIN, from, isQuoted)])].sort((a, b) => a - b);
  const each = decidedEach(text, from, cuts, new Set(ordinals));
  if (each.length > 1) return each;
  const verdict = verdictIn(text.slice(from));
  if (!verdict) return [{ asked: [from, text.length], decided: undefined }];
  const at = from + verdict.index;
  const asked = ordinals.filter((place) => place < at);
  return listedDecisions(text, from, at, asked) ?? [{ asked: [from, at], decided: [at, text.length] }];
}

/** After the mark that ends the point before. */
function placesOf(text: string, pattern: RegExp, from: number, isQuoted: (at: number) => boolean): number[] {
  return Array.from(text.matchAll(pattern), ({ index, 0: [mark = ''] }) => index + (/[；。，：\n]/.test(mark) ? 1 : 0)).filter(
    (at) => at >= from && !isQuoted(at),
  );
}

/** Stretches that hold a decision each; one without it belongs to the next. */
function decidedEach(text: string, from: number, cuts: readonly number[], ordinals: ReadonlySet<number>): Point[] {
  const points: Point[] = [];
  let start = from;
  for (const end of [...cuts.filter((at) => at > from), text.length]) {
    const verdict = verdictIn(text.slice(start, end));
    if (verdict?.index === 0 && points.length > 0) return [];
    if (verdict) {
      points.push({ asked: [start, start + verdict.index], decided: [start + verdict.index, end] });
      start = end;
    }
  }
  const last = points.at(-1);
  if (!last || start >= text.length) return points;
  // What follows the last decision: a point nobody decided when it is numbered, else still the reason.
  if (ordinals.has(start)) return [...points, { asked: [start, text.length], decided: undefined }];
  return [...points.slice(0, -1), { ...last, decided: [last.decided?.[0] ?? start, text.length] }];
}

const ANY_NUMBER = `\\d{1,2}|[${NUMERAL}]{1,3}`;
const OF_POINT = new RegExp(`第 ?((?:${ANY_NUMBER})(?:、(?:${ANY_NUMBER}))*) ?(?:条|点|项|处|个)?|(前者)|(后者)`, 'g');

/** 一是…；二是…。第一条采纳，第二条不采纳，理由：… */
function listedDecisions(text: string, from: number, verdict: number, ordinals: readonly number[]): Point[] | undefined {
  if (ordinals.length < 2) return undefined;
  const asked = ordinals.map((at, i): Span => [at, ordinals[i + 1] ?? verdict]);
  const decided = new Map<number, Span>();
  let current: number[] = [];
  for (const [first, last] of clausesOf(text, verdict)) {
    const clause = text.slice(first, last);
    const numbers = [...clause.matchAll(OF_POINT)].flatMap(([, list, former, latter]) =>
      list ? list.split('、').map((word) => numeral(word) ?? 0) : former ? [1] : latter ? [2] : [],
    );
    const isDecision = numbers.length > 0 && dispositionOf(clause) !== 'unstated';
    if (isDecision) current = numbers;
    for (const no of current) decided.set(no, [isDecision ? first : (decided.get(no)?.[0] ?? first), last]);
  }
  if (decided.size !== asked.length || asked.some((_, i) => !decided.has(i + 1))) return undefined;
  const points = asked.map((span, i): Point => ({ asked: span, decided: decided.get(i + 1) }));
  return points.map((point, i) => (i === 0 ? { ...point, asked: [Math.min(from, point.asked[0]), point.asked[1]] } : point));
}

function* clausesOf(text: string, from: number): Generator<Span> {
  let start = from;
  for (let at = from; at <= text.length; at++)
    if (at === text.length || /[，。；：\n]/.test(text[at] ?? '')) {
      yield [start, at];
      start = at + 1;
    }
}
