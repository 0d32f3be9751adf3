import { describe, expect, it } from 'vitest';
import { said } from '../../kernel/i18n/said.ts';
import type { FigureSummary } from '../figures/contract.ts';
import { shareDone, tellCounting, tellLastDay, tellNow, tellReason, tellTarget, tellWindow } from './telling.ts';

const figure = (changes: Partial<FigureSummary> = {}): FigureSummary => ({
  code: '1',
  measure: 1,
  title: said('采集空岗', 'Vacancies collected'),
  promise: said('每年收集四万个空岗。', 'Forty thousand openings a year.'),
  unit: said('个', 'openings'),
  decimals: 0,
  rule: 'sum',
  target: { comparator: '>=', value: 40_000, per: 'year', by: '2027-12-31' },
  targetTotal: 40_000,
  on: '2026-06-18',
  from: '2026-01-01',
  current: { value: 18_600, records: 6 },
  path: 18_520.5,
  pace: 1.004,
  light: 'on-path',
  why: { reason: 'pace', params: { value: 18_600, path: 18_520.5, percent: 100 } },
  lastDay: '2026-06-05',
  lastRecordedAt: '2026-06-05T17:00:00.000Z',
  ...changes,
});
const percentage = { unit: said('%', '%'), decimals: 1, rule: 'ratio' as const };

describe('a promise in plain words', () => {
  it('says how it renews', () => {
    const { target } = figure();
    expect(tellTarget(figure(), 'zh')).toBe('每年至少 4万个');
    expect(tellTarget(figure({ target: { ...target, value: 2, per: 'month' } }), 'en')).toBe('at least 2 openings a month');
    expect(tellTarget(figure({ target: { ...target, value: 4000, per: 'average-year' }, targetTotal: 12_000 }), 'en')).toBe(
      'at least 4,000 openings a year on average, 12,000 openings in all',
    );
    expect(tellTarget(figure({ target: { ...target, comparator: '>', value: 1_000_000, per: 'programme' } }), 'zh')).toBe(
      '到2027年12月31日超过 100万个',
    );
  });

  it('says a whole percentage without a decimal, and all of something as all of it', () => {
    const { target } = figure();
    expect(tellTarget(figure({ ...percentage, target: { ...target, value: 98, per: 'standing' }, targetTotal: 98 }), 'zh')).toBe(
      '一直保持至少 98%',
    );
    expect(
      tellTarget(figure({ ...percentage, target: { ...target, value: 100, per: 'standing' }, targetTotal: 100 }), 'zh'),
    ).toBe('一直保持100%');
  });

  it('says which time its number covers', () => {
    const { target } = figure();
    expect(tellWindow(figure(), 'zh')).toBe('今年到现在');
    expect(tellWindow(figure({ target: { ...target, per: 'month' } }), 'zh')).toBe('本月');
    expect(tellWindow(figure({ target: { ...target, per: 'programme' }, from: '2025-01-01' }), 'zh')).toBe('2025年1月1日以来');
    expect(tellWindow(figure({ ...percentage, target: { ...target, per: 'standing' } }), 'zh')).toBe('现在');
  });

  it('explains its light with the numbers behind it', () => {
    expect(tellReason(figure(), 'zh').replaceAll('\u2009', ' ')).toBe('按进度，今天该到 18,520 个，现在是 18,600 个。');
    const { target } = figure();
    const signed = figure({
      ...percentage,
      target: { ...target, value: 98, per: 'standing' },
      targetTotal: 98,
      why: { reason: 'pace', params: { value: 97.96, path: 98, percent: 100 } },
    });
    expect(tellReason(signed, 'zh')).toBe('要一直保持 98%，现在是 97.9%。');
    const silent = figure({ why: { reason: 'silent', params: { days: 40, lastDay: '2026-05-09', allowed: 14 } } });
    expect(tellReason(silent, 'zh')).toBe('已经 40 天没有新的记录，最近一次是2026年5月9日。');
    const missed = figure({ why: { reason: 'months-missed', params: { missed: 2, months: 5 } } });
    expect(tellReason(missed, 'en')).toBe('Of this year’s 5 finished months, 2 fell short.');
  });

  it('says when nothing can be said', () => {
    const empty = figure({ current: { value: null, records: 0 }, lastDay: null, lastRecordedAt: null });
    expect(tellNow(empty, 'zh')).toBe('还没有数字');
    expect(tellLastDay(empty, 'zh')).toBe('还没有记录');
    expect(shareDone(empty)).toBeUndefined();
  });

  it('says the day of a typed value by Beijing time', () => {
    expect(tellLastDay({ lastDay: null, lastRecordedAt: '2026-06-05T17:00:00.000Z' }, 'zh')).toBe('2026年6月6日');
  });

  it('is 99% done until it is done', () => {
    expect(shareDone(figure({ current: { value: 39_999, records: 1 } }))).toBe(99);
    expect(shareDone(figure({ current: { value: 40_000, records: 1 } }))).toBe(100);
    expect(shareDone(figure({ current: { value: -3, records: 1 } }))).toBe(0);
    expect(shareDone(figure({ ...percentage }))).toBeUndefined();
  });

  it('says how it is counted', () => {
    const { target } = figure();
    expect(tellCounting(figure(), 'zh')).toBe('把今年办成的一件件加起来，每年重新算。');
    expect(tellCounting(figure({ target: { ...target, per: 'average-year' }, from: '2025-01-01' }), 'zh')).toBe(
      '从2025年1月1日起，把办成的一件件加起来。',
    );
    expect(tellCounting(figure({ rule: 'level' }), 'zh')).toContain('今天还在的');
  });
});
