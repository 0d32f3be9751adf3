/** A file often holds a covering notice, the paper itself, its attachments and how the opinions asked for were dealt with. */
import { COMPANION_PAPERS } from './lexicon/genre.ts';
import { numberingAt } from './numbering.ts';
import { linesOf } from './outline.ts';
import type { Paper } from './paper.ts';
import type { Span } from './reading.ts';

type Kind = 'paper' | 'consultation' | 'companion';

export interface Parts {
  /** Notice, paper and attachments, in order; never empty. */
  readonly papers: readonly Span[];
  /** 征求意见汇总说明, when there is one. */
  readonly consultation: Span | undefined;
}

const ATTACHMENT = /^附 ?(?:件|表|录) ?[\d一二三四五六七八九十]{0,3} ?(?:[：.、].{0,60})?$/;
/** The day under a notice ends it; the paper that it carries follows, often without the word 附件. */
const SIGNED = /^(?:\d{4}|[零一二三四五六七八九]{4}) ?年 ?[\d一二三四五六七八九十]{1,3} ?月 ?[\d一二三四五六七八九十]{1,3} ?日$/;
const CONSULTATION =
  /(?:征求|反馈).{0,12}意见.{0,12}(?:汇总|采纳|处理|说明|情况)|意见(?:建议)?.{0,4}(?:采纳|吸收|办理|处理)(?:情况|汇总)|^[^、.（]{0,20}意见(?:建议)?汇总(?:表|说明|情况)?$/;
const COMPANION = new RegExp(`(?:${COMPANION_PAPERS})$`);

/** 附件2：, with the number of a list of annexes behind it. */
const ANNEX_NUMBER = /^附 ?(?:件|表|录) ?[\d一二三四五六七八九十]{0,3} ?[：.、]? ?(?:[\d一二三四五六七八九十]{1,2} ?[.、] ?)?/;
const IN_CELLS = /[\t|｜│┃]/;
/** Lines under a heading that still belong to it: 2026年3月2日, 区人社局. */
const UNDER_HEADING = 2;

/** Cuts the text where another paper begins; a summary of opinions keeps its own numbered headings, its tables and the day under its title. */
export function readParts({ printed, plain: text }: Paper): Parts {
  const starts: { at: number; kind: Kind }[] = [{ at: 0, kind: 'paper' }];
  const open = { kind: 'paper' as Kind, lines: 0 };
  const start = (at: number, kind: Kind) => {
    starts.push({ at, kind });
    [open.kind, open.lines] = [kind, 0];
  };
  for (const [from, to] of linesOf(text, [0, text.length])) {
    open.lines++;
    if (to - from > 80) continue;
    const line = text.slice(from, to).replace(/^（bookmark：[^）]*）/i, '');
    if (/[。；，]/.test(line) || IN_CELLS.test(printed.slice(from, to))) continue;
    const isInside = open.kind === 'consultation';
    if (isSummaryHeading(line, isInside)) {
      // A list of annexes names it before it comes; a second summary right behind the first goes on with it.
      if (!isInside || open.lines <= 1) start(from, 'consultation');
    } else if (COMPANION.test(line)) start(from, 'companion');
    else if (ATTACHMENT.test(line)) start(from, 'paper');
    else if (SIGNED.test(line) && !(isInside && open.lines <= UNDER_HEADING)) start(to, 'paper');
  }
  const spans = starts.map(({ at, kind }, i) => ({ kind, span: [at, starts[i + 1]?.at ?? text.length] as Span })); // as: a pair
  const summaries = joined(text, spans).filter(({ kind }) => kind === 'consultation');
  return {
    papers: spans.filter(({ kind }) => kind === 'paper').map(({ span }) => span),
    consultation: summaries.sort((a, b) => weight(text, b.span) - weight(text, a.span))[0]?.span,
  };
}

function isSummaryHeading(line: string, isInside: boolean): boolean {
  const words = line.replace(ANNEX_NUMBER, '').replace(/：$/, '');
  if (!CONSULTATION.test(words) || (isInside && words.includes('：'))) return false;
  return !isInside || (numberingAt(line, 0) === undefined && !line.endsWith('：'));
}

/** 附件3 on a line of its own before a summary belongs to it: two summaries in a row are one. */
function joined(text: string, spans: readonly { kind: Kind; span: Span }[]): { kind: Kind; span: Span }[] {
  const kept: { kind: Kind; span: Span }[] = [];
  for (const [i, part] of spans.entries()) {
    const last = kept.at(-1);
    const isLabel =
      part.kind === 'paper' &&
      spans[i + 1]?.kind === 'consultation' &&
      /^\s*(?:附[^\n]{0,12})?\s*$/.test(text.slice(...part.span));
    const isNamed =
      last?.kind === 'consultation' &&
      !text
        .slice(...last.span)
        .trim()
        .includes('\n');
    if (last?.kind === 'consultation' && !isNamed && (isLabel || part.kind === 'consultation'))
      last.span = [last.span[0], part.span[1]];
    else kept.push({ ...part });
  }
  return kept;
}

/** How much of a summary it is: what is decided or not commented on counts, then its length. */
const weight = (text: string, [from, to]: Span): number => {
  const words = text.slice(from, to);
  return (words.match(/采纳|吸收|无(?:修改)?意见|未反馈/g)?.length ?? 0) * 10_000 + Math.min(to - from, 9_999);
};
