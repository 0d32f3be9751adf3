import { type Language, type Said, said, say } from '../../../kernel/i18n/said.ts';
import { writeDay } from '../../../kernel/page/written.ts';
import { addDays } from '../../../kernel/term/day.ts';
import { yuanOf } from '../money.ts';
import { employerWords as words } from './words.ts';

const weekdays: readonly Said[] = [
  said('周日', 'Sunday'),
  said('周一', 'Monday'),
  said('周二', 'Tuesday'),
  said('周三', 'Wednesday'),
  said('周四', 'Thursday'),
  said('周五', 'Friday'),
  said('周六', 'Saturday'),
];

/** 今天 11月27日（周五）, Today, Friday 27 November; the year only where it is another. */
export function dayText(day: string, today: string, language: Language): string {
  const near = { [addDays(today, -1)]: words.yesterday, [today]: words.today, [addDays(today, 1)]: words.tomorrow }[day];
  const weekday = say(weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? words.today, language);
  const whole = writeDay(day, language);
  const isThisYear = day.slice(0, 4) === today.slice(0, 4);
  if (language === 'zh') return `${near ? `${near.zh} ` : ''}${isThisYear ? whole.replace(/^\d+年/, '') : whole}（${weekday}）`;
  return `${near ? `${near.en}, ` : ''}${weekday} ${isThisYear ? whole.replace(/ \d+$/, '') : whole}`;
}

/** 一天 240 元, 25 yuan an hour. */
export const payText = ({ payBy, pay }: { payBy: 'day' | 'hour'; pay: number }, language: Language): string =>
  say(payBy === 'day' ? words.perDay : words.perHour, language, { yuan: yuanOf(pay) });

/** 07:00–16:00, 22:00–次日 04:00. */
export const hoursText = ({ from, to }: { from: string; to: string }, language: Language): string =>
  say(to <= from ? words.hoursOvernight : words.hoursOf, language, { from, to });
