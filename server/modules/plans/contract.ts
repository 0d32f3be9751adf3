import { type Static, Type } from 'typebox';
import type { Light } from '../../kernel/figure/light.ts';
import type { Why } from '../../kernel/figure/lit.ts';
import type { Said } from '../../kernel/i18n/said.ts';
import type { Duty } from '../../kernel/module.ts';
import type { ShownPause } from '../../kernel/term/pauses.ts';
import type { EvidenceItem } from '../evidence/contract.ts';

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Id = Type.String({ format: 'uuid' });

/**
 * How a milestone is shown to be done: a document handed in, a sentence, or a figure that reaches a value, which Leye sees by itself.
 */
export const Proof = Type.Union([Type.Literal('document'), Type.Literal('note'), Type.Literal('figure')]);

/** A milestone as a plan proposes it. Without `id` it is new. Texts may be unfinished until the plan is handed in. */
export const PlannedMilestone = Type.Object(
  {
    id: Type.Optional(Id),
    title: Type.String({ maxLength: 80 }),
    dueOn: Type.Union([Day, Type.Literal('')]),
    unit: Type.String({ maxLength: 80 }),
    deliverable: Type.String({ maxLength: 200 }),
    proof: Proof,
    figure: Type.Optional(Type.String({ maxLength: 10 })),
    value: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 1e12 })),
  },
  { additionalProperties: false },
);
export type PlannedMilestone = Static<typeof PlannedMilestone>;

/** Where a figure should stand at the end of some months (`YYYY-MM`), in the figure's unit; straight lines in between. */
export const PlannedPath = Type.Object(
  {
    figure: Type.String({ maxLength: 10 }),
    points: Type.Array(
      Type.Object(
        { month: Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$' }), value: Type.Number({ minimum: 0, maximum: 1e12 }) },
        { additionalProperties: false },
      ),
      { maxItems: 60 },
    ),
  },
  { additionalProperties: false },
);

/** A level of service that the unit promises where the paper promises no figure: one of those the measure's records can show. */
export const ServiceLevel = Type.Object(
  { key: Type.String({ maxLength: 60 }), value: Type.Number({ minimum: 0, maximum: 1e12 }) },
  { additionalProperties: false },
);

export const PlanContent = Type.Object(
  {
    milestones: Type.Array(PlannedMilestone, { maxItems: 60 }),
    paths: Type.Array(PlannedPath, { maxItems: 26 }),
    serviceLevels: Type.Array(ServiceLevel, { maxItems: 10 }),
  },
  { additionalProperties: false },
);
export type PlanContent = Static<typeof PlanContent>;

export type PlanState = 'drafting' | 'submitted' | 'returned' | 'accepted' | 'replaced';

/** What still keeps a plan from being handed in: where (a JSON pointer into the content), and why. */
export type PlanFinding = {
  readonly at: string;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly said: Said;
};

export type Plan = {
  readonly id: string;
  readonly measure: number;
  readonly unit: string;
  readonly state: PlanState;
  readonly revision: number;
  readonly content: PlanContent;
  readonly savedByName: string;
  readonly savedAt: string;
  readonly submittedByName: string | null;
  readonly submittedAt: string | null;
  readonly decidedByName: string | null;
  readonly decidedAt: string | null;
  readonly reason: string | null;
};

export type MilestoneState = 'open' | 'reported' | 'done' | 'dropped';

export type Milestone = {
  readonly id: string;
  readonly measure: number;
  readonly unit: string;
  readonly title: string;
  readonly deliverable: string;
  readonly proof: Static<typeof Proof>;
  readonly figure: string | null;
  readonly value: number | null;
  readonly dueOn: string;
  /** As first accepted. */
  readonly firstDueOn: string;
  /** The day it came into force. */
  readonly since: string;
  readonly state: MilestoneState;
  readonly report: string | null;
  readonly reportedOn: string | null;
  readonly reportedByName: string | null;
  readonly doneOn: string | null;
};

export type LitMilestone = Milestone & {
  readonly evidence: readonly EvidenceItem[];
  readonly unitName: string;
  readonly light: Light;
  readonly why: Why;
  /** Open again because the office returned the last report, and why. */
  readonly returned: { readonly reason: string; readonly at: string; readonly byName: string } | null;
};

/** A level of service that a measure's records can show: `per` year anew or at all times. */
export type ServiceOption = {
  readonly key: string;
  readonly title: Said;
  readonly unit: Said;
  readonly decimals: number;
  readonly comparator: '>=' | '<=';
  readonly per: 'year' | 'standing';
};

export type LitServiceLevel = ServiceOption & {
  readonly target: number;
  readonly value: number | null;
  readonly light: Light;
  readonly why: Why;
};

/** `GET /api/measures/:measure/plan`: everything the plan's form and the measure's page need. */
export type MeasurePlan = {
  readonly measure: number;
  readonly title: Said;
  readonly startsOn: string;
  readonly validUntil: string;
  /** Who may answer for a milestone: the lead units first, then the cooperating ones; streets and towns by name. */
  readonly units: readonly { readonly code: string; readonly name: string; readonly isLead: boolean }[];
  readonly figures: readonly {
    readonly code: string;
    readonly title: Said;
    readonly unit: Said;
    readonly decimals: number;
    /** What it comes to over its span. */
    readonly total: number;
    readonly from: string;
    readonly to: string;
    /** Its way is planned month by month; each-month and at-all-times promises have none. */
    readonly hasPath: boolean;
  }[];
  readonly serviceOptions: readonly ServiceOption[];
  readonly inForce: Plan | null;
  readonly inWork: Plan | null;
  /** Milestones as such a task usually has them, for a first plan to start from; null where none are kept, or a plan was begun. */
  readonly usual: PlanContent | null;
  /** Of the plan being worked on, for the person asking. */
  readonly findings: readonly PlanFinding[];
  readonly milestones: readonly LitMilestone[];
  readonly serviceLevels: readonly LitServiceLevel[];
  /** What holds the whole measure now, or will: its clocks stand still after `from`, until and including `to`. */
  readonly pauses: readonly ShownPause[];
  readonly may: { readonly draft: boolean; readonly decide: boolean };
};

/** `GET /api/plans`: one row a measure. */
export type PlanList = {
  readonly plans: readonly {
    readonly measure: number;
    readonly title: Said;
    readonly lead: readonly string[];
    readonly inForce: { readonly acceptedAt: string; readonly milestones: number; readonly done: number } | null;
    readonly inWork: { readonly state: PlanState; readonly savedAt: string; readonly unit: string } | null;
  }[];
};

/** A unit that has a part in the programme; a street or town has one wherever the paper names all of them. */
export type UnitPart = {
  readonly code: string;
  readonly name: Said;
  readonly isTown: boolean;
  readonly leads: readonly number[];
  readonly cooperates: readonly number[];
};

/** `GET /api/units`, in the order of the paper, streets and towns last. */
export type UnitList = { readonly units: readonly UnitPart[] };

/**
 * `GET /api/units/:unit`: what it leads and helps with, the milestones that it answers for, by due date, and what other modules know that
 * it owes: opinions, close-outs. Its lights, service levels among them, are `GET /api/lights`, its notices `GET /api/notices`.
 */
export type UnitDuties = UnitPart & {
  readonly measures: readonly {
    readonly no: number;
    readonly title: Said;
    readonly isLead: boolean;
    readonly plan: 'none' | 'in-force' | 'drafting' | 'submitted' | 'returned';
  }[];
  readonly milestones: readonly LitMilestone[];
  readonly duties: readonly Duty[];
};
