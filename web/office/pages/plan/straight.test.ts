import { describe, expect, it } from 'vitest';
import { lastDayOf, monthsOf, straightAt, straightPoints, tellingPoints } from './straight.ts';

describe('the straight line that the form proposes', () => {
  const year = { from: '2026-01-01', to: '2026-12-31', total: 40_000, decimals: 0 };

  it('ends with the whole in the last month, and never falls', () => {
    const points = straightPoints(year);
    expect(points).toHaveLength(12);
    expect(points.at(-1)).toEqual({ month: '2026-12', value: 40_000 });
    expect(points.every(({ value }, at) => value >= (points[at - 1]?.value ?? 0))).toBe(true);
  });

  it('is told in one line by the ends of its years, or of its quarters within a year', () => {
    const long = { ...year, to: '2027-06-30' };
    const told = (figure: typeof year) => tellingPoints(figure, straightPoints(figure)).map(({ month }) => month);
    expect(told(year)).toEqual(['2026-03', '2026-06', '2026-09', '2026-12']);
    expect(told(long)).toEqual(['2026-12', '2027-06']);
    expect(tellingPoints(long, []).at(-1)).toEqual({ month: '2027-06', value: 40_000 });
  });

  it('counts days, not months: 31 of 365 days by the end of January', () => {
    expect(straightAt(year, '2026-01')).toBe(Math.trunc((40_000 * 31) / 365));
  });

  it('stops on the last day where a span ends within a month', () => {
    expect(straightAt({ ...year, to: '2026-06-15' }, '2026-06')).toBe(40_000);
    expect(monthsOf({ from: '2025-11-10', to: '2026-02-03' })).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  });

  it('knows the last day of a month, leap years too', () => {
    expect([lastDayOf('2026-12'), lastDayOf('2028-02')]).toEqual(['2026-12-31', '2028-02-29']);
  });
});
