/**
 * A day of the civil calendar, as text. The whole product counts in Beijing days, so a day is never a `Date`:
 * it is `'2026-11-24'`, which compares, sorts and joins as text and means the same in every time zone.
 * Only two functions here touch an instant: `dayOf` and `startOfDay`.
 *
 * Every function throws `RangeError` on text that is no real day; use `isDay` on input from people first.
 */

/** `YYYY-MM-DD`, a real day of the years 1000 to 9999. */
export type Day = string;
/** `YYYY-MM`. */
export type Month = string;

export const BEIJING = 'Asia/Shanghai';

const MS_PER_DAY = 86_400_000;
const DAY_PATTERN = /^([1-9]\d{3})-(\d{2})-(\d{2})$/;

function findDayNumber(day: string): number | undefined {
  const parts = DAY_PATTERN.exec(day);
  if (!parts) return undefined;
  const month = Number(parts[2]);
  const time = Date.UTC(Number(parts[1]), month - 1, Number(parts[3]));
  // Date.UTC rolls 30 February over into March and month 13 into the next year: such a day is not real.
  const date = new Date(time);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === Number(parts[3]) ? time / MS_PER_DAY : undefined;
}

/** Whether the text is a real day written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return findDayNumber(text) !== undefined;
}

/** Days worked out before: the same few thousand come again and again. Bounded, should somebody ask for every day there is. */
const numbers = new Map<Day, number>();
const texts = new Map<number, Day>();
const MOST_KNOWN = 20_000;

/** Days since 1970-01-01 (a Thursday), the integer behind all arithmetic here. */
export function dayNumber(day: Day): number {
  const known = numbers.get(day);
  if (known !== undefined) return known;
  const number = findDayNumber(day);
  if (number === undefined) throw new RangeError('not a real day; write it as YYYY-MM-DD');
  if (numbers.size >= MOST_KNOWN) numbers.clear();
  numbers.set(day, number);
  return number;
}

/** The inverse of `dayNumber`. */
export function dayFromNumber(number: number): Day {
  const known = texts.get(number);
  if (known !== undefined) return known;
  const date = new Date(number * MS_PER_DAY);
  const year = date.getUTCFullYear();
  if (!(Number.isInteger(number) && year >= 1000 && year <= 9999))
    throw new RangeError('the day lies outside the years 1000 to 9999');
  if (texts.size >= MOST_KNOWN) texts.clear();
  const day = date.toISOString().slice(0, 10);
  texts.set(number, day);
  return day;
}

/** 1 Monday … 7 Sunday (ISO 8601). */
export function weekdayOf(day: Day): number {
  return weekdayOfNumber(dayNumber(day));
}

export function weekdayOfNumber(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** The day `count` days later; earlier when negative. */
export function addDays(day: Day, count: number): Day {
  return dayFromNumber(dayNumber(day) + count);
}

/** How many days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** The same date `count` months later, or the last day of that month where it is shorter (31 January + 1 = 28 February). */
export function addMonths(day: Day, count: number): Day {
  dayNumber(day);
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count;
  const year = Math.floor(months / 12);
  if (!(Number.isInteger(count) && year >= 1000 && year <= 9999))
    throw new RangeError('the day lies outside the years 1000 to 9999');
  const month: Month = `${year}-${String(months - year * 12 + 1).padStart(2, '0')}`;
  const last = lastDayOfMonth(month);
  const wanted = `${month}-${day.slice(8)}`;
  return wanted < last ? wanted : last;
}

/** The month of a day: `'2026-11-24'` → `'2026-11'`. */
export function monthOf(day: Day): Month {
  dayNumber(day);
  return day.slice(0, 7);
}

/** The first day of a day's month: `'2026-11-24'` → `'2026-11-01'`. */
export const firstDayOfMonth = (day: Day): Day => `${day.slice(0, 7)}-01`;

/** The last day of a month, given the month or any day in it. */
export function lastDayOfMonth(monthOrDay: Month | Day): Day {
  const first = monthOrDay.length === 7 ? `${monthOrDay}-01` : monthOrDay;
  dayNumber(first);
  const next = new Date(Date.UTC(Number(first.slice(0, 4)), Number(first.slice(5, 7)), 1));
  return dayFromNumber(next.getTime() / MS_PER_DAY - 1);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function wallClock(instant: Date, timeZone: string): string {
  let format = formats.get(timeZone);
  if (!format) {
    // en-CA with these options writes 2026-11-24, 00:05:00; h23 because some engines write midnight as 24.
    format = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short', timeStyle: 'medium', hourCycle: 'h23' });
    formats.set(timeZone, format);
  }
  return format.format(instant);
}

/** The day an instant falls on in a time zone, by default Beijing's. */
export function dayOf(instant: Date | number, timeZone: string = BEIJING): Day {
  const day = wallClock(new Date(instant), timeZone).slice(0, 10);
  dayNumber(day);
  return day;
}

/** The instant at which a day begins in a time zone, by default Beijing's: the border to use against `timestamptz` columns. */
export function startOfDay(day: Day, timeZone: string = BEIJING): Date {
  const asUtc = dayNumber(day) * MS_PER_DAY;
  let instant = asUtc;
  // The offset is read at the guess and applied; a second pass settles days on which the clocks change.
  for (let pass = 0; pass < 2; pass++) {
    const shown = wallClock(new Date(instant), timeZone).replace(', ', 'T');
    instant += asUtc - Date.parse(`${shown}Z`);
  }
  return new Date(instant);
}
