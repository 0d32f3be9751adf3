import type { Static } from 'typebox';
import type { FigureDefinition, Target } from '../../kernel/figure/definition.ts';
import type { Said } from '../../kernel/i18n/said.ts';

/**
 * A light, computed and never typed. `silent`: no record for longer than its kinds allow; `overdue`: the date has passed and the
 * promise is short; `unpromised`: a measure without figures.
 */
export type Light = 'ahead' | 'on-path' | 'behind' | 'overdue' | 'silent' | 'unpromised';

/** Why a light is what it is: `reason` is a key of the catalogue, `params` the numbers behind it. */
export type LightReason = {
  readonly reason: 'pace' | 'reached' | 'months-missed' | 'month-running' | 'silent' | 'never' | 'overdue' | 'lapsed';
  readonly params: Readonly<Record<string, string | number>>;
};

/** A number of a figure at a day. `part`/`whole` for ratios and coverage; `value` is what is shown, null where nothing can be said. */
export type FigureValue = {
  readonly value: number | null;
  readonly part?: number;
  readonly whole?: number;
  readonly records: number;
};

export type FigureSummary = {
  readonly code: string;
  readonly measure: number;
  readonly title: Said;
  readonly promise: Said;
  readonly unit: Said;
  readonly decimals: number;
  readonly rule: FigureDefinition['count']['rule'];
  readonly target: Static<typeof Target>;
  /** What the target amounts to over the whole of its span: 4,000 a year on average over three years is 12,000. */
  readonly targetTotal: number;
  /** The day the numbers are true for. */
  readonly on: string;
  /** First day of the window that `value` counts. */
  readonly from: string;
  readonly current: FigureValue;
  /** Where the interim path stands today; null where there is none (each-month promises). */
  readonly path: number | null;
  /** value ÷ path: 1 is exactly on path. */
  readonly pace: number | null;
  readonly light: Light;
  readonly why: LightReason;
  /** The latest day anything counted on, and when the latest record arrived (ISO instant). */
  readonly lastDay: string | null;
  readonly lastRecordedAt: string | null;
};

export type MonthPoint = {
  readonly month: string;
  /** What happened in the month (flows) or stood at its end (levels, ratios). */
  readonly value: number | null;
  /** The figure as it stood at the month's end. */
  readonly standing: number | null;
  readonly path: number | null;
  readonly records: number;
};

export type Breakdown = {
  readonly code: string;
  readonly name: string;
  readonly value: number | null;
  readonly part?: number;
  readonly whole?: number;
  readonly records: number;
  readonly share: number | null;
};

/** `method`: recent-rate (the last 90 days go on), standing-change (levels), share (ratios), none (too little to say). */
export type Forecast = {
  readonly method: 'recent-rate' | 'standing-change' | 'share' | 'none';
  readonly day: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly reaches: boolean | null;
  readonly basis: { readonly days: number; readonly perDay: number | null };
};

/** The data-quality statement: five things an auditor asks, and what Leye saw. */
export type Statement = {
  readonly sources: readonly {
    readonly kind: string;
    readonly title: Said;
    readonly source: Said;
    readonly counts: 'flow' | 'once' | 'level';
  }[];
  readonly limits: Said;
  readonly records: number;
  readonly duplicates: number;
  readonly corrections: number;
  /** Records that arrived more than 30 days after the day they count on. */
  readonly late: number;
  readonly lastDay: string | null;
  readonly lastRecordedAt: string | null;
  readonly silentAfterDays: number;
  /** Where a typed value comes from, and the last day on which it holds. */
  readonly typed: { readonly source: string; readonly lapsesOn: string } | null;
  /** What stands against the number: series of records that look unusual. Asked for one figure alone. */
  readonly doubts?: readonly Said[];
};

/** Of a ratio or a coverage: what counts, and what it is held against. Other figures have only `part`. */
export type Side = 'part' | 'whole';

export type FigureDetail = FigureSummary & {
  /** The span that the number is counted over; `standing`: what stands on the day. */
  readonly window: 'year' | 'month' | 'programme' | 'standing';
  /** The sides that have records: none for a typed value, no whole where a coverage is of all communities and villages. */
  readonly sides: readonly Side[];
  readonly months: readonly MonthPoint[];
  readonly towns: readonly Breakdown[];
  readonly units: readonly Breakdown[];
  readonly forecast: Forecast;
  readonly statement: Statement;
};

export type CountedRecord = {
  readonly fact: string;
  readonly record: string;
  readonly recordType: string;
  readonly kind: string;
  readonly variant: string;
  readonly day: string;
  readonly town: string;
  readonly townName: string;
  /** Code of a community or village, number of a site, or ''. */
  readonly place: string;
  /** Its name; the code or number itself where no name is known. */
  readonly placeName: string;
  readonly unit: string;
  readonly unitName: string;
  readonly quantity: number;
  readonly recordedAt: string;
  /** Arrived more than 30 days after its day. */
  readonly isLate: boolean;
};

/** `sum` is the figure's number (of the side asked for); `rows` are exactly the records it counts, newest first. */
export type CountedRecords = {
  readonly sum: number;
  readonly records: number;
  readonly rows: readonly CountedRecord[];
  readonly next: string | null;
};

export type LedgerMeasure = {
  readonly no: number;
  readonly area: number;
  readonly title: Said;
  readonly lead: readonly { code: string; name: Said }[];
  readonly cooperating: readonly { code: string; name: Said }[];
  readonly light: Light;
  readonly figures: readonly FigureSummary[];
};

export type Ledger = {
  readonly title: Said;
  readonly district: { readonly code: string; readonly name: Said; readonly telephone: string };
  readonly on: string;
  readonly startsOn: string;
  readonly validUntil: string;
  readonly version: number;
  readonly goalAreas: readonly { no: number; title: Said }[];
  readonly measures: readonly LedgerMeasure[];
  /** How many figures have each light. */
  readonly lights: Readonly<Record<Light, number>>;
};

/** One answer for the big screen. `months`: how each figure stood at the end of each month; `towns[].values` by figure. */
export type ScreenAnswer = {
  readonly at: string;
  readonly ledger: Ledger;
  readonly months: Readonly<Record<string, readonly { month: string; standing: number | null }[]>>;
  readonly towns: readonly { code: string; name: string; values: Readonly<Record<string, number | null>> }[];
  readonly today: readonly { kind: string; title: Said; unit: Said; quantity: number; records: number }[];
};

/** The district's outline (GeoJSON, WGS-84) and the points of its streets and towns; one without a known point has none. */
export type MapAnswer = {
  readonly boundary: unknown;
  readonly towns: readonly { code: string; name: string; longitude: number | null; latitude: number | null }[];
};

/** Records of a figure that were taken back; `quantity` is negative, as it was subtracted on `day`. */
export type Corrections = {
  readonly corrections: readonly {
    readonly kind: string;
    readonly day: string;
    readonly townName: string;
    readonly unit: string;
    readonly unitName: string;
    readonly quantity: number;
    readonly recordType: string;
    readonly record: string;
    readonly takenBackAt: string;
  }[];
};
