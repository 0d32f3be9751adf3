/**
 * One spelling for the many ways of typing the same sign, so that rules are written once. Each character becomes exactly one
 * character, therefore a place in the canonical text is the same place in the paper.
 */
const SAME_AS: Record<string, string> = {
  '(': '（',
  ')': '）',
  '[': '（',
  ']': '）',
  '［': '（',
  '］': '）',
  '【': '（',
  '】': '）',
  '〖': '（',
  '〗': '）',
  '﹙': '（',
  '﹚': '）',
  ';': '；',
  '．': '.',
  '﹒': '.',
  '％': '%',
  '﹪': '%',
  '～': '~',
  '〜': '~',
  '－': '-',
  '–': '-',
  '㎡': '㎡',
  〇: '零',
  '○': '零',
  '､': '、',
  '｡': '。',
  '≧': '≥',
  '≦': '≤',
  '\v': '\n',
  '\f': '\n',
  '\u0085': '\n',
  '\u2028': '\n',
  '\u2029': '\n',
};
const ODD = /[()[\]［］【】〖〗﹙﹚;．﹒％﹪～〜－–〇○､｡≧≦\v\f\u0085\u2028\u2029]/g;
const SPACES = /[\t\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]/g;

/** The text in canonical spelling, of the same length. */
export function canonical(text: string): string {
  return (
    text
      .replace(/[０-９Ａ-Ｚａ-ｚ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
      .replace(/\r(?=\n)/g, ' ')
      .replace(/\r/g, '\n')
      .replace(SPACES, ' ')
      .replace(ODD, (sign) => SAME_AS[sign] ?? sign)
      // Around a year they belong to a paper's number, around words they are brackets like others.
      .replace(/〔(?!\d{2,4}〕)([^〔〕\n]{0,400})〕/g, '（$1）')
      .replace(/(?<!\d):|:(?!\d)/g, '：')
      .replace(/(?<!\d),|,(?!\d{3}(?!\d))/g, '，')
  );
}
