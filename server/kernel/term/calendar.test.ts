import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type CalendarRow, createCalendar } from './calendar.ts';
import { addDays, weekdayOf } from './day.ts';
import { CalendarFileError, loadCalendar, parseCalendar } from './load-calendar.ts';

const folder = fileURLToPath(new URL('../../../programme/calendar', import.meta.url));
const china = loadCalendar(folder);

describe('the published calendar', () => {
  test('knows the announced years and admits that later ones are estimates', () => {
    expect(china.publishedYears).toEqual(expect.arrayContaining([2024, 2025, 2026]));
    expect(china.isEstimated('2026-12-31')).toBe(false);
    expect(china.isEstimated('2098-01-01')).toBe(true);
    expect(china.isWorkingDay('2098-10-01'), 'a Wednesday, in a year not announced').toBe(true);
  });

  // Typed from the announcements themselves, not from the package the files were made from.
  test.each([
    ['2024', 28, ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12']],
    ['2025', 28, ['01-26', '02-08', '04-27', '09-28', '10-11']],
    ['2026', 33, ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10']],
  ])('%s has its %i holidays and its make-up days as announced', (year, holidays, makeUps) => {
    const days = Array.from({ length: 366 }, (_, index) => addDays(`${year}-01-01`, index)).filter((day) => day.startsWith(year));
    const found = days.flatMap((day) => china.findException(day) ?? []);
    expect(found.filter((row) => row.kind === 'holiday')).toHaveLength(holidays);
    expect(found.filter((row) => row.kind === 'make-up').map((row) => row.day.slice(5))).toEqual(makeUps);
    for (const row of found.filter((row) => row.kind === 'make-up'))
      expect(weekdayOf(row.day), row.day).toBeGreaterThanOrEqual(6);
  });

  test('works on the Sunday after New Year 2026 and rests on the Friday before it', () => {
    expect(china.isWorkingDay('2026-01-02')).toBe(false);
    expect(china.isWorkingDay('2026-01-04')).toBe(true);
    expect(china.findException('2026-01-04')).toEqual({ day: '2026-01-04', kind: 'make-up', name: '元旦' });
    expect(china.isWorkingDay('2026-11-24')).toBe(true);
    expect(china.isWorkingDay('2026-11-22')).toBe(false);
  });

  test('counts over the National Day holiday and its make-up days', () => {
    expect(china.addWorkingDays('2026-09-30', 1)).toBe('2026-10-08');
    expect(china.addWorkingDays('2026-09-30', 3)).toBe('2026-10-10');
    expect(china.addWorkingDays('2026-10-08', -1)).toBe('2026-09-30');
    expect(china.addWorkingDays('2026-10-03', 0)).toBe('2026-10-03');
    expect(china.workingDaysBetween('2026-09-30', '2026-10-10')).toBe(3);
    expect(china.workingDaysBetween('2026-10-10', '2026-09-30')).toBe(-3);
  });
});

describe('counting working days', () => {
  const start = '2025-12-01';
  const rows = fc
    .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 120 }), fc.constantFrom('holiday' as const, 'make-up' as const)), {
      selector: ([offset]) => offset,
      maxLength: 60,
    })
    .map((list): CalendarRow[] => list.map(([offset, kind]) => ({ day: addDays(start, offset), kind, name: '' })));
  const offset = fc.integer({ min: -20, max: 140 });

  /** The definition in the plainest words: look at each day on the way. */
  const naive = (exceptions: CalendarRow[], day: string) => {
    const row = exceptions.find((candidate) => candidate.day === day);
    return row ? row.kind === 'make-up' : weekdayOf(day) <= 5;
  };

  test('agrees with looking at every single day, for any calendar', () => {
    fc.assert(
      fc.property(rows, offset, offset, (exceptions, a, b) => {
        const [from, to] = [addDays(start, Math.min(a, b)), addDays(start, Math.max(a, b))];
        const days = Array.from({ length: Math.abs(a - b) + 1 }, (_, index) => addDays(from, index));
        const calendar = createCalendar(exceptions);
        const working = days.filter((day) => naive(exceptions, day));
        expect(calendar.workingDaysBetween(from, to)).toBe(working.filter((day) => day !== from).length);
        expect(0 - calendar.workingDaysBetween(to, from)).toBe(working.filter((day) => day !== to).length);
        for (const day of days) expect(calendar.isWorkingDay(day)).toBe(naive(exceptions, day));
      }),
      { numRuns: 200 },
    );
  });

  test('walking n working days lands on a working day exactly n working days away, forwards and backwards', () => {
    fc.assert(
      fc.property(rows, offset, fc.integer({ min: -60, max: 60 }), (exceptions, at, count) => {
        const calendar = createCalendar(exceptions);
        const from = addDays(start, at);
        const to = calendar.addWorkingDays(from, count);
        expect(calendar.workingDaysBetween(from, to)).toBe(count);
        if (count !== 0) expect(naive(exceptions, to)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('refuses counts that cannot be meant and days that do not exist', () => {
    for (const count of [1.5, Number.NaN, Number.POSITIVE_INFINITY, 1e9]) {
      expect(() => china.addWorkingDays('2026-01-05', count)).toThrow(RangeError);
    }
    expect(() => china.isWorkingDay('2026-02-30')).toThrow(RangeError);
    expect(() => china.isEstimated('soon')).toThrow(RangeError);
    const both: CalendarRow[] = [
      { day: '2026-01-04', kind: 'holiday', name: '' },
      { day: '2026-01-04', kind: 'make-up', name: '' },
    ];
    expect(() => createCalendar(both)).toThrow(RangeError);
  });

  test('a New Year holiday that reaches back into December does not make that year a published one', () => {
    const calendar = createCalendar([
      { day: '2030-12-30', kind: 'holiday', name: '元旦' },
      { day: '2031-10-01', kind: 'holiday', name: '国庆节' },
    ]);
    expect(calendar.publishedYears).toEqual([2031]);
    expect(calendar.isEstimated('2030-12-30')).toBe(true);
  });
});

describe('a calendar file', () => {
  test.each([
    ['day,kind,name\n', 'calendar-columns', {}],
    ['date,kind,name\n2026-02-30,holiday,春节\n', 'calendar-day', { line: 2, found: '2026-02-30' }],
    ['date,kind,name\n2026-01-01,holiday,元旦\n2026-01-04,workday,元旦\n', 'calendar-kind', { line: 3, found: 'workday' }],
    ['', 'calendar-columns', {}],
    ['date,kind,name\n"2026-01-01,holiday\n', 'calendar-unreadable', {}],
  ])('is refused with its place when wrong (%#)', (text, code, params) => {
    expect.assertions(2);
    try {
      parseCalendar(text, '2026.csv');
    } catch (error) {
      expect(error).toBeInstanceOf(CalendarFileError);
      expect(error).toMatchObject({ code, params: { file: '2026.csv', ...params } });
    }
  });

  test('a byte-order mark and Windows line ends are no obstacle', () => {
    expect(parseCalendar('\uFEFFdate,kind,name\r\n2026-01-01,holiday,元旦\r\n\r\n', '2026.csv')).toEqual([
      { day: '2026-01-01', kind: 'holiday', name: '元旦' },
    ]);
  });

  test('a folder without any year, and years that contradict each other, are refused', () => {
    const empty = mkdtempSync(join(tmpdir(), 'leye-calendar-'));
    onTestFinished(() => rmSync(empty, { recursive: true, force: true }));
    expect(() => loadCalendar(empty)).toThrow(expect.objectContaining({ code: 'calendar-none' }));
    expect(() => loadCalendar(join(empty, 'missing'))).toThrow(expect.objectContaining({ code: 'calendar-none' }));
    const torn = join(empty, 'torn');
    mkdirSync(torn);
    writeFileSync(join(torn, '2026.csv'), 'date,kind,name\n2026-12-31,holiday,元旦\n');
    writeFileSync(join(torn, '2027.csv'), 'date,kind,name\n2026-12-31,make-up,元旦\n');
    expect(() => loadCalendar(torn)).toThrow(expect.objectContaining({ code: 'calendar-conflict' }));
  });
});
