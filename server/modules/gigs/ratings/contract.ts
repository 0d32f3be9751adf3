/** Why somebody appeals against what was said of them. */
export const appealReasons = ['rude', 'false', 'not-about-work'] as const;
export type AppealReason = (typeof appealReasons)[number];

export type AppealOutcome = 'stands' | 'removed';

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

/** An appeal that waits for a station officer. Who rated whom is not needed to decide it. */
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
};

/** Of promised shifts, how many were kept, percent; null below the least number. */
export type Reliability = { readonly percent: number; readonly of: number } | null;
