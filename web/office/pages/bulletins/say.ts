import type { BulletinKind, BulletinSummary, Span } from '../../../../server/modules/bulletins/contract.ts';
import { sayDay, sayMonth } from '../../../shared/day.ts';
import type { Language, Say } from '../../../shared/words/index.ts';

/** 2026年9月, 2026年第三季度, 2026年, or the days. */
export function saySpan({ kind, from, to }: Span, say: Say, language: Language): string {
  const year = from.slice(0, 4);
  if (kind === 'month') return sayMonth(from, language);
  if (kind === 'quarter') {
    const quarter = Math.floor((Number(from.slice(5, 7)) - 1) / 3) + 1;
    return say('bulletins.quarter', {
      year,
      quarter: language === 'zh' ? (['一', '二', '三', '四'][quarter - 1] ?? '') : quarter,
    });
  }
  if (kind === 'year') return say('bulletins.year', { year });
  return say('bulletins.from-to', { from: sayDay(from, language), to: sayDay(to, language) });
}

/** 〔2026〕第3期, with its edition where it is not the first. */
export function sayNumber({ number, edition }: Pick<BulletinSummary, 'number' | 'edition'>, say: Say): string {
  if (number === null) return say('bulletins.no-number');
  const [year = '', no = ''] = number.split('-');
  const written = say('bulletins.numbered', { year, no });
  return edition > 1 ? say('text.bracket', { text: written, inside: say('bulletins.edition', { edition }) }) : written;
}

/** Whole months, quarters or years that are over, latest first. */
export function pastSpans(kind: Exclude<BulletinKind, 'span'>, latest: Span | null, startsOn: string): Span[] {
  const spans: Span[] = [];
  for (let span = latest; span && span.to >= startsOn && spans.length < 36; span = before(kind, span)) spans.push(span);
  return spans;
}

function before(kind: Exclude<BulletinKind, 'span'>, { from }: Span): Span {
  const length = { month: 1, quarter: 3, year: 12 }[kind];
  const [year = 0, month = 1] = from.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 - length, 1));
  const last = new Date(Date.UTC(year, month - 1, 0));
  return { kind, from: first.toISOString().slice(0, 10), to: last.toISOString().slice(0, 10) };
}
