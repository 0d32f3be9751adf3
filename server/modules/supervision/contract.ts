import { type Static, Type } from 'typebox';
import type { Said } from '../../kernel/i18n/said.ts';
import type { ShownPause } from '../../kernel/term/pauses.ts';
import type { EvidenceItem } from '../evidence/contract.ts';

/** 提醒 → 催办 → 督办通知 → 约谈. */
export const steps = ['reminder', 'urge', 'notice', 'talk'] as const;
export type Step = (typeof steps)[number];
export const Step = Type.Unsafe<Step>(Type.Union(steps.map((step) => Type.Literal(step))));

/**
 * When a rule sends something.
 *
 * - `due-soon`: a milestone is due in so many working days or fewer. `late`: it is late by so many working days or more.
 * - `pace`: a figure stands below this share of its interim path. `months-behind`: it was behind at the ends of so many months running.
 * - `silent`: a figure has had no record for longer than its kinds allow.
 */
export const Trigger = Type.Union([
  Type.Object(
    { when: Type.Literal('due-soon'), workingDays: Type.Integer({ minimum: 0, maximum: 60 }) },
    { additionalProperties: false },
  ),
  Type.Object(
    { when: Type.Literal('late'), workingDays: Type.Integer({ minimum: 1, maximum: 250 }) },
    { additionalProperties: false },
  ),
  Type.Object({ when: Type.Literal('pace'), below: Type.Number({ minimum: 0.05, maximum: 1 }) }, { additionalProperties: false }),
  Type.Object(
    { when: Type.Literal('months-behind'), months: Type.Integer({ minimum: 1, maximum: 24 }) },
    { additionalProperties: false },
  ),
  Type.Object({ when: Type.Literal('silent') }, { additionalProperties: false }),
]);
export type Trigger = Static<typeof Trigger>;

/** What holds for a step whichever rule sends it: to whom, how many working days to answer (0: nothing to answer), and what follows when nobody does. */
const StepRule = Type.Object(
  {
    receiver: Type.Union([Type.Literal('liaison'), Type.Literal('head')]),
    termWorkingDays: Type.Integer({ minimum: 0, maximum: 60 }),
    escalatesTo: Type.Union([Type.Null(), Step]),
  },
  { additionalProperties: false },
);

export const RuleSet = Type.Object(
  {
    steps: Type.Object({ reminder: StepRule, urge: StepRule, notice: StepRule, talk: StepRule }, { additionalProperties: false }),
    rules: Type.Array(
      Type.Object(
        { code: Type.String({ pattern: '^[a-z][a-z0-9-]{1,30}$' }), on: Type.Boolean(), step: Step, trigger: Trigger },
        { additionalProperties: false },
      ),
      { maxItems: 30 },
    ),
    /** Working days for which an accepted answer without a date holds everything further back. */
    holdWorkingDays: Type.Integer({ minimum: 0, maximum: 120 }),
  },
  { additionalProperties: false },
);
export type RuleSet = Static<typeof RuleSet>;
export type Rule = RuleSet['rules'][number];

export type NoticeState = 'open' | 'answered' | 'returned' | 'accepted' | 'cleared' | 'escalated' | 'withdrawn';

/** What a unit answers: what it will do, a new date, or the proof that it is done. */
export const AnswerKind = Type.Union([Type.Literal('measure'), Type.Literal('new-date'), Type.Literal('evidence')]);
export type AnswerKind = Static<typeof AnswerKind>;

export type NoticeAnswer = {
  readonly id: string;
  readonly kind: AnswerKind;
  readonly text: string;
  readonly newDate: string | null;
  readonly answeredOn: string;
  readonly answeredByName: string;
  readonly verdict: 'accepted' | 'returned' | null;
  readonly reason: string | null;
  readonly decidedOn: string | null;
  readonly decidedByName: string | null;
};

/** Where a notice's clock stands: the last day to answer (null: held), working days left (negative: over), and whether it stands still. */
export type NoticeClock = {
  readonly dueOn: string | null;
  readonly daysLeft: number;
  readonly isOverdue: boolean;
  readonly isPaused: boolean;
  /** Counted over a year whose holidays are not announced yet. */
  readonly isEstimated: boolean;
};

export type NoticeRow = {
  readonly id: string;
  readonly step: Step;
  readonly rule: string;
  readonly rulesVersion: number;
  readonly subject: string;
  /** What it is about, said: the milestone's or figure's title. */
  readonly subjectTitle: Said;
  readonly measure: number;
  readonly unit: string;
  readonly unitName: string;
  /** Whom of the unit it asks: its liaison officer, or its head. */
  readonly receiver: 'liaison' | 'head';
  /** 〔2026〕第3号; null for reminders and urges. */
  readonly number: { readonly year: number; readonly no: number } | null;
  readonly issuedOn: string;
  readonly issuedByName: string;
  readonly state: NoticeState;
  /** Why it went out, in one sentence, with the numbers of that day. */
  readonly why: Said;
  readonly instruction: string | null;
  readonly instructedBy: string | null;
  /** null: nothing has to be answered. */
  readonly clock: NoticeClock | null;
  readonly clearedOn: string | null;
  readonly holdsUntil: string | null;
};

export type Notice = NoticeRow & {
  /** Working days it gave to answer, and until when, as it said on the day it went out; 0 and null: nothing to answer. */
  readonly termDays: number;
  readonly dueAtIssue: string | null;
  readonly parent: string | null;
  readonly children: readonly string[];
  readonly withdrawnWhy: string | null;
  readonly answers: readonly (NoticeAnswer & { readonly evidence: readonly EvidenceItem[] })[];
  /** `isOwn`: this notice's; not of what it is about, of its measure, or a quiet period of the whole district. */
  readonly pauses: readonly (ShownPause & { readonly isOwn: boolean })[];
  readonly may: { readonly answer: boolean; readonly decide: boolean };
};

/** `GET /api/notices/:notice/paper`: the paper that went out, as the server renders it. */
export type NoticePaper = { readonly html: Said };

/** `GET /api/notices`: what waits by its due date, else the newest first. `counts` are of what the filters beside `state` let through. */
export type NoticeList = {
  readonly rows: readonly NoticeRow[];
  readonly next: string | null;
  readonly counts: Readonly<Record<'open' | 'answered' | 'overdue', number>>;
};

/** `GET /api/supervision/rules`. */
export type Rules = {
  /** 0: the presets, which hold until somebody sets others. */
  readonly version: number;
  readonly content: RuleSet;
  readonly presets: RuleSet;
  readonly validFrom: string | null;
  /** The latest version, where its day has not come yet: the one that the next is made from. */
  readonly upcoming: { readonly version: number; readonly content: RuleSet; readonly validFrom: string } | null;
  readonly versions: readonly {
    readonly version: number;
    readonly validFrom: string;
    readonly note: string;
    readonly setByName: string;
    readonly setAt: string;
  }[];
  readonly quiet: readonly ShownPause[];
};
