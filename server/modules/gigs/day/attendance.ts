import { Problem } from '../../../kernel/problem.ts';
import type { Terms } from '../rules/terms.ts';
import type { Ending } from './contract.ts';

const MINUTE = 60_000;

/** When a shift was ordered to be. */
export type OrderedShift = { readonly startsAt: Date; readonly endsAt: Date; readonly breakMinutes: number };

/**
 * Whether a shift may be said to have begun at an instant: not long before its start, and not when it is over.
 * @throws Problem `gig-shift-early`, `gig-shift-over`
 */
export function checkStart(at: Date, { startsAt, endsAt }: OrderedShift, { attendance }: Terms): void {
  if (at.getTime() < startsAt.getTime() - attendance.earliestMinutes * MINUTE)
    throw new Problem('conflict', 'gig-shift-early', { minutes: attendance.earliestMinutes });
  if (at >= endsAt) throw new Problem('conflict', 'gig-shift-over');
}

/**
 * Whether a shift that began may be said to have ended so: after its beginning, within the longest shift there is, and with a break that
 * is shorter than it.
 * @throws Problem `gig-end-before-start`, `gig-shift-too-long`, `gig-break-longer-than-shift`
 */
export function checkEnd(startedAt: Date, endedAt: Date, breakMinutes: number, { attendance }: Terms): void {
  const minutes = (endedAt.getTime() - startedAt.getTime()) / MINUTE;
  if (minutes <= 0) throw new Problem('invalid', 'gig-end-before-start');
  if (minutes > attendance.longestHours * 60)
    throw new Problem('invalid', 'gig-shift-too-long', { hours: attendance.longestHours });
  if (breakMinutes > minutes) throw new Problem('invalid', 'gig-break-longer-than-shift');
}

/** From when until when time counts, milliseconds: never before the ordered start, and what is on time by the terms is on time. */
export function countedTime(
  { startedAt, endedAt }: { readonly startedAt: Date; readonly endedAt: Date },
  order: Pick<OrderedShift, 'startsAt' | 'endsAt'>,
  { attendance }: Terms,
): { readonly from: number; readonly until: number } {
  const grace = attendance.graceMinutes * MINUTE;
  const [start, end] = [order.startsAt.getTime(), order.endsAt.getTime()];
  const [from, until] = [startedAt.getTime(), endedAt.getTime()];
  return { from: from <= start + grace ? start : from, until: Math.abs(until - end) <= grace ? end : until };
}

/**
 * The break of a shift where nobody said another: the ordered one, taken after half of the ordered time. Who goes before has had none, who
 * goes during it has had a part: worked minutes never fall by staying longer.
 */
export function usualBreak(
  shift: { readonly startedAt: Date; readonly endedAt: Date },
  order: OrderedShift,
  terms: Terms,
): number {
  const { from, until } = countedTime(shift, order, terms);
  const half = (order.endsAt.getTime() - order.startsAt.getTime()) / 2;
  return Math.min(order.breakMinutes, Math.max(0, Math.floor((until - from - half) / MINUTE)));
}

/** How a shift ended where nobody said it: early means that the worker left, which the employer or the counter can correct. */
export const usualEnding = (endedAt: Date, { endsAt }: OrderedShift, { attendance }: Terms): Ending =>
  endedAt.getTime() < endsAt.getTime() - attendance.graceMinutes * MINUTE ? 'left-early' : 'done';
