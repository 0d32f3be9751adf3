import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell } from './cells.ts';
import type { CountingRule } from './definition.ts';
import { breakdownBy, countedBy, countValue, monthsBetween, monthsOf, windowStart } from './evaluate.ts';

const cell = (more: Partial<Cell>): Cell => ({
  kind: 'k',
  variant: '',
  month: '2026-01-01',
  town: 't1',
  unit: 'u1',
  place: '',
  quantity: 1,
  facts: 1,
  ...more,
});
const yearly: CountingRule = { rule: 'sum', facts: { kind: 'k' }, window: 'year' };

describe('a figure', () => {
  it('of each year counts from the first of January, and of each month from its first', () => {
    expect(windowStart(yearly, '2026-11-24', '2025-01-01')).toBe('2026-01-01');
    expect(windowStart(yearly, '2025-11-24', '2025-03-01')).toBe('2025-03-01');
    expect(windowStart({ ...yearly, window: 'month' }, '2026-11-24', '2025-01-01')).toBe('2026-11-01');
  });

  it('adds cents exactly', () => {
    const cells = Array.from({ length: 1000 }, () => cell({ quantity: 0.1 }));
    expect(countValue(yearly, { part: cells, whole: [], listed: [] }, '2026-01-01').value).toBe(100);
  });

  it('counts only the kinds and categories that its rule names', () => {
    const rule: CountingRule = { ...yearly, facts: { kind: 'k', variants: ['a'] } };
    const cells = [
      cell({ variant: 'a', quantity: 3 }),
      cell({ variant: 'b', quantity: 5 }),
      cell({ kind: 'other', variant: 'a', quantity: 7 }),
    ];
    expect(countValue(rule, countedBy(rule, cells, []), '2026-01-01').value).toBe(3);
  });

  it('has no share where there is nothing to hold it against', () => {
    const ratio: CountingRule = { rule: 'ratio', part: { kind: 'closed' }, whole: { kind: 'accepted' }, window: 'programme' };
    expect(countValue(ratio, countedBy(ratio, [], []), '2025-01-01')).toMatchObject({ value: null, part: 0, whole: 0 });
  });

  it('covers a community once, however many specialists serve it, and forgets one whose specialist left', () => {
    const rule: CountingRule = { rule: 'coverage', facts: { kind: 'k' }, atLeast: 1, of: { areas: 'village' } };
    const villages = ['a', 'b', 'c', 'd'].map((code) => ({ code, town: 't1' }));
    const cells = [
      cell({ place: 'a', quantity: 3 }),
      cell({ place: 'b' }),
      cell({ place: 'b', month: '2026-02-01', quantity: -1, facts: -1 }),
      cell({ place: 'unlisted' }),
    ];
    expect(countValue(rule, countedBy(rule, cells, villages), '2025-01-01')).toMatchObject({ value: 25, part: 1, whole: 4 });
  });

  it('shows each month and its standing, the months without work too', () => {
    const definition = {
      code: '1',
      title: { zh: '试', en: 't' },
      promise: { zh: '试', en: 't' },
      unit: { zh: '个', en: 'n' },
      decimals: 0,
      target: { comparator: '>=' as const, value: 10, per: 'year' as const, by: '2027-12-31' },
      count: yearly,
      limits: { zh: '试', en: 't' },
    };
    const counted = countedBy(
      yearly,
      [cell({ month: '2025-12-01', quantity: 4 }), cell({ month: '2026-02-01', quantity: 6 })],
      [],
    );
    const months = monthsOf(definition, counted, '2025-12-01', '2026-02-10');
    expect(months.map(({ month, value, standing }) => [month, value.value, standing.value])).toEqual([
      ['2025-12-01', 4, 4],
      ['2026-01-01', 0, 0],
      ['2026-02-01', 6, 6],
    ]);
  });

  it('is the sum of its towns, and of its units', () => {
    const cells = fc.array(
      fc.record({
        town: fc.constantFrom('', 't1', 't2'),
        unit: fc.constantFrom('u1', 'u2'),
        month: fc.constantFrom('2026-01-01', '2026-02-01'),
        quantity: fc.integer({ min: -500, max: 500 }),
        facts: fc.constantFrom(1, -1),
      }),
    );
    fc.assert(
      fc.property(cells, (given) => {
        const counted = countedBy(yearly, given.map(cell), []);
        const total = countValue(yearly, counted, '2026-01-01').value ?? 0;
        for (const by of ['town', 'unit'] as const) {
          const parts = [...breakdownBy(by, yearly, counted, '2026-01-01').values()].reduce(
            (sum, { value }) => sum + (value ?? 0),
            0,
          );
          expect(parts).toBeCloseTo(total, 6);
        }
      }),
    );
  });

  it('lists every month between two days', () => {
    expect(monthsBetween('2025-11-15', '2026-02-01')).toEqual(['2025-11-01', '2025-12-01', '2026-01-01', '2026-02-01']);
  });
});
