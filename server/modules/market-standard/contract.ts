import { type Static, Type } from 'typebox';
import { Bilingual } from '../../kernel/figure/definition.ts';
import type { Said } from '../../kernel/i18n/said.ts';
import type { EvidenceItem } from '../evidence/contract.ts';

export const Outcome = Type.Enum(['met', 'partly', 'not']);
export type Outcome = Static<typeof Outcome>;
/** `none`: the records show nothing to judge by; the item is left out of the sum. */
export type Counted = Outcome | 'none';

export const grades = ['excellent', 'good', 'qualified', 'unqualified'] as const;
export type Grade = (typeof grades)[number];
/** Those that something may be proposed for. */
export const rewarded = ['excellent', 'good', 'qualified'] as const satisfies readonly Grade[];

const strict = { additionalProperties: false };
const Code = Type.String({ pattern: '^[A-Z]\\d{1,2}$' });

export const StandardItem = Type.Object(
  {
    code: Code,
    group: Type.String(),
    points: Type.Integer({ minimum: 1, maximum: 20 }),
    must: Type.Boolean(),
    shown: Type.Enum(['photo', 'document', 'note', 'records']),
    /** By records: from which value it is met, or partly met. */
    records: Type.Optional(
      Type.Object({ measure: Type.String(), met: Type.Number({ minimum: 0 }), partly: Type.Number({ minimum: 0 }) }, strict),
    ),
    sources: Type.Array(Type.String(), { minItems: 1 }),
    says: Bilingual,
  },
  strict,
);
export type StandardItem = Static<typeof StandardItem>;

/** From which percent of the points a grade is given, how much there must be to judge by, and what the musts have to be for it. */
export const GradeRule = Type.Object(
  {
    grade: Type.Enum([...rewarded]),
    least: Type.Integer({ minimum: 0, maximum: 100 }),
    judged: Type.Integer({ minimum: 0, maximum: 100 }),
    musts: Type.Enum(['met', 'partly']),
  },
  strict,
);
export type GradeRule = Static<typeof GradeRule>;

export const Named = Type.Object({ code: Type.String(), name: Bilingual }, strict);

/** One version of the standard, whole: what a round keeps. */
export const Standard = Type.Object(
  {
    version: Type.String({ minLength: 1, maxLength: 20 }),
    from: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
    groups: Type.Array(Named, { minItems: 1 }),
    sources: Type.Record(Type.String(), Bilingual),
    grades: Type.Array(GradeRule, { minItems: 1 }),
    items: Type.Array(StandardItem, { minItems: 1 }),
  },
  strict,
);
export type Standard = Static<typeof Standard>;

/** Yuan for each grade; 0: still to be set. */
export const Rewards = Type.Object(
  Object.fromEntries(rewarded.map((grade) => [grade, Type.Integer({ minimum: 0, maximum: 10_000_000 })])) as Record<
    (typeof rewarded)[number],
    ReturnType<typeof Type.Integer>
  >, // reason: one entry a grade, which fromEntries forgets
  strict,
);
export type Rewards = Readonly<Record<(typeof rewarded)[number], number>>;

/** What the records say of an item. `value`: percent, or a number of cases; null: nothing happened. */
export type RecordsSay = {
  readonly part: number;
  readonly whole: number;
  readonly value: number | null;
  readonly counts: 'share' | 'cases';
  readonly outcome: Counted;
  readonly title: Said;
  readonly from: Said;
};

export type Answer = {
  readonly item: string;
  readonly outcome: Outcome;
  readonly note: string;
  readonly evidence: readonly EvidenceItem[];
};

export type InspectionKind = 'self' | 'cross';
export type InspectionHead = {
  readonly id: string;
  readonly kind: InspectionKind;
  readonly inspectorName: string | null;
  readonly dueOn: string;
  readonly state: 'open' | 'handed-in';
  readonly handedInByName: string | null;
  readonly handedInAt: string | null;
  readonly answered: number;
};

export type StationState = 'inspecting' | 'graded' | 'objected' | 'decided';

export type ItemRow = {
  readonly item: string;
  readonly self: Answer | null;
  readonly cross: Answer | null;
  readonly records: RecordsSay | null;
  /** The two say different things, so that the office has to decide. */
  readonly differs: boolean;
  /** What counts, once it was settled, and why where the two differed. */
  readonly counts: Counted | null;
  readonly reason: string | null;
};

