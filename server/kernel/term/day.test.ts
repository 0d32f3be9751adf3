import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, dayOf, daysBetween, isDay, lastDayOfMonth, monthOf, startOfDay, weekdayOf } from './day.ts';

const day = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a day', () => {
  test('is only taken when it is real', () => {
    for (const text of ['2026-11-24', '2024-02-29', '2000-02-29', '1000-01-01', '9999-12-31'])
      expect(isDay(text), text).toBe(true);
    for (const text of [
      '2026-02-29',
      '1900-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-01-00',
      '2026-04-31',
      '2026-1-1',
      '20261124',
      '0999-12-31',
      '2026-11-24T00:00',
      ' 2026-11-24',
      '2026年11月24日',
      '',
    ]) {
      expect(isDay(text), text).toBe(false);
      expect(() => addDays(text, 1), text).toThrow(RangeError);
    }
  });

  test('knows its weekday, Monday being 1 and Sunday 7', () => {
    expect(weekdayOf('2026-11-24')).toBe(2);
    expect(weekdayOf('1970-01-01')).toBe(4);
    expect(weekdayOf('1969-12-28')).toBe(7);
    expect(weekdayOf('2026-11-23')).toBe(1);
  });

  test('moves by days over month ends, year ends and leap days', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2025-03-01', -1)).toBe('2025-02-28');
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addDays('2026-01-01', 0.5)).toThrow(RangeError);
    expect(() => addDays('2026-01-01', Number.NaN)).toThrow(RangeError);
  });

  test('moving forth and back ends where it began, and the distance is what was moved', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -20000, max: 20000 }), (from, count) => {
        const to = addDays(from, count);
        expect(addDays(to, -count)).toBe(from);
        expect(daysBetween(from, to)).toBe(count);
        expect(Math.sign(count)).toBe(to === from ? 0 : to > from ? 1 : -1);
      }),
    );
  });

  test('moves by months and stays within the shorter month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2026-11-24', 2)).toBe('2027-01-24');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(addMonths('2026-01-15', -13)).toBe('2024-12-15');
    expect(addMonths('2026-11-24', 0)).toBe('2026-11-24');
    expect(() => addMonths('2026-11-24', 1.5)).toThrow(RangeError);
    expect(() => addMonths('2026-02-30', 1)).toThrow(RangeError);
  });

  test('knows its month and the last day of it', () => {
    expect(monthOf('2026-11-24')).toBe('2026-11');
    expect(lastDayOfMonth('2026-11')).toBe('2026-11-30');
    expect(lastDayOfMonth('2024-02-03')).toBe('2024-02-29');
    expect(lastDayOfMonth('2026-12')).toBe('2026-12-31');
    expect(() => lastDayOfMonth('2026-13')).toThrow(RangeError);
    fc.assert(
      fc.property(day, (any) => {
        const last = lastDayOfMonth(any);
        expect(monthOf(last)).toBe(monthOf(any));
        expect(monthOf(addDays(last, 1))).not.toBe(monthOf(any));
      }),
    );
  });
});

describe('an instant', () => {
  test('falls on the Beijing day, whatever the time zone of the machine', () => {
    expect(dayOf(new Date('2026-11-23T15:59:59.999Z'))).toBe('2026-11-23');
    expect(dayOf(new Date('2026-11-23T16:00:00Z'))).toBe('2026-11-24');
    expect(dayOf(Date.parse('2026-12-31T16:00:00Z'))).toBe('2027-01-01');
    expect(dayOf(new Date('2026-11-23T16:00:00Z'), 'UTC')).toBe('2026-11-23');
    expect(dayOf(new Date('2026-11-24T03:00:00Z'), 'America/Los_Angeles')).toBe('2026-11-23');
    expect(() => dayOf(new Date(Number.NaN))).toThrow(RangeError);
  });

  test('a Beijing day begins at 16:00 of the day before in UTC, and one hour earlier in the summers of 1986 to 1991', () => {
    expect(startOfDay('2026-11-24').toISOString()).toBe('2026-11-23T16:00:00.000Z');
    expect(startOfDay('1988-07-01').toISOString()).toBe('1988-06-30T15:00:00.000Z');
    expect(startOfDay('2026-03-08', 'America/Los_Angeles').toISOString()).toBe('2026-03-08T08:00:00.000Z');
    expect(startOfDay('2026-03-09', 'America/Los_Angeles').toISOString()).toBe('2026-03-09T07:00:00.000Z');
  });

  test('the first instant of a day belongs to it and the one before does not', () => {
    fc.assert(
      fc.property(day, (any) => {
        const start = startOfDay(any);
        expect(dayOf(start)).toBe(any);
        expect(dayOf(start.getTime() - 1)).toBe(addDays(any, -1));
      }),
      { numRuns: 300, examples: [['1927-01-01'], ['1940-06-01'], ['1949-05-28'], ['1986-05-04'], ['1991-09-15']] },
    );
  });
});
