/** Who speaks: the list of units at the head of a sentence, and whether they had anything to say. */

import { LIST_END, MANNER_OF_ANSWER, NO_ANSWER, NO_COMMENT, SAYS } from '../lexicon/consultation.ts';
import { numeral } from '../numerals.ts';
import type { Paper } from '../paper.ts';
import type { Span, UnitMention } from '../reading.ts';
import { looksLikeUnit, readUnits } from '../unit-lists.ts';
import type { Source } from './source.ts';

export interface Listed {
  readonly units: readonly UnitMention[];
  /** How many the list says it holds. */
  readonly count: number | null;
}
export interface Speakers extends Listed {
  /** Where the list ends and speaking begins. */
  readonly end: number;
}

const TOWN = /^[\p{Script=Han}]{1,6}(?:镇|乡|地区)$/u;
/** A verb caught before a name, or a clause that only ends like one. */
const NO_NAME =
  /^(?:建议|增加|增设|删除|删去|补充|修改|调整|提高|提供|完善|明确|建设(?!委|局|银行|部|厅)|新建|建立|加快|将|把|由|在|应(?!急)|对(?!外)|按|与|以|经(?!济|信|开)|如|该|此|其|可|并|加强|推动|推进|开展|组织(?!部)|第|是|即|至|到|原|因|从|采纳|不|未|已|请|无|同意|希望|各单位|各部门|有关|相关|上述|以上|所有|全部|本|我|共|\d)|[“”《》]|^[^（]*）|（[^）]*$/;

export const isSpeaker = (name: string): boolean => (looksLikeUnit(name) || TOWN.test(name)) && !NO_NAME.test(name);

const LIST = new RegExp(`^(.*?)${LIST_END}$`, 's');
const COUNTED_IN_BRACKETS = /^ ?(?:[\d零一二两三四五六七八九十百]+) ?(?:家|个)[^（）、，]{0,8}（([^（）]+)）$/;
const BESIDE_NAME = /（[^（）]*(?:条|书面|电话|函|意见)[^（）]*）$/;

/** The units of a list with the count behind it: 区教委、区财政局等2家单位, 2家单位（区教委、区财政局）. */
export function listedUnits(paper: Paper, [from, to]: Span): Listed {
  const words = paper.plain.slice(from, to);
  const inside = COUNTED_IN_BRACKETS.exec(words);
  if (inside?.[1]) {
    const start = from + words.indexOf('（') + 1;
    return {
      units: named(paper, [start, start + inside[1].length]),
      count: numeral(/[\d零一二两三四五六七八九十百]+/.exec(words)?.[0] ?? '') ?? null,
    };
  }
  const list = LIST.exec(words);
  const count = list?.[2] ?? list?.[3];
  const stop = count === undefined ? words.length : (list?.[1]?.length ?? 0);
  return { units: named(paper, [from, from + stop]), count: count === undefined ? null : (numeral(count) ?? null) };
}

const named = (paper: Paper, span: Span): UnitMention[] =>
  readUnits(paper, span).map(({ name, span: [first, last] }) => {
    const beside = BESIDE_NAME.exec(name)?.[0] ?? '';
    return { name: name.slice(0, name.length - beside.length), span: [first, last - beside.length] };
  });

const PREFIX =
  /^(?:[\s，。；：、）]|（?[\d一二三四五六七八九十]{1,3}[）.、](?!\d)|[①-⑳]|[一二三四五六七八九十]是|第[一二三四五六七八九十]，|其[一二三四五]，|首先|其次|再次|最后|此外|另外?|同时|还有|其中|以及|但是?|不过|(?:意见|建议)(?:[一二三四五六七八九十]|\d{1,2})[：、]|(?:提出|反馈|意见|来文|回复)?(?:单位|部门)：|经(?:汇总|梳理|统计|研究)|\d{1,2}月\d{1,2}日)*/;
