import type { Language } from '../../server/kernel/i18n/said.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const WEEKDAYS = {
  zh: ['日', '一', '二', '三', '四', '五', '六'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};

const parts = (day: string): [number, number, number] => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return [year, month, date];
};

/** 2026年3月5日, 5 March 2026. Takes `YYYY-MM-DD`. */
export function sayDay(day: string, language: Language): string {
  const [year, month, date] = parts(day);
  return language === 'zh' ? `${year}年${month}月${date}日` : `${date} ${MONTHS[month - 1]} ${year}`;
}

/** 3月5日, 5 Mar; where the month's heading names the year. */
export function sayShortDay(day: string, language: Language): string {
  const [, month, date] = parts(day);
  return language === 'zh' ? `${month}月${date}日` : `${date} ${(MONTHS[month - 1] ?? '').slice(0, 3)}`;
}

/** 3月5日（周四）, Thursday 5 March. */
export function sayWeekday(day: string, language: Language): string {
  const [year, month, date] = parts(day);
  const name = WEEKDAYS[language][new Date(Date.UTC(year, month - 1, date)).getUTCDay()];
  return language === 'zh' ? `${month}月${date}日（周${name}）` : `${name} ${date} ${MONTHS[month - 1]}`;
}

/** The same with its year where that is not this year's: 2027年3月5日（周五）. */
export function sayDayInFull(day: string, language: Language): string {
  const year = day.slice(0, 4);
  if (year === beijingDay(new Date()).slice(0, 4)) return sayWeekday(day, language);
  return language === 'zh' ? `${year}年${sayWeekday(day, language)}` : `${sayWeekday(day, language)} ${year}`;
}

/** Where there is little room: 3月5日, 5 Mar; with its year where that is not this year's. */
export function shortDay(day: string, language: Language): string {
  const [year, month, date] = parts(day);
  const isThisYear = day.slice(0, 4) === beijingDay(new Date()).slice(0, 4);
  if (language === 'zh') return isThisYear ? `${month}月${date}日` : sayDay(day, language);
  const short = `${date} ${(MONTHS[month - 1] ?? '').slice(0, 3)}`;
  return isThisYear ? short : `${short} ${year}`;
}

/** 2026年3月, March 2026. Takes `YYYY-MM` or any day of the month. */
export function sayMonth(day: string, language: Language): string {
  const [year, month] = parts(day);
  return language === 'zh' ? `${year}年${month}月` : `${MONTHS[month - 1]} ${year}`;
}

/** For an axis: the year where it begins, else the month alone. */
export function shortMonth(day: string, language: Language): string {
  const [year, month] = parts(day);
  if (language === 'zh') return month === 1 ? `${year}年\n1月` : `${month}月`;
  return month === 1 ? `Jan\n${year}` : (MONTHS[month - 1] ?? '').slice(0, 3);
}

/** The Beijing day of an instant, `YYYY-MM-DD`. */
export const beijingDay = (instant: string | Date): string =>
  new Date(new Date(instant).getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

/** 2026年3月5日 14:03, in Beijing time wherever the reader is. */
export function sayMoment(instant: string | Date, language: Language): string {
  const beijing = new Date(new Date(instant).getTime() + 8 * 3_600_000).toISOString();
  const time = beijing.slice(11, 16);
  return language === 'zh'
    ? `${sayDay(beijing.slice(0, 10), language)} ${time}`
    : `${sayDay(beijing.slice(0, 10), language)}, ${time}`;
}

/** Whole days from one day to another. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
