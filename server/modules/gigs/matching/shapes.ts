import { shiftOf as shiftAt, shifts } from '../shifts.ts';
import type { CostPolicy } from './policy.ts';

/** Degrees, WGS-84. */
export type Place = { readonly latitude: number; readonly longitude: number };

/** A job that is held already. Instants are ISO 8601 in UTC. */
export type Busy = { readonly from: string; readonly to: string; readonly place: Place };

export type MatchWorker = {
  readonly id: string;
  /** Their number in the line when the batch was taken: matching does not look at it, whoever reads the batch later does. */
  readonly line?: number;
  /** Where the way to work begins, and how far it may be, as the crow flies. */
  readonly place: Place;
  readonly radiusKm: number;
  /** Trades with levels from 0 (learning) to 3 (master). */
  readonly skills: readonly { readonly trade: string; readonly level: number }[];
  /** Those valid on the day of the round. */
  readonly licences: readonly string[];
  /** The last day of those that end soon: work that begins later needs them longer. */
  readonly licencesEnd?: Readonly<Record<string, string>>;
  /** Bits of `shifts` (shifts.ts), in their order; the wish is the number of one. */
  readonly shifts: number;
  readonly shiftWish?: number;
  /** Cents a day: below the floor nothing is offered; the wish is what is hoped for. */
  readonly payFloor: number;
  readonly payWish: number;
  /** Full years on the day; only ever held against an age limit that a law gives. */
  readonly age?: number;
  /** Mornings in a row on which this person waited and went home without work. */
  readonly mornings: number;
  readonly waitedMinutes: number;
  readonly isHardToEmploy: boolean;
  readonly busy: readonly Busy[];
  /** Orders declined today. */
  readonly refused: readonly string[];
  /** Orders that they have had already: nobody gets the same one twice. */
  readonly worked?: readonly string[];
  /** Employers this person will not work for, or who will not have them again. */
  readonly apart: readonly string[];
  /** Employers who rated this person well and were rated well. */
  readonly liked: readonly string[];
  /** Everybody of one team goes to the same order, or nobody does. */
  readonly team?: string;
};

export type MatchOrder = {
  readonly id: string;
  readonly employer: string;
  readonly place: Place;
  readonly trade: string;
  /** The least level wanted. */
  readonly level: number;
  readonly licence?: string;
  /** Only where a law gives them; `ageLaw` is the code under which it is cited. */
  readonly youngest?: number;
  readonly oldest?: number;
  readonly ageLaw?: string;
  /** Instants, ISO 8601 in UTC. */
  readonly from: string;
  readonly to: string;
  /** Cents. */
  readonly payPerDay: number;
  /** Places still open. */
  readonly seats: number;
  /** Why nobody is sent to it, though it stands: in the batch so that those it would have suited can be told. */
  readonly closed?: Closed;
};

/**
 * It has begun; heat or cold of the day stops it; or nobody who stands at the station when the batch is taken can be there when it begins
 * (`dawn/in-time.ts`).
 */
export const closings = ['begun', 'stopped', 'soon'] as const;
export type Closed = (typeof closings)[number];

export type Pair = { readonly worker: string; readonly order: string };

/** All that a batch looks at. Frozen as canonical JSON; whoever runs it again gets the same answer. */
export type MatchInput = {
  /** When the batch was taken, ISO 8601. */
  readonly at: string;
  /** The batch's own: equals are told apart by a hash under it, never by their ids. */
  readonly salt: string;
  readonly policy: CostPolicy;
  readonly workers: readonly MatchWorker[];
  readonly orders: readonly MatchOrder[];
};

/** The places that somebody could still take. */
export const seatsWithin = ({ orders }: Pick<MatchInput, 'orders'>): number =>
  orders.reduce((sum, { seats, closed }) => sum + (closed ? 0 : seats), 0);

/** The shift in which work that begins at `from` lies: its number in `shifts`. */
export const shiftOf = (from: string): number => shifts.indexOf(shiftAt(new Date(from)));
