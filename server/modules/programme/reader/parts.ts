/** A file often holds a covering notice, the paper itself, its attachments and how the opinions asked for were dealt with. */
import { COMPANION_PAPERS } from './lexicon/genre.ts';
import { linesOf } from './outline.ts';
import type { Span } from './reading.ts';

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
  /(?:征求|反馈).{0,12}意见.{0,12}(?:汇总|采纳|处理|说明|情况)|意见(?:建议)?.{0,4}(?:采纳|吸收|办理|处理)(?:情况|汇总)/;
const COMPANION = new RegExp(`(?:${COMPANION_PAPERS})$`);

/** Cuts the canonical text where another paper begins. */
export function readParts(text: string): Parts {
  const starts: { at: number; kind: 'paper' | 'consultation' | 'companion' }[] = [{ at: 0, kind: 'paper' }];
  for (const [from, to] of linesOf(text, [0, text.length])) {
    if (to - from > 80) continue;
    const line = text.slice(from, to).replace(/^（bookmark：[^）]*）/i, '');
    if (/[。；，]/.test(line)) continue;
    if (CONSULTATION.test(line)) starts.push({ at: from, kind: 'consultation' });
    else if (COMPANION.test(line)) starts.push({ at: from, kind: 'companion' });
    else if (ATTACHMENT.test(line)) starts.push({ at: from, kind: 'paper' });
    else if (SIGNED.test(line)) starts.push({ at: to, kind: 'paper' });
  }
  const spans = starts.map(({ at, kind }, i) => ({ kind, span: [at, starts[i + 1]?.at ?? text.length] as Span })); // as: a pair
  return {
    papers: spans.filter(({ kind }) => kind === 'paper').map(({ span }) => span),
    // A list of annexes may name it before it comes.
    consultation: spans
      .filter(({ kind }) => kind === 'consultation')
      .sort((a, b) => b.span[1] - b.span[0] - (a.span[1] - a.span[0]))[0]?.span,
  };
}
