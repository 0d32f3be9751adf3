import type { Said } from '../../kernel/i18n/said.ts';
import type { Column } from './type.ts';

/** What the office reads of records and imports. */

export type ColumnView = {
  readonly key: string;
  readonly label: Said;
  readonly kind: Column['kind'];
  readonly required: boolean;
  readonly remark: Said | null;
  readonly longest: number | null;
  readonly range: { readonly min: number; readonly max: number } | null;
  readonly choices: readonly { readonly value: string; readonly label: Said }[] | null;
  readonly level: 'town' | 'village' | null;
};

export type RecordTypeView = {
  readonly name: string;
  readonly title: Said;
  readonly about: Said;
  readonly measure: number;
  /** Whether the person asking may record this type. */
  readonly mayRecord: boolean;
  /** Whether such a record stands until it ends (see `POST /api/record/:record/end`). */
  readonly hasEnd: boolean;
  readonly columns: readonly ColumnView[];
  readonly kinds: readonly {
    readonly name: string;
    readonly title: Said;
    readonly unit: Said;
    readonly counts: 'flow' | 'once' | 'level';
  }[];
};

export type RecordState = 'current' | 'revised' | 'reversed' | 'ended';

export type RecordView = {
  readonly id: string;
  readonly type: string;
  readonly day: string;
  readonly until: string | null;
  readonly endedOn: string | null;
  readonly town: string;
  readonly townName: string;
  readonly place: string;
  readonly placeName: string;
  readonly unit: string;
  readonly unitName: string;
  /** By column. Names and personal numbers are masked; choices are their values, dates `YYYY-MM-DD`. */
  readonly values: Readonly<Record<string, string | number | boolean>>;
  readonly state: RecordState;
  readonly import: string | null;
  readonly importRow: number | null;
  readonly recordedBy: string;
  readonly recordedAt: string;
};

export type RecordList = { readonly rows: readonly RecordView[]; readonly next: string | null };

export type RecordFact = {
  readonly id: string;
  readonly kind: string;
  readonly title: Said;
  readonly unit: Said;
  readonly variant: string;
  readonly variantTitle: Said | null;
  readonly day: string;
  readonly until: string | null;
  readonly quantity: number;
  readonly stated: number;
  readonly effect: 'count' | 'duplicate' | 'end' | 'reverse';
  /** Whether it counts now (or counted until its end). */
  readonly counts: boolean;
  readonly recordedAt: string;
};

export type RecordDetail = RecordView & {
  readonly title: Said;
  readonly facts: readonly RecordFact[];
  /** This record's line, oldest first: what it corrected or completed and what did so to it. */
  readonly history: readonly {
    readonly id: string;
    readonly recordedAt: string;
    readonly recordedBy: string;
    readonly state: RecordState;
    readonly why: string | null;
  }[];
  readonly endedWhy: string | null;
  readonly reversedWhy: string | null;
  readonly reversedAt: string | null;
};

export type ImportState = 'checking' | 'checked' | 'taking' | 'taken' | 'reversing' | 'reversed' | 'failed' | 'discarded';

/** `rows` = good + bad + alreadyThere + duplicates; corrections are among the good; examples and warned rows are counted wherever they fall. */
export type ImportCounts = {
  readonly rows: number;
  readonly good: number;
  readonly bad: number;
  readonly alreadyThere: number;
  readonly corrections: number;
  /** Rows that repeat an earlier row of the same file. */
  readonly duplicates: number;
  readonly warned: number;
  /** Rows that are still the template's examples. */
  readonly examples: number;
};

export type ImportNotice = { readonly code: string; readonly params: Readonly<Record<string, string | number>> };

export type ImportReceipt = {
  readonly number: string;
  readonly rowsTaken: number;
  readonly new: number;
  readonly corrected: number;
  readonly completed: number;
  readonly alreadyThere: number;
  readonly leftOut: number;
  /** Facts counted and duplicates that count nothing, with the quantity by which the kind moved. */
  readonly kinds: readonly {
    readonly kind: string;
    readonly variant: string;
    readonly title: Said;
    readonly unit: Said;
    readonly facts: number;
    readonly duplicates: number;
    readonly quantity: number;
  }[];
  /** Set once reversed. */
  readonly reversal: { readonly records: number; readonly facts: number; readonly restored: number } | null;
};

export type ImportView = {
  readonly id: string;
  readonly number: string;
  readonly type: string;
  readonly title: Said;
  readonly fileName: string;
  readonly fileSize: number;
  readonly fileSha256: string;
  readonly state: ImportState;
  readonly mode: 'all' | 'good' | null;
  readonly counts: ImportCounts | null;
  readonly notices: readonly ImportNotice[];
  readonly failure: ImportNotice | null;
  /** The sentences of `notices` and `failure`, in their order; their parameters are still to be filled in. */
  readonly sentences: { readonly notices: readonly Said[]; readonly failure: Said | null };
  readonly receipt: ImportReceipt | null;
  /** Of the work now going on, 0–100. */
  readonly percent: number;
  readonly uploadedBy: string;
  readonly uploadedAt: string;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly reversedAt: string | null;
  readonly reversedWhy: string | null;
};

export type ImportList = { readonly rows: readonly ImportView[]; readonly next: string | null };

/** `cell`: D17, or the row's number where a needed column is missing. `message` is `problem.<code>` of the catalogue with these params. */
export type ImportProblem = {
  readonly row: number;
  readonly cell: string;
  readonly column: string;
  readonly label: Said | null;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly warns: boolean;
  readonly message: Said;
};
export type ImportProblems = {
  readonly rows: readonly ImportProblem[];
  readonly next: string | null;
  readonly summary: readonly { readonly code: string; readonly column: string; readonly rows: number; readonly warns: boolean }[];
};
