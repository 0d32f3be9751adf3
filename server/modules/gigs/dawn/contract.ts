import type { Said } from '../../../kernel/i18n/said.ts';
import type { ShownOrder } from '../orders/contract.ts';
import type { PlacementState } from './placement-store.ts';

export type CheckedIn = {
  readonly worker: string;
  readonly station: string;
  readonly day: string;
  readonly number: number;
  /** Was in the line already: the same number again. */
  readonly wasThere: boolean;
  /** The place in another station's line that was given up for this one. */
  readonly gaveUp: GivenUp | null;
};

export type GivenUp = { readonly station: string; readonly name: Said; readonly number: number };

/** What the kiosk shows of the check-in: the name is masked, others look on. */
export type CheckedInAtKiosk = CheckedIn & { readonly name: string; readonly ahead: number };

/** An offer as its worker sees it: the order, the way there, the employer's name among workers, and until when to answer. */
export type ShownOffer = {
  readonly id: string;
  readonly order: ShownOrder;
  readonly state: 'offered' | 'accepted' | 'declined' | 'lapsed' | 'withdrawn';
  readonly way: 'batch' | 'counter' | 'replacement';
  readonly offeredAt: string;
  readonly answerBy: string;
  /** Straight line, kilometres with one decimal. */
  readonly kilometres: number;
  readonly minutesThere: number;
  /** The last moment to set out from the station and be there in time, by the bus where one goes; null for work of another day without one. */
  readonly leaveBy: string | null;
  readonly rating: EmployerRating;
  /** Why this one: the terms of the published cost that spoke for it. */
  readonly reasons: readonly Said[];
  readonly reason: string | null;
  /** How many of a team are offered it together; null where nobody else is. */
  readonly together: number | null;
};

/** Among the workers who rated; `stars` null below three ratings, so that nobody is known by them. */
export type EmployerRating = { readonly stars: number | null; readonly ratings: number };

export type ShownPlacement = {
  readonly id: string;
  readonly order: ShownOrder;
  readonly state: PlacementState;
  /** Why an officer at the counter gave it out; null where a round or a replacement was agreed to. */
  readonly byHand: string | null;
  /** Why the employer called it off; null unless they did. */
  readonly cancelledFor: string | null;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  /** As the shift began, for good; null before: until then the order says whether insurance is recorded. */
  readonly isInsured: boolean | null;
};

/** `GET /api/gig-workers/:worker/day`: everything the worker's page of today needs. */
export type WorkerDay = {
  readonly worker: string;
  readonly number: number;
  readonly day: string;
  readonly checkIn: {
    readonly station: string;
    readonly stationName: Said;
    readonly number: number;
    readonly ahead: number;
    readonly calledUpTo: number;
    readonly mornings: number;
    readonly wantsMore: boolean;
    readonly hasLeft: boolean;
    /** Why the last batch found nothing; null before the first, or when it did. */
    readonly why: { readonly said: Said; readonly at: string } | null;
  } | null;
  readonly offers: readonly ShownOffer[];
  readonly placements: readonly ShownPlacement[];
  /** Orders that went by hand to somebody further back, who could have been this person's, with the officer's reason. */
  readonly passedOver: readonly { readonly order: number; readonly reason: string; readonly at: string }[];
};

/** One in the line, for the counter. Names are masked; showing one in full is an act of its own. */
export type LineEntry = {
  readonly worker: string;
  readonly workerNumber: number;
  readonly name: string;
  readonly number: number;
  readonly at: string;
  readonly way: 'code' | 'kiosk' | 'counter';
  readonly mornings: number;
  readonly skills: readonly { readonly trade: string; readonly name: Said; readonly level: number }[];
  readonly team: string | null;
  readonly isAided: boolean;
  readonly state: 'waiting' | 'offered' | 'placed' | 'wants-more';
  readonly order: number | null;
  readonly why: Said | null;
};

/** `GET /api/gig-stations/:station/line`. */
export type Line = {
  readonly station: string;
  readonly day: string;
  readonly calledUpTo: number;
  readonly lastNumber: number;
  readonly entries: readonly LineEntry[];
};

/** `GET /api/gig-stations/:station/board`: what hangs on the wall. No person is on it, only numbers. */
export type Board = {
  readonly station: string;
  readonly name: Said;
  readonly day: string;
  readonly at: string;
  readonly isOpen: boolean;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly calledUpTo: number;
  readonly lastNumber: number;
  readonly waiting: number;
  readonly placed: number;
  /** Numbers that have an offer to answer now. */
  readonly offered: readonly number[];
  readonly orders: readonly {
    readonly number: number;
    readonly tradeName: Said;
    readonly site: string;
    readonly day: string;
    readonly from: string;
    readonly to: string;
    readonly payBy: 'day' | 'hour';
    readonly pay: number;
    readonly open: number;
    readonly seats: number;
    readonly meetingPoint: string;
    readonly startsAt: string;
    readonly isInsured: boolean;
    readonly transport: ShownOrder['transport'];
    readonly outdoors: boolean;
    readonly warnings: ShownOrder['warnings'];
  }[];
  readonly lastBatch: { readonly number: number; readonly at: string; readonly filled: number } | null;
};
