import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from './day.ts';
import { loadCalendar } from './load-calendar.ts';
import { dueOn, type Pause, remaining, type TermLength } from './term.ts';

const china = loadCalendar(fileURLToPath(new URL('../../../programme/calendar', import.meta.url)));
const due = (startedOn: string, length: TermLength, pauses: Pause[] = []) => dueOn({ startedOn, length, pauses }, china);

describe('a due date', () => {
  test('five working days from a Tuesday are the next Tuesday: the day of starting is not counted', () => {
    expect(due('2026-11-24', { workingDays: 5 })).toBe('2026-12-01');
    expect(due('2026-11-24', { workingDays: 0 })).toBe('2026-11-24');
  });

  test('holidays are jumped and make-up days are counted', () => {
    expect(due('2026-09-30', { workingDays: 3 })).toBe('2026-10-10');
  });

  test('fifteen calendar days that would end on a holiday end on the next working day (Civil Code art. 203)', () => {
    expect(due('2026-09-16', { calendarDays: 15 })).toBe('2026-10-08');
    expect(due('2026-11-02', { calendarDays: 15 })).toBe('2026-11-17');
    expect(due('2025-12-25', { calendarDays: 10 })).toBe('2026-01-04');
  });

  test('the clock stands still from the day after asking until the day of the answer', () => {
    expect(due('2026-11-24', { workingDays: 5 }, [{ from: '2026-11-26', to: '2026-12-02' }])).toBe('2026-12-07');
    expect(due('2026-11-24', { workingDays: 5 }, [{ from: '2026-11-26', to: '2026-11-26' }])).toBe('2026-12-01');
  });

  test('overlapping pauses are not counted twice', () => {
    const once = due('2026-11-24', { workingDays: 8 }, [{ from: '2026-11-25', to: '2026-12-03' }]);
    const twice = due('2026-11-24', { workingDays: 8 }, [
      { from: '2026-11-25', to: '2026-12-01' },
      { from: '2026-11-27', to: '2026-12-03' },
    ]);
    expect(twice).toBe(once);
  });

  test('while an answer is awaited there is no due date, unless the term was over before', () => {
    expect(due('2026-11-24', { workingDays: 5 }, [{ from: '2026-11-26', to: null }])).toBeNull();
    expect(due('2026-11-24', { workingDays: 5 }, [{ from: '2026-12-01', to: null }])).toBe('2026-12-01');
    expect(due('2026-11-24', { workingDays: 5 }, [{ from: '2026-12-02', to: null }])).toBe('2026-12-01');
    expect(due('2026-09-16', { calendarDays: 15 }, [{ from: '2026-10-02', to: null }])).toBeNull();
  });

  test('lengths, days and pauses that make no sense are refused', () => {
    for (const length of [{ workingDays: -1 }, { calendarDays: 1.5 }, { workingDays: Number.NaN }, { calendarDays: 1e6 }]) {
      expect(() => due('2026-11-24', length)).toThrow(RangeError);
    }
    expect(() => due('2026-11-31', { workingDays: 1 })).toThrow(RangeError);
    expect(() => due('2026-11-24', { workingDays: 1 }, [{ from: '2026-12-02', to: '2026-12-01' }])).toThrow(RangeError);
  });
});

