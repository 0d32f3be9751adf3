import { addDays, daysBetween, firstDayOfMonth, lastDayOfMonth } from '../term/day.ts';
import type { Target } from './definition.ts';

/**
 * The interim path: where a figure should stand on a day to arrive in time. Linear, unless the implementation plan gives values
 * on the way. A standing promise (98 % signed) has no way to go: its path is the target itself, every day.
 */
export type Span = { readonly from: string; readonly to: string; readonly total: number };

/** The span a target runs over, as seen on `on`: this year, this month, or the programme to its deadline. */
export function spanOf(target: Target, on: string, startsOn: string): Span {
  const year = on.slice(0, 4);
  switch (target.per) {
    case 'year':
      return { from: `${year}-01-01` > startsOn ? `${year}-01-01` : startsOn, to: `${year}-12-31`, total: target.value };
    case 'month':
      return { from: firstDayOfMonth(on), to: lastDayOfMonth(on), total: target.value };
    case 'average-year':
      return { from: startsOn, to: target.by, total: target.value * Math.round(daysBetween(startsOn, target.by) / 365.25) };
    case 'programme':
      return { from: startsOn, to: target.by, total: target.value };
    case 'standing':
      return { from: startsOn, to: target.by, total: target.value };
  }
}

/** Where the figure should stand at the end of `on`; null where the promise has no path (each month anew). */
export function pathAt(target: Target, on: string, startsOn: string): number | null {
  if (target.per === 'month') return null;
  const span = spanOf(target, on, startsOn);
  if (target.per === 'standing') return span.total;
  const given = (target.path ?? []).filter((point) => point.day >= span.from && point.day <= span.to);
  // The day before the span begins stands at nothing; the last day stands at the whole.
  const points = [{ day: addDays(span.from, -1), value: 0 }, ...given, { day: span.to, value: span.total }].sort((a, b) =>
    a.day < b.day ? -1 : 1,
  );
  const next = points.findIndex((point) => point.day >= on);
  if (next === -1) return span.total;
  const [before, after] = [points[next - 1], points[next]];
  if (!before || !after) return after?.value ?? 0;
  const share = daysBetween(before.day, on) / Math.max(1, daysBetween(before.day, after.day));
  return before.value + (after.value - before.value) * share;
}
