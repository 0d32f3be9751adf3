import { CREDIT_CODE_ALPHABET, creditCodeCheckCharacter } from './check-character.ts';
import { bareForm, findStrangerPosition, isRoundedBySpreadsheet, type Parsed, parsed, refused } from './parsed.ts';

export type CreditCodeErrorCode =
  | 'credit-code-empty'
  /** `length` characters instead of 18. */
  | 'credit-code-length'
  /** The 15-digit number of a business licence from before 2015. */
  | 'credit-code-fifteen'
  | 'credit-code-rounded'
  /** At `position` stands a character the code doesn't use; among letters I, O, S, V and Z never occur. */
  | 'credit-code-character'
  /** The check character at `position` 18 doesn't fit the 17 before it. */
  | 'credit-code-check';

/**
 * Reads a unified social credit code (统一社会信用代码, GB 32100-2015); gives its 18 characters in capitals. It is public, so it
 * is a plain string. The register behind it isn't asked: a code that checks may still belong to nobody.
 */
export function parseCreditCode(text: string): Parsed<string, CreditCodeErrorCode> {
  const bare = bareForm(text).replaceAll('-', '');
  if (bare === '') return refused('credit-code-empty');
  if (isRoundedBySpreadsheet(bare)) return refused('credit-code-rounded');
  if (/^\d{15}$/.test(bare)) return refused('credit-code-fifteen');
  if (bare.length !== 18) return refused('credit-code-length', { length: bare.length, expected: 18 });
  const stranger = findStrangerPosition(bare, CREDIT_CODE_ALPHABET);
  if (stranger !== undefined) return refused('credit-code-character', { position: stranger });
  if (creditCodeCheckCharacter(bare) !== bare[17]) return refused('credit-code-check', { position: 18 });
  return parsed(bare);
}
