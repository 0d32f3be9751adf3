import { type Language, type Said, say } from '../../../kernel/i18n/said.ts';
import { writeDay } from '../../../kernel/page/written.ts';
import { addDays } from '../../../kernel/term/day.ts';
import { yuanOf } from '../money.ts';
import { type Shift, timeOf } from '../shifts.ts';
import { pageWords as words } from '../words/pages.ts';

/** 240 元一天, 25 yuan an hour. */
export const payText = ({ payBy, pay }: { payBy: 'day' | 'hour'; pay: number }, language: Language): string =>
  say(payBy === 'day' ? words.yuanDay : words.yuanHour, language, { yuan: yuanOf(pay) });

/** Beijing's clock: `05:30`. */
export const clockText = (instant: string): string => timeOf(new Date(instant));

/** 今天, 明天, or the day in full. */
export function dayText(day: string, today: string, language: Language): string {
  if (day === today) return say(words.today, language);
  return day === addDays(today, 1) ? say(words.tomorrow, language) : writeDay(day, language);
}

/** 今天 07:00 到 16:00. */
export function stretchText(order: { day: string; from: string; to: string }, today: string, language: Language): string {
  const hours = say(order.to <= order.from ? words.hoursOvernight : words.hours, language, order);
  return language === 'zh'
    ? `${dayText(order.day, today, language)} ${hours}`
    : `${dayText(order.day, today, language)}, ${hours}`;
}

export const shiftText = (shift: Shift): Said => words[shift];

export const levelText = (level: number): Said => [words.level0, words.level1, words.level2, words.level3][level] ?? words.level1;
