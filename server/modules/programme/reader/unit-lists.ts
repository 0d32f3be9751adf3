/** A printed list of units, taken apart: 区商务局、工业和信息化部、财政部等和各省（区、市）人民政府. */

import { AREA_ENDINGS, MANNER, ORGAN_ENDINGS, REMARKS } from './lexicon/units.ts';
import type { Paper } from './paper.ts';
import type { Span, UnitMention } from './reading.ts';

const ORGAN = new RegExp(`(?:${ORGAN_ENDINGS})(?:（[^（）]{1,20}）)?$`);
const AREA = new RegExp(`^(?:各|有关|相关).{0,8}(?:${AREA_ENDINGS})(?:（[^（）]{1,20}）)?$`);
const BARE_AREA = new RegExp(`^各(?:${AREA_ENDINGS})(?:（[^（）]{1,20}）)?$`);
const AREA_ORGAN = new RegExp(`^(?:${AREA_ENDINGS})(?:（[^（）]{1,20}）)?(?:级)?(?:人民)?(?:政府|党委|管委会)$`);
const OPEN_END = new RegExp(
  `(?:等(?!级|等)(?:(?:各|有关|相关|其他|市直|区直|市级|区级|\\d+个|[一二三四五六七八九十]+个)*(?:部门|单位|部门单位|部门和单位|地区|机构|成员单位|家单位)?)?|(?:${MANNER}))+$`,
);
const REMARK_AFTER = new RegExp(`（(?:${REMARKS}|注)[^（）]*）$`);
const LONGEST_NAME = 30;

/** Does a printed name look like that of an organ, or of all areas of a kind? */
export function looksLikeUnit(name: string): boolean {
  return name.length >= 2 && name.length <= LONGEST_NAME && (ORGAN.test(name) || AREA.test(name));
}

/** Only organs: （市、区） is no list of units. */
export function looksLikeOrgan(name: string): boolean {
  return name.length >= 3 && name.length <= LONGEST_NAME && ORGAN.test(name);
}

/** The units of a list, each with its place; a trailing 等 or 等有关部门 is dropped. */
export function readUnits(paper: Paper, [from, to]: Span): UnitMention[] {
  const pieces = cut(paper.plain, from, to);
  return pieces.flatMap(([start, stop]) => {
    const span = trimmed(paper.plain, start, stop);
    if (!span) return [];
    const name = paper.printed.slice(...span).replace(/\s+/g, '');
    return name.length <= LONGEST_NAME * 2 ? [{ name, span }] : [];
  });
}

/** Cuts at 、 and other separators outside brackets, then at 和 and 及 where a complete name stands before them. */
function cut(plain: string, from: number, to: number): Span[] {
  const words = plain.slice(from, to);
  const listed = /[、，；/]/.test(words);
  // 省企联/企协 in a list with 、 is one unit of two names.
  const separators = words.includes('、') ? /[、，；\n]/ : /[、，；/\n]/;
  const pieces: Span[] = [];
  let start = from;
  let depth = 0;
  for (let at = from; at <= to; at++) {
    const sign = plain[at];
    if (sign === '（') depth++;
    else if (sign === '）') depth = Math.max(0, depth - 1);
    const separates =
      depth === 0 && (separators.test(sign ?? '') || (!listed && sign === ' ' && ORGAN.test(plain.slice(start, at))));
    if (at === to || separates) {
      pieces.push([start, at]);
      start = at + 1;
    }
  }
  return joinedAreas(plain, pieces).flatMap((piece) => cutAtAnd(plain, piece));
}

/** 各省、自治区、直辖市人民政府 is one unit: areas that share the organ named at the end; so is 各县党委、政府. */
function joinedAreas(plain: string, pieces: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const first = pieces[i] as Span; // as: the loop stays inside the list
    let last = first;
    const next = pieces[i + 1];
    if (next && /党委$/.test(plain.slice(...first).trim()) && /^(?:人民)?政府$/.test(plain.slice(...next).trim())) {
      joined.push([first[0], next[1]]);
      i++;
      continue;
    }
    if (BARE_AREA.test(plain.slice(...first).trim())) {
      for (let next = i + 1; next < pieces.length && next < i + 5; next++) {
        const piece = pieces[next] as Span; // as: next < length
        const words = plain.slice(...piece).trim();
        if (AREA_ORGAN.test(words)) {
          last = piece;
          i = next;
          break;
        }
        if (!new RegExp(`^(?:${AREA_ENDINGS})$`).test(words)) break;
      }
    }
    joined.push([first[0], last[1]]);
  }
  return joined;
}

function cutAtAnd(plain: string, [from, to]: Span): Span[] {
  const words = plain.slice(from, to);
  for (const match of words.matchAll(/以及|和|及|与/g)) {
    const before = words.slice(0, match.index).trim();
    const after = words.slice(match.index + match[0].length).trim();
    if (/[（]/.test(before) && !/）/.test(before)) continue;
    if (after.length < 2 || /^(?:人民)?政府$|^单位$|^部门$/.test(after)) continue;
    const complete = before.endsWith('等') || looksLikeUnit(before);
    const begins = looksLikeUnit(after.replace(OPEN_END, ''));
    if (complete && begins) return [[from, from + match.index], ...cutAtAnd(plain, [from + match.index + match[0].length, to])];
  }
  return [[from, to]];
}

function trimmed(plain: string, from: number, to: number): Span | undefined {
  let words = plain.slice(from, to);
  const lead = /^(?:[\s：。]|由|请(?=[市区县省各])|并由|以及|及其?(?=[各市区县])|和(?=[各市区县]))*/.exec(words)?.[0].length ?? 0;
  words = words.slice(lead).replace(/[\s。；：]+$/, '');
  words = words.replace(REMARK_AFTER, '').trimEnd();
  const whole = /^(?:有关|相关|各有关|各相关|各|其他有关)(?:部门|单位|地区)$/.test(words);
  if (!whole) words = words.replace(OPEN_END, '').trimEnd();
  return words.length > 0 ? [from + lead, from + lead + words.length] : undefined;
}
