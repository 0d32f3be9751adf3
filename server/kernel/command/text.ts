import { type TString, Type } from 'typebox';

/** A text of one character is anything that is not blank; a longer one begins and ends so. */
const patternOf = (least: number): string => (least <= 1 ? '\\S' : `\\S[\\s\\S]{${least - 2},}\\S`);

const leastBy = new Map<string, number>();

/**
 * What a person has to say: at least so many characters besides the blanks at both ends. A reason of blanks is none, and a mere
 * `minLength` would take it.
 *
 * @example
 * input: Type.Object({ notice: Id, reason: Text(4, 1000) }, { additionalProperties: false })
 */
export function Text(least: number, most?: number): TString {
  const pattern = patternOf(least);
  leastBy.set(pattern, least);
  return Type.String({ pattern, ...(most === undefined ? {} : { maxLength: most }) });
}

/** How many characters a text of this pattern has at least; undefined where the pattern is another's. */
export const leastOf = (pattern: unknown): number | undefined => (typeof pattern === 'string' ? leastBy.get(pattern) : undefined);
