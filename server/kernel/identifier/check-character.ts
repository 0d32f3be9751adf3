/**
 * The check characters of the two national numbers, from the first 17 places. Both functions ignore what follows and give
 * `undefined` when a place holds a character the standard doesn't know.
 */

const ID_NUMBER_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CREDIT_CODE_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** The 31 characters of GB 32100-2015: no I, O, S, V, Z, which are mistaken for 1, 0, 5, U, 2. */
export const CREDIT_CODE_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** GB 11643-1999 (ISO 7064 MOD 11-2): `'11010519491231002'` → `'X'`. */
export function idNumberCheckCharacter(text: string): string | undefined {
  const sum = weightedSum(text, ID_NUMBER_WEIGHTS, '0123456789');
  return sum === undefined ? undefined : '10X98765432'[sum % 11];
}

/** GB 32100-2015: `'91350100M000100Y4'` → `'3'`. */
export function creditCodeCheckCharacter(text: string): string | undefined {
  const sum = weightedSum(text, CREDIT_CODE_WEIGHTS, CREDIT_CODE_ALPHABET);
  return sum === undefined ? undefined : CREDIT_CODE_ALPHABET[(31 - (sum % 31)) % 31];
}

function weightedSum(text: string, weights: readonly number[], alphabet: string): number | undefined {
  let sum = 0;
  for (const [index, weight] of weights.entries()) {
    const value = alphabet.indexOf(text[index] ?? '?');
    if (value < 0) return undefined;
    sum += weight * value;
  }
  return sum;
}
