/** A paper as it is printed, and in the spelling in which the rules read it. */
import { canonical } from './canonical.ts';

/** Both texts have the same length: a place in one is the same place in the other. */
export interface Paper {
  readonly printed: string;
  readonly plain: string;
}

export const paperOf = (printed: string): Paper => ({ printed, plain: canonical(printed) });
