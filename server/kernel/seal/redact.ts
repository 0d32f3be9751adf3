import { creditCodeCheckCharacter, idNumberCheckCharacter } from '../identifier/check-character.ts';
import { maskIdNumber, maskPhone } from './mask.ts';

/**
 * The last net under logs and error messages: masks every ID number and mobile number in free text, written solid or in groups,
 * in half- or full-width digits. Code must not rely on it: personal values travel as `Personal` and never get here.
 *
 * A number is taken for an ID number when it has 18 places and a possible birth date in the right place, even if its check
 * character is wrong: a mistyped number is still someone's. Left alone: dates and times, timestamps, decimals, hashes, UUIDs,
 * and social credit codes whose own check character fits.
 *
 * Time is proportional to the text: each pattern has a bounded length or begins only where a word does.
 */
export function redact(text: string): string {
  if (!hasDigits(text, FEWEST_DIGITS)) return text;
  const copy = halfWidth(text);
  let result = '';
  let done = 0;
  for (const match of copy.matchAll(LOOK_ALIKE_OR_PERSONAL)) {
    const [found, idNumber, prefix = '', mobile] = match;
    const masked = idNumber ? maskUnlessCreditCode(idNumber) : mobile ? prefix + maskPhone(solidForm(mobile)) : undefined;
    if (masked === undefined) continue;
    result += text.slice(done, match.index) + masked;
    done = match.index + found.length;
  }
  return done === 0 ? text : result + text.slice(done);
}

/** A mobile number's eleven; an ID number has more. */
const FEWEST_DIGITS = 11;

function hasDigits(text: string, wanted: number): boolean {
  let found = 0;
  for (let at = 0; at < text.length && found < wanted; at++) {
    const code = text.charCodeAt(at);
    if ((code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)) found++;
  }
  return found >= wanted;
}

/** Read over as wholes, so that no digits inside them are taken for a number: UUIDs, hashes and trace ids, decimals. */
const LOOK_ALIKES = [
  '(?<![0-9A-Za-z])[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?![0-9A-Za-z])',
  '(?<![0-9A-Za-z])(?=\\d*[a-fA-F])[0-9a-fA-F]{16,}(?![0-9A-Za-z])',
  '(?<![\\d.])\\d{1,4}\\.\\d{11,}',
];

const GAP = '[ \\-\\u00a0\\u3000]';
const BIRTH = `(?:18|19|20)\\d{2}${GAP}?(?:0[1-9]|1[0-2])${GAP}?(?:0[1-9]|[12]\\d|3[01])`;
const ID_NUMBER = `([1-9]\\d{5}${GAP}?${BIRTH}${GAP}?\\d{3}${GAP}?[\\dXx])`;
// Solid, or in the groups 3-4-4: with one gap only, as in 1381234 2026, it is more often a number beside a year.
const MOBILE = `((?:\\+|00)?86${GAP}?)?(1[3-9]\\d(?:\\d{8}|${GAP}\\d{4}${GAP}\\d{4}))`;

const LOOK_ALIKE_OR_PERSONAL = new RegExp(`${LOOK_ALIKES.join('|')}|(?<!\\d)(?:${ID_NUMBER}|${MOBILE})(?!\\d)`, 'g');

function maskUnlessCreditCode(idNumber: string): string | undefined {
  const solid = solidForm(idNumber);
  const isCreditCode = creditCodeCheckCharacter(solid) === solid[17] && idNumberCheckCharacter(solid) !== solid[17];
  return isCreditCode ? undefined : maskIdNumber(solid);
}

function solidForm(found: string): string {
  return found.replace(/[^0-9Xx]/g, '').toUpperCase();
}

/** A copy of the same length in which full-width 0–9, X, x, + and - are plain, to look in; the original keeps its own. */
function halfWidth(text: string): string {
  return text.replace(/[\uff10-\uff19\uff38\uff58\uff0b\uff0d]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}
