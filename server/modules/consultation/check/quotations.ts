/** Quotations in an opinion: what they hold, and the text with them covered, so that rules read only what stands around. */

export interface Quotation {
  /** With its marks. */
  readonly outer: readonly [number, number];
  readonly inner: readonly [number, number];
}

/** Stands for each letter inside a quotation (a private-use character). */
export const COVER = '\uE000';
const OPENING = '“「『';
const CLOSING = '”」』';

/** The outermost quotations; straight marks open and close in turn. `covered` has the same length, every mark being “ or ”. */
export function quotationsIn(plain: string): { covered: string; quotations: Quotation[] } {
  const quotations: Quotation[] = [];
  const covered = Array.from({ length: plain.length }, (_, at) => plain.charAt(at));
  let [start, depth] = [-1, 0];
  const open = (at: number) => {
    start = at;
    depth = 1;
  };
  const close = (at: number) => {
    quotations.push({ outer: [start, at + 1], inner: [start + 1, at] });
    covered[start] = '“';
    covered[at] = '”';
    for (let inside = start + 1; inside < at; inside++) covered[inside] = COVER;
    depth = 0;
  };
  for (let at = 0; at < plain.length; at++) {
    const sign = plain.charAt(at);
    if (sign === '"' || sign === '＂') {
      if (depth === 0) open(at);
      else if (isStraight(plain, start)) close(at);
    } else if (OPENING.includes(sign)) {
      if (depth === 0) open(at);
      else if (!isStraight(plain, start)) depth++;
    } else if (CLOSING.includes(sign) && depth > 0 && !isStraight(plain, start) && --depth === 0) close(at);
  }
  return { covered: covered.join(''), quotations };
}

const isStraight = (plain: string, at: number): boolean => plain.charAt(at) === '"' || plain.charAt(at) === '＂';
