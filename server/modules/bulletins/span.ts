import { type Said, said } from '../../kernel/i18n/said.ts';
import { writeDay, writeMonth } from '../../kernel/page/written.ts';
import { Problem } from '../../kernel/problem.ts';
import { addDays, addMonths, isDay, lastDayOfMonth } from '../../kernel/term/day.ts';
import type { BulletinKind, Span } from './contract.ts';

const months: Readonly<Record<Exclude<BulletinKind, 'span'>, number>> = { month: 1, quarter: 3, year: 12 };

/** The whole month, quarter or year that a day lies in. */
export function wholeSpan(kind: Exclude<BulletinKind, 'span'>, day: string): Span {
  const length = months[kind];
  const first = Math.floor((Number(day.slice(5, 7)) - 1) / length) * length + 1;
  const from = `${day.slice(0, 4)}-${String(first).padStart(2, '0')}-01`;
  return { kind, from, to: lastDayOfMonth(addMonths(from, length - 1)) };
}

/** The last month, quarter or year that is over; null where the programme had not begun by its end. */
export function lastWhole(kind: Exclude<BulletinKind, 'span'>, today: string, startsOn: string): Span | null {
  const span = wholeSpan(kind, addDays(wholeSpan(kind, today).from, -1));
  return span.to < startsOn ? null : span;
}

/**
 * A span that a bulletin can be made of: real days in order, whole where it is called a month, quarter or year, begun with the
 * programme and over by today.
 */
export function checkedSpan({ kind, from, to }: Span, today: string, startsOn: string): Span {
  for (const day of [from, to]) if (!isDay(day)) throw new Problem('invalid', 'not-a-day', { day });
  if (from > to) throw new Problem('invalid', 'span-reversed', { from, to });
  if (kind !== 'span') {
    const whole = wholeSpan(kind, from);
    if (whole.from !== from || whole.to !== to)
      throw new Problem('invalid', 'span-not-whole', { from: whole.from, to: whole.to });
  }
  if (to < startsOn) throw new Problem('invalid', 'span-before-programme', { startsOn });
  if (to > today) throw new Problem('invalid', 'span-not-over', { to, today });
  return { kind, from, to };
}

const quarters = ['第一季度', '第二季度', '第三季度', '第四季度'];
const quartersEn = ['first', 'second', 'third', 'fourth'];

/** 2026年9月, 2026年第三季度, 2026年, 2026年3月5日至2026年9月1日. */
export function saySpan({ kind, from, to }: Span): Said {
  const year = from.slice(0, 4);
  const quarter = Math.floor((Number(from.slice(5, 7)) - 1) / 3);
  switch (kind) {
    case 'month':
      return said(writeMonth(from, 'zh'), writeMonth(from, 'en'));
    case 'quarter':
      return said(`${year}年${quarters[quarter]}`, `the ${quartersEn[quarter]} quarter of ${year}`);
    case 'year':
      return said(`${year}年`, year);
    case 'span':
      return said(`${writeDay(from, 'zh')}至${writeDay(to, 'zh')}`, `${writeDay(from, 'en')} to ${writeDay(to, 'en')}`);
  }
}

/** The end of the days in which last month's bulletin is waited for: the fifth working day of the month. */
export const MONTHLY_WITHIN = 5;
