/**
 * Shapes of the way from a paper to a confirmed programme: paper, draft, comparison. Types and TypeBox only; the office's page takes
 * its types from here. Routes are in `../module.ts`.
 *
 * A draft has the shape of a programme, so that a path such as `/measures/0/figures/1/unit/en` means the same in both; every item
 * carries beside it where it stands in the paper, how far a person has gone with it, and what is doubtful.
 */
import { type Static, Type } from 'typebox';
import { CountingRule, type FigureDefinition, type Selection, Target } from '../../../kernel/figure/definition.ts';
import type { Programme } from '../contract.ts';
import type { ReadingDifference } from '../reader/differences.ts';
import { type PolicyReading, Span } from '../reader/reading.ts';

export type { CountingRule, FigureDefinition, PolicyReading, ReadingDifference, Selection, Span, Target };

/** What Leye says about one place of a programme or draft. `path` is a JSON pointer; `line` (from 1) is known for files only. */
export type Finding = {
  /** `error` forbids confirming, `warning` does not, `doubt` asks a person to look before confirming the item. */
  readonly level: 'error' | 'warning' | 'doubt';
  readonly path: string;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly said: { readonly zh: string; readonly en: string };
  readonly line?: number;
};

const exact = { additionalProperties: false } as const;
const Text = Type.String({ maxLength: 2000 });
/** Both languages; either may still be empty while drafting. */
export const DraftText = Type.Object({ zh: Text, en: Text }, exact);
export type DraftText = Static<typeof DraftText>;
const Code = Type.String({ maxLength: 60 });

/** `read`: as Leye read or suggested it, nobody has looked yet. The rest is a person's: taken as it is, taken with changes, or new. */
export const ItemState = Type.Union([
  Type.Literal('read'),
  Type.Literal('confirmed'),
  Type.Literal('changed'),
  Type.Literal('added'),
]);
export type ItemState = Static<typeof ItemState>;

const Params = Type.Record(Type.String({ maxLength: 40 }), Type.Union([Type.String({ maxLength: 400 }), Type.Number()]));
/** Something uncertain about an item. `at`: the field below the item, e.g. `/count`. Shown as findings of level `doubt` while the item is `read`. */
export const Doubt = Type.Object(
  { at: Type.String({ maxLength: 60 }), code: Type.String({ maxLength: 60 }), params: Params },
  exact,
);
export type Doubt = Static<typeof Doubt>;

const item = {
  state: ItemState,
  /** Where the item stands in the paper's text; empty for what a person added. */
  spans: Type.Array(Span, { maxItems: 200 }),
  doubts: Type.Array(Doubt, { maxItems: 40 }),
};

/** The promise as the paper prints it. */
export const PrintedTarget = Type.Object(
  {
    text: Text,
    value: Type.Number(),
    unit: Text,
    comparator: Target.properties.comparator,
    period: Type.Union([Text, Type.Null()]),
    deadline: Type.Union([Text, Type.Null()]),
  },
  exact,
);
export type PrintedTarget = Static<typeof PrintedTarget>;

/** A counting rule that may fit, and why: `because` holds the shared words, unit or period that speak for it. */
export const Suggestion = Type.Object(
  { count: CountingRule, score: Type.Number(), because: Type.Array(Type.String({ maxLength: 100 }), { maxItems: 10 }) },
  exact,
);
export type Suggestion = Static<typeof Suggestion>;

export const DraftFigure = Type.Object(
  {
    ...item,
    code: Code,
    title: DraftText,
    promise: DraftText,
    unit: DraftText,
    decimals: Type.Integer({ minimum: 0, maximum: 2 }),
    target: Type.Object(
      {
        comparator: Target.properties.comparator,
        value: Type.Number(),
        per: Target.properties.per,
        by: Type.String({ maxLength: 10 }),
        path: Target.properties.path,
      },
      exact,
    ),
    /** Null until somebody says how it is counted; `typed` is "no record yet, typed with source and expiry". */
    count: Type.Union([CountingRule, Type.Null()]),
    limits: DraftText,
    printed: Type.Union([PrintedTarget, Type.Null()]),
    /** Best first. */
    suggestions: Type.Array(Suggestion, { maxItems: 5 }),
  },
  exact,
);
export type DraftFigure = Static<typeof DraftFigure>;

export const DraftMeasure = Type.Object(
  {
    ...item,
    no: Type.Integer({ minimum: 1, maximum: 999 }),
    area: Type.Integer({ minimum: 0, maximum: 999 }),
    title: DraftText,
    lead: Type.Array(Code, { maxItems: 100 }),
    cooperating: Type.Array(Code, { maxItems: 200 }),
    figures: Type.Array(DraftFigure, { maxItems: 60 }),
  },
  exact,
);
export type DraftMeasure = Static<typeof DraftMeasure>;

export const DraftUnit = Type.Object({ ...item, code: Code, name: DraftText, everyTown: Type.Optional(Type.Boolean()) }, exact);
export type DraftUnit = Static<typeof DraftUnit>;

export const DraftArea = Type.Object({ ...item, no: Type.Integer({ minimum: 1, maximum: 999 }), title: DraftText }, exact);

