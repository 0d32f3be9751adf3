/** The paper's own name: the last title printed before its first clause. */
import { GENRE_ENDINGS, TITLE_SUFFIX } from './lexicon/genre.ts';
import { numberingAt } from './numbering.ts';
import { linesOf } from './outline.ts';
import type { Span } from './reading.ts';

const ENDS_AS_TITLE = new RegExp(
  `(?:${GENRE_ENDINGS})(?:\\d{1,3}条)?[”》]?(?:（[^（）]{0,20}(?:${TITLE_SUFFIX})[^（）]{0,6}）)?$`,
);
const SUFFIX_ONLY = new RegExp(`^（[^（）]{0,20}(?:${TITLE_SUFFIX})[^（）]{0,6}）$`);
const LONGEST_LINE = 60;
const MOST_LINES = 4;

export interface Title {
  readonly title: string;
  readonly span: Span;
}

/** Finds the title between `from` and the first clause (`to`) of the canonical text. The words come without line breaks. */
export function readTitle(text: string, within: Span): Title | undefined {
  let found: Title | undefined;
  let block: Span[] = [];
  for (const line of linesOf(text, within)) {
    const words = text.slice(...line);
    if (!mayBeTitleLine(text, line)) {
      found = found ?? quotedTitle(words, line[0]);
      block = [];
      continue;
    }
    if (found && line[0] - found.span[1] < 20 && SUFFIX_ONLY.test(words)) {
      if (/\d{4}/.test(words)) found = { title: found.title + words, span: [found.span[0], line[1]] };
      continue;
    }
    block = [...block, line].slice(-MOST_LINES);
    const joined = block.map((part) => text.slice(...part)).join('');
    if (ENDS_AS_TITLE.test(joined)) {
      found = { title: joined, span: [(block[0] as Span)[0], line[1]] }; // as: the block holds this line at least
      block = [];
    }
  }
  return found && withoutDraftMark(withinQuotes(found));
}

/** 某市印发《…若干措施》 and 《…若干措施》: the name is what the quotes hold. */
function withinQuotes({ title, span }: Title): Title {
  const quoted = /^(?:[^《》]*印发)?《([^《》]{4,80})》$/.exec(title)?.[1];
  if (!quoted) return { title, span };
  const at = Math.max(0, span[1] - 1 - quoted.length);
  return { title: quoted, span: [at, at + quoted.length] };
}

/** （征求意见稿） and the like say how far the paper has come; they are no part of its name. */
function withoutDraftMark({ title, span }: Title): Title {
  const mark = /（[^（）]{0,16}(?:稿|草案)）$/.exec(title)?.[0] ?? '';
  return { title: title.slice(0, title.length - mark.length), span: [span[0], span[1] - mark.length] };
}

function mayBeTitleLine(text: string, [from, to]: Span): boolean {
  if (to - from > LONGEST_LINE || to - from < 3) return false;
  const words = text.slice(from, to);
  if (
    /[。；！？]|[，：、]$|^附 ?件|^[（(]?此件|〔\d{4}〕|^\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日|^（?来源|^发布|^索引|^各.{0,30}[：]$/.test(
      words,
    )
  )
    return false;
  return !numberingAt(text, from);
}

/** 现将《…若干措施》印发给你们: the name as the notice quotes it. */
function quotedTitle(words: string, at: number): Title | undefined {
  const match = /(?:现将|印发)[^《。]{0,12}《([^《》]{4,80})》/.exec(words.slice(0, 400));
  if (!match?.[1]) return undefined;
  const from = at + match.index + match[0].indexOf('《') + 1;
  return { title: match[1], span: [from, from + match[1].length] };
}
