import { describe, expect, it } from 'vitest';
import type { Target } from './definition.ts';
import type { MonthValue } from './evaluate.ts';
import { lightOf, type Sight } from './light.ts';

const target: Target = { comparator: '>=', value: 1000, per: 'programme', by: '2027-12-31' };
const sight: Sight = {
  on: '2026-06-30',
  startsOn: '2025-01-01',
  target,
  total: 1000,
  value: 500,
  path: 500,
  lastDay: '2026-06-29',
  silentAfterDays: 31,
  months: [],
};
const monthly: Target = { comparator: '>=', value: 2, per: 'month', by: '2027-12-31' };
const month = (name: string, value: number): MonthValue => ({
  month: `${name}-01`,
  value: { value, records: value },
  standing: { value, records: value },
});

describe('a light', () => {
  it.each([
    [530, 'ahead'],
    [525, 'ahead'],
    [524, 'on-path'],
    [475, 'on-path'],
    [474, 'behind'],
    [0, 'behind'],
  ])('at %i of a path of 500 is %s', (value, light) => {
    expect(lightOf({ ...sight, value }).light).toBe(light);
  });

  it('is silent when nothing was recorded for longer than its kinds allow, however far the figure is behind', () => {
    expect(lightOf({ ...sight, value: 10, lastDay: '2026-05-29' })).toMatchObject({
      light: 'silent',
      why: { reason: 'silent', params: { days: 32, allowed: 31 } },
    });
    expect(lightOf({ ...sight, value: 0, lastDay: null }).why.reason).toBe('never');
  });

  it('is not silent once the promise is kept', () => {
    expect(lightOf({ ...sight, value: 1000, lastDay: '2025-02-01' }).light).toBe('ahead');
  });

  it('is overdue when the date has passed and the promise is short', () => {
    expect(lightOf({ ...sight, on: '2028-01-01', value: 999, path: 1000 }).light).toBe('overdue');
  });

  it('takes “more than” as more than, and “about 1,500” as kept from 95 %', () => {
    expect(lightOf({ ...sight, target: { ...target, comparator: '>' }, value: 1000, path: 1000 }).why.reason).not.toBe('reached');
    expect(lightOf({ ...sight, target: { ...target, comparator: '~' }, total: 1500, value: 1425, path: 1500 }).why.reason).toBe(
      'reached',
    );
    expect(lightOf({ ...sight, target: { ...target, comparator: '~' }, total: 1500, value: 1424, path: 1600 }).light).toBe(
      'behind',
    );
  });

  it('allows no lag for a standing promise: 97.9 % signed is not 98 %', () => {
    const standing: Target = { comparator: '>=', value: 98, per: 'standing', by: '2027-12-31' };
    expect(lightOf({ ...sight, target: standing, total: 98, path: 98, value: 97.9 }).light).toBe('behind');
    expect(lightOf({ ...sight, target: standing, total: 98, path: 98, value: 98 }).light).toBe('on-path');
  });

  it('remembers a missed month, and lets the running month still be made up', () => {
    const of = (months: MonthValue[]) => lightOf({ ...sight, target: monthly, total: 2, path: null, months });
    expect(of([month('2026-04', 2), month('2026-05', 1), month('2026-06', 0)])).toMatchObject({
      light: 'behind',
      why: { params: { missed: 1, months: 2 } },
    });
    expect(of([month('2026-04', 1), month('2026-05', 2), month('2026-06', 0)]).light).toBe('on-path');
    expect(of([month('2026-04', 2), month('2026-05', 2), month('2026-06', 2)]).light).toBe('ahead');
  });

  it('says when a typed value has lapsed', () => {
    expect(lightOf({ ...sight, hasLapsed: true })).toMatchObject({ light: 'silent', why: { reason: 'lapsed' } });
  });
});
