import type { Said } from '../../kernel/i18n/said.ts';
import type { Decision, Difference, RequestKind, Verdict } from './check/shapes.ts';

export type { Decision, Difference, RequestKind, Verdict } from './check/shapes.ts';
export type { Piece } from './compare/compare-texts.ts';

export type Place = readonly [number, number];
export type ConsultationState = 'draft' | 'open' | 'published';
export type Answer = 'no-comment' | 'opinions';

/** Where an opinion stands on its way: only settled ones let the paper be published. */
export type Standing = 'undecided' | 'contested' | 'to-confirm' | 'contradiction' | 'settled';

export type AskedUnit = {
  readonly unit: string;
  readonly name: Said;
  /** Null: has not answered yet. */
  readonly answer: Answer | null;
  readonly answeredBy: string | null;
  readonly answeredAt: string | null;
  readonly isLate: boolean;
};

/** A line of `GET /api/consultations`. `own`: the asker's own units among those asked. */
export type ConsultationLine = {
  readonly consultation: string;
  readonly title: string;
  readonly state: ConsultationState;
  readonly version: number;
  readonly isPublic: boolean;
  readonly openedOn: string | null;
  readonly dueOn: string | null;
  /** Working days from today to the due date; negative when it is over. */
  readonly daysLeft: number | null;
  readonly asked: number;
  readonly answered: number;
  readonly opinions: number;
  readonly unsettled: number;
  readonly own: readonly AskedUnit[];
  readonly startedBy: string;
  readonly startedAt: string;
  readonly publishedAt: string | null;
};
export type ConsultationList = { readonly today: string; readonly consultations: readonly ConsultationLine[] };

export type DecisionShown = {
  readonly revision: number;
  readonly decision: Exclude<Decision, 'unstated'>;
  readonly reason: string;
  readonly promised: string | null;
  readonly by: string;
  readonly at: string;
  readonly response: 'accepted' | 'contested' | null;
  readonly responseWhy: string | null;
  readonly respondedBy: string | null;
  readonly respondedAt: string | null;
  /** The last day on which its sender may accept or contest it once the paper is published. */
  readonly respondBy: string;
};

/** What publication today would cut short: it needs a reason. */
export type Early = {
  readonly dueOn: string;
  /** Units that have not answered, before the due date. */
  readonly silent: number;
  /** The public is still asked. */
  readonly isPublicCut: boolean;
  /** Opinions whose senders have not answered the decision and still may. */
  readonly unanswered: readonly { readonly number: number; readonly respondBy: string }[];
};

/** A line of `GET /api/consultations/:consultation/timeline`, newest first. `by`: '' for the public. */
export type ConsultationEvent = { readonly id: string; readonly at: string; readonly by: string; readonly text: Said };

export type FindingShown = {
  readonly verdict: Verdict;
  readonly said: Said;
  readonly place: Place | null;
  readonly difference: readonly Difference[] | null;
};

export type SignOffShown = {
  readonly kind: 'confirmed' | 'signed-off';
  readonly reason: string;
  /** The words confirmed, as they read when they were. */
  readonly stands: string | null;
  /** Where they stand in the version shown. */
  readonly place: Place | null;
  readonly by: string;
  readonly at: string;
};

export type OpinionShown = {
  readonly opinion: string;
  readonly number: number;
  /** Null: somebody of the public. */
  readonly unit: string | null;
  readonly unitName: Said | null;
  readonly version: number;
  /** In the version it speaks of; null: the paper as a whole. */
  readonly span: Place | null;
  /** In the version shown. */
  readonly anchor: { readonly state: 'whole' | 'kept' | 'edited' | 'lost'; readonly span: Place | null };
  readonly measure: number | null;
  readonly kind: RequestKind;
  readonly oldWords: string | null;
  readonly newWords: string | null;
  readonly why: string;
  readonly isLate: boolean;
  readonly sentBy: string;
  readonly sentAt: string;
  /** Whether somebody of the public left a way to reach them. */
  readonly hasContact: boolean;
  readonly decisions: readonly DecisionShown[];
  readonly verdict: Verdict | null;
  readonly findings: readonly FindingShown[];
  readonly standing: Standing;
  readonly signOff: SignOffShown | null;
};

export type VersionLine = { readonly version: number; readonly note: string; readonly by: string; readonly at: string };

/** `GET /api/consultations/:consultation`. A liaison gets the version asked about and their own unit's opinions. */
export type ConsultationShown = {
  readonly line: ConsultationLine;
  readonly today: string;
  /** The version whose text follows, and that the opinions' anchors point into. */
  readonly version: number;
  readonly askedVersion: number | null;
  readonly text: string;
  readonly measures: readonly { readonly no: number; readonly title: string | null; readonly span: Place }[];
  readonly versions: readonly VersionLine[];
  readonly units: readonly AskedUnit[];
  readonly opinions: readonly OpinionShown[];
  /** Units that can still be asked. */
  readonly otherUnits: readonly { readonly unit: string; readonly name: Said }[];
  /** Null: published, or nothing would be cut short. */
  readonly early: Early | null;
  /** Why it was published early; null: it was not. */
  readonly publishedReason: string | null;
  /** The policy paper that the published text became. */
  readonly paper: string | null;
  readonly mayManage: boolean;
};

/** `GET /api/consultations/:consultation/comparison`. */
export type Comparison = {
  readonly before: number;
  readonly after: number;
  readonly pieces: readonly { readonly kind: 'same' | 'delete' | 'insert'; readonly text: string }[];
};

/** 征求意见汇总说明: `GET /api/consultations/:consultation/summary`. */
export type Summary = {
  readonly title: Said;
  readonly paragraphs: readonly Said[];
  readonly columns: readonly Said[];
  readonly rows: readonly (readonly Said[])[];
};

export type SavedVersion = {
  readonly version: number;
  readonly settled: number;
  readonly unsettled: number;
};
