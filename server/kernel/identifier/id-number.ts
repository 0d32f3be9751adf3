import { Personal } from '../seal/personal.ts';
import { addMonths, type Day, isDay } from '../term/day.ts';
import { idNumberCheckCharacter } from './check-character.ts';
import { bareForm, findStrangerPosition, isRoundedBySpreadsheet, type Parsed, parsed, refused } from './parsed.ts';

/**
 * The citizen identity number (公民身份号码, GB 11643-1999): 6 places area, 8 birth date, 3 sequence (odd male, even female),
 * 1 check. It prints as `***`; `reveal()` gives the 18 characters.
 */
export class IdNumber extends Personal {
  get birthday(): Day {
    const digits = this.reveal();
    return `${digits.slice(6, 10)}-${digits.slice(10, 12)}-${digits.slice(12, 14)}`;
  }

  get sex(): 'male' | 'female' {
    return Number(this.reveal()[16]) % 2 === 1 ? 'male' : 'female';
  }

  /** Where the number was first given out, which is not where the person lives. */
  get areaCode(): string {
    return this.reveal().slice(0, 6);
  }
}

export type IdNumberErrorCode =
  | 'id-number-empty'
  /** `length` characters instead of 18. */
  | 'id-number-length'
  /** A number of the first generation; cards with it ended on 2013-01-01. */
  | 'id-number-fifteen'
  /** A spreadsheet rounded it, the last digits are lost. */
  | 'id-number-rounded'
  /** Something else than a digit at `position` (an X is allowed at 18 only). */
  | 'id-number-character'
  /** Positions 7 to 14 are no real day, or one more than 130 years ago. */
  | 'id-number-birth-date'
  | 'id-number-birth-date-future'
  /** The check character at `position` 18 doesn't fit the 17 before it. */
  | 'id-number-check';

const OLDEST_PERSON_YEARS = 130;

/**
 * Reads an ID number as people write it: full-width digits, a small x, spaces and copied invisible characters are put right.
 * An area code absent from today's list is taken: abolished counties live on in old numbers.
 * @param today the day against which a birth date is in the future
 */
export function parseIdNumber(text: string, today: Day): Parsed<IdNumber, IdNumberErrorCode> {
  const bare = bareForm(text);
  if (bare === '') return refused('id-number-empty');
  if (isRoundedBySpreadsheet(bare)) return refused('id-number-rounded');
  if (/^\d{15}$/.test(bare)) return refused('id-number-fifteen');
  if (bare.length !== 18) return refused('id-number-length', { length: bare.length, expected: 18 });
  const stranger = findStrangerPosition(bare.slice(0, 17), '0123456789') ?? (/^[\dX]$/.test(bare.slice(17)) ? undefined : 18);
  if (stranger !== undefined) return refused('id-number-character', { position: stranger });
  const idNumber = new IdNumber(bare);
  const birthday = idNumber.birthday;
  if (!isDay(birthday) || birthday < addMonths(today, -12 * OLDEST_PERSON_YEARS))
    return refused('id-number-birth-date', { from: 7, to: 14 });
  if (birthday > today) return refused('id-number-birth-date-future', { from: 7, to: 14 });
  if (idNumberCheckCharacter(bare) !== bare[17]) return refused('id-number-check', { position: 18 });
  return parsed(idNumber);
}
