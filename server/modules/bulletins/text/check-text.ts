import type { ProblemDetail } from '../../../kernel/problem.ts';
import { tokensIn, withoutTokens } from './tokens.ts';
import { findTypedNumber } from './typed-numbers.ts';

/**
 * What is wrong with a text that a person wrote: a number outside the tokens, a token that this bulletin does not have, a brace that is
 * none. The words are the office's, the numbers are the facts'. `names`: of places and units, which may have a numeral in them.
 */
export function checkText(text: string, at: string, known: ReadonlySet<string>, names: readonly string[] = []): ProblemDetail[] {
  const unknown = tokensIn(text)
    .filter((token) => !known.has(token))
    .map((token): ProblemDetail => ({ at, code: 'unknown-token', params: { token: `{${token}}` } }));
  const words = withoutTokens(text);
  if (/[{}]/.test(words)) unknown.push({ at, code: 'broken-token' });
  const typed = findTypedNumber(words, names);
  return typed === undefined ? unknown : [...unknown, { at, code: 'typed-number', params: typed }];
}