export type RemedyState = 'open' | 'reported' | 'met';
export type Remedy = {
  readonly item: string;
  readonly dueOn: string;
  readonly state: RemedyState;
  readonly report: string | null;
  readonly reportedByName: string | null;
  readonly evidence: readonly EvidenceItem[];
  readonly reason: string | null;
  readonly decidedByName: string | null;
  /** Of an item by records: what they say since the grade was given. */
  readonly records: RecordsSay | null;
};

export type StationInRound = {
  readonly station: string;
  readonly name: Said;
  readonly state: StationState;
  readonly grade: Grade | null;
  readonly points: number | null;
  readonly ofPoints: number | null;
  readonly self: InspectionHead;
  readonly cross: InspectionHead;
  /** Empty for those who may not see it yet: until both are handed in, each answers without the other. */
  readonly rows: readonly ItemRow[];
  readonly settledByName: string | null;
  readonly settledAt: string | null;
  readonly objectUntil: string | null;
  readonly objection: { readonly reason: string; readonly byName: string; readonly at: string } | null;
  readonly decision: { readonly kept: boolean; readonly reason: string; readonly byName: string; readonly at: string } | null;
  readonly remedies: readonly Remedy[];
  readonly may: {
    readonly settle: boolean;
    readonly object: boolean;
    readonly decide: boolean;
    readonly report: boolean;
    readonly replace: boolean;
  };
};

export type ShownDraw = {
  readonly id: string;
  readonly purpose: 'inspectors' | 'items' | 'replacement';
  readonly seed: string;
  readonly inputHash: string;
  readonly drawnAt: string;
  /** Each station with whom it goes to, or the items drawn, as people read them. */
  readonly result: readonly { readonly what: Said; readonly who: string }[];
};

/** `GET /api/market-rounds`. */
export type RoundList = {
  readonly rounds: readonly {
    readonly id: string;
    readonly title: string;
    readonly from: string;
    readonly to: string;
    readonly version: string;
    readonly selfDueOn: string;
    readonly crossDueOn: string;
    readonly stations: number;
    readonly settled: number;
    readonly openedByName: string;
    readonly openedAt: string;
  }[];
  /** Inspections that the person asking holds. */
  readonly mine: readonly {
    readonly inspection: string;
    readonly kind: InspectionKind;
    readonly station: Said;
    readonly dueOn: string;
    readonly round: string;
  }[];
  readonly stations: readonly { readonly id: string; readonly name: Said }[];
  readonly standard: Standard;
  readonly rewards: ShownRewards;
  readonly may: { readonly run: boolean };
};

export type ShownRewards = {
  readonly content: Rewards;
  readonly fromOn: string | null;
  readonly reason: string | null;
  readonly setByName: string | null;
};

/** `GET /api/market-rounds/:round`. */
export type Round = RoundList['rounds'][number] & {
  readonly standard: Standard;
  /** Items drawn to be looked at on site. */
  readonly sampled: readonly string[];
  readonly inRound: readonly StationInRound[];
  readonly draws: readonly ShownDraw[];
};

/** `GET /api/market-rounds/:round/draws`: each drawn once more. */
export type DrawVerdicts = {
  readonly draws: readonly { readonly id: string; readonly isInputSame: boolean; readonly isResultSame: boolean }[];
};

/** `GET /api/market-inspections/:inspection`. */
export type Inspection = InspectionHead & {
  readonly round: { readonly id: string; readonly title: string; readonly from: string; readonly to: string };
  readonly station: { readonly id: string; readonly name: Said; readonly address: string };
  readonly groups: Standard['groups'];
  readonly items: readonly (Omit<StandardItem, 'records' | 'sources'> & {
    readonly sources: readonly Said[];
    /** Drawn to be looked at on site. */
    readonly isSampled: boolean;
    readonly needsEvidence: boolean;
    readonly answer: Answer | null;
    readonly records: RecordsSay | null;
  })[];
  readonly may: { readonly answer: boolean };
};

/** `GET /api/market-grades`: what was published, the latest of each station. */
export type StationGrades = {
  readonly grades: readonly {
    readonly station: string;
    readonly name: Said;
    readonly grade: Grade;
    readonly points: number;
    readonly ofPoints: number;
    readonly from: string;
    readonly to: string;
    readonly version: string;
    readonly on: string;
  }[];
};

/** `GET /api/market-rounds/:round/proposal`. */
export type ProposalPaper = { readonly html: Said };
