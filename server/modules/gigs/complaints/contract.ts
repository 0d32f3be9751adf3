import type { Said } from '../../../kernel/i18n/said.ts';
import type { WageSummary } from '../day/contract.ts';

export const complaintAbouts = ['wage', 'safety', 'conduct', 'fee', 'other'] as const;
export type ComplaintAbout = (typeof complaintAbouts)[number];
export type ComplaintState = 'open' | 'mediation' | 'settled' | 'dismissed' | 'withdrawn' | 'referred';

/** What happens to a complaint, in the order of its life. */
export type StepCode = 'opened' | 'answered' | 'noted' | 'mediation' | 'settled' | 'dismissed' | 'withdrawn' | 'referred';

export type ComplaintStep = {
  readonly at: string;
  readonly by: 'worker' | 'employer' | 'station' | 'leye';
  readonly code: StepCode;
  readonly text: string | null;
};

/** A complaint in a list. Fen. */
export type ComplaintRow = {
  readonly id: string;
  readonly number: string;
  readonly about: ComplaintAbout;
  readonly state: ComplaintState;
  readonly workerNumber: number;
  readonly employer: string | null;
  readonly employerName: string | null;
  readonly placement: string | null;
  readonly day: string | null;
  readonly station: string;
  readonly claimed: number | null;
  readonly openedAt: string;
  /** The desk answers by then; in mediation, the day from which arbitration may be asked for. */
  readonly dueOn: string;
  readonly workingDays: number;
  readonly isOverdue: boolean;
  readonly closedAt: string | null;
  /** Of a wage: the whole of it. */
  readonly settledAmount: number | null;
};

/** What is said of the wage in dispute, in fen: its slip, what the employer says was paid, what the worker says was received. */
export type DisputedWage = Pick<WageSummary, 'amount' | 'state' | 'paidAmount' | 'receivedAmount'>;

/** `GET /api/gig-complaints/:complaint`: everything of one, the same for both sides and the station but for the name. */
export type Complaint = ComplaintRow & {
  readonly text: string;
  /** What was agreed, or why it was not upheld, withdrawn or referred. */
  readonly outcome: string | null;
  /** Masked, and for the station alone. */
  readonly workerName: string | null;
  /** Of a complaint about a wage, once the shift has one. */
  readonly wage: DisputedWage | null;
  readonly steps: readonly ComplaintStep[];
  readonly mediation: Said | null;
};

/** `GET /api/gig-stations/:station/complaints` */
export type ComplaintList = {
  readonly complaints: readonly ComplaintRow[];
  readonly counts: {
    readonly open: number;
    readonly mediation: number;
    readonly overdue: number;
    /** Of those closed in the last ninety days: how many, and how many of them in their term. */
    readonly closed: number;
    readonly inTerm: number;
    readonly dismissed: number;
    readonly referred: number;
  };
};
