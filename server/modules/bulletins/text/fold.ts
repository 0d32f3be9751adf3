/** A text as it reads, whatever it was typed with, and where each of its characters stood. */
export type Folded = {
  readonly text: string;
  /** The typed characters behind a stretch of the folded ones. */
  typed(from: number, to: number): string;
};

/** Nothing is seen of these: zero-width characters, joiners, variation selectors, marks over a letter. */
const UNSEEN = /[\p{Cf}\p{M}\p{Default_Ignorable_Code_Point}]/u;

/** Compatibility forms become plain (３, Ⅷ, ㏠, ⼀, ﬁ), and what nobody sees goes: `fi<U+200B>ve` is five. */
export function fold(given: string): Folded {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of given) {
    for (const plain of character.normalize('NFKD')) {
      if (UNSEEN.test(plain)) continue;
      text += plain;
      for (let unit = 0; unit < plain.length; unit += 1) {
        starts.push(at);
        ends.push(at + character.length);
      }
    }
    at += character.length;
  }
  return { text, typed: (from, to) => given.slice(starts[from] ?? 0, ends[to - 1] ?? given.length) };
}
