/** A summary of opinions as the rules read it: every kind of quotation mark as “ and ”, and what is quoted covered. */

import { linesOf } from '../outline.ts';
import type { Paper } from '../paper.ts';
import type { Span } from '../reading.ts';
import { quotesIn } from './decision.ts';

export interface Source {
  /** `plain` with “ ” for 「 」, 『 』 and " ". */
  readonly paper: Paper;
  /** The same length again; letters inside “ ” and 《 》 are covered, so that rules read only what is said around them. */
  readonly masked: string;
}

const COVER = '\uE000';

export function sourceOf(paper: Paper, within: Span): Source {
  const plain = [...paper.plain];
  if (plain.length !== paper.plain.length) plain.splice(0, plain.length, ...paper.plain.split(''));
  for (const [from, to] of linesOf(paper.plain, within)) evenMarks(plain, from, to);
  const spoken: Paper = { printed: paper.printed, plain: plain.join('') };
  const masked = [...plain];
  for (const [from, to] of linesOf(spoken.plain, within)) {
    const line = spoken.plain.slice(from, to);
    for (const [first, last] of [...quotesIn(line), ...titlesIn(line)]) masked.fill(COVER, from + first, from + last);
  }
  return { paper: spoken, masked: masked.join('') };
}

/** Straight marks open and close in turn; an odd one at the end of a line is left. */
function evenMarks(plain: string[], from: number, to: number): void {
  let opened = -1;
  for (let at = from; at < to; at++) {
    const sign = plain[at];
    if (sign === '「' || sign === '『') plain[at] = '“';
    else if (sign === '」' || sign === '』') plain[at] = '”';
    else if (sign !== '"' && sign !== '＂') continue;
    else if (opened < 0) opened = at;
    else {
      plain[opened] = '“';
      plain[at] = '”';
      opened = -1;
    }
  }
}

const titlesIn = (line: string): Span[] =>
  [...line.matchAll(/《([^《》]*)》/g)].map(({ index, 0: all }) => [index + 1, index + all.length - 1]);
