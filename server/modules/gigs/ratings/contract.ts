import type { Said } from '../../../kernel/i18n/said.ts';

/** Why somebody appeals against what was said of them. */
export const appealReasons = ['rude', 'false', 'not-about-work'] as const;
export type AppealReason = (typeof appealReasons)[number];

export type AppealOutcome = 'stands' | 'removed';

/** A rating as who gave it reads it again; the other side is told neither who gave it nor `neverAgain`. */
export type OwnRating = {
  readonly stars: number;
  readonly text: string;
  readonly neverAgain: boolean;
  /** What the rated side answered. */
  readonly answer: string | null;
  /** Why a station took it down: it counts no more. Null where it stands. */
  readonly removedFor: string | null;
};

/** A rating as the rated side reads it: of which month, and nothing that would say who gave it. */
export type RatingOfMe = {
  readonly rating: string;
  readonly month: string;
  readonly stars: number;
  readonly text: string;
  readonly answer: string | null;
  readonly appeal: AppealReason | null;
  readonly appealOutcome: AppealOutcome | null;
  readonly appealReason: string | null;
};

/** `GET /api/gig-workers/:worker/ratings` and `GET /api/employers/:employer/gig-ratings` */
export type RatingsOfMe = {
  /** Null below the least number, so that nobody is known by it. */
  readonly stars: number | null;
  readonly ratings: number;
  readonly list: readonly RatingOfMe[];
};

/** The shift that a rating is about, and when somebody was there. */
export type RatedShift = {
  readonly day: string;
  readonly order: number;
  readonly tradeName: Said;
  readonly site: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly ending: 'done' | 'left-early' | 'sent-home' | null;
  /** Whole minutes after the ordered start, and before the ordered end; 0: in time. */
  readonly minutesLate: number;
  readonly minutesEarly: number;
};

/** An appeal against a rating, as a station officer judges it: nobody's name is on it, but the shift is, with who was there when. */
export type WaitingAppeal = {
  readonly rating: string;
  /** Who rated. */
  readonly side: 'worker' | 'employer';
  readonly month: string;
  readonly stars: number;
  readonly text: string;
  readonly answer: string | null;
  readonly why: AppealReason;
  readonly appeal: string;
  readonly appealedAt: string;
  readonly shift: RatedShift;
};

export type DecidedAppeal = WaitingAppeal & {
  readonly outcome: AppealOutcome;
  readonly reason: string;
  readonly decidedAt: string;
};

/** `GET /api/gig-stations/:station/appeals`: what waits, the oldest first, and what was decided lately, the last first. */
export type AppealList = { readonly appeals: readonly WaitingAppeal[]; readonly decided: readonly DecidedAppeal[] };

/** Of promised shifts, how many were kept, percent; null below the least number. */
export type Reliability = { readonly percent: number; readonly of: number } | null;
