import type { ProblemDetail } from '../../../kernel/problem.ts';
import { findQuantities } from '../../programme/module.ts';
import { tokensIn, withoutTokens } from './tokens.ts';

/** Any digit of any script, and what is written with them: 12, １２, ①, Ⅳ, 〇. */
const DIGIT = /\p{N}+/u;
const CHINESE_YEAR = /[一二][零一二三四五六七八九]{3}/;
/** Amounts without a numeral that the reader of papers would take for one. */
const AMOUNT = /翻了?[一两三]?番|过半|大半|一半|半数|[数几]十|[数几上成]百|[数几上成]千|[数几上]万|百分之|倍/;
/** Set phrases with a numeral in them that count nothing. */
const PHRASES =
  /另?一方面|一站式|千方百计|万众一心|万无一失|一批批?|老?百姓|[三四]方|[三四]位一体|一对一|一件事|一个个|千家万户|百花齐放/g;
const ENGLISH =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|dozens?|half|halves|twice|double[ds]?|triple[ds]?|per ?cent(?:age)?)\b/i;

/**
 * What is wrong with a text that a person wrote: a number outside the tokens, a token that this bulletin does not have, a brace that is
 * none. The words are the office's, the numbers are the facts'.
 */
export function checkText(text: string, at: string, known: ReadonlySet<string>, language: 'zh' | 'en'): ProblemDetail[] {
  const unknown = tokensIn(text)
    .filter((token) => !known.has(token))
    .map((token): ProblemDetail => ({ at, code: 'unknown-token', params: { token: `{${token}}` } }));
  const words = withoutTokens(text).replace(PHRASES, ' ');
  if (/[{}]/.test(words)) unknown.push({ at, code: 'broken-token' });
  const number = numberIn(words, language);
  return number === undefined ? unknown : [...unknown, { at, code: 'typed-number', params: { number } }];
}

function numberIn(words: string, language: 'zh' | 'en'): string | undefined {
  const typed = DIGIT.exec(words)?.[0] ?? CHINESE_YEAR.exec(words)?.[0] ?? AMOUNT.exec(words)?.[0];
  if (typed !== undefined) return typed;
  if (language === 'en') return ENGLISH.exec(words)?.[0];
  const [quantity] = findQuantities(words, [0, words.length]).filter(({ kind }) => kind !== 'coverage');
  return quantity && words.slice(...quantity.span).trim();
}
