import type { Said } from '../../../kernel/i18n/said.ts';
import type { PlacementState } from '../dawn/placement-store.ts';
import type { OwnRating } from '../ratings/contract.ts';

/** How a shift ended: as ordered (or later), earlier because the worker left, or earlier because the employer sent people home. */
export const endings = ['done', 'left-early', 'sent-home'] as const;
export type Ending = (typeof endings)[number];

export type SaidBy = 'code' | 'foreman' | 'counter';

/**
 * A line of a wage slip, in fen.
 * `agreed-day` the whole day as agreed · `part-day` a part of it · `hours` by the hour · `sent-home` the promised pay of time not worked
 * because the employer ended the day · `overtime` beyond what was ordered
 */
export type WageLine = {
  readonly code: 'agreed-day' | 'part-day' | 'hours' | 'sent-home' | 'overtime';
  readonly minutes: number;
  readonly amount: number;
  /** Of how many minutes (`part-day`). */
  readonly of?: number;
  /** Fen an hour (`hours`, `overtime`). */
  readonly rate?: number;
  /** Of the ordinary rate (`overtime`), or of what was promised (`sent-home`). */
  readonly percent?: number;
};

export type WageState = 'due' | 'paid' | 'confirmed' | 'disputed' | 'settled';

/** `GET /api/gig-placements/:placement/wage`: the slip (工资条), the same for both sides. */
export type WageSlip = {
  readonly placement: string;
  readonly order: {
    readonly id: string;
    readonly number: number;
    readonly day: string;
    readonly tradeName: Said;
    readonly site: string;
    /** As agreed: what was worked before it is not counted. */
    readonly startsAt: string;
  };
  readonly employer: string;
  readonly employerName: string;
  readonly workerNumber: number;
  readonly startedAt: string | null;
  readonly startedBy: SaidBy | null;
  readonly endedAt: string | null;
  readonly endedBy: SaidBy | null;
  readonly ending: Ending | null;
  readonly breakMinutes: number | null;
  /** Minutes worked, and how many of them beyond the order. */
  readonly minutes: number;
  readonly overtimeMinutes: number;
  readonly lines: readonly WageLine[];
  readonly amount: number;
  readonly dueOn: string;
  readonly state: WageState;
  readonly isOverdue: boolean;
  readonly paidAmount: number | null;
  readonly paidAt: string | null;
  readonly receivedAmount: number | null;
  readonly confirmedAt: string | null;
  readonly isInsured: boolean;
  /** The open complaint about it. */
  readonly complaint: { readonly id: string; readonly number: string } | null;
  /** What attendance said before it was changed, the latest first. */
  readonly changes: readonly AttendanceChange[];
  readonly terms: { readonly version: string; readonly overtime: Said; readonly sentHome: Said };
};

export type AttendanceSaid = {
  readonly state: PlacementState;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly breakMinutes: number | null;
  readonly ending: Ending | null;
};

export type AttendanceChange = {
  readonly at: string;
  readonly by: 'foreman' | 'counter';
  readonly reason: string;
  readonly before: AttendanceSaid;
  readonly after: AttendanceSaid;
};

/** A shift of a worker with what became of its pay. `wage` is null before it has ended. */
export type WorkedShift = {
  readonly placement: string;
  readonly order: string;
  readonly day: string;
  readonly from: string;
  readonly to: string;
  readonly site: string;
  readonly tradeName: Said;
  readonly employer: string;
  readonly employerName: string;
  readonly state: PlacementState;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  /** The shift is over and nobody has said who was there. */
  readonly isUnsaid: boolean;
  /** Null before the shift begins: until then the order says whether there is insurance. */
  readonly isInsured: boolean | null;
  readonly wage: WageSummary | null;
  /** A finished shift that the worker has not rated yet. */
  readonly mayRate: boolean;
  /** What the worker said of the employer. */
  readonly rating: OwnRating | null;
};

export type WageSummary = {
  readonly amount: number;
  readonly state: WageState;
  readonly dueOn: string;
  readonly paidAmount: number | null;
  readonly receivedAmount: number | null;
  readonly isOverdue: boolean;
};

/** `GET /api/gig-workers/:worker/wages` */
export type WorkerWages = {
  readonly shifts: readonly WorkedShift[];
  /** Fen: confirmed this month, and what is owed (not paid, or paid and not confirmed, or disputed). */
  readonly earnedThisMonth: number;
  readonly owed: number;
};

/** Somebody's wage as its employer sees it. */
export type EmployerWage = {
  readonly placement: string;
  readonly order: string;
  readonly orderNumber: number;
  readonly day: string;
  readonly site: string;
  readonly workerNumber: number;
  readonly name: string;
  readonly minutes: number;
  readonly overtimeMinutes: number;
} & WageSummary;

/** `GET /api/employers/:employer/gig-wages`: what is owed, what was paid lately, and shifts of which nobody has said who came. */
export type EmployerWages = {
  readonly wages: readonly EmployerWage[];
  readonly owed: number;
  readonly overdue: number;
  /** Orders of which attendance is missing, the oldest first. */
  readonly unsaid: readonly {
    readonly order: string;
    readonly number: number;
    readonly day: string;
    readonly site: string;
    readonly from: string;
    readonly to: string;
    readonly people: number;
  }[];
};

/** `GET /api/employers/:employer/gig-numbers`: how this employer does at the market. */
export type EmployerNumbers = {
  readonly employer: string;
  readonly shifts: number;
  readonly wagesPaidInTime: number;
  readonly wagesDue: number;
  readonly unpaid: { readonly wages: number; readonly amount: number; readonly since: string | null };
  /** Null below the least number of ratings. */
  readonly stars: number | null;
  readonly ratings: number;
  readonly complaintsOpen: number;
  readonly complaints: number;
  /** Whether new orders are taken now, and why not. */
  readonly blockedBy: 'wages' | 'attendance' | null;
};

/** So many wages, fen in all. */
export type Owed = { readonly wages: number; readonly amount: number };

/** `GET /api/gig-stations/:station/wages`: what employers owe for work of this station. */
export type StationWages = {
  readonly station: string;
  readonly day: string;
  readonly employers: readonly {
    readonly employer: string;
    readonly name: string;
    /** Not due yet, or today. */
    readonly due: Owed;
    readonly overdue: Owed;
    /** What is missing of them. */
    readonly disputed: Owed;
    /** Paid, says the employer; the worker has not said so yet. */
    readonly unconfirmed: number;
    /** The oldest day on which something was due. */
    readonly since: string | null;
    /** People, anywhere, whose shift is over and of whom nobody has said whether they came. */
    readonly unsaid: number;
    readonly blockedBy: 'wages' | 'attendance' | null;
  }[];
};
