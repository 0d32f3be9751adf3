import type { Said } from '../../../kernel/i18n/said.ts';
import type { Fairness } from '../matching/fairness.ts';
import type { Fall, MatchOutput, Rung } from '../matching/ladder.ts';

/** How good a matching is: places filled first, then points in all, fewer are better. */
export type Value = { readonly filled: number; readonly cost: number };

export type BatchRow = {
  readonly id: string;
  readonly number: number;
  readonly at: string;
  readonly rung: Rung;
  readonly isProven: boolean;
  readonly workers: number;
  readonly seats: number;
  readonly filled: number;
  readonly cost: number;
  /** Nothing can be better than this; null where nothing is known, and where it is proven: it is the value itself. */
  readonly bound: Value | null;
  /** Offers that could still be made when it was done. */
  readonly written: number;
  readonly milliseconds: number;
  readonly policy: string;
};

/** `GET /api/gig-stations/:station/batches`: the rounds of a day, the latest first. */
export type BatchList = { readonly station: string; readonly day: string; readonly batches: readonly BatchRow[] };

/** Whoever a round is about: for those who work at the station with number and masked name, for others the number in the line. */
export type BatchPerson = { readonly line: number | null; readonly workerNumber: number | null; readonly name: string | null };

export type BatchMatch = BatchPerson & {
  readonly order: number | null;
  readonly tradeName: Said;
  readonly site: string;
  readonly points: number;
  readonly why: readonly Said[];
  /** Whether it was offered: between looking and writing somebody may have left, or a seat been taken. */
  readonly isOffered: boolean;
};

export type BatchUnmatched = BatchPerson & { readonly why: Said };

/** `GET /api/gig-batches/:batch` */
export type Batch = BatchRow & {
  readonly station: string;
  readonly stationName: Said;
  readonly day: string;
  readonly salt: string;
  readonly steps: number;
  /** The rungs left before; null where it was not kept. */
  readonly falls: readonly Fall[] | null;
  /** SHA-256, hexadecimal: of what it looked at, and of what it came to. */
  readonly inputHash: string;
  readonly outputHash: string;
  /** Null in batches from before it was measured. */
  readonly fairness: Fairness | null;
  /** False where only offers and the latest reasons are known, not all that the round came to. */
  readonly isWhole: boolean;
  readonly matches: readonly BatchMatch[];
  readonly unmatched: readonly BatchUnmatched[];
  /** How many there are beyond those listed. */
  readonly more: { readonly matches: number; readonly unmatched: number };
};

export type OutputPart = Exclude<keyof MatchOutput, 'falls'>;

/**
 * `GET /api/gig-batches/:batch/replay`: what comes out when it is run again from what it had looked at.
 * `same` to the last letter · `words` the same people in the same places, other reasons · `other` somebody would get something else ·
 * `unknown` it is not the same, and only a hash was kept of what it came to
 */
export type BatchReplay = {
  readonly batch: string;
  readonly verdict: 'same' | 'words' | 'other' | 'unknown';
  readonly differs: readonly OutputPart[];
  readonly inputHash: string;
  readonly outputHash: string;
  /** Of the run now. */
  readonly outputHashNow: string;
  readonly milliseconds: number;
  /** What putting those forward who had waited did: people, nobody's name; null where nobody had. */
  readonly effect: {
    readonly people: number;
    readonly matched: number;
    readonly matchedWithout: number;
    readonly allMatched: number;
    readonly allMatchedWithout: number;
    readonly gained: number;
    readonly stoodBack: number;
    readonly isProven: boolean;
    readonly morningsSeen: number;
  } | null;
};