const ABOUT = /^(?:针对|关于|对于|对|就|在)[^，。；\n]{1,120}?[，：]/;
const VERB = new RegExp(SAYS, 'g');
const LONGEST_LIST = 4000;
/** Without a separator within so many letters no list of names begins. */
const LONGEST_NAME = 60;
const MOST_UNITS = 300;

/** The units that speak from `from` on; undefined when no unit does. */
export function speakersAt({ paper, masked }: Source, from: number, to: number): Speakers | undefined {
  const text = masked.slice(from, Math.min(to, from + LONGEST_LIST));
  const skipped = PREFIX.exec(text)?.[0].length ?? 0;
  const about = ABOUT.exec(text.slice(skipped))?.[0].length ?? 0;
  return (
    speakersFrom(paper, text, from, skipped) ??
    towards(paper, text, from, skipped) ??
    (about > 0 ? speakersFrom(paper, text, from, skipped + about) : undefined)
  );
}

/** 对区教委提出的…建议 */
function towards(paper: Paper, text: string, from: number, skipped: number): Speakers | undefined {
  const preposition = /^(?:针对|关于|对于?|就)/.exec(text.slice(skipped))?.[0].length ?? 0;
  const speakers = preposition > 0 ? speakersFrom(paper, text, from, skipped + preposition) : undefined;
  return speakers && /^(?:提出|反馈|反映|的?(?:意见|建议))/.test(text.slice(speakers.end - from)) ? speakers : undefined;
}

const isList = ({ units }: Listed): boolean => units.length > 0 && units.every(({ name }) => isSpeaker(name));

function speakersFrom(paper: Paper, text: string, from: number, skipped: number): Speakers | undefined {
  const mark = text.slice(skipped).search(/[。；“”！？]/);
  const limit = mark < 0 ? text.length : skipped + mark;
  const first = text.slice(skipped, limit).search(/[、，：\n（]/);
  // A list whose first name is none never becomes one.
  if (first > 0 && text[skipped + first] !== '（' && first > LONGEST_NAME) return undefined;
  let found: Speakers | undefined;
  let start = skipped;
  let isBegun = first < 0 || text[skipped + first] === '（';
  VERB.lastIndex = skipped;
  for (let at = skipped; at < limit; ) {
    const verb = VERB.exec(text);
    at = verb ? Math.min(verb.index, limit) : limit;
    if (at === start) {
      if (found) return found;
      continue;
    }
    const piece = text.slice(start, at);
    // 区教委，区财政局，…: behind this mark the list may go on.
    if (found && (piece.trim() === '' || piece.includes('，'))) return found;
    if (!isBegun && at > skipped + first) {
      isBegun = true;
      if (!isList(listedUnits(paper, [from + skipped, from + skipped + first]))) return undefined;
    }
    const listed = listedUnits(paper, [from + start, from + at]);
    if (isList(listed)) {
      const units = [...(found?.units ?? []), ...listed.units];
      found = { units, count: listed.count ?? found?.count ?? null, end: from + at };
      if (text[at] !== '，' || units.length > MOST_UNITS) return found;
      start = at + 1;
    } else if (at - start > LONGEST_NAME && !/[、，]/.test(piece.slice(0, LONGEST_NAME))) return found;
    else if (!found && text[at] === '，' && at - start > LONGEST_NAME) return undefined;
  }
  return found;
}

const ANSWERS = {
  none: new RegExp(`^${MANNER_OF_ANSWER}(?:${NO_COMMENT})`),
  silent: new RegExp(`^${MANNER_OF_ANSWER}(?:${NO_ANSWER})`),
};

/** No comment, or no answer, at the head of what is said of a unit; `length` tells how far it goes. */
export function answerIn(said: string): { kind: 'none' | 'silent'; length: number } | undefined {
  const silent = ANSWERS.silent.exec(said);
  if (silent) return { kind: 'silent', length: silent[0].length };
  const none = ANSWERS.none.exec(said);
  return none ? { kind: 'none', length: none[0].length } : undefined;
}
