import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedTerms, type Terms } from '../rules/terms.ts';
import { instantAt } from '../shifts.ts';
import { usualBreak, usualEnding } from './attendance.ts';
import type { Ending } from './contract.ts';
import { type Attendance, type WagedOrder, wageOf } from './wage.ts';

const DAY = '2026-06-18';
const terms = shippedTerms(DAY);
const at = (time: string) => instantAt(DAY, time);
/** Seven to four with an hour's break, 240 yuan: eight hours. */
const day: WagedOrder = { startsAt: at('07:00'), endsAt: at('16:00'), breakMinutes: 60, payBy: 'day', pay: 24_000 };
const hourly: WagedOrder = { ...day, payBy: 'hour', pay: 3_000 };
const worked = (from: string, to: string, breakMinutes = 60, ending: Ending = 'done'): Attendance => ({
  startedAt: at(from),
  endedAt: at(to),
  breakMinutes,
  ending,
});
const MINUTE = 60_000;

describe('what a shift earns', () => {
  it.each<[string, WagedOrder, Attendance, { amount: number; minutes: number; overtimeMinutes: number; lines: object[] }]>([
    [
      'a day as agreed',
      day,
      worked('07:00', '16:00'),
      { amount: 24_000, minutes: 480, overtimeMinutes: 0, lines: [{ code: 'agreed-day' }] },
    ],
    [
      'coming early earns nothing',
      day,
      worked('06:10', '16:00'),
      { amount: 24_000, minutes: 480, overtimeMinutes: 0, lines: [{ code: 'agreed-day' }] },
    ],
    [
      'four minutes late, five early',
      day,
      worked('07:04', '15:55'),
      { amount: 24_000, minutes: 480, overtimeMinutes: 0, lines: [{ code: 'agreed-day' }] },
    ],
    [
      'half an hour late',
      day,
      worked('07:30', '16:00'),
      { amount: 22_500, minutes: 450, overtimeMinutes: 0, lines: [{ code: 'part-day', of: 480 }] },
    ],
    [
      'left at noon',
      day,
      worked('07:00', '12:00', 0, 'left-early'),
      { amount: 15_000, minutes: 300, overtimeMinutes: 0, lines: [{ code: 'part-day', minutes: 300 }] },
    ],
    [
      'sent home at noon: the promised pay stands',
      day,
      worked('07:00', '12:00', 0, 'sent-home'),
      {
        amount: 24_000,
        minutes: 300,
        overtimeMinutes: 0,
        lines: [
          { code: 'part-day', amount: 15_000 },
          { code: 'sent-home', amount: 9_000 },
        ],
      },
    ],
    [
      'an hour late and sent home: what one came late by is one’s own',
      day,
      worked('08:00', '12:00', 0, 'sent-home'),
      { amount: 21_000, minutes: 240, overtimeMinutes: 0, lines: [{ amount: 12_000 }, { code: 'sent-home', amount: 9_000 }] },
    ],
    [
      'two hours more, at one and a half times',
      day,
      worked('07:00', '18:00'),
      {
        amount: 33_000,
        minutes: 600,
        overtimeMinutes: 120,
        lines: [{ amount: 24_000 }, { code: 'overtime', rate: 3_000, percent: 150, amount: 9_000 }],
      },
    ],
    [
      'a break that was not given',
      day,
      worked('07:00', '16:00', 0),
      { amount: 28_500, minutes: 540, overtimeMinutes: 60, lines: [{ amount: 24_000 }, { code: 'overtime', amount: 4_500 }] },
    ],
    [
      'by the hour',
      hourly,
      worked('07:00', '15:00'),
      { amount: 21_000, minutes: 420, overtimeMinutes: 0, lines: [{ code: 'hours', rate: 3_000 }] },
    ],
    [
      'by the hour, with overtime',
      hourly,
      worked('07:00', '17:00'),
      {
        amount: 28_500,
        minutes: 540,
        overtimeMinutes: 60,
        lines: [
          { code: 'hours', amount: 24_000 },
          { code: 'overtime', amount: 4_500 },
        ],
      },
    ],
  ])('%s', (_what, order, attendance, expected) => {
    expect(wageOf(order, attendance, terms)).toMatchObject(expected);
  });

  const order = fc
    .record({
      length: fc.integer({ min: 60, max: 16 * 60 }),
      pause: fc.integer({ min: 0, max: 240 }),
      payBy: fc.constantFrom('day' as const, 'hour' as const),
      pay: fc.integer({ min: 100, max: 1_000_000 }),
    })
    .map(({ length, pause, payBy, pay }): WagedOrder => {
      const startsAt = at('06:00');
      const endsAt = new Date(startsAt.getTime() + length * MINUTE);
      return { startsAt, endsAt, breakMinutes: Math.min(pause, Math.floor(length / 2)), payBy, pay };
    });
  const attendance = fc.record({
    late: fc.integer({ min: -60, max: 600 }),
    stayed: fc.integer({ min: 1, max: 16 * 60 }),
    breakMinutes: fc.integer({ min: 0, max: 240 }),
    ending: fc.constantFrom<Ending>('done', 'left-early', 'sent-home'),
  });
  const anyTerms = fc
    .record({
      overtime: fc.integer({ min: 100, max: 300 }),
      sentHome: fc.integer({ min: 0, max: 100 }),
      grace: fc.integer({ min: 0, max: 30 }),
    })
    .map(
      ({ overtime, sentHome, grace }): Terms => ({
        ...terms,
        overtime: { ...terms.overtime, percent: overtime },
        sentHome: { ...terms.sentHome, percent: sentHome },
        attendance: { ...terms.attendance, graceMinutes: grace },
      }),
    );
  const asAttendance = (
    one: WagedOrder,
    { late, stayed, ...rest }: { late: number; stayed: number; breakMinutes: number; ending: Ending },
  ) => {
    const startedAt = new Date(one.startsAt.getTime() + late * MINUTE);
    return { startedAt, endedAt: new Date(startedAt.getTime() + stayed * MINUTE), ...rest };
  };

  it('is never negative, whole fen, and exactly what its lines add up to', () => {
    fc.assert(
      fc.property(order, attendance, anyTerms, (one, given, by) => {
        const { amount, lines, minutes, overtimeMinutes } = wageOf(one, asAttendance(one, given), by);
        expect(lines.reduce((sum, line) => sum + line.amount, 0)).toBe(amount);
        for (const number of [amount, minutes, overtimeMinutes, ...lines.flatMap((line) => [line.amount, line.minutes])]) {
          expect(Number.isSafeInteger(number)).toBe(true);
          expect(number).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('never pays less for staying longer, coming earlier or a shorter break', () => {
    fc.assert(
      fc.property(order, attendance, anyTerms, fc.integer({ min: 0, max: 300 }), (one, given, by, more) => {
        const pay = wageOf(one, asAttendance(one, given), by).amount;
        expect(wageOf(one, asAttendance(one, { ...given, stayed: given.stayed + more }), by).amount).toBeGreaterThanOrEqual(pay);
        const earlier = { ...given, late: given.late - more, stayed: given.stayed + more };
        expect(wageOf(one, asAttendance(one, earlier), by).amount).toBeGreaterThanOrEqual(pay);
        const shorter = { ...given, breakMinutes: Math.max(0, given.breakMinutes - more) };
        expect(wageOf(one, asAttendance(one, shorter), by).amount).toBeGreaterThanOrEqual(pay);
      }),
      { numRuns: 500 },
    );
  });

  it('pays exactly the agreed pay for exactly the ordered time, and never less to whoever was sent home on time', () => {
    fc.assert(
      fc.property(order, anyTerms, fc.integer({ min: 1, max: 960 }), (one, by, stayed) => {
        const full = { startedAt: one.startsAt, endedAt: one.endsAt, breakMinutes: one.breakMinutes, ending: 'done' as const };
        const ordered = (one.endsAt.getTime() - one.startsAt.getTime()) / MINUTE - one.breakMinutes;
        const agreed = one.payBy === 'day' ? one.pay : Math.round((one.pay * ordered) / 60);
        expect(wageOf(one, full, by)).toMatchObject({ amount: agreed, overtimeMinutes: 0 });
        const endedAt = new Date(one.startsAt.getTime() + stayed * MINUTE);
        const sent = wageOf(
          one,
          { ...full, endedAt, breakMinutes: 0, ending: 'sent-home' },
          { ...by, sentHome: { ...by.sentHome, percent: 100 } },
        );
        expect(sent.amount).toBeGreaterThanOrEqual(agreed);
      }),
      { numRuns: 300 },
    );
  });

  it('by the usual break, staying longer never means fewer minutes', () => {
    fc.assert(
      fc.property(order, fc.integer({ min: -60, max: 600 }), fc.integer({ min: 1, max: 900 }), (one, late, stayed) => {
        const startedAt = new Date(one.startsAt.getTime() + late * MINUTE);
        const pay = (minutes: number) => {
          const endedAt = new Date(startedAt.getTime() + minutes * MINUTE);
          const ending = usualEnding(endedAt, one, terms);
          return wageOf(one, { startedAt, endedAt, breakMinutes: usualBreak({ startedAt, endedAt }, one, terms), ending }, terms)
            .amount;
        };
        expect(pay(stayed + 1)).toBeGreaterThanOrEqual(pay(stayed));
      }),
      { numRuns: 500 },
    );
  });
});
