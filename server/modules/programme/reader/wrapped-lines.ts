/**
 * Text copied from a PDF breaks off at the edge of the page, in the middle of sentences and names. Such breaks are taken out
 * before reading, and the places of what was read are carried back to the text with its breaks.
 */
import { canonical } from './canonical.ts';
import { numberingAt } from './numbering.ts';
import type { Span } from './reading.ts';

/** Fewer lines than this tell nothing about the width of the page. */
const FEWEST_LINES = 12;
/** Fewer broken lines than this may be titles set in two lines. */
const FEWEST_BROKEN = 8;
const NARROWEST = 16;
const WIDEST = 60;
/** A line this full, as a share of the page's width, was broken off by the edge. */
const FULL = 0.85;
const OPENS_ANEW = /^(?:（?(?:牵头|责任|配合|负责|主办|协办|参与)(?:单位|部门) ?）?：|附 ?件)/;

export interface Unwrapped {
  readonly text: string;
  /** Where a place of `text` was before. */
  readonly placeOf: (at: number) => number;
}

/** The text without the breaks that only the edge of a page made; undefined when it has none. Tables are left alone. */
export function unwrapped(text: string): Unwrapped | undefined {
  const lines = text.split('\n');
  const width = pageWidth(lines);
  if (width === undefined) return undefined;
  const kept: string[] = [];
  /** Places in the new text after which something was left out, and how much in all. */
  const cuts: { at: number; gone: number }[] = [];
  let length = 0;
  let gone = 0;
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1];
    const isJoined = next !== undefined && isBrokenOff(line, next, width);
    const words = isJoined ? line.trimEnd() : line;
    kept.push(isJoined || next === undefined ? words : `${words}\n`);
    length += words.length + (isJoined || next === undefined ? 0 : 1);
    if (!isJoined) continue;
    gone += line.length - words.length + 1;
    cuts.push({ at: length, gone });
  }
  return cuts.length === 0 ? undefined : { text: kept.join(''), placeOf: (at) => at + goneBefore(cuts, at) };
}

/** Carries every span of a reading (an object whose spans are under `span`, `…Span` and `…Spans`) back to the text `before`; a figure's words are those of its span. */
export function withPlaces<Read>(read: Read, placeOf: (at: number) => number, before: string): Read {
  // The last character, not the place after it, is carried: a span must not swallow the break behind it.
  const moved = ([from, to]: Span): Span => [placeOf(from), to > from ? placeOf(to - 1) + 1 : placeOf(to)];
  const walk = (value: unknown, key: string): unknown => {
    if (value === null || typeof value !== 'object') return value;
    if (/^span$|Span$/.test(key)) return moved(value as Span); // as: the shape of a reading has spans under these keys only
    if (Array.isArray(value)) return value.map((item) => walk(item, key.replace(/Spans$/, 'Span')));
    const carried = Object.fromEntries(Object.entries(value).map(([name, item]) => [name, walk(item, name)]));
    return 'numberSpan' in value ? { ...carried, text: before.slice(...(carried.span as Span)) } : carried; // as: a figure has a span
  };
  return walk(read, '') as Read; // as: only numbers inside spans were changed
}

function goneBefore(cuts: readonly { at: number; gone: number }[], at: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cuts[middle]?.at ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return cuts[low - 1]?.gone ?? 0;
}

/** The width in characters, when no line is longer and many are as long without ending a sentence. */
function pageWidth(lines: readonly string[]): number | undefined {
  const filled = lines.map((line) => line.trimEnd()).filter((line) => line !== '');
  if (filled.length < FEWEST_LINES || filled.some((line) => line.includes('\t'))) return undefined;
  const width = filled.reduce((most, line) => Math.max(most, line.length), 0);
  if (width < NARROWEST || width > WIDEST) return undefined;
  const full = filled.filter((line) => line.length >= width * FULL);
  const broken = full.filter((line) => !/[。！？；：]$/.test(line));
  return full.length * 4 >= filled.length && broken.length >= Math.max(FEWEST_BROKEN, full.length * 0.7) ? width : undefined;
}

function isBrokenOff(line: string, next: string, width: number): boolean {
  const words = line.trimEnd();
  if (words.length < width * FULL || next.trim() === '' || /[。！？；：]$/.test(words)) return false;
  const plain = canonical(next);
  return !/^ {2}/.test(plain) && !OPENS_ANEW.test(plain) && !numberingAt(plain, 0);
}
