import { readdirSync, readFileSync } from 'node:fs';
import type { FigureDefinition, Target } from '../../server/kernel/figure/definition.ts';
import type { SimRecords } from './records.ts';
import { FROM } from './world.ts';

/**
 * The rules said a second time, the slow and obvious way, from the facts alone: what the simulation holds the program against. It
 * shares no code with it.
 */
const folder = new URL('../../programme/calendar/', import.meta.url);
const off = new Set<string>();
const on = new Set<string>();
for (const file of readdirSync(folder).filter((name) => name.endsWith('.csv')))
  for (const line of readFileSync(new URL(file, folder), 'utf8').split('\n').slice(1)) {
    const [day = '', kind] = line.split(',');
    if (kind === 'holiday') off.add(day);
    if (kind === 'make-up') on.add(day);
  }

const MS = 86_400_000;
/** The days that a simulation can touch, in a row, so that walking them costs nothing. */
const days: readonly string[] = Array.from({ length: 1500 }, (_, at) =>
  new Date(Date.parse('2025-06-01') + at * MS).toISOString().slice(0, 10),
);
const places = new Map(days.map((day, at) => [day, at]));
const placeOf = (day: string): number => {
  const at = places.get(day);
  if (at === undefined) throw new RangeError(`${day} lies outside the simulation`);
  return at;
};
const dayAt = (at: number): string => {
  const day = days[at];
  if (day === undefined) throw new RangeError('outside the simulation');
  return day;
};
export const plus = (day: string, count: number): string => dayAt(placeOf(day) + count);
const working = days.map((day) => {
  if (on.has(day)) return true;
  if (off.has(day)) return false;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
});
export const isWorkingDay = (day: string): boolean => working[placeOf(day)] ?? false;

/** Working days after `due` up to and including `today`. */
export const workingDaysLate = (due: string, today: string): number => {
  let late = 0;
  for (let at = placeOf(due) + 1; at <= placeOf(today); at += 1) if (working[at]) late += 1;
  return late;
};

/** The same, without the days on which a clock was held. */
export const runningDays = (from: string, to: string, held: readonly { from: string; to: string | null }[]): number => {
  let days = 0;
  for (let day = from; day < to; ) {
    day = plus(day, 1);
    if (isWorkingDay(day) && !held.some((pause) => day > pause.from && (pause.to === null || day <= pause.to))) days += 1;
  }
  return days;
};

/** The last day to answer: so many working days after the day of issue on which nothing held the clock; null while something holds it. */
export function lastDay(
  issuedOn: string,
  workingDays: number,
  held: readonly { from: string; to: string | null }[],
): string | null {
  const isHeld = (day: string) => held.some(({ from, to }) => day > from && (to === null || day <= to));
  let day = issuedOn;
  for (let left = workingDays; left > 0; ) {
    day = plus(day, 1);
    if (held.some(({ from, to }) => to === null && day > from)) return null;
    if (isWorkingDay(day) && !isHeld(day)) left -= 1;
  }
  while (isHeld(day)) {
    if (held.some(({ from, to }) => to === null && day > from)) return null;
    day = plus(day, 1);
  }
  return day;
}

/** The same of a notice, answer by answer: a returned one leaves what was left, and a day at least; null while one lies with the office. */
export function answerBy(
  notice: {
    readonly issuedOn: string;
    readonly termDays: number;
    readonly answers: readonly { answeredOn: string; decidedOn: string | null; verdict: string | null }[];
  },
  held: readonly { from: string; to: string | null }[],
): string | null {
  const runs = (day: string) => isWorkingDay(day) && !held.some(({ from, to }) => day > from && (to === null || day <= to));
  let [start, left] = [notice.issuedOn, notice.termDays];
  for (const { answeredOn, decidedOn, verdict } of notice.answers) {
    if (verdict !== 'returned' || decidedOn === null) return null;
    for (let day = start; day < answeredOn; ) {
      day = plus(day, 1);
      if (runs(day)) left -= 1;
    }
    [start, left] = [decidedOn, Math.max(1, left)];
  }
  return lastDay(
    start,
    left,
    held.filter(({ to }) => to === null || to > start),
  );
}

const ranks = ['overdue', 'silent', 'behind', 'on-path', 'ahead'];
/** The light of a whole: the worst of its parts. */
export const worstLight = (lights: readonly string[]): string | undefined => ranks.find((light) => lights.includes(light));

/** The light of a milestone by its dates; `due`: the last day in time, null while something holds it. */
export function milestoneLightOn(
  { state, dueOn, firstDueOn, reportedOn, doneOn }: MilestoneDates,
  due: string | null,
  day: string,
): string {
  if (state === 'done' && doneOn !== null) return doneOn < (due ?? dueOn) ? 'ahead' : 'on-path';
  if (due === null) return 'on-path';
  if (state === 'reported' && reportedOn !== null) return reportedOn <= due ? 'on-path' : 'behind';
  if (day > due) return 'overdue';
  return dueOn > firstDueOn && day > firstDueOn ? 'behind' : 'on-path';
}
type MilestoneDates = {
  readonly state: string;
  readonly dueOn: string;
  readonly firstDueOn: string;
  readonly reportedOn: string | null;
  readonly doneOn: string | null;
};

