import { daysBetween, firstDayOfMonth } from '../term/day.ts';
import type { Target } from './definition.ts';
import type { MonthValue } from './evaluate.ts';

/**
 * A light is computed from the figure against its interim path, never typed. The bounds are one table, so that an officer who asks
 * why a light is amber gets these numbers: ahead from 105 % of the path, on path from 95 %.
 */
export const bounds = Object.freeze({ ahead: 1.05, onPath: 0.95, about: 0.95 });

export type Light = 'ahead' | 'on-path' | 'behind' | 'overdue' | 'silent';
export type Reason = 'pace' | 'reached' | 'months-missed' | 'month-running' | 'silent' | 'never' | 'overdue' | 'lapsed';
export type LitBy = {
  readonly light: Light;
  readonly pace: number | null;
  readonly why: { reason: Reason; params: Record<string, string | number> };
};

export type Sight = {
  readonly on: string;
  readonly startsOn: string;
  readonly target: Target;
  readonly total: number;
  readonly value: number | null;
  readonly path: number | null;
  readonly lastDay: string | null;
  readonly silentAfterDays: number;
  /** Typed value that has lapsed. */
  readonly hasLapsed?: boolean;
  readonly months: readonly MonthValue[];
};

/** Whether a value keeps the promise. 约 (about) is kept from 95 %. */
export function isReached(target: Target, total: number, value: number | null): boolean {
  if (value === null) return false;
  switch (target.comparator) {
    case '>=':
    case '=':
      return value >= total;
    case '>':
      return value > total;
    case '<=':
      return value <= total;
    case '~':
      return value >= total * bounds.about;
  }
}

/** value ÷ path, turned round for a ceiling, so that more than 1 is always good. */
export function paceOf(target: Target, value: number | null, path: number | null): number | null {
  if (value === null || path === null) return null;
  if (target.comparator === '<=') return value > 0 ? path / value : 1;
  return path > 0 ? value / path : 1;
}

export function lightOf(sight: Sight): LitBy {
  const { target, total, value, path, on } = sight;
  const pace = paceOf(target, value, path);
  const lit = (light: Light, reason: Reason, params: Record<string, string | number> = {}): LitBy => ({
    light,
    pace,
    why: { reason, params },
  });

  if (sight.hasLapsed) return lit('silent', 'lapsed');
  if (target.per === 'month') return monthLight(sight, lit);
  if (isReached(target, total, value))
    return lit(target.per === 'standing' ? 'on-path' : 'ahead', 'reached', { value: value ?? 0, total });
  if (on > target.by) return lit('overdue', 'overdue', { by: target.by, value: value ?? 0, total });
  const quiet = daysBetween(sight.lastDay ?? sight.startsOn, on);
  if (quiet > sight.silentAfterDays) {
    return sight.lastDay
      ? lit('silent', 'silent', { days: quiet, lastDay: sight.lastDay, allowed: sight.silentAfterDays })
      : lit('silent', 'never', { days: quiet });
  }
  const numbers = { value: value ?? 0, path: path ?? 0, percent: Math.floor((pace ?? 0) * 100) };
  // A standing promise allows no lag: 97.9 % signed is not 98 %.
  if (target.per === 'standing') return lit('behind', 'pace', numbers);
  if (pace !== null && pace >= bounds.ahead) return lit('ahead', 'pace', numbers);
  return lit(pace !== null && pace >= bounds.onPath ? 'on-path' : 'behind', 'pace', numbers);
}

/** Each month on its own: a missed month stays missed for the year; the running month may still be made up. */
function monthLight(
  { on, total, target, months }: Sight,
  lit: (light: Light, reason: Reason, params?: Record<string, string | number>) => LitBy,
): LitBy {
  const running = firstDayOfMonth(on);
  const closed = months.filter(({ month }) => month < running && month.slice(0, 4) === on.slice(0, 4));
  const missed = closed.filter(({ value }) => !isReached(target, total, value.value)).length;
  const now = months.find(({ month }) => month === running)?.value.value ?? 0;
  const last = closed.at(-1);
  if (last && !isReached(target, total, last.value.value))
    return lit('behind', 'months-missed', { missed, months: closed.length });
  if (isReached(target, total, now)) return lit(missed > 0 ? 'on-path' : 'ahead', 'month-running', { value: now, total, missed });
  return lit('on-path', 'month-running', { value: now, total, missed });
}
