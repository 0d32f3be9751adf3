/** Cuts the text of a summary where somebody else begins to speak; an item may hold several sentences and units. */

import { ADDS_NOTHING, ALL_OTHERS, BUT, NO_ANSWER, NO_COMMENT, REQUEST } from '../lexicon/consultation.ts';
import { numeral } from '../numerals.ts';
import type { Disposition, Span } from '../reading.ts';
import { type Asked, askedIn } from './asked.ts';
import { dispositionOf, REASON, startsWithVerdict, verdictIn } from './decision.ts';
import type { Source } from './source.ts';
import { answerIn, isSpeaker, listedUnits, type Speakers, speakersAt } from './speakers.ts';

/** How a statement begins. */
export type Opening =
  | { readonly kind: 'asking'; readonly asked: Asked }
  /** 区教委无意见 (`none`), 区教委未反馈 (`silent`); `end`: how far this goes. */
  | { readonly kind: 'answer'; readonly answer: 'none' | 'silent'; readonly speakers: Speakers; readonly end: number }
  /** 其余单位均无意见 */
  | { readonly kind: 'others'; readonly answer: 'none' | 'silent'; readonly count: number | null; readonly end: number }
  /** 采纳区教委意见，将…: the decision comes first. */
  | { readonly kind: 'decided'; readonly disposition: Disposition; readonly speakers: Speakers }
  | { readonly kind: 'speech'; readonly speakers: Speakers };

const HEAD_OF_ANSWER =
  /^([^。；\n“，]{2,50}?)(?:：|为|是|有(?!意|修|不|异|建)|包括)(?:(?:共|的)?(\d+|[一二三四五六七八九十]+) ?[家个](?:单位|部门)?(?:：|，?分别[是为]：?))?：?/;
/** 未收到区妇联的反馈意见 */
const NOT_RECEIVED =
  /^((?:尚|仍|均)?(?:未|没有)收到)([^，。；：\n“]{2,200}?)(?:的)?(?:书面)?(?:反馈|回复|答复|复函)(?:意见|建议)?/;
const IS_ANSWER = { silent: new RegExp(NO_ANSWER), none: new RegExp(NO_COMMENT) };
const DECIDED =
  /^((?:已|经研究，?|拟|部分|酌情|不予|不|未|暂不|未予|全部|均)*(?:采纳|吸收)(?:了|并)?|根据|按照|依据|结合)([^，。；：\n]{2,200}?)(?=提出|反馈|关于|针对|就|对|的|意见|建议)/;

/** `isSentence`: a sentence begins at `from`, not a part of one. */
export function openingAt(source: Source, from: number, to: number, isSentence = true): Opening | undefined {
  const text = source.masked.slice(from, Math.min(to, from + LONGEST_LIST));
  const skip = /^[\s，。；：、]*(?:其中，?)?/.exec(text)?.[0].length ?? 0;
  const mark = text.slice(skip).search(/[。；\n]/);
  const sentence: Span = [from, mark < 0 ? from + text.length : from + skip + mark];
  const asked = isSentence ? askedIn(source, sentence) : undefined;
  if (asked) return { kind: 'asking', asked };
  return (
    othersAt(text, from, skip) ??
    labelAt(source, text, from, skip) ??
    decidedAt(source, text, from, skip) ??
    speechAt(source, text, from, to)
  );
}

function othersAt(text: string, from: number, skip: number): Opening | undefined {
  const others = ALL_OTHERS.exec(text.slice(skip));
  const behind = skip + (others?.[0].length ?? 0);
  const answer = others && answerIn(text.slice(behind));
  if (!answer || REQUEST.test(sentenceOf(text.slice(behind + answer.length)))) return undefined;
  const count = numeral(others[1] ?? others[2] ?? '') ?? null;
  return { kind: 'others', answer: answer.kind, count, end: from + behind + answer.length };
}

