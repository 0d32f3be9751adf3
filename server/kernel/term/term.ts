import type { Calendar } from './calendar.ts';
import { type Day, dayFromNumber, dayNumber, daysBetween } from './day.ts';

/**
 * A term (期限): how long something may take, and how much of it is left. It is counted as the Civil Code counts periods:
 * the day on which it starts is not counted (art. 201); a term that would end on a day off ends on the next working day
 * (art. 203). While the applicant is asked for something the clock stands still (补正期间不计入): the day of asking still
 * counts, the day of the answer does not, counting goes on the day after it.
 */

/** Working days, or calendar days; a whole number, 0 meaning the day itself. */
export type TermLength = { readonly workingDays: number } | { readonly calendarDays: number };

/** The clock stands still after `from`, until and including `to`; `null` while no answer has come. Pauses may overlap. */
export type Pause = { readonly from: Day; readonly to: Day | null };

export type Term = { readonly startedOn: Day; readonly length: TermLength; readonly pauses?: readonly Pause[] };

/** Where a term stands on a day. */
export type Remaining = {
  /** Days left after today, in the term's own unit: 0 is due today (or overdue by a weekend only: see `isOverdue`), negative is overdue by so many. */
  readonly days: number;
  readonly unit: 'working-day' | 'calendar-day';
  /** `null` while a pause without an end holds it. */
  readonly dueOn: Day | null;
  readonly isPaused: boolean;
  readonly isOverdue: boolean;
  /** The due date lies in, or was counted over, a year whose holidays are not announced yet. */
  readonly isEstimated: boolean;
};

const LONGEST = 36_600;

/**
 * The last day on which the thing is still in time; `null` while an open pause keeps it from being known.
 * @throws RangeError when a day isn't real, the length isn't a whole number from 0 to 36,600, or a pause ends before it begins.
 */
export const dueOn = (term: Term, calendar: Calendar): Day | null => lastDayOf(createClock(term, calendar), calendar);

function lastDayOf(clock: Clock, calendar: Calendar): Day | null {
  let number = clock.start;
  let left = clock.length;
  // From pause to pause, so that a term of years costs no more than one of days.
  for (const { from, to } of clock.pauses) {
    if (left === 0) break;
    const open = from > number ? clock.countBetween(number, from) : 0;
    if (open >= left) break;
    left -= open;
    if (to === Number.POSITIVE_INFINITY) return null;
    number = Math.max(number, to);
  }
  number = clock.countOn(number, left);
  // Art. 203: the last day must be a working day. A pause that has begun by then postpones it too.
  while (clock.isPaused(number) || (clock.length > 0 && !calendar.isWorkingNumber(number))) {
    number++;
    if (number > clock.stoppedAfter) return null;
  }
  return dayFromNumber(number);
}

/**
 * How much of a term is left on a day (`today` itself is not counted, the due day is).
 * @throws RangeError as `dueOn` does.
 */
export function remaining(term: Term, today: Day, calendar: Calendar): Remaining {
  const clock = createClock(term, calendar);
  const due = lastDayOf(clock, calendar);
  const now = dayNumber(today);
  const from = Math.max(now, clock.start);
  return Object.freeze({
    // A term whose days are used up, and whose last day a pause keeps from being known, has none left; it isn't overdue.
    days: due === null ? Math.max(0, clock.length - clock.counted(clock.start, from)) : daysLeft(dayNumber(due)),
    unit: 'workingDays' in term.length ? 'working-day' : 'calendar-day',
    dueOn: due,
    isPaused: clock.isPaused(now),
    isOverdue: due !== null && today > due,
    isEstimated: calendarIsEstimated(calendar, term.startedOn, due ?? today),
  } satisfies Remaining);

  // Late days are counted as the term's own: those on which the clock stands still are nobody's delay.
  function daysLeft(end: number): number {
    return now > end ? 0 - clock.counted(end, now) : clock.counted(from, end);
  }
}

type Clock = {
  readonly start: number;
  readonly length: number;
  /** The day number after which an open pause holds the clock; infinity without one. */
  readonly stoppedAfter: number;
  /** Those that reach past the start, in order, overlapping ones as one. */
  readonly pauses: readonly { readonly from: number; readonly to: number }[];
  /** Days that count between two numbers, the second included, pauses left aside; and the number so many of them later. */
  countBetween(from: number, to: number): number;
  countOn(from: number, count: number): number;
  isPaused(number: number): boolean;
  /** Days on which the clock runs between two numbers, the second included. */
  counted(from: number, to: number): number;
};

function createClock(term: Term, calendar: Calendar): Clock {
  const start = dayNumber(term.startedOn);
  const inWorkingDays = 'workingDays' in term.length;
  const length = 'workingDays' in term.length ? term.length.workingDays : term.length.calendarDays;
  if (!(Number.isInteger(length) && length >= 0 && length <= LONGEST)) {
    throw new RangeError(`a term is a whole number of days from 0 to ${LONGEST}`);
  }
  const pauses = (term.pauses ?? []).map(({ from, to }) => {
    if (to !== null && daysBetween(from, to) < 0) throw new RangeError('a pause ends before it begins');
    return { from: dayNumber(from), to: to === null ? Number.POSITIVE_INFINITY : dayNumber(to) };
  });
  const stoppedAfter = Math.min(...pauses.filter((pause) => pause.to === Number.POSITIVE_INFINITY).map((pause) => pause.from));
  const isPaused = (number: number): boolean => pauses.some((pause) => number > pause.from && number <= pause.to);
  const reaching = merged(pauses.filter(({ to }) => to > start));
  const countBetween = (from: number, to: number): number =>
    inWorkingDays ? calendar.workingDaysBetween(dayFromNumber(from), dayFromNumber(to)) : to - from;
  return {
    start,
    length,
    stoppedAfter,
    pauses: reaching,
    countBetween,
    countOn: (from, count) =>
      inWorkingDays && count > 0 ? dayNumber(calendar.addWorkingDays(dayFromNumber(from), count)) : from + count,
    isPaused,
    counted: (from, to) => {
      let counted = countBetween(from, to);
      for (const pause of reaching) {
        const [first, last] = [Math.max(from, pause.from), Math.min(to, pause.to)];
        if (last > first) counted -= countBetween(first, last);
      }
      return counted;
    },
  };
}

function merged(pauses: readonly { from: number; to: number }[]): { from: number; to: number }[] {
  const result: { from: number; to: number }[] = [];
  for (const pause of pauses.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && pause.from <= last.to) last.to = Math.max(last.to, pause.to);
    else result.push({ ...pause });
  }
  return result;
}

function calendarIsEstimated(calendar: Calendar, from: Day, to: Day): boolean {
  if (calendar.isEstimated(from) || calendar.isEstimated(to)) return true;
  for (let year = Number(from.slice(0, 4)) + 1; year < Number(to.slice(0, 4)); year++) {
    if (calendar.isEstimated(`${year}-01-01`)) return true;
  }
  return false;
}