describe('what remains of a term', () => {
  const term = { startedOn: '2026-11-24', length: { workingDays: 5 } };

  test('counts down to zero on the due day and goes below afterwards', () => {
    expect(remaining(term, '2026-11-24', china)).toEqual({
      days: 5,
      unit: 'working-day',
      dueOn: '2026-12-01',
      isPaused: false,
      isOverdue: false,
      isEstimated: false,
    });
    expect(remaining(term, '2026-11-28', china).days).toBe(2);
    expect(remaining(term, '2026-12-01', china)).toMatchObject({ days: 0, isOverdue: false });
    expect(remaining(term, '2026-12-03', china)).toMatchObject({ days: -2, isOverdue: true });
    expect(remaining(term, '2026-11-01', china).days).toBe(5);
  });

  test('counts no late day while the clock stands still, whether it is over or not', () => {
    const late = {
      startedOn: '2026-11-23',
      length: { workingDays: 5 },
      pauses: [{ from: '2026-12-01', to: '2026-12-03' }],
    } as const;
    expect(remaining(late, '2026-12-03', china)).toMatchObject({
      dueOn: '2026-11-30',
      days: -1,
      isOverdue: true,
      isPaused: true,
    });
    expect(remaining(late, '2026-12-04', china)).toMatchObject({ dueOn: '2026-11-30', days: -2, isPaused: false });
    const held = { ...late, pauses: [{ from: '2026-12-01', to: null }] };
    expect(remaining(held, '2027-03-01', china)).toMatchObject({ dueOn: '2026-11-30', days: -1, isOverdue: true });
  });

  test('overdue by a weekend only is zero working days late, yet late', () => {
    const friday = { startedOn: '2026-11-23', length: { workingDays: 4 } };
    expect(remaining(friday, '2026-11-28', china)).toMatchObject({ dueOn: '2026-11-27', days: 0, isOverdue: true });
  });

  test('stays the same through an open pause', () => {
    const paused = { ...term, pauses: [{ from: '2026-11-26', to: null }] };
    for (const today of ['2026-11-26', '2026-11-27', '2027-03-01']) {
      expect(remaining(paused, today, china)).toMatchObject({ days: 3, dueOn: null, isOverdue: false });
    }
    expect(remaining(paused, '2026-11-26', china).isPaused).toBe(false);
    expect(remaining(paused, '2026-11-27', china).isPaused).toBe(true);
  });

  test('has no day left, and is not overdue, when it is used up on a weekend and a pause begins before the next working day', () => {
    const used = { startedOn: '2026-02-07', length: { calendarDays: 35 }, pauses: [{ from: '2026-03-15', to: null }] };
    for (const today of ['2026-03-14', '2026-03-15', '2026-03-16']) {
      expect(remaining(used, today, china)).toMatchObject({ days: 0, dueOn: null, isOverdue: false });
    }
  });

  test('says that it is an estimate when it runs into a year whose holidays are not announced', () => {
    const far = { startedOn: '2098-12-25', length: { workingDays: 10 } };
    expect(remaining(far, '2098-12-25', china).isEstimated).toBe(true);
  });

  test('for any pauses and any day: counting every day by hand gives the same', () => {
    const offset = fc.integer({ min: 0, max: 90 });
    const pauses = fc.array(
      fc.tuple(offset, fc.option(offset, { nil: null, freq: 4 })).map(
        ([from, length]): Pause => ({
          from: addDays('2026-01-10', from),
          to: length === null ? null : addDays('2026-01-10', from + length),
        }),
      ),
      { maxLength: 4 },
    );
    const lengths = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(pauses, lengths, fc.boolean(), fc.integer({ min: -5, max: 200 }), (list, length, inWorkingDays, at) => {
        const any = {
          startedOn: '2026-01-10',
          length: inWorkingDays ? { workingDays: length } : { calendarDays: length },
          pauses: list,
        };
        const isPaused = (day: string) => list.some((pause) => day > pause.from && (pause.to === null || day <= pause.to));
        const counted = (day: string) => !isPaused(day) && (!inWorkingDays || china.isWorkingDay(day));
        let expected: string | null = null;
        let left = length;
        for (let day = addDays(any.startedOn, 1); day < '2028-01-01' && expected === null; day = addDays(day, 1)) {
          if (counted(day)) left--;
          if (left <= 0 && !isPaused(day) && china.isWorkingDay(day)) expected = day;
        }
        expect(dueOn(any, china)).toBe(expected);
        const today = addDays(any.startedOn, at);
        const status = remaining(any, today, china);
        expect(status.dueOn).toBe(expected);
        expect(status.isOverdue).toBe(expected !== null && today > expected);
        if (expected === null) expect(status.days).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 1000 },
    );
  });
});
