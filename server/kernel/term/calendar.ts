import { type Day, dayFromNumber, dayNumber, weekdayOfNumber } from './day.ts';

/**
 * The working days of China. Weekends are off, except the make-up days (调休上班日) and plus the holidays that the General
 * Office of the State Council announces for each year, usually in November of the year before. Those announcements are data
 * (`programme/calendar/<year>.csv`), not code.
 *
 * A year without its announcement is counted by weekends alone: the answer is then an estimate, and `isEstimated` says so.
 */

/** One announced exception. `make-up` is a Saturday or Sunday that is worked. */
export type CalendarRow = { readonly day: Day; readonly kind: 'holiday' | 'make-up'; readonly name: string };

export type Calendar = {
  /** Whether offices work on that day. */
  isWorkingDay(day: Day): boolean;
  /** The same of a day's number (day.ts): for walks over many days. */
  isWorkingNumber(number: number): boolean;
  /** The announced holiday or make-up day on that date, if any. */
  findException(day: Day): CalendarRow | undefined;
  /** The day reached after walking over `count` working days from `day`, itself not counted; backwards when negative; 0 stays. */
  addWorkingDays(day: Day, count: number): Day;
  /** The working days met on the way from `from` (not counted) to `to` (counted); negative when `to` is earlier. */
  workingDaysBetween(from: Day, to: Day): number;
  /** True when the year's holidays were not announced yet, so that only weekends are known. */
  isEstimated(day: Day): boolean;
  /** The years whose announcement is known, ascending. */
  readonly publishedYears: readonly number[];
};

/** More than this is a slip, not a term (a hundred years of working days). */
const MOST_WORKING_DAYS = 25_000;

/**
 * A calendar from announced rows, in any order.
 * @throws RangeError for a day that isn't real, or given twice with different kinds.
 */
export function createCalendar(rows: readonly CalendarRow[]): Calendar {
  const exceptions = new Map<number, CalendarRow>();
  for (const row of rows) {
    const number = dayNumber(row.day);
    const earlier = exceptions.get(number);
    if (earlier && earlier.kind !== row.kind) throw new RangeError(`${row.day} is given both as a holiday and as a make-up day`);
    exceptions.set(number, Object.freeze({ ...row }));
  }
  const publishedYears = Object.freeze(findPublishedYears(rows));
  const published = new Set(publishedYears);
  const weekdaysOff = sortedNumbers(exceptions, (number, row) => row.kind === 'holiday' && !isWeekend(number));
  const weekendsOn = sortedNumbers(exceptions, (number, row) => row.kind === 'make-up' && isWeekend(number));

  const isWorking = (number: number): boolean => {
    const row = exceptions.get(number);
    return row ? row.kind === 'make-up' : !isWeekend(number);
  };

  /** Working days up to and including a day number, up to a constant: only differences of it mean something. */
  const workedUntil = (number: number): number =>
    weekdaysUntil(number) - countUpTo(weekdaysOff, number) + countUpTo(weekendsOn, number);

  return Object.freeze({
    publishedYears,
    isWorkingDay: (day) => isWorking(dayNumber(day)),
    isWorkingNumber: isWorking,
    findException: (day) => exceptions.get(dayNumber(day)),
    isEstimated: (day) => {
      dayNumber(day);
      return !published.has(Number(day.slice(0, 4)));
    },
    addWorkingDays: (day, count) => {
      if (!(Number.isInteger(count) && Math.abs(count) <= MOST_WORKING_DAYS)) {
        throw new RangeError(`working days are counted in whole numbers up to ${MOST_WORKING_DAYS}`);
      }
      const start = dayNumber(day);
      if (count === 0) return day;
      // The nearest day up to which as many have been worked: found by halving, between the start and a day that is enough.
      let low = start;
      let high = start + count * 2;
      const isEnough = (number: number): boolean =>
        count > 0
          ? workedUntil(number) - workedUntil(start) >= count
          : workedUntil(start - 1) - workedUntil(number - 1) >= -count;
      while (!isEnough(high)) high += count + Math.sign(count) * 10;
      while (Math.abs(high - low) > 1) {
        const middle = low + Math.trunc((high - low) / 2);
        if (isEnough(middle)) high = middle;
        else low = middle;
      }
      return dayFromNumber(high);
    },
    workingDaysBetween: (from, to) => {
      const start = dayNumber(from);
      const end = dayNumber(to);
      // Backwards the walk counts [to, from): the same days moved by one, so that it inverts addWorkingDays both ways.
      return end >= start ? workedUntil(end) - workedUntil(start) : workedUntil(end - 1) - workedUntil(start - 1);
    },
  } satisfies Calendar);
}

/** A year is published once its National Day is among the rows; a New Year's holiday that reaches back into December is not enough. */
function findPublishedYears(rows: readonly CalendarRow[]): number[] {
  const years = rows
    .filter((row) => row.kind === 'holiday' && row.day.endsWith('-10-01'))
    .map((row) => Number(row.day.slice(0, 4)));
  return [...new Set(years)].sort((a, b) => a - b);
}

function isWeekend(number: number): boolean {
  return weekdayOfNumber(number) >= 6;
}

/** Mondays to Fridays up to and including a day number, up to a constant. */
function weekdaysUntil(number: number): number {
  const sinceMonday = number + 3;
  const weeks = Math.floor(sinceMonday / 7);
  return weeks * 5 + Math.min(sinceMonday - weeks * 7 + 1, 5);
}

function sortedNumbers(exceptions: Map<number, CalendarRow>, wanted: (number: number, row: CalendarRow) => boolean): number[] {
  return [...exceptions].flatMap(([number, row]) => (wanted(number, row) ? [number] : [])).sort((a, b) => a - b);
}

/** How many of the ascending numbers are at most `limit`. */
function countUpTo(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? Number.POSITIVE_INFINITY) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
