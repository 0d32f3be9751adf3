import type { Target } from '../../kernel/figure/definition.ts';
import type { Said } from '../../kernel/i18n/said.ts';
import type { EvidenceItem } from '../evidence/contract.ts';

/** A year of the programme, `2026`, or `programme`: the close-out of the whole. */
export type PeriodName = string;
export type Period = { readonly name: PeriodName; readonly from: string; readonly to: string };

export const closeOutStates = [
  'open',
  'applied',
  'returned',
  'withdrawn',
  'approved',
  'waiver-proposed',
  'waived',
  'waived-applied',
  'reopened',
] as const;
export type CloseOutState = (typeof closeOutStates)[number];

export const closeOutEvents = [
  'apply',
  'withdraw',
  'return',
  'approve',
  'propose-waiver',
  'sign-waiver',
  'decline-waiver',
  'reopen',
] as const;
export type CloseOutEvent = (typeof closeOutEvents)[number];

export type Grade = 'excellent' | 'good' | 'qualified' | 'unqualified';

/** How a kind of promise is judged: a key of the office's words, `close-out.rule.<name>`. */
export type FigureRule =
  | 'reached-in-year'
  | 'reached-every-year'
  | 'reached-every-month'
  | 'on-path'
  | 'reached'
  | 'stands-at-end';

/** One thing that was looked at. `params` and `text` name it with its numbers, in both languages. */
export type Finding = {
  /** `figure:6a`, `statement:6a`, `service:9-days`, `milestone:<id>`, `milestones`, `notice:<id>`, `notices`, `period`. */
  readonly subject: string;
  readonly ok: boolean;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
};

/** What an application is judged by: every finding, and the grade it would get; null while it is short. */
export type Evaluation = {
  readonly period: Period;
  /** The day the numbers are true for. */
  readonly on: string;
  /** Of the programme. */
  readonly version: number;
  /** What was promised, figure by figure, as it was judged: a later plan or programme does not change it. */
  readonly targets: Readonly<Record<string, Target>>;
  readonly findings: readonly Finding[];
  readonly isShort: boolean;
  readonly grade: Grade | null;
};

export type ShownFinding = Finding & { readonly text: Said };
export type ShownEvaluation = Omit<Evaluation, 'findings' | 'targets'> & { readonly findings: readonly ShownFinding[] };

export type CloseOutStep = {
  readonly id: string;
  readonly event: CloseOutEvent;
  /** ISO instant. */
  readonly at: string;
  readonly byName: string;
  /** For which unit; null for the office, a leader, Leye. */
  readonly unitName: Said | null;
  readonly reason: string;
  readonly evaluation: ShownEvaluation | null;
  readonly factHash: string | null;
  readonly evidence: readonly EvidenceItem[];
};

/** A waiver: closed although it is short, with the reason and both who proposed and who signed. */
export type Waiver = {
  readonly reason: string;
  readonly proposedBy: string;
  readonly proposedAt: string;
  readonly signedBy: string | null;
  readonly signedAt: string | null;
};

export type CloseOutItem = {
  readonly measure: number;
  readonly period: PeriodName;
  readonly state: CloseOutState;
  readonly grade: Grade | null;
  /** The latest step: what a decision must name, so that nobody decides on what they have not seen. */
  readonly step: string | null;
  readonly steps: readonly CloseOutStep[];
  readonly waiver: Waiver | null;
};

/** `GET /api/measures/:measure/close-outs`. */
export type MeasureCloseOuts = {
  readonly measure: number;
  readonly title: Said;
  readonly today: string;
  readonly periods: readonly {
    readonly period: Period;
    /** Its first day has come. */
    readonly hasBegun: boolean;
    readonly item: CloseOutItem;
    /** As it would be judged now; null before the period has begun, and where it is approved. */
    readonly evaluation: ShownEvaluation | null;
    readonly may: readonly CloseOutEvent[];
    /** The person asking may decide by role, and may not because they are the one who applied or proposed. */
    readonly isOwn: boolean;
  }[];
  readonly rules: { readonly figures: readonly FigureRuleRow[]; readonly grades: readonly GradeRule[] };
};

export type FigureRuleRow = { readonly per: Target['per']; readonly year: FigureRule; readonly programme: FigureRule };
/** `null`: no matter how many. */
export type GradeRule = {
  readonly grade: Grade;
  /** value ÷ what is due, where more is possible; a figure that got there in an earlier month is there too. */
  readonly surplus: number;
  readonly urges: number | null;
  readonly notices: number | null;
  readonly lateMilestones: number | null;
};

/** `GET /api/close-outs`: whatever was begun, waiting first. */
export type CloseOutList = {
  readonly rows: readonly {
    readonly measure: number;
    readonly title: Said;
    readonly lead: readonly Said[];
    readonly period: PeriodName;
    readonly state: CloseOutState;
    readonly grade: Grade | null;
    /** ISO instant of the latest step, and whose it was. */
    readonly at: string;
    readonly byName: string;
    readonly waiver: Waiver | null;
  }[];
  readonly periods: readonly PeriodName[];
  readonly measures: readonly { readonly no: number; readonly title: Said }[];
};

/** How a measure stands in a period, for whoever prints it. Open and withdrawn ones leave no mark. */
export type CloseOutMark = {
  readonly measure: number;
  readonly period: PeriodName;
  readonly state: CloseOutState;
  readonly grade: Grade | null;
  /** ISO instant of the latest step. */
  readonly at: string;
  readonly waiver: Waiver | null;
};

/** `GET /api/close-outs/marks`. Visitors see what is closed, waived or reopened, with the reason and without names. */
export type CloseOutMarks = { readonly marks: readonly CloseOutMark[] };

export type FactListRow = {
  readonly figure: string;
  readonly side: 'part' | 'whole' | 'typed';
  readonly month: string;
  readonly facts: number;
  readonly sum: number;
  readonly hash: string;
};

/** `GET /api/measures/:measure/close-outs/:period/verify`: the frozen list against the facts as they are now. */
export type FactListVerdict = {
  readonly frozenAt: string;
  readonly hash: string;
  readonly hashNow: string;
  readonly isSame: boolean;
  readonly facts: number;
  /** The months that differ; null: not there on that side. */
  readonly differing: readonly {
    readonly figure: string;
    readonly title: Said;
    readonly side: FactListRow['side'];
    readonly month: string;
    readonly frozen: { readonly facts: number; readonly sum: number } | null;
    readonly now: { readonly facts: number; readonly sum: number } | null;
  }[];
};
