/** What one statement says: who was asked, who had nothing to say, who asked for what. */
import { REQUEST } from '../lexicon/consultation.ts';
import type { Opinion, Span, UnitMention } from '../reading.ts';
import { isAside, isDateOrBlank, saysNothingCame, tallyIn } from './asides.ts';
import { dispositionOf, sharedBy, verdictIn } from './decision.ts';
import { keepAnswer, keepAsked, keepRest, type Reader, trimmed } from './found.ts';
import type { Heading } from './items.ts';
import { isVerdictOnly, opinionsIn, otherSpeaker } from './opinions.ts';
import type { Source } from './source.ts';
import { answerIn, type Speakers } from './speakers.ts';
import { openingAt, type Statement } from './statements.ts';

/** `since`: how many opinions stood before the item in which this statement is. */
export function readStatement(reader: Reader, { span, opening }: Statement, under: Heading, since: number): void {
  const { source, found } = reader;
  const place = trimmed(source.paper.plain, span);
  if (place[0] >= place[1]) return;
  if (opening === undefined || opening.kind === 'speech') readSpeech(reader, place, opening?.speakers, under, since);
  else if (opening.kind === 'asking') keepAsked(reader, opening.asked);
  else if (opening.kind === 'decided') {
    const { speakers, disposition } = opening;
    const spoken = { span: place, units: speakers.units.map(({ name }) => name), from: speakers.end };
    const opinions = opinionsIn(source.paper, spoken, { disposition, measure: under.measure }, reader.measures);
    found.opinions.push(...opinions.map((opinion): Opinion => ({ ...opinion, disposition })));
  } else {
    if (opening.kind === 'answer') keepAnswer(reader, opening.answer, opening.speakers.units, opening.speakers.count);
    else found.others.push({ span: place, answer: opening.answer, count: opening.count });
    keepRest(reader, [opening.end, place[1]]);
  }
}

/** Who speaks stands at the head, in the heading above, in brackets, or nowhere. */
function readSpeech(reader: Reader, place: Span, speakers: Speakers | undefined, under: Heading, since: number): void {
  const { source, found } = reader;
  const words = source.paper.plain.slice(...place);
  if (isVerdictOnly(words) && under.units.length === 0) {
    // 以上意见均采纳 where all were decided only repeats it.
    if (!decideAbove(reader, words, since) && sharedBy(words) !== 'all') found.unread.push(place);
    return;
  }
  if (speakers && isDateOrBlank(source.paper.plain.slice(speakers.end, place[1]))) {
    readName(reader, place, speakers, under);
    return;
  }
  if (!speakers && under.units.length > 0 && readAnswerUnder(reader, place, under)) return;
  const verdict = verdictIn(words);
  if (isAside(words) && !(speakers && (verdict || REQUEST.test(words)))) {
    found.tally ??= tallyIn(words) ?? null;
    found.isNothing ||= saysNothingCame(words);
    return;
  }
  const named = speakers?.units ?? (under.units.length > 0 ? under.units : speakersInBrackets(source, place));
  if (named.length === 0 && !verdict && !under.disposition) {
    found.unread.push(place);
    return;
  }
  const other = named.length === 0 ? otherSpeaker(source.paper, place) : undefined;
  const units = other ? [other.name] : named.map(({ name }) => name);
  const spoken = { span: place, units, from: speakers?.end ?? other?.end ?? place[0] };
  const told = { disposition: under.disposition, measure: under.measure };
  found.opinions.push(...opinionsIn(source.paper, spoken, told, reader.measures));
  if (verdict) decideAbove(reader, words.slice(verdict.index), since, units.length);
}

/** A unit named alone: under 无意见的单位 that says all; with the day behind it, it signs the summary. */
function readName(reader: Reader, place: Span, { units, count, end }: Speakers, under: Heading): void {
  if (under.answer) keepAnswer(reader, under.answer, units, count);
  else if (!/\d{4}|零/.test(reader.source.paper.plain.slice(end, place[1]))) reader.found.unread.push(place);
}

/** 无意见 under the heading that names the unit. */
function readAnswerUnder(reader: Reader, place: Span, under: Heading): boolean {
  const words = reader.source.paper.plain.slice(...place);
  const answer = answerIn(words);
  if (!answer || REQUEST.test(words.slice(answer.length))) return false;
  keepAnswer(reader, answer.kind, under.units, null);
  keepRest(reader, [place[0] + answer.length, place[1]]);
  return true;
}

/** 建议…（区教委提出）采纳 */
function speakersInBrackets(source: Source, [from, to]: Span): readonly UnitMention[] {
  for (const { index, 1: inside = '' } of source.masked.slice(from, to).matchAll(/（([^（）]{2,60})）/g)) {
    const start = from + index + 1;
    const opening = openingAt(source, start, start + inside.length);
    if (opening?.kind === 'speech') return opening.speakers.units;
  }
  return [];
}

/** 以上意见均采纳: what was not decided above is decided now. */
function decideAbove({ found }: Reader, decision: string, since: number, own = 0): boolean {
  const scope = sharedBy(decision.replace(/^[\s，。；：]+/, ''));
  if (!scope) return false;
  const disposition = dispositionOf(decision);
  const { opinions } = found;
  let isAny = false;
  for (let at = opinions.length - 1 - own; at >= (scope === 'all' ? 0 : since); at--) {
    const opinion = opinions[at] as Opinion; // as: at is inside the list
    if (opinion.disposition !== 'unstated') break;
    opinions[at] = { ...opinion, disposition };
    isAny = true;
  }
  return isAny;
}
