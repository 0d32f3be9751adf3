/** Numbers with their measure words: 40000个, 2.5亿元, 超百万人次, 98 %, 三百家, 300—500场. */
import { COUNTED, DURATION, EXTENT, MONEY, PHYSICAL, SHARE } from './lexicon/measure-words.ts';
import { exact, NUMERAL, numeral, scaleOf } from './numerals.ts';
import type { Span } from './reading.ts';

export type QuantityKind = 'counted' | 'money' | 'physical' | 'extent' | 'share' | 'duration' | 'coverage' | 'bare';

export interface Quantity {
  readonly kind: QuantityKind;
  readonly value: number;
  readonly upTo: number | null;
  readonly unit: string;
  /** 300余家, 百万余人次: a little more than printed. */
  readonly isRoundedDown: boolean;
  /** Written in Chinese numerals only, without a scale (两, 三): more often a phrase than a figure. */
  readonly isWord: boolean;
  /** 30万人次/年: the cycle printed after the unit. */
  readonly per: string | undefined;
  /** 5万, 3.2亿: with a scale, which a number in passing seldom has. */
  readonly isScaled: boolean;
  readonly span: Span;
}

const byLength = (words: string) =>
  words
    .split('|')
    .sort((a, b) => b.length - a.length)
    .join('|');
const ARABIC = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
const SCALE = '[十百千万亿]{1,3}';
const RANGE = ' ?(?:[-~]|—{1,2}|至|到) ?';
const group = (words: string) => `(${byLength(words)})`;
const UNIT = [SHARE, MONEY, PHYSICAL, EXTENT, DURATION, COUNTED].map(group).join('|');
/** 七成, 九成五, 三成半; not 三成立, 一成果. */
const TENTHS = '[一二两三四五六七八九]成(?:[一二三四五六七八九半]|(?![立为效果本功员熟型长交分套人]))';
const NUMBER = new RegExp(
  `(?<![\\d.第A-Za-z+])(?:(${ARABIC}) ?(%?)(${SCALE})?(?:${RANGE}(${ARABIC}) ?(${SCALE})?)?|百分之([${NUMERAL}点]{1,6}|\\d+(?:\\.\\d+)?)|(${TENTHS})|([${NUMERAL}]{1,9}))( ?[余多几来])? ?(?:(?:${UNIT})([/／][年月日天季])?)?`,
  'g',
);
const COVERAGE = /(?<![健完安齐保周])全(?:面)?覆盖/g;
const DATE =
  /\d{4} ?(?:年度?)? ?(?:[-~至到]|—{1,2}) ?\d{4} ?年(?:度)?|\d{4} ?年(?: ?\d{1,2} ?月(?: ?\d{1,2} ?日)?)?|\d{1,2} ?月(?: ?\d{1,2} ?日|底|末|份)|[二一][零一二三四五六七八九]{3} ?年/g;
const NAMED = /〔[^〕]{0,10}〕 ?\d* ?号?|《[^《》]{0,80}》|[A-Z]{1,4}\/?[A-Z]? ?\d+(?:[.—-]\d+)*/g;

/** All quantities between `from` and `to` of the canonical text, in order; dates, document numbers and titles are left out. */
export function findQuantities(plain: string, [from, to]: Span): Quantity[] {
  const text = blanked(plain.slice(from, to));
  const found: Quantity[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const quantity = quantityOf(match, from + match.index);
    if (quantity) found.push(quantity);
  }
  for (const { index, 0: words } of text.matchAll(COVERAGE)) {
    const span: Span = [from + index, from + index + words.length];
    if (found.some((other) => other.span[1] > span[0] && other.span[0] < span[1])) continue;
    found.push({
      kind: 'coverage',
      value: 100,
      upTo: null,
      unit: '%',
      isRoundedDown: false,
      isWord: false,
      isScaled: false,
      per: undefined,
      span,
    });
  }
  return found.sort((a, b) => a.span[0] - b.span[0]);
}

/** Dates and names are blanked out, so that their numbers are not found; places stay. */
const blanked = (text: string): string =>
  text.replace(NAMED, (words) => '·'.repeat(words.length)).replace(DATE, (words) => '·'.repeat(words.length));

/** 九成五 is 95 %, 三成半 35 %. */
const percentOfTenths = ([tens = '', , ones = '']: string): number =>
  (numeral(tens) ?? 0) * 10 + (ones === '半' ? 5 : (numeral(ones) ?? 0));

const KINDS: readonly QuantityKind[] = ['share', 'money', 'physical', 'extent', 'duration', 'counted'];

function quantityOf(match: RegExpExecArray, at: number): Quantity | undefined {
  const [whole, arabic, percent, scale, upper, upperScale, hundredths, tenths, chinese, more, ...units] = match;
  const after = units.pop();
  const index = units.findIndex((unit) => unit !== undefined);
  const unit = hundredths || tenths || percent ? '%' : (units[index] ?? '');
  const kind = hundredths || tenths || percent ? 'share' : (KINDS[index] ?? 'bare');
  const printed = kind === 'physical' ? (upperScale ?? scale ?? '') : '';
  const worth = (words: string | undefined) => (kind === 'physical' ? 1 : scaleOf(words ?? ''));
  const written = hundredths ? hundredth(hundredths) : tenths ? percentOfTenths(tenths) : numeral(chinese ?? '');
  const base = arabic ? Number(arabic.replaceAll(',', '')) : written;
  if (base === undefined || !Number.isFinite(base)) return undefined;
  if (kind === 'bare' && chinese && !/[百千万亿]/.test(chinese)) return undefined;
  const value = arabic ? exact(base * worth(scale ?? (upper ? upperScale : ''))) : base;
  const upTo = upper ? exact(Number(upper.replaceAll(',', '')) * worth(upperScale ?? scale)) : null;
  const length = whole.trimEnd().length;
  return {
    kind,
    value,
    upTo: upTo !== null && upTo > value ? upTo : null,
    unit: printed + unit + (kind === 'physical' ? (after ?? '') : ''),
    isRoundedDown: more !== undefined,
    isWord: chinese !== undefined && !/[百千万亿]/.test(chinese),
    isScaled: scale !== undefined,
    per: after,
    span: [at, at + length],
  };
}

/** 百分之九十八点五 is 98.5. */
function hundredth(words: string): number | undefined {
  if (/^[\d.]+$/.test(words)) return Number(words);
  const [whole = '', part] = words.split('点');
  const base = numeral(whole);
  if (base === undefined || !part) return base;
  const digits = [...part].map((word) => numeral(word) ?? 0).join('');
  return Number(`${base}.${digits}`);
}