const lastOfMonth = (month: string): string => plus(`${plus(`${month}-01`, 31).slice(0, 7)}-01`, -1);
export const monthsTo = (today: string): string[] => {
  const months: string[] = [];
  for (let month = FROM.slice(0, 7); month <= today.slice(0, 7); month = plus(`${month}-28`, 6).slice(0, 7)) months.push(month);
  return months;
};

/** A figure's number on a day, counted from the facts as they were known on another. */
export function valueOn(
  records: SimRecords,
  { count: rule, target }: FigureDefinition,
  day: string,
  knownOn = day,
): number | null {
  const yearFrom = `${day.slice(0, 4)}-01-01`;
  switch (rule.rule) {
    case 'sum': {
      const from = rule.window === 'year' ? yearFrom : rule.window === 'month' ? `${day.slice(0, 7)}-01` : FROM;
      return records.recount(rule.facts.kind, rule.facts.variants, from, day, knownOn);
    }
    case 'level':
      return records.recount(rule.facts.kind, rule.facts.variants, '0', day, knownOn);
    case 'ratio': {
      const from = rule.window === 'year' ? yearFrom : FROM;
      const whole = records.recount(rule.whole.kind, rule.whole.variants, from, day, knownOn);
      return whole > 0 ? (records.recount(rule.part.kind, rule.part.variants, from, day, knownOn) * 100) / whole : null;
    }
    default:
      throw new Error(`no ${rule.rule} in the simulation, ${target.per}`);
  }
}

/** Where a way given by months stands at the end of a day: each stretch walked evenly from the point before it. */
function steppedOn(points: readonly { day: string; value: number }[], from: string, day: string): number {
  let [lastAt, lastValue] = [placeOf(from) - 1, 0];
  for (const { day: next, value } of points) {
    const at = placeOf(next);
    if (placeOf(day) <= at) return lastValue + ((value - lastValue) * (placeOf(day) - lastAt)) / (at - lastAt);
    [lastAt, lastValue] = [at, value];
  }
  return lastValue;
}

/** What the promise amounts to over its span, and where its way stands at the end of a day: the straight line, or by the months given. */
export function lineOn({ per, value, by, path }: Target, day: string): { total: number; path: number | null } {
  const share = (from: string, to: string, total: number) => {
    const whole = placeOf(to) - placeOf(from) + 1;
    return Math.min(1, (placeOf(day) - placeOf(from) + 1) / whole) * total;
  };
  const year = day.slice(0, 4);
  if (per === 'year') return { total: value, path: share(`${year}-01-01`, `${year}-12-31`, value) };
  if (per === 'programme' && path) return { total: value, path: steppedOn([...path, { day: by, value }], FROM, day) };
  if (per === 'programme') return { total: value, path: share(FROM, by, value) };
  if (per === 'average-year') {
    const years = Number(by.slice(0, 4)) - Number(FROM.slice(0, 4)) + 1;
    return { total: value * years, path: share(FROM, by, value * years) };
  }
  return { total: value, path: per === 'standing' ? value : null };
}

export const isKept = (comparator: Target['comparator'], value: number | null, total: number): boolean => {
  if (value === null) return false;
  if (comparator === '~') return value >= total * 0.95;
  if (comparator === '>') return value > total;
  if (comparator === '<=') return value <= total;
  return value >= total;
};

/** The light that a figure should have on a day. */
export function lightOn(
  records: SimRecords,
  figure: FigureDefinition,
  day: string,
  lastRecord: string | null,
  silentAfter: number,
): string {
  const { target } = figure;
  const { total, path } = lineOn(target, day);
  const value = valueOn(records, figure, day);
  if (target.per === 'month') return monthlyLight(records, figure, day);
  if (isKept(target.comparator, value, total)) return target.per === 'standing' ? 'on-path' : 'ahead';
  if (day > target.by) return 'overdue';
  if (placeOf(day) - placeOf(lastRecord ?? FROM) > silentAfter) return 'silent';
  if (target.per === 'standing') return 'behind';
  const pace = value === null || path === null ? null : path > 0 ? value / path : 1;
  if (pace === null) return 'behind';
  return pace >= 1.05 ? 'ahead' : pace >= 0.95 ? 'on-path' : 'behind';
}

function monthlyLight(records: SimRecords, figure: FigureDefinition, day: string): string {
  const { target } = figure;
  const inMonth = (month: string) => valueOn(records, figure, month === day.slice(0, 7) ? day : lastOfMonth(month), day) ?? 0;
  const closed = monthsTo(day).filter((month) => month < day.slice(0, 7) && month.slice(0, 4) === day.slice(0, 4));
  const missed = closed.filter((month) => inMonth(month) < target.value);
  const last = closed.at(-1);
  if (last && inMonth(last) < target.value) return 'behind';
  return inMonth(day.slice(0, 7)) >= target.value && missed.length === 0 ? 'ahead' : 'on-path';
}

/** Below this share of its path a figure is urged; null where it has no path. */
export function paceOn(records: SimRecords, figure: FigureDefinition, day: string): number | null {
  const { path } = lineOn(figure.target, day);
  const value = valueOn(records, figure, day);
  return value === null || path === null ? null : path > 0 ? value / path : 1;
}
