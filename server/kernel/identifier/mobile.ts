import { Personal } from '../seal/personal.ts';
import { bareForm, findStrangerPosition, isRoundedBySpreadsheet, type Parsed, parsed, refused } from './parsed.ts';

export type MobileErrorCode =
  | 'mobile-empty'
  /** `length` digits instead of 11. */
  | 'mobile-length'
  | 'mobile-rounded'
  | 'mobile-character'
  /** Begins with 0: a landline, which gets no text message. */
  | 'mobile-landline'
  /** Eleven digits that don't begin with 13 to 19. */
  | 'mobile-prefix';

/**
 * Reads a mobile number of the mainland: 11 digits, 1 and then 3 to 9. `+86`, `0086`, spaces, hyphens and brackets are put right.
 * Prints as `***`; `reveal()` gives the 11 digits.
 */
export function parseMobile(text: string): Parsed<Personal, MobileErrorCode> {
  const bare = bareForm(text);
  if (bare === '') return refused('mobile-empty');
  if (isRoundedBySpreadsheet(bare)) return refused('mobile-rounded');
  const number = bare.replace(/[-()\u2010-\u2015]/g, '').replace(/^(?:\+86|0086|86(?=\d{11}$))/, '');
  const stranger = findStrangerPosition(number, '0123456789');
  if (stranger !== undefined) return refused('mobile-character', { position: stranger });
  if (/^0\d{9,11}$/.test(number)) return refused('mobile-landline');
  if (number.length !== 11) return refused('mobile-length', { length: number.length, expected: 11 });
  if (!/^1[3-9]/.test(number)) return refused('mobile-prefix');
  return parsed(new Personal(number));
}
