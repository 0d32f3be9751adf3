import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { said } from '../i18n/said.ts';
import { dayOfInstant, writeBound, writeDay, writeMonth, writeNumber, writeQuantity } from './written.ts';

const openings = { unit: said('个', 'openings'), decimals: 0 };
const yuan = { unit: said('元', 'yuan'), decimals: 0 };
const percent = { unit: said('%', '%'), decimals: 1 };

describe('numbers as people say them', () => {
  it('says 万 and 亿 where nothing is lost, and every digit where something would be', () => {
    expect(writeQuantity(40_000, openings, 'zh')).toBe('4万个');
    expect(writeQuantity(1_000_000, openings, 'zh')).toBe('100万个');
    expect(writeQuantity(23_456, openings, 'zh')).toBe('23,456\u2009个');
    expect(writeQuantity(9_999, openings, 'zh')).toBe('9,999\u2009个');
    expect(writeQuantity(0, openings, 'zh')).toBe('0\u2009个');
  });

  it('shortens money', () => {
    expect(writeQuantity(250_000_000, yuan, 'zh')).toBe('2.5亿元');
    expect(writeQuantity(18_456_700, yuan, 'zh')).toBe('1,845.67万元');
    expect(writeQuantity(250_000_000, yuan, 'en')).toBe('250 million yuan');
    expect(writeQuantity(9_500, yuan, 'zh')).toBe('9,500\u2009元');
  });

  it('says the same in English', () => {
    expect(writeQuantity(1_000_000, openings, 'en')).toBe('1 million openings');
    expect(
      ['openings', 'families', 'person-times', 'm²', 'yuan'].map((en) =>
        writeQuantity(1, { unit: { zh: '个', en }, decimals: 0 }, 'en'),
      ),
    ).toEqual(['1 opening', '1 family', '1 person-time', '1 m²', '1 yuan']);
    expect(writeQuantity(40_000, openings, 'en')).toBe('40,000 openings');
    expect(writeQuantity(1_234_567, openings, 'en')).toBe('1,234,567 openings');
  });

  it('leaves the unit to the head of a column', () => {
    expect(writeNumber(23_456, openings, 'zh')).toBe('23,456');
    expect(writeNumber(40_000, openings, 'zh')).toBe('40,000');
    expect(writeNumber(18_456_700, yuan, 'zh')).toBe('1,845.67万');
  });

  it('never writes a promise as kept that is not', () => {
    expect(writeQuantity(97.96, percent, 'zh')).toBe('97.9%');
    expect(writeQuantity(98, percent, 'zh')).toBe('98.0%');
    expect(writeQuantity(249_999_999, yuan, 'zh')).toBe('2.49亿元');
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), fc.integer({ min: 1, max: 100 }), (value, target) => {
        const written = Number.parseFloat(writeQuantity(value, percent, 'zh'));
        expect(written >= target).toBe(value >= target);
      }),
    );
  });

  it('names bounds in words', () => {
    expect(writeBound('>=', '4万个', 'zh')).toBe('至少 4万个');
    expect(writeBound('~', '1,500 homes', 'en')).toBe('about 1,500 homes');
  });
});

describe('days', () => {
  it('are written in full', () => {
    expect(writeDay('2026-03-05', 'zh')).toBe('2026年3月5日');
    expect(writeDay('2026-03-05', 'en')).toBe('5 March 2026');
    expect(writeMonth('2026-12', 'zh')).toBe('2026年12月');
    expect(writeMonth('2026-12-01', 'en')).toBe('December 2026');
  });

  it('are Beijing days, whatever the hour in Greenwich', () => {
    expect(dayOfInstant('2026-03-04T16:30:00.000Z')).toBe('2026-03-05');
  });
});
