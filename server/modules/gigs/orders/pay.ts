import type { OrderWork } from './contract.ts';

const HOUR = 3_600_000;
/** A full day for comparing day pay with hourly pay (劳动法 第三十六条: eight hours a day). */
const FULL_DAY_HOURS = 8;

/** Minutes of work in an order: from start to end without the break. */
export const workedMinutes = (startsAt: Date, endsAt: Date, breakMinutes: number): number =>
  Math.max(0, Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000) - breakMinutes);

/** What the whole stretch pays, in fen. */
export function stretchPay(order: Pick<OrderWork, 'payBy' | 'pay' | 'breakMinutes'> & { startsAt: Date; endsAt: Date }): number {
  if (order.payBy === 'day') return order.pay;
  return Math.round((order.pay * workedMinutes(order.startsAt, order.endsAt, order.breakMinutes)) / 60);
}

/**
 * Pay for a day of eight hours, in fen, to compare an order with what a worker accepts. A short stretch is compared by its hour, so that
 * four hours for half a day's money are not refused; a long one by what it pays in all, never by more than its hours earn.
 */
export function payPerDay(order: Pick<OrderWork, 'payBy' | 'pay' | 'breakMinutes'> & { startsAt: Date; endsAt: Date }): number {
  const hours = Math.max(1, (order.endsAt.getTime() - order.startsAt.getTime()) / HOUR - order.breakMinutes / 60);
  return Math.round((stretchPay(order) / hours) * FULL_DAY_HOURS);
}
