/** The numbers that head the clauses of a Chinese official paper: 第一章 一、 第一条 （一） 1. （1） ①. */
import { NUMERAL, numeral } from './numerals.ts';

export type NumberingKind = 'part' | 'chapter' | 'division' | 'section' | 'article' | 'clause' | 'item' | 'subitem' | 'circled';

/** From the outermost to the innermost (GB/T 9704 uses 一、 then （一） then 1. then （1）). */
export const NUMBERING_RANK: Record<NumberingKind, number> = {
  part: 0,
  chapter: 1,
  division: 2,
  section: 3,
  article: 4,
  clause: 5,
  item: 6,
  subitem: 7,
  circled: 8,
};

/** Kinds that writers mistake for one another: `（4）` typed for `（四）`, `4、` for `四、`. */
export const NUMBERING_TWIN: Partial<Record<NumberingKind, NumberingKind>> = {
  subitem: 'clause',
  item: 'section',
};

export interface Numbering {
  readonly kind: NumberingKind;
  readonly number: number;
  /** Length of the printed number, its sign and following spaces. */
  readonly length: number;
  readonly printed: string;
}

const COUNT = `[${NUMERAL}\\d]{1,7}`;
const CHINESE = '[零一二三四五六七八九十百]{1,6}';
const RULES: readonly [RegExp, (word: string, sign: string) => NumberingKind][] = [
  [
    new RegExp(`第 ?(${COUNT}) ?(编|部分|章|节|条)(?![款项例规件约]|第)[、.：]? *`, 'y'),
    (_, sign) => (sign === '编' || sign === '部分' ? 'part' : sign === '章' ? 'chapter' : sign === '节' ? 'division' : 'article'),
  ],
  [new RegExp(`(${CHINESE}) ?([、.])(?!\\d) *`, 'y'), () => 'section'],
  [new RegExp(`（ ?(${CHINESE}) ?(）)[、.]? *`, 'y'), () => 'clause'],
  [/(\d{1,3}) ?([.、])(?:(?!\d)|(?=(?:19|20)\d\d ?年)) */y, () => 'item'],
  [/（ ?(\d{1,3}) ?(）)[、.]? */y, () => 'subitem'],
  [/(\d{1,3}) ?(）)[、.]? */y, () => 'subitem'],
  [/([①-⑳])()[、.]? */y, () => 'circled'],
];

/** The number that heads the line starting at `at` in the canonical text, if any. */
export function numberingAt(text: string, at: number): Numbering | undefined {
  for (const [pattern, kindOf] of RULES) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) continue;
    const [whole, word = '', sign = ''] = match;
    const kind = kindOf(word, sign);
    const number = kind === 'circled' ? word.charCodeAt(0) - 0x2460 + 1 : numeral(word);
    if (number === undefined || number < 1 || number > 999) return undefined;
    return { kind, number, length: whole.length, printed: whole.trim() };
  }
  return undefined;
}
