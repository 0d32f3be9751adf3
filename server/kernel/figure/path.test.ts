import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../term/day.ts';
import type { Target } from './definition.ts';
import { pathAt, spanOf } from './path.ts';

const startsOn = '2025-01-01';
const target = (per: Target['per'], value: number, path?: Target['path']): Target => ({
  comparator: '>=',
  value,
  per,
  by: '2027-12-31',
  path,
});

describe('an interim path', () => {
  it('starts each year at nothing and reaches the year’s promise on its last day', () => {
    expect(pathAt(target('year', 36_500), '2026-01-01', startsOn)).toBeCloseTo(100, 6);
    expect(pathAt(target('year', 36_500), '2026-12-31', startsOn)).toBe(36_500);
  });

  it('holds an average of 4,000 a year over three years against 12,000 in all', () => {
    expect(spanOf(target('average-year', 4000), '2026-05-01', startsOn)).toEqual({
      from: startsOn,
      to: '2027-12-31',
      total: 12_000,
    });
    expect(pathAt(target('average-year', 4000), '2027-12-31', startsOn)).toBe(12_000);
  });

  it('goes through the values that the implementation plan gives', () => {
    const planned = target('programme', 1000, [
      { day: '2025-12-31', value: 100 },
      { day: '2026-12-31', value: 400 },
    ]);
    expect(pathAt(planned, '2025-12-31', startsOn)).toBe(100);
    expect(pathAt(planned, '2026-12-31', startsOn)).toBe(400);
    expect(pathAt(planned, '2027-12-31', startsOn)).toBe(1000);
  });

  it('has no way to go for a standing promise, and none at all for a promise that begins anew each month', () => {
    expect(pathAt(target('standing', 98), '2025-03-01', startsOn)).toBe(98);
    expect(pathAt(target('month', 2), '2025-03-01', startsOn)).toBeNull();
  });

  it('never falls within its span and never passes its total', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('year' as const, 'average-year' as const, 'programme' as const),
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.nat(1090),
        (per, value, at) => {
          const day = addDays(startsOn, at);
          const next = addDays(day, 1);
          const span = spanOf(target(per, value), day, startsOn);
          const [now, then] = [pathAt(target(per, value), day, startsOn) ?? 0, pathAt(target(per, value), next, startsOn) ?? 0];
          expect(now).toBeLessThanOrEqual(span.total);
          if (next <= span.to) expect(then).toBeGreaterThanOrEqual(now);
        },
      ),
    );
  });
});
