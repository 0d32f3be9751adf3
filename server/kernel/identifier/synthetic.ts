import { type Day, dayFromNumber, dayNumber } from '../term/day.ts';
import { CREDIT_CODE_ALPHABET, creditCodeCheckCharacter, idNumberCheckCharacter } from './check-character.ts';

/**
 * Invented numbers for the demonstration and the tests. They are well formed, so every check takes them, and made by chance:
 * one may coincide with a real person's or company's, hence they must never be sent to a registry or an SMS gateway, and a
 * demonstration says on every page that its people are invented.
 *
 * `random` gives numbers from 0 (included) to 1 (not), as `Math.random` does; pass a seeded one for the same story every time.
 */

const TONGZHOU = '110112';

/** An invented ID number of area 110112, born between two days (both included; by default 1956 to 2008). */
export function syntheticIdNumber(
  random: () => number,
  { bornFrom = '1956-01-01', bornUntil = '2008-12-31', sex }: { bornFrom?: Day; bornUntil?: Day; sex?: 'male' | 'female' } = {},
): string {
  const birthday = dayFromNumber(wholeNumber(random, dayNumber(bornFrom), dayNumber(bornUntil)));
  const odd = sex === undefined ? wholeNumber(random, 0, 1) : Number(sex === 'male');
  const sequence = String(wholeNumber(random, 0, 499) * 2 + odd).padStart(3, '0');
  const body = `${TONGZHOU}${birthday.replaceAll('-', '')}${sequence}`;
  return `${body}${idNumberCheckCharacter(body)}`;
}

/** An invented credit code of a company (91) registered in area 110112; organisation part beginning with MA, as new ones do. */
export function syntheticCreditCode(random: () => number): string {
  const organisation = Array.from(
    { length: 7 },
    () => CREDIT_CODE_ALPHABET[wholeNumber(random, 0, CREDIT_CODE_ALPHABET.length - 1)],
  );
  const body = `91${TONGZHOU}MA${organisation.join('')}`;
  return `${body}${creditCodeCheckCharacter(body)}`;
}

/** An invented mobile number of the form 1990 000 0000 … 1990 999 9999. */
export function syntheticMobile(random: () => number): string {
  return `1990${String(wholeNumber(random, 0, 9_999_999)).padStart(7, '0')}`;
}

function wholeNumber(random: () => number, from: number, to: number): number {
  return from + Math.floor(random() * (to - from + 1));
}
