/** What has been found in a summary so far. */

import { ADDS_NOTHING } from '../lexicon/consultation.ts';
import type { Measure, Opinion, Span, UnitMention } from '../reading.ts';
import { isAside } from './asides.ts';
import type { Asked } from './asked.ts';
import type { Source } from './source.ts';

export interface Found {
  readonly asked: UnitMention[];
  askedCount: number | null;
  readonly opinions: Opinion[];
  readonly none: UnitMention[];
  readonly silent: UnitMention[];
  noneCount: number | null;
  readonly others: { readonly span: Span; readonly answer: 'none' | 'silent'; readonly count: number | null }[];
  readonly unread: Span[];
  tally: number | null;
  isNothing: boolean;
}

export interface Reader {
  readonly source: Source;
  readonly measures: readonly Measure[];
  readonly found: Found;
}

export const nothingFound = (): Found => ({
  asked: [],
  askedCount: null,
  opinions: [],
  none: [],
  silent: [],
  noneCount: null,
  others: [],
  unread: [],
  tally: null,
  isNothing: false,
});

export function keepAsked({ found }: Reader, { units, count }: Asked): void {
  const known = new Set(found.asked.map(({ name }) => name));
  found.asked.push(...units.filter(({ name }) => !known.has(name)));
  if (count !== null)
    found.askedCount = units.length > 0 && known.size > 0 ? (found.askedCount ?? 0) + count : (found.askedCount ?? count);
}

export function keepAnswer(
  { found }: Reader,
  answer: 'none' | 'silent',
  units: readonly UnitMention[],
  count: number | null,
): void {
  found[answer].push(...units);
  if (answer === 'none') found.noneCount = (found.noneCount ?? 0) + (count ?? units.length);
}

/** What follows an answer and is none of the usual additions was not understood. */
export function keepRest({ source, found }: Reader, span: Span): void {
  const [from, to] = trimmed(source.paper.plain, span);
  const words = source.paper.plain.slice(from, to);
  if (from < to && !ADDS_NOTHING.test(words) && !isAside(words)) found.unread.push([from, to]);
}

/** The others are those asked whose answer stands nowhere else. */
export function keepOthers({ found }: Reader): void {
  for (const { span, answer, count } of found.others) {
    const answered = new Set([
      ...found.opinions.map(({ unit }) => unit),
      ...[...found.none, ...found.silent].map(({ name }) => name),
    ]);
    const units = found.asked.filter(({ name }) => !answered.has(name)).map(({ name }) => ({ name, span }));
    found[answer].push(...units);
    if (answer === 'none') found.noneCount = (found.noneCount ?? 0) + (count ?? units.length);
  }
}

export function trimmed(plain: string, [from, to]: Span): Span {
  let [start, end] = [from, to];
  while (start < end && /[\s，。；、]/.test(plain[start] ?? '')) start++;
  while (end > start && /\s/.test(plain[end - 1] ?? '')) end--;
  return [start, end];
}
