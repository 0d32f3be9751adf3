import { describe, expect, it } from 'vitest';
import { canonical } from './canonical.ts';
import { numeral } from './numerals.ts';
import { findQuantities } from './quantities.ts';

const found = (words: string) => {
  const plain = canonical(words);
  return findQuantities(plain, [0, plain.length])
    .filter(({ kind, isWord }) => kind !== 'bare' && !isWord)
    .map(({ value, upTo, unit }) => `${value}${upTo === null ? '' : `—${upTo}`}${unit}`);
};

describe('numerals', () => {
  it.each([
    ['三百', 300],
    ['两万', 20000],
    ['百万', 1e6],
    ['一千二百三十四', 1234],
    ['十五', 15],
    ['一百零五', 105],
    ['三亿五千万', 350_000_000],
    ['二零二七', 2027],
    ['万亿', 1e12],
  ])('%s is %d', (words, value) => expect(numeral(words)).toBe(value));
  it.each(['', '百姓', 'x'])('%j is none', (words) => expect(numeral(words)).toBeUndefined());
});

describe('quantities', () => {
  it.each([
    ['采集岗位４００００个', ['40000个']],
    ['贷款2.5亿元', ['250000000元']],
    ['服务超百万人次', ['1000000人次']],
    ['培训1.2万人次', ['12000人次']],
    ['新增1,250家', ['1250家']],
    ['签订率98 ％', ['98%']],
    ['比重百分之九十五点五', ['95.5%']],
    ['提高3个百分点', ['3个百分点']],
    ['总动力10亿千瓦', ['10亿千瓦']],
    ['减少4.4亿吨', ['4.4亿吨']],
    ['稳定在16.5亿亩', ['16.5亿亩']],
    ['空间3万平方米', ['30000平方米']],
    ['举办300—500场', ['300—500场']],
    ['培育3至5家', ['3—5家']],
    ['三百余家企业', ['300家']],
    ['实现街镇全覆盖', ['100%']],
  ])('%s', (words, quantities) => expect(found(words)).toEqual(quantities));

  it.each([
    '2027年12月31日',
    '2024—2026年',
    '京就发〔2023〕4号',
    '《百家企业服务百日行动》',
    '第三方评价',
    '健全覆盖城乡的体系',
    'GB/T 9704—2012',
    '12345热线',
  ])('%s holds none', (words) => expect(found(words)).toEqual([]));
});