/** 无意见单位：区教委、区财政局 */
function labelAt({ paper }: Source, text: string, from: number, skip: number): Opening | undefined {
  const missed = NOT_RECEIVED.exec(text.slice(skip));
  if (missed?.[1] && missed[2]) {
    const start = from + skip + missed[1].length;
    const speakers = { ...listedUnits(paper, [start, start + missed[2].length]), end: from + skip + missed[0].length };
    if (speakers.units.length > 0 && speakers.units.every(({ name }) => isSpeaker(name)))
      return { kind: 'answer', answer: 'silent', speakers, end: speakers.end };
  }
  const head = HEAD_OF_ANSWER.exec(text.slice(skip));
  if (!head?.[1]) return undefined;
  const answer = IS_ANSWER.silent.test(head[1]) ? 'silent' : IS_ANSWER.none.test(`${head[1]}，`) ? 'none' : undefined;
  if (!answer) return undefined;
  const start = skip + head[0].length;
  const stop = text.slice(start).search(/[。；\n]/);
  const end = stop < 0 ? text.length : start + stop;
  const listed = listedUnits(paper, [from + start, from + end]);
  if (listed.units.length === 0 || !listed.units.every(({ name }) => isSpeaker(name))) return undefined;
  const count = listed.count ?? numeral(head[2] ?? /(\d+|[一二三四五六七八九十]+) ?[家个]/.exec(head[1])?.[1] ?? '') ?? null;
  return { kind: 'answer', answer, speakers: { ...listed, count, end: from + end }, end: from + end };
}

function decidedAt({ paper }: Source, text: string, from: number, skip: number): Opening | undefined {
  const decided = DECIDED.exec(text.slice(skip));
  if (!decided?.[1] || !decided[2]) return undefined;
  const start = from + skip + decided[1].length;
  const listed = listedUnits(paper, [start, start + decided[2].length]);
  if (listed.units.length === 0 || !listed.units.every(({ name }) => isSpeaker(name))) return undefined;
  if (!REQUEST.test(text.slice(skip + decided[0].length).replace(/^(?:提出|反馈)?的?(?:修改)?(?:意见|建议)/, '')))
    return undefined;
  const disposition = /采纳|吸收/.test(decided[1]) ? dispositionOf(decided[1]) : 'adopted';
  return { kind: 'decided', disposition, speakers: { ...listed, end: from + skip + decided[0].length } };
}

function speechAt(source: Source, text: string, from: number, to: number): Opening | undefined {
  const speakers = speakersAt(source, from, to);
  if (!speakers) return undefined;
  const said = text.slice(speakers.end - from);
  const answer = answerIn(said);
  if (!answer) return { kind: 'speech', speakers };
  const end = speakers.end + answer.length;
  const after = sentenceOf(said.slice(answer.length));
  const comma = after.indexOf('，');
  // 区教委无意见，区妇联建议…: what follows is said by somebody else.
  const isOthers =
    comma >= 0 && ADDS_NOTHING.test(after.slice(0, comma)) && speakersAt(source, end + comma + 1, to) !== undefined;
  if (isOthers || ADDS_NOTHING.test(after) || !REQUEST.test(after)) return { kind: 'answer', answer: answer.kind, speakers, end };
  return { kind: 'speech', speakers: { ...speakers, end: end + (BUT.exec(after)?.[0].length ?? 0) } };
}

const sentenceOf = (text: string): string => {
  const stop = text.search(/[。；\n]/);
  return stop < 0 ? text : text.slice(0, stop);
};

/** What is known from without. */
export interface Told {
  /** Whose the statements are stands above, in a heading. */
  readonly isTold: boolean;
  readonly isAside: (words: string) => boolean;
  readonly isHeading: (span: Span) => boolean;
}

export interface Statement {
  readonly span: Span;
  readonly opening: Opening | undefined;
}

const LONGEST_STATEMENT = 20_000;
const LONGEST_LIST = 4000;
const HARD = /[。；！？\n]/;
/** How a line begins that goes on with the opinion above. */
const GOES_ON =
  /^(?:理由|原因|说明|采纳|部分采纳|不采纳|不予|未|处理|办理|落实|答复|研究|回复|已|均|拟|意见|建议|具体|修改|备注|（|[一二三四五六七八九十]是|[①-⑳]|\d{1,2}[.、）])/;

/** The statements of a stretch of text, in order, every letter in one of them. */
export function statementsOf(source: Source, [from, to]: Span, told: Told): Statement[] {
  const places = boundariesOf(source.masked, from, to);
  const openings = openingsAt(source, places, to);
  const statements: Statement[] = [];
  let start: Begin = { at: from, opening: openings[0] };
  const until = nextOpened(places, openings, to);
  for (let i = 1; i < places.length; i++) {
    const { at, sign } = places[i] as Place; // as: i < length
    const next: Begin = { at, opening: openings[i] };
    if (at - start.at > LONGEST_STATEMENT || begins(source, start, next, { sign, until: until[i] ?? to, ...told })) {
      statements.push({ span: [start.at, at], opening: start.opening });
      start = next;
    } else if (
      !told.isTold &&
      start.opening === undefined &&
      next.opening?.kind === 'speech' &&
      speaksAtOnce(source.masked, next.opening.speakers)
    )
      start = { at: start.at, opening: next.opening };
  }
  return [...statements, { span: [start.at, to], opening: start.opening }];
}

