import type { BulletinSection } from '../../kernel/bulletin-section.ts';
import type { FactKind } from '../../kernel/fact/kind.ts';
import type { LightPart } from '../../kernel/figure/lit.ts';
import type { Said } from '../../kernel/i18n/said.ts';
import type { FigureDetail, FigureValue, LedgerMeasure, Light } from '../figures/contract.ts';
import type { Programme } from '../programme/contract.ts';

export type BulletinKind = 'month' | 'quarter' | 'year' | 'span';
export type Span = { readonly kind: BulletinKind; readonly from: string; readonly to: string };
export type BulletinState = 'draft' | 'released' | 'withdrawn' | 'discarded';

/** A figure as it stood: its whole detail, what happened within the span, and how it moved since the bulletin before. */
export type FrozenFigure = FigureDetail & {
  /** What counted on the span's days; null for what stands, or is typed. */
  readonly inSpan: FigureValue | null;
  /** Against the bulletin before; `value` null where the figure began anew in between (a new year), or had no number. */
  readonly change: { readonly value: number | null; readonly light: Light } | null;
};

/** A paragraph of a bulletin: texts in which every number is a `{token}`. */
export type Paragraph = {
  /** `overview-1`, `measure-6`, `behind`, `notices-1`. */
  readonly id: string;
  readonly zh: string;
  readonly en: string;
};

/** The bulletin before, to which changes refer. */
export type Before = { readonly bulletin: string; readonly number: string; readonly to: string };

/**
 * Everything a bulletin says and rests on, frozen at one moment; its SHA-256 over canonical JSON stands beside it. Numbers are those of
 * the span's last day.
 */
export type Snapshot = {
  readonly shape: 1;
  /** When it was taken (ISO). What was known then: `bulletin_snapshot.known_until` and `known_also`, of which this is the digest. */
  readonly moment: string;
  readonly known: { readonly until: string; readonly also: number; readonly sha256: string };
  readonly span: Span;
  /** The day the numbers are true for. */
  readonly on: string;
  /** The programme with its interim paths, and the names of places and units, as they were in force. */
  readonly context: {
    readonly version: number;
    readonly programme: Programme;
    readonly villages: readonly { readonly code: string; readonly town: string }[];
    readonly towns: Readonly<Record<string, string>>;
    readonly units: Readonly<Record<string, string>>;
  };
  readonly kinds: readonly FactKind[];
  readonly typed: readonly {
    readonly figure: string;
    readonly day: string;
    readonly value: number;
    readonly source: string;
    readonly lapsesOn: string;
    readonly typedAt: string;
  }[];
  /** What was lit beside the figures: milestones, notices. */
  readonly parts: readonly LightPart[];
  readonly measures: readonly Omit<LedgerMeasure, 'figures'>[];
  readonly lights: Readonly<Record<Light, number>>;
  readonly figures: readonly FrozenFigure[];
  readonly before: Before | null;
  readonly sections: readonly BulletinSection[];
  /** Figures that moved most since the bulletin before, in the order of the programme. */
  readonly practice: readonly string[];
  /** The figure that the map shows. */
  readonly map: string | null;
  readonly outline: unknown;
  readonly places: readonly {
    readonly code: string;
    readonly name: string;
    readonly longitude: number | null;
    readonly latitude: number | null;
  }[];
  readonly paragraphs: readonly Paragraph[];
  /** What every token says, in both languages. */
  readonly tokens: Readonly<Record<string, Said>>;
  /** What the facts of each kind, category and month came to. */
  readonly basis: readonly (readonly [kind: string, variant: string, month: string, quantity: number, facts: number])[];
};

export type By = { readonly name: string; readonly at: string };

export type BulletinSummary = {
  readonly id: string;
  readonly kind: BulletinKind;
  readonly from: string;
  readonly to: string;
  readonly state: BulletinState;
  /** `2026-3`: as in its public address; null until it is released. */
  readonly number: string | null;
  readonly edition: number;
  /** Whether its numbers are frozen. */
  readonly isFrozen: boolean;
  readonly isPublic: boolean;
  readonly opened: By;
  readonly released: By | null;
  readonly withdrawn: (By & { readonly why: string }) | null;
};

/** `GET /api/bulletins`, latest span first. */
export type BulletinList = {
  readonly bulletins: readonly BulletinSummary[];
  /** What a new one would be of: the last full month, quarter and year; null where the programme is younger. */
  readonly suggested: Readonly<Record<'month' | 'quarter' | 'year', Span | null>>;
  readonly mayWrite: boolean;
  readonly startsOn: string;
  readonly today: string;
};

export type EditableParagraph = Paragraph & {
  /** As it came with the numbers, where the office changed it. */
  readonly original: Paragraph | null;
};

