import type { Said } from '../../../kernel/i18n/said.ts';
import type { LineEntry } from '../dawn/contract.ts';
import type { Fairness } from '../matching/fairness.ts';

export type { Fairness, FairnessAlarm, FairnessGroup } from '../matching/fairness.ts';

/** Those who had waited so many mornings: how often they stood there again, and how often there was work. */
export type LongWait = { readonly people: number; readonly mornings: number; readonly matched: number };

/** `GET /api/gig-fairness`: a month of one station or of all, nobody's name. Shares from 0 to 1, minutes, fen a day. */
export type FairnessMonth = {
  readonly month: string;
  readonly from: string;
  readonly to: string;
  readonly station: string | null;
  readonly stations: readonly { readonly id: string; readonly name: Said }[];
  readonly rules: {
    readonly version: string;
    readonly says: Said;
    readonly smallestShown: number;
    readonly morningsSeen: number;
  };
  /** The month of the first round; null before it. There is nothing to compare in any month before. */
  readonly firstMonth: string | null;
  readonly fairness: Fairness;
  /** Null where fewer people had waited so long than may be shown. */
  readonly longWait: LongWait | null;
};

/** `GET /api/gig-fairness/summary`: the last month in which there was something to show, for everybody; counted once a day, once the day has begun. */
export type FairnessSummary = {
  readonly month: string;
  readonly from: string;
  /** The last day of the month, or the day before it was counted. */
  readonly to: string;
  readonly countedOn: string;
  readonly smallestShown: number;
  readonly morningsSeen: number;
  readonly fairness: Fairness;
  /** Null where fewer people had waited so long than may be shown. */
  readonly longWait: LongWait | null;
} | null;

/** Somebody in today's line who has waited so many mornings. */
export type LongWaiting = Pick<LineEntry, 'worker' | 'workerNumber' | 'name' | 'number' | 'mornings' | 'state' | 'why'> & {
  /** What a desk did for them today. */
  readonly services: number;
  /** Nothing has been done for them today; they stand on top. */
  readonly isUnseen: boolean;
};

/** `GET /api/gig-stations/:station/three-mornings` */
export type ThreeMornings = {
  readonly station: string;
  readonly day: string;
  readonly morningsSeen: number;
  readonly people: number;
  readonly placed: number;
  readonly offered: number;
  /** Whom nobody has offered anything or seen to at a desk today. */
  readonly unseen: number;
  /** The last round of the day, by which it can be worked out what the rule did. */
  readonly lastBatch: string | null;
  /** For whoever works at the station; null for everybody else. */
  readonly list: readonly LongWaiting[] | null;
};
