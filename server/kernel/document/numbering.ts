import type { Language } from '../i18n/said.ts';
import type { Block, Heading } from './document.ts';

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 to 99 in Chinese: 一, 十, 十一, 二十三. */
export function chineseNumber(number: number): string {
  if (!Number.isInteger(number) || number < 1 || number > 99) throw new RangeError('headings are numbered from 1 to 99');
  const tens = Math.floor(number / 10);
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${digits[number % 10]}`;
}

const written: Readonly<Record<Language, Readonly<Record<Heading['level'], (number: number) => string>>>> = {
  zh: { 1: (n) => `${chineseNumber(n)}、`, 2: (n) => `（${chineseNumber(n)}）`, 3: (n) => `${n}. ` },
  en: { 1: (n) => `${n}. `, 2: (n) => `(${n}) `, 3: (n) => `${String.fromCharCode(96 + n)}. ` },
};

/** The headings with their numbers (GB/T 9704-2012, 7.3.3: 一、 （一） 1.); a heading begins those below it anew. */
export function numbered(blocks: readonly Block[], language: Language): Block[] {
  const counts: Record<Heading['level'], number> = { 1: 0, 2: 0, 3: 0 };
  return blocks.map((block) => {
    if (block.is !== 'heading') return block;
    counts[block.level] += 1;
    if (block.level < 3) counts[3] = 0;
    if (block.level < 2) counts[2] = 0;
    return { ...block, text: `${written[language][block.level](counts[block.level])}${block.text}` };
  });
}
