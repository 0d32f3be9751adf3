/** A text without what printing and quoting change (spaces, line ends, marks, widths), every letter with its place. */
import { canonical } from '../../programme/module.ts';

export interface Folded {
  readonly letters: string;
  /** `places[i]` is where letter `i` stands in the text. */
  readonly places: Int32Array;
}

const LETTER = /[\p{L}\p{N}\p{M}%‰]/u;
let kinds: Uint8Array | undefined;

/** 1 for what stays, by code unit; halves of a pair stay together. */
function staying(): Uint8Array {
  if (kinds) return kinds;
  kinds = new Uint8Array(65536);
  for (let unit = 0; unit < 65536; unit++)
    kinds[unit] = (unit >= 0xd800 && unit <= 0xdfff) || LETTER.test(String.fromCharCode(unit)) ? 1 : 0;
  return kinds;
}

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;
const DASHES = '-—–‒―~～';

/** Between two digits a sign changes the number (2.5 is not 25, 5—8 is not 58): there it stays, a thousands comma apart. */
function signBetween(plain: string, at: number): string {
  const sign = plain[at] ?? '';
  if (!isDigit(plain.charCodeAt(at - 1)) || !isDigit(plain.charCodeAt(at + 1)) || /[\s,，“”‘’"']/.test(sign)) return '';
  return DASHES.includes(sign) ? '-' : sign;
}

export function fold(text: string): Folded {
  const plain = canonical(text);
  const stays = staying();
  const letters: string[] = [];
  const places = new Int32Array(plain.length);
  for (let at = 0; at < plain.length; at++) {
    const unit = plain.charCodeAt(at);
    const letter =
      stays[unit] === 1 ? (unit >= 65 && unit <= 90 ? String.fromCharCode(unit + 32) : plain.charAt(at)) : signBetween(plain, at);
    if (letter === '') continue;
    places[letters.length] = at;
    letters.push(letter);
  }
  return { letters: letters.join(''), places: places.slice(0, letters.length) };
}

export const lettersOf = (text: string): string => fold(text).letters;

/** The letters between two places of the text, as `[from, to)` in `letters`. */
export const lettersBetween = ({ places }: Folded, [from, to]: readonly [number, number]): [number, number] => [
  firstAtOrAfter(places, from),
  firstAtOrAfter(places, to),
];

/** The stretch of text that letters `[from, to)` stand in. */
export const textBetween = ({ places }: Folded, [from, to]: readonly [number, number]): [number, number] => {
  const first = places[from] ?? 0;
  return [first, to > from ? (places[to - 1] ?? first) + 1 : first];
};

function firstAtOrAfter(places: Int32Array, at: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] as number) < at)
      low = middle + 1; // as: middle < length
    else high = middle;
  }
  return low;
}
