import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromNumber, dayNumber } from '../../kernel/term/day.ts';
import { columnIndex, columnLetters } from './import/table.ts';
import { readDate, readNumber } from './read-value.ts';
import { csvLine, plainCell } from './table-text.ts';

const day = fc.integer({ min: dayNumber('1990-01-01'), max: dayNumber('2099-12-31') }).map(dayFromNumber);
const fullWidth = (text: string) => text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

describe('a day', () => {
  it('is the same however it is written', () => {
    fc.assert(
      fc.property(day, (written) => {
        const [year, month, date] = written.split('-').map(Number);
        const forms = [
          written,
          `${year}-${month}-${date}`,
          `${year}/${month}/${date}`,
          `${year}.${month}.${date}`,
          `${year}年${month}月${date}日`,
          written.replaceAll('-', ''),
          fullWidth(`${year}年${month}月${date}日`),
          `${written} 08:30:00`,
          `${year}/${month}/${date} 0:00`,
        ];
        for (const form of forms) expect(readDate(form, false), form).toEqual({ value: written });
        expect(readDate(String(dayNumber(written) + 25_569), true)).toEqual({ value: written });
        expect(readDate(String(dayNumber(written) + 25_569 - 1462), true, true)).toEqual({ value: written });
      }),
    );
  });

  it('of an instant is Beijing’s', () => {
    expect(readDate('2026-03-05T16:00:00Z', false)).toEqual({ value: '2026-03-06' });
    expect(readDate('2026-03-05T23:59:59+08:00', false)).toEqual({ value: '2026-03-05' });
  });

  it.each(['昨天', '3月5日', '26-3-5', '5/3/2026', '2026-3', '45000', ''])('is not read out of %s', (text) => {
    expect(readDate(text, false)).toEqual({ code: 'cell-date' });
  });

  it.each(['2026-02-30', '2026-13-01', '20261301', '2026年0月1日'])('%s does not exist', (text) => {
    expect(readDate(text, false)).toEqual({ code: 'cell-date-unreal' });
  });
});

describe('a number', () => {
  const any = { range: { min: -1e12, max: 1e12 } };
  it('is read with separators, full-width digits, currency and Chinese scale', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (number) => {
        for (const form of [
          String(number),
          number.toLocaleString('en'),
          fullWidth(String(number)),
          `￥${number}`,
          `${number}元`,
          ` ${number} `,
          `${number}.0`,
        ])
          expect(readNumber(form, any, 0), form).toEqual({ value: number });
      }),
    );
    expect(readNumber('30万', any, 2)).toEqual({ value: 300_000 });
    expect(readNumber('2.5亿元', any, 2)).toEqual({ value: 250_000_000 });
    expect(readNumber('0.30000000000000004', any, 2)).toEqual({ value: 0.3 });
  });

  it('is refused where it is none, has decimals too many, or lies outside its range', () => {
    for (const text of ['许多', '1,00', '12a', '--3', '1 2 x']) expect(readNumber(text, any, 2)).toEqual({ code: 'cell-number' });
    expect(readNumber('1.5', any, 0)).toEqual({ code: 'cell-not-whole' });
    expect(readNumber('1.005', any, 2)).toEqual({ code: 'cell-decimals', params: { decimals: 2 } });
    expect(readNumber('11', { range: { min: 1, max: 10 } }, 0)).toEqual({ code: 'cell-range', params: { min: 1, max: 10 } });
  });
});

describe('a cell’s name', () => {
  it('goes there and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16_383 }), (index) => {
        expect(columnIndex(`${columnLetters(index)}7`)).toBe(index);
      }),
    );
    expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  });
});

describe('text that goes out', () => {
  it('never begins a formula, and stays one cell', () => {
    for (const text of ['=1+1', '+86', '-2', '@SUM(A1)', '\t=1']) expect(plainCell(text)).toBe(`'${text}`);
    expect(plainCell('张三')).toBe('张三');
    expect(csvLine(['a,b', '说"好"', 'x\ny', '平'])).toBe('"a,b","说""好""","x\ny",平\r\n');
  });
});
