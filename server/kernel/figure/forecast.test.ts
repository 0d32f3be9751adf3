import { describe, expect, it } from 'vitest';
import type { FigureDefinition } from './definition.ts';
import type { MonthValue } from './evaluate.ts';
import { forecastOf } from './forecast.ts';

const definition = (count: FigureDefinition['count']): FigureDefinition => ({
  code: '1',
  title: { zh: '试', en: 't' },
  promise: { zh: '试', en: 't' },
  unit: { zh: '个', en: 'n' },
  decimals: 0,
  target: { comparator: '>=', value: 1200, per: 'programme', by: '2026-12-31' },
  count,
  limits: { zh: '试', en: 't' },
});
const summed = definition({ rule: 'sum', facts: { kind: 'k' }, window: 'programme' });
const span = { from: '2026-01-01', to: '2026-12-31', total: 1200 };
const months = (values: number[]): MonthValue[] => {
  let total = 0;
  return values.map((value, at) => {
    total += value;
    return {
      month: `2026-${String(at + 1).padStart(2, '0')}-01`,
      value: { value, records: 1 },
      standing: { value: total, records: 1 },
    };
  });
};

describe('a forecast', () => {
  it('lets the last three full months go on: 270 in 91 days, half a year left', () => {
    const forecast = forecastOf(summed, months([50, 60, 70, 80, 90, 100]), 450, '2026-06-30', span);
    expect(forecast).toMatchObject({ method: 'recent-rate', basis: { days: 91 } });
    expect(forecast.value).toBeCloseTo(450 + (270 / 91) * 184, 6);
    expect(forecast.low).toBeCloseTo(450 + (50 / 31) * 184, 6);
    expect(forecast.high).toBeCloseTo(450 + (100 / 30) * 184, 6);
    expect(forecast.reaches).toBe(false);
  });

  it('says nothing on fewer than two full months, and nothing after the end', () => {
    expect(forecastOf(summed, months([50, 60]), 60, '2026-02-10', span).method).toBe('none');
    expect(forecastOf(summed, months([50, 60, 70, 80]), 260, '2027-01-01', span).method).toBe('none');
  });

  it('takes the net change for what stands, and never passes 100 % for a coverage', () => {
    const coverage = definition({ rule: 'coverage', facts: { kind: 'k' }, atLeast: 1, of: { areas: 'village' } });
    const forecast = forecastOf(coverage, months([10, 20, 20, 20]), 70, '2026-04-30', { ...span, total: 100 });
    expect(forecast.method).toBe('standing-change');
    expect(forecast.value).toBe(100);
  });

  it('takes a ratio as it stands, with the range of the last months', () => {
    const ratio = definition({ rule: 'ratio', part: { kind: 'k' }, whole: { kind: 'w' }, window: 'programme' });
    const shares: MonthValue[] = [96, 94, 95].map((value, at) => ({
      month: `2026-0${at + 1}-01`,
      value: { value, records: 1 },
      standing: { value, records: 1 },
    }));
    expect(forecastOf(ratio, shares, 95, '2026-03-31', { ...span, total: 95 })).toMatchObject({
      method: 'share',
      value: 95,
      low: 94,
      high: 96,
    });
  });
});
