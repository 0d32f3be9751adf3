import { daysBetween, lastDayOfMonth } from '../term/day.ts';
import type { FigureDefinition } from './definition.ts';
import type { MonthValue } from './evaluate.ts';
import { isReached } from './light.ts';
import type { Span } from './path.ts';

export type Forecast = {
  readonly method: 'recent-rate' | 'standing-change' | 'share' | 'none';
  readonly day: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly reaches: boolean | null;
  readonly basis: { readonly days: number; readonly perDay: number | null };
};

const RECENT = 3;
const RANGE = 6;

/**
 * What happens if things go on as they did: plain arithmetic that a leader can redo on paper.
 *
 * - sums: today's number + the daily rate of the last three full months × the days left (`recent-rate`);
 * - levels and coverage: the same with the net change of the last three full months (`standing-change`);
 * - ratios: the share of the last three full months, or as it stands (`share`).
 *
 * The band is the slowest and the fastest of the last six full months going on. Fewer than two full months: nothing is said.
 */
export function forecastOf(
  definition: FigureDefinition,
  months: readonly MonthValue[],
  value: number | null,
  on: string,
  span: Span,
): Forecast {
  const { count: rule, target } = definition;
  const none: Forecast = {
    method: 'none',
    day: span.to,
    value: null,
    low: null,
    high: null,
    reaches: null,
    basis: { days: 0, perDay: null },
  };
  const full = months.filter(({ month }) => lastDayOfMonth(month) <= on);
  if (rule.rule === 'typed' || value === null || full.length < 2 || target.per === 'month' || on > span.to) return none;
  const left = daysBetween(on, span.to);

  if (rule.rule === 'ratio') {
    const recent = full.slice(-RANGE).flatMap(({ standing }) => (standing.value === null ? [] : [standing.value]));
    if (recent.length < 2) return none;
    const [low, high] = [Math.min(...recent, value), Math.max(...recent, value)];
    return {
      method: 'share',
      day: span.to,
      value,
      low,
      high,
      reaches: isReached(target, span.total, value),
      basis: { days: recent.length * 30, perDay: null },
    };
  }

  const rates = full.slice(-RANGE).map((month, at, used) => {
    const before = used[at - 1] ?? full[full.length - used.length - 1];
    const change = rule.rule === 'sum' ? (month.value.value ?? 0) : (month.standing.value ?? 0) - (before?.standing.value ?? 0);
    return { change, days: Number(lastDayOfMonth(month.month).slice(8)) };
  });
  const recent = rates.slice(-RECENT);
  const days = recent.reduce((total, { days }) => total + days, 0);
  const perDay = recent.reduce((total, { change }) => total + change, 0) / days;
  const daily = rates.map(({ change, days }) => change / days);
  // A share of places cannot pass 100 %, and nothing stands below zero.
  const bounded = (reached: number) => Math.max(0, rule.rule === 'coverage' ? Math.min(100, reached) : reached);
  const ahead = bounded(value + perDay * left);
  return {
    method: rule.rule === 'sum' ? 'recent-rate' : 'standing-change',
    day: span.to,
    value: ahead,
    low: bounded(value + Math.min(...daily) * left),
    high: bounded(value + Math.max(...daily) * left),
    reaches: isReached(target, span.total, ahead),
    basis: { days, perDay },
  };
}