/** Nobody else begins inside a list of units. */
function openingsAt(source: Source, places: readonly Place[], to: number): (Opening | undefined)[] {
  let listed = 0;
  return places.map(({ at, sign }) => {
    if (at < listed) return undefined;
    const opening = openingAt(source, at, to, sign !== '，');
    if (opening && 'speakers' in opening) listed = opening.speakers.end;
    return opening;
  });
}

/** For each place, where the next one stands at which somebody else may begin. */
function nextOpened(places: readonly Place[], openings: readonly (Opening | undefined)[], to: number): number[] {
  const next = new Array<number>(places.length).fill(to);
  for (let i = places.length - 2; i >= 0; i--) next[i] = openings[i + 1] ? (places[i + 1]?.at ?? to) : (next[i + 1] ?? to);
  return next;
}

interface Place {
  readonly at: number;
  /** The mark before it. */
  readonly sign: string;
}

function boundariesOf(masked: string, from: number, to: number): Place[] {
  const places: Place[] = [{ at: from, sign: '\n' }];
  let depth = 0;
  for (let at = from; at < to; at++) {
    const sign = masked[at] ?? '';
    if (sign === '（') depth++;
    else if (sign === '）' || sign === '\n') depth = sign === '\n' ? 0 : Math.max(0, depth - 1);
    if (depth > 0 || at + 1 >= to || !(sign === '，' || HARD.test(sign))) continue;
    const last = places.length - 1;
    const isBlank = masked.slice(places[last]?.at, at).trim() === '';
    // 。 and the end of the line behind it are one place.
    if (!isBlank) places.push({ at: at + 1, sign });
    else if (last > 0) places[last] = { at: at + 1, sign };
  }
  return places;
}

type Begin = { readonly at: number; readonly opening: Opening | undefined };
interface Around extends Told {
  readonly sign: string;
  /** Where the next one may begin. */
  readonly until: number;
}

/** Does another statement begin at `next`? */
function begins(
  { paper, masked }: Source,
  start: Begin,
  next: Begin,
  { sign, until, isTold, isAside, isHeading }: Around,
): boolean {
  const before = paper.plain.slice(start.at, next.at);
  const isHard = HARD.test(sign);
  const kind = start.opening?.kind;
  const isAnswered = kind === 'asking' || kind === 'answer' || kind === 'others';
  if (isHard && isAnswered) return true;
  const { opening } = next;
  if (sign === '\n' && isHeading([start.at, next.at])) return opening !== undefined || kind === undefined;
  if (start.opening && 'speakers' in start.opening && start.opening.speakers.end >= next.at) return false;
  if (opening === undefined) {
    if (isHard && kind === undefined && isAside(before)) return true;
    if (sign !== '\n') return false;
    const end = paper.plain.indexOf('\n', next.at + 1);
    const line = paper.plain.slice(next.at, end < 0 ? until : Math.min(until, end)).trimStart();
    const isOpen = (kind !== undefined || isTold) && verdictIn(before) === undefined;
    return !isOpen && !GOES_ON.test(line) && !startsWithVerdict(line);
  }
  const sentence =
    masked
      .slice(start.at, next.at - 1)
      .split(/[。；\n]/)
      .at(-1) ?? '';
  if (!isHard && REASON.test(sentence)) return false;
  if (opening.kind !== 'speech') return isHard || (opening.kind !== 'decided' && opening.kind !== 'asking');
  const said = paper.plain.slice(next.at, until);
  const isDecided = isAnswered || verdictIn(before) !== undefined;
  if (!isHard)
    return isDecided ? verdictIn(said) !== undefined : isOther(start.opening, opening) && speaksAtOnce(masked, opening.speakers);
  if (!isDecided && (kind === undefined ? isTold || before.trim() === '' : !isOther(start.opening, opening))) return false;
  return masked[opening.speakers.end] === '：' || REQUEST.test(masked.slice(next.at, until)) || verdictIn(said) !== undefined;
}

/** 区财政局来函。区财政局建议…: the same unit goes on. */
const isOther = (before: Opening | undefined, now: Opening): boolean => {
  const names = (opening: Opening | undefined) =>
    opening && 'speakers' in opening ? opening.speakers.units.map(({ name }) => name).join() : '';
  return names(before) !== '' && names(before) !== names(now);
};

const speaksAtOnce = (masked: string, { end }: Speakers): boolean =>
  /^(?:均|都|也|，|书面)*(?:建议|提出)/.test(masked.slice(end, end + 12));
