/** Chinese and mixed numerals: 三百, 两万, 百万, 1.2万, 3.5亿, 二〇二七. */

const DIGITS: Record<string, number> = {
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
};
const TENS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const MYRIADS: Record<string, number> = { 万: 1e4, 亿: 1e8 };

/** Characters that may stand in a Chinese numeral, for use inside a character class. */
export const NUMERAL = '零一二两三四五六七八九十百千万亿';

/** 100 for 百, 10000 for 万, 10 ** 12 for 万亿; 1 for the empty string. */
export function scaleOf(words: string): number {
  let scale = 1;
  for (const word of words) scale *= TENS[word] ?? MYRIADS[word] ?? 1;
  return scale;
}

/** The value of a numeral (canonical spelling, 零 for 〇); undefined when it is none. */
export function numeral(words: string): number | undefined {
  if (/^\d+$/.test(words)) return Number(words);
  if (words === '' || words.length > 24) return undefined;
  if (/^[零一二三四五六七八九]{2,}$/.test(words)) return Number([...words].map((word) => DIGITS[word]).join(''));
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  for (const word of words) {
    if (word in DIGITS) digit = DIGITS[word];
    else if (word in TENS) {
      section += (digit ?? 1) * (TENS[word] ?? 1);
      digit = undefined;
    } else if (word in MYRIADS) {
      section += digit ?? 0;
      const scale = MYRIADS[word] ?? 1;
      if (section === 0 && total > 0) total *= scale;
      else total += (section || 1) * scale;
      section = 0;
      digit = undefined;
    } else return undefined;
  }
  return total + section + (digit ?? 0);
}

/** Rounds away the dust of binary fractions: 1.2 × 10000 is 12000. */
export const exact = (value: number): number => Number(value.toPrecision(15));
