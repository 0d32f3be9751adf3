import { type Folded, fold } from './fold.ts';
import { AMOUNT, ENGLISH, ENGLISH_PHRASES, ENUMERATION, NUMERALS, setPhrases, unmeasured } from './set-phrases.ts';

/** A number that somebody typed: as it was typed, and with the words around it. */
export type TypedNumber = { readonly number: string; readonly near: string };

const NUMERAL = new RegExp(`[\\p{N}${NUMERALS}]+`, 'u');
/** Signs of numbers, and pictures, which may show one: %, 🔟, 🥇. */
const SIGN = /[%‰‱٪]|[\p{So}\p{Extended_Pictographic}]+/u;
const ROMAN = /(?<![a-z'’])(?=[ivxlcdm])m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})(?![a-z])/giu;
/** Made of the same letters, and no Roman numerals. */
const NOT_ROMAN = new Set(['mix', 'Mix', 'Li', 'Xi', 'Di', 'Mi', 'Ci']);
const SPELLED = /(?<![a-z])[a-z](?:[\s.·*_-]+[a-z])+(?![a-z])/giu;
/** Letters that are neither Chinese nor of the plain alphabet may look like one that is. */
const STRANGE = /[^\P{L}\p{Script=Han}a-zA-Z]+/u;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * The first number of a text in which there must be none. Refused is the default: whatever reads as a numeral in any script, a share or a
 * multiple, unless it is part of a set phrase that stands as a whole word, or of one of `names` (九棵树街道 is no nine).
 */
export function findTypedNumber(given: string, names: readonly string[] = []): TypedNumber | undefined {
  const folded = fold(given);
  const words = withoutPhrases(folded.text, names);
  const found =
    [NUMERAL, SIGN, AMOUNT, ENGLISH, STRANGE].flatMap((pattern) => {
      const match = pattern.exec(words);
      return match ? [{ from: match.index, to: match.index + match[0].length }] : [];
    })[0] ??
    roman(words) ??
    spelledOut(words);
  return found && { number: folded.typed(found.from, found.to).trim(), near: around(folded, found) };
}

type Stretch = { readonly from: number; readonly to: number };

function roman(words: string): Stretch | undefined {
  for (const { 0: letters, index } of words.matchAll(ROMAN))
    if (!NOT_ROMAN.has(letters)) return { from: index, to: index + letters.length };
  return undefined;
}

/** F i v e. */
function spelledOut(words: string): Stretch | undefined {
  for (const { 0: letters, index } of words.matchAll(SPELLED))
    if (ENGLISH.test(letters.replace(/[^a-z]/gi, ''))) return { from: index, to: index + letters.length };
  return undefined;
}

/** The clause that it stands in, as far as an eye takes it in. */
function around({ text, typed }: Folded, { from, to }: Stretch): string {
  const before = /[^。、,;:!?\n]{0,10}$/u.exec(text.slice(0, from))?.[0].length ?? 0;
  const after = /^[^。、,;:!?\n]{0,10}/u.exec(text.slice(to))?.[0].length ?? 0;
  return typed(from - before, to + after).trim();
}

const phrases = [...setPhrases, ...unmeasured].toSorted((a, b) => b.length - a.length);

/**
 * Set phrases are taken out where they stand as whole words: 传统一家 has no 统一 in it. Nothing but their own characters is: a numeral
 * beside one stays, and is refused.
 */
function withoutPhrases(text: string, names: readonly string[]): string {
  const edges = new Set([0, text.length]);
  for (const { index } of segmenter.segment(text)) edges.add(index);
  const taken = new Set<number>();
  const take = (from: number, to: number) => {
    for (let at = from; at < to; at += 1) taken.add(at);
  };
  for (const { 0: words, index } of text.matchAll(ENGLISH_PHRASES)) take(index, index + words.length);
  for (const { 0: words, index } of text.matchAll(ENUMERATION)) take(index, index + words.length);
  for (const phrase of [...names.filter((name) => NUMERAL.test(name)), ...phrases])
    for (let from = text.indexOf(phrase); from >= 0; from = text.indexOf(phrase, from + 1)) {
      const to = from + phrase.length;
      const isWhole = edges.has(from) && edges.has(to);
      if (isWhole && !doesCount(phrase, text.slice(0, from), text.slice(to))) take(from, to);
    }
  return text.replace(/[\s\S]/g, (unit, at: number) => (taken.has(at) ? '·' : unit));
}

/** 十分重要 and 之一 count nothing; 十分钟, 得十分 and 几分之一 do. */
const doesCount = (phrase: string, before: string, after: string): boolean =>
  phrase === '十分' ? !/^(?![钟之以制左])\p{Script=Han}/u.test(after) : phrase === '之一' && before.endsWith('分');