/** `GET /api/bulletins/:bulletin`. */
export type BulletinView = BulletinSummary & {
  readonly on: string;
  readonly moment: string;
  readonly sha256: string;
  /** The bytes still have the hash that was taken of them. */
  readonly isWhole: boolean;
  readonly programmeVersion: number;
  readonly html: Said;
  readonly title: Said;
  readonly paragraphs: readonly EditableParagraph[];
  /** What the sections of other modules are called, by the name their paragraphs begin with. */
  readonly sections: Readonly<Record<string, Said>>;
  readonly tokens: Readonly<Record<string, Said>>;
  /** Of the words: what a save is made on. */
  readonly revision: number;
  readonly previousEdition: { readonly id: string; readonly number: string } | null;
  readonly nextEdition: { readonly id: string; readonly number: string } | null;
  readonly mayWrite: boolean;
};

/** `GET /api/bulletins/:bulletin/verification`: every number, counted again from the facts. */
export type Verification = {
  readonly isWhole: boolean;
  readonly numbers: number;
  readonly equal: number;
  readonly rows: readonly VerifiedNumber[];
  /** What stands in the bulletin and was not counted again: never counted as equal. */
  readonly notRecounted: readonly Said[];
  readonly milliseconds: number;
};
export type VerifiedNumber = {
  /** '' for what is no figure's: lights of measures, the basis; `section:<name>` for what another module told. */
  readonly figure: string;
  /** `value`, `records`, `path`, `light`, `in-span`, `month`, `town`, `unit`, `measure-light`, `basis` … */
  readonly what: string;
  /** Which month, town, unit or measure. */
  readonly key: string;
  readonly released: number | string | null;
  readonly recounted: number | string | null;
  readonly isEqual: boolean;
};

/**
 * Why a number is another today: `late` records that came after the moment, `took-over` a duplicate that now counts, `taken-back` a
 * record corrected or reversed, `ended` an end entered later, `resumed` an end taken back, `rule` another counting rule, target or path,
 * `places` another list of communities and villages, `typed` another typed value.
 */
export type Cause = 'late' | 'took-over' | 'taken-back' | 'ended' | 'resumed' | 'rule' | 'places' | 'typed';

/** One number (of a side) and the causes that make up exactly the difference between released and today. */
export type SideDifference = {
  readonly side: 'part' | 'whole' | 'value';
  readonly released: number;
  readonly today: number;
  readonly causes: readonly { readonly cause: Cause; readonly facts: number; readonly amount: number }[];
};

/** Another number of the figure: `in-span`, `change`, `month`, `town`, `path`, `light` … (`VerifiedNumber.what`). */
export type NumberDifference = {
  readonly what: string;
  /** Which month, town or unit, and what it is called. */
  readonly key: string;
  readonly name: string;
  readonly released: number | string | null;
  readonly today: number | string | null;
  /** `amount`: null where the causes do not add up, as in a share or a light. */
  readonly causes: readonly { readonly cause: Cause; readonly facts: number; readonly amount: number | null }[];
};

/** What of a figure's definition is another since: by which version of the programme (null: by an accepted plan), and from when. */
export type DefinitionChange = {
  readonly what: 'target' | 'path' | 'rule' | 'start' | 'dropped';
  readonly released: Said;
  readonly today: Said | null;
  readonly version: number | null;
  /** When it was confirmed or accepted (ISO). */
  readonly since: string;
};

export type FigureDifference = {
  readonly code: string;
  readonly title: Said;
  readonly unit: Said;
  readonly decimals: number;
  readonly released: number | null;
  /** null where it has no number today, or is no longer promised. */
  readonly today: number | null;
  readonly isStillPromised: boolean;
  readonly sides: readonly SideDifference[];
  readonly numbers: readonly NumberDifference[];
  readonly changes: readonly DefinitionChange[];
  /** How many facts stand behind it, for the list of them. */
  readonly facts: number;
};

/** A section of another module, told of the same days as they are known today. */
export type SectionDifference = {
  readonly name: string;
  readonly title: Said;
  readonly released: readonly Said[];
  /** Empty where there is nothing to tell any more. */
  readonly today: readonly Said[];
};
/** `GET /api/bulletins/:bulletin/differences`: what differs; the other figures are the same today, number by number. */
export type Differences = {
  readonly on: string;
  readonly figures: readonly FigureDifference[];
  readonly same: number;
  readonly sections: readonly SectionDifference[];
};

/** `GET /api/bulletins/:bulletin/differences/:code`, latest recorded first. */
export type DifferenceFacts = {
  readonly rows: readonly {
    readonly fact: string;
    readonly side: 'part' | 'whole';
    readonly cause: Cause;
    readonly day: string;
    readonly townName: string;
    readonly placeName: string;
    readonly unit: string;
    readonly unitName: string;
    readonly quantity: number;
    readonly recordType: string;
    readonly record: string;
    readonly recordedAt: string;
  }[];
  readonly next: string | null;
};
