/** Who was asked for an opinion, how many they are said to be, and when the request went out. */

import { COUNT, COUNT_AFTER } from '../lexicon/consultation.ts';
import { NUMERAL, numeral } from '../numerals.ts';
import type { Span, UnitMention } from '../reading.ts';
import type { Source } from './source.ts';
import { isSpeaker, listedUnits } from './speakers.ts';

export interface Asked {
  readonly units: readonly UnitMention[];
  readonly count: number | null;
}

const ASKS = /征求(?!意见稿)|征询|听取|函询|意见函|发函/;
const WANTS = /建议|认为|指出|希望|要求|采纳|提出/;
const MARKER =
  /(?:面?向|征求了?|征询了?|听取了?|函询了?|(?:印|下|函|分)?发(?:至|送|给|往|函)了?|[函印]?送(?:至|达|交|往)?|致函|(?:单位|部门|范围|对象)(?:（[^（）]*）|共?(?:\d+|[一二三四五六七八九十]+)家)?(?=[：为有包]))(?:包括|为|有|是)?：?/g;
const STOP = new RegExp(
  `(?:等|共|共计)? ?(?:${COUNT})|等?(?:书面|分别|再次|一并|广泛|先后)*(?:征求|征询|听取|印发|下发|发[了出送函文征](?!展)|送|反馈)|的?意见|[。；）\\n]`,
);
const PLAIN_COUNT = new RegExp(COUNT);
const COUNT_BEHIND = new RegExp(COUNT_AFTER);
const COUNT_FIRST = new RegExp(`^ ?(?:了|以下|下列|如下|共)* ?(?:${COUNT}|单位|部门)?[：\\s]*`);
const NO_LIST = /[\d向]|征求/;

/** What the sentence from `from` on says of who was asked; undefined when it is about something else. */
export function askedIn({ paper, masked }: Source, [from, to]: Span): Asked | undefined {
  const sentence = masked.slice(from, to);
  const asks = ASKS.exec(sentence);
  if (!asks || WANTS.test(sentence.slice(0, asks.index))) return undefined;
  const units: UnitMention[] = [];
  let [count, isCounted] = [0, false];
  MARKER.lastIndex = 0;
  for (let marker = MARKER.exec(sentence); marker; marker = MARKER.exec(sentence)) {
    let at = marker.index + marker[0].length;
    const first = COUNT_FIRST.exec(sentence.slice(at));
    const isBracket = sentence[at + (first?.[0].length ?? 0)] === '（';
    let said = first?.[1];
    at += (first?.[0].length ?? 0) + (isBracket ? 1 : 0);
    for (let isMore = true; isMore; ) {
      const rest = sentence.slice(at);
      const stop = rest.search(STOP);
      const end = stop < 0 ? rest.length : stop;
      const listed = leading(listedUnits(paper, [from + at, from + at + end]).units);
      if (listed.length === 0) break;
      units.push(...listed.filter(({ name }) => listed.length > 1 || !units.some((unit) => unit.name === name)));
      const behind = /^(?:等|共|共计)? ?/.exec(rest.slice(end))?.[0].length ?? 0;
      const counted = PLAIN_COUNT.exec(rest.slice(end + behind));
      if (counted?.index === 0) said = counted[1];
      if (said !== undefined) {
        count += numeral(said) ?? 0;
        isCounted = true;
        said = undefined;
      }
      at += end + (counted?.index === 0 ? behind + counted[0].length : 0);
      const and = /^(?:、|和|及|以及|，)/.exec(sentence.slice(at))?.[0].length ?? 0;
      isMore = and > 0 && counted?.index === 0;
      at += and;
      MARKER.lastIndex = Math.max(at, MARKER.lastIndex);
    }
  }
  const counted = isCounted ? count : numeral(PLAIN_COUNT.exec(sentence)?.[1] ?? COUNT_BEHIND.exec(sentence)?.[1] ?? '');
  return units.length === 0 && counted === undefined ? undefined : { units, count: counted ?? null };
}

function leading(units: readonly UnitMention[]): UnitMention[] {
  const other = units.findIndex(({ name }) => !isSpeaker(name) || NO_LIST.test(name));
  return units.slice(0, other < 0 ? units.length : other);
}

const DAY = /(\d{4}) ?(?:年|-|\/|\.) ?(\d{1,2}) ?(?:月|-|\/|\.) ?(\d{1,2})(?: ?日|号|(?!\d))/;
const CHINESE_DAY = new RegExp(`([零一二三四五六七八九]{4}) ?年 ?([${NUMERAL}]{1,3}) ?月 ?([${NUMERAL}]{1,3}) ?日`);

/** The first day in the words, `2026-03-02`: 2026年3月2日, 2026-03-02, 2026.3.2, 二〇二六年三月二日. */
export function dayIn(words: string): string | undefined {
  const day = DAY.exec(words) ?? CHINESE_DAY.exec(words);
  const [year, month, date] = [1, 2, 3].map((part) => numeral(day?.[part] ?? ''));
  if (!year || !month || !date || month > 12 || date > 31) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}
