import type { Order } from '../orders/contract.ts';
import { workedMinutes } from '../orders/pay.ts';
import type { Terms } from '../rules/terms.ts';
import { countedTime } from './attendance.ts';
import type { Ending, WageLine } from './contract.ts';

const MINUTE = 60_000;

export type WagedOrder = Pick<Order, 'startsAt' | 'endsAt' | 'breakMinutes' | 'payBy' | 'pay'>;

export type Attendance = {
  readonly startedAt: Date;
  readonly endedAt: Date;
  readonly breakMinutes: number;
  readonly ending: Ending;
};

export type Wage = {
  /** Worked, and how many of them beyond what was ordered. */
  readonly minutes: number;
  readonly overtimeMinutes: number;
  readonly lines: readonly WageLine[];
  /** The sum of the lines, fen. */
  readonly amount: number;
};

/**
 * What a shift earns (ADR 0019). Ordered time pays as agreed: by the day wholly or in its part, by the hour by the minute. What was worked beyond it,
 * breaks not given included, is overtime by the terms. Where the employer ended the day early, the terms say how much of the promised pay
 * stands. Coming early earns nothing: an order that begins earlier is another order. Pure; fen and minutes, rounded once a line.
 *
 * Never negative, never less for staying longer; a full day pays exactly what was agreed.
 */
export function wageOf(order: WagedOrder, attendance: Attendance, terms: Terms): Wage {
  const ordered = workedMinutes(order.startsAt, order.endsAt, order.breakMinutes);
  const { late, minutes } = workedOf(order, attendance, terms);
  const overtimeMinutes = Math.max(0, minutes - ordered);
  const regular = minutes - overtimeMinutes;
  const lines: WageLine[] = [];
  const worked = payFor(order, regular, ordered);
  if (order.payBy === 'hour') lines.push({ code: 'hours', minutes: regular, rate: order.pay, amount: worked });
  else if (regular === ordered) lines.push({ code: 'agreed-day', minutes: regular, amount: worked });
  else lines.push({ code: 'part-day', minutes: regular, of: ordered, amount: worked });

  if (attendance.ending === 'sent-home') {
    // Without being sent home they would have worked to the ordered end; what they came late by is their own.
    const promised = Math.max(
      regular,
      ordered - Math.min(ordered, late + Math.max(0, attendance.breakMinutes - order.breakMinutes)),
    );
    const { percent } = terms.sentHome;
    const amount = Math.round(((payFor(order, promised, ordered) - worked) * percent) / 100);
    if (amount > 0) lines.push({ code: 'sent-home', minutes: promised - regular, percent, amount });
  }
  if (overtimeMinutes > 0) {
    const { percent } = terms.overtime;
    const perHour = order.payBy === 'hour' ? order.pay : (order.pay * 60) / Math.max(1, ordered);
    lines.push({
      code: 'overtime',
      minutes: overtimeMinutes,
      rate: Math.round(perHour),
      percent,
      amount: Math.round((perHour * overtimeMinutes * percent) / 6000),
    });
  }
  return { minutes, overtimeMinutes, lines, amount: lines.reduce((sum, { amount }) => sum + amount, 0) };
}

/** Minutes late, and minutes worked. */
function workedOf(order: WagedOrder, attendance: Attendance, terms: Terms) {
  const { from, until } = countedTime(attendance, order, terms);
  return {
    late: Math.floor((from - order.startsAt.getTime()) / MINUTE),
    minutes: Math.max(0, Math.floor((until - from) / MINUTE) - attendance.breakMinutes),
  };
}

/** Pay for minutes of ordered time. */
const payFor = ({ payBy, pay }: WagedOrder, minutes: number, ordered: number): number =>
  payBy === 'hour'
    ? Math.round((pay * minutes) / 60)
    : minutes >= ordered
      ? pay
      : Math.round((pay * minutes) / Math.max(1, ordered));