export const DraftContent = Type.Object(
  {
    /** State of district, title and dates together. */
    ...item,
    district: Type.Object(
      { code: Type.String({ maxLength: 6 }), name: DraftText, telephone: Type.String({ maxLength: 40 }) },
      exact,
    ),
    title: DraftText,
    startsOn: Type.String({ maxLength: 10 }),
    validUntil: Type.String({ maxLength: 10 }),
    goalAreas: Type.Array(DraftArea, { maxItems: 100 }),
    units: Type.Array(DraftUnit, { maxItems: 400 }),
    measures: Type.Array(DraftMeasure, { maxItems: 300 }),
  },
  exact,
);
export type DraftContent = Static<typeof DraftContent>;

/** Who did something, as people say it; `by` is the account's key. */
export type Done = { readonly by: string; readonly name: string; readonly at: string };

/** An uploaded paper in a list. `draft`: the open draft made from it; `version`: the latest confirmed version that came from it. */
export type PaperSummary = {
  readonly paper: string;
  readonly name: string;
  /** Lower-case hex of the uploaded file's bytes. */
  readonly sha256: string;
  readonly title: string | null;
  readonly measures: number;
  readonly figures: number;
  readonly uploaded: Done;
  readonly draft: string | null;
  readonly version: number | null;
};

/** `POST /api/programme/papers`: `isNew` is false when the very same file was uploaded before. */
export type UploadedPaper = { readonly paper: string; readonly isNew: boolean };

/** Spans count UTF-16 code units of `text`: `text.slice(from, to)`. `warnings`: what the reader asks to look at, in words. */
export type Paper = PaperSummary & {
  readonly text: string;
  readonly reading: PolicyReading;
  readonly warnings: readonly {
    readonly code: string;
    readonly said: { readonly zh: string; readonly en: string };
    readonly span: Span;
  }[];
};

export type DraftSummary = {
  readonly draft: string;
  readonly paper: string;
  readonly paperName: string;
  readonly state: 'open' | 'confirmed' | 'discarded';
  /** Grows by one with every save; a save names the revision it was made on. */
  readonly revision: number;
  readonly started: Done;
  readonly saved: Done;
  /** Items that nobody has confirmed yet. */
  readonly unconfirmed: number;
  /** The version it became; null until confirmed. */
  readonly version: number | null;
};

export type Draft = DraftSummary & {
  readonly content: DraftContent;
  readonly findings: readonly Finding[];
  /** The version in force now; sent back as `replaces` when confirming. Null: none yet. */
  readonly inForce: number | null;
};

/** `PUT /api/programme/drafts/:draft` with `{revision, content}`. */
export type SavedDraft = { readonly revision: number; readonly unconfirmed: number; readonly findings: readonly Finding[] };
/** `POST /api/programme/drafts/:draft/confirm` with `{revision, replaces}`. */
export type ConfirmedDraft = { readonly version: number };

export type VersionSummary = {
  readonly version: number;
  readonly title: { readonly zh: string; readonly en: string };
  readonly note: string;
  readonly confirmed: Done;
  readonly measures: number;
  readonly figures: number;
  /** The paper and draft it came from; null when it was loaded from a file. */
  readonly paper: string | null;
  readonly draft: string | null;
};
export type Version = VersionSummary & { readonly programme: Programme };

/** A fact kind that a figure can be bound to, with its categories. */
export type CountableKind = {
  readonly name: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly unit: { readonly zh: string; readonly en: string };
  readonly counts: 'flow' | 'once' | 'level';
  readonly byPlace: boolean;
  readonly variants: readonly { readonly name: string; readonly title: { readonly zh: string; readonly en: string } }[];
};

/** One field that differs; `before` or `after` is null where the thing did not exist. Values as people read them (units by name). */
export type FieldChange = {
  readonly field: string;
  readonly before: string | number | null;
  readonly after: string | number | null;
};
export type FigureDifference = {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly code: string;
  readonly title: string;
  readonly changes: readonly FieldChange[];
};
export type MeasureDifference = {
  readonly kind: 'added' | 'removed' | 'changed';
  /** Number in the later version, or in the earlier one for a removed measure. */
  readonly no: number;
  readonly title: string;
  readonly changes: readonly FieldChange[];
  readonly leadAdded: readonly string[];
  readonly leadRemoved: readonly string[];
  readonly cooperatingAdded: readonly string[];
  readonly cooperatingRemoved: readonly string[];
  readonly figures: readonly FigureDifference[];
};
export type ProgrammeDifference = {
  readonly changes: readonly FieldChange[];
  readonly areasAdded: readonly string[];
  readonly areasRemoved: readonly string[];
  readonly unitsAdded: readonly string[];
  readonly unitsRemoved: readonly string[];
  readonly measures: readonly MeasureDifference[];
};

/**
 * `GET /api/programme/compare?before=version:1&after=paper:<id>` (either side `version:<n>`, `draft:<id>` or `paper:<id>`).
 * `programme`: what would count differently; null when both sides are papers. `paper`: what the papers behind both sides say
 * differently, clause by clause; null when a side has no paper.
 */
export type Comparison = { readonly programme: ProgrammeDifference | null; readonly paper: ReadingDifference | null };
