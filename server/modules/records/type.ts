import type { FactKind } from '../../kernel/fact/kind.ts';
import type { CountingRule } from '../../kernel/figure/definition.ts';
import type { Said } from '../../kernel/i18n/said.ts';
import type { Day } from '../../kernel/term/day.ts';

/** What a column holds. The last three are personal: sealed, masked wherever they are shown, and never part of `values`. */
export type ColumnKind =
  | 'text'
  | 'integer'
  | 'decimal'
  | 'money-yuan'
  | 'date'
  | 'choice'
  | 'area'
  | 'unit'
  | 'occupation'
  | 'site'
  | 'credit-code'
  | 'yes-no'
  | PersonalKind;
export type PersonalKind = 'person-name' | 'id-number' | 'phone';

/** An example as it stands in a template: as typed, or so many days before the day the template is made (negative: after). */
export type Example = string | { readonly daysAgo: number };

export type Column = {
  readonly label: Said;
  readonly kind: ColumnKind;
  readonly required?: boolean;
  /** Two, for the two example rows of the template. Areas and units need none: the district's own are shown. */
  readonly example?: readonly [Example, Example];
  readonly remark?: Said;
  /** Other headings under which the same column is found in people's own tables. */
  readonly alias?: readonly string[];
  /** Longest text, in characters; 200 where nothing is said. */
  readonly longest?: number;
  readonly range?: { readonly min: number; readonly max: number };
  /** `choice`: what is kept → what people read and write. */
  readonly choices?: Readonly<Record<string, Said>>;
  /** `choice`: what people's own tables call it besides. */
  readonly alsoWritten?: Readonly<Record<string, readonly string[]>>;
  /** `area`: only a street or town, or only a community or village; either where nothing is said. */
  readonly level?: 'town' | 'village';
};
export type Columns = Readonly<Record<string, Column>>;

type ValueOf<C extends Column> = C['kind'] extends 'integer' | 'decimal' | 'money-yuan'
  ? number
  : C['kind'] extends 'yes-no'
    ? boolean
    : string;

/** The values of a checked row, typed by its columns. Personal columns are not among them. */
export type ValuesOf<C extends Columns> = {
  readonly [K in keyof C as C[K]['kind'] extends PersonalKind ? never : K]: C[K] extends { readonly required: true }
    ? ValueOf<C[K]>
    : ValueOf<C[K]> | undefined;
};
export type Values = Readonly<Record<string, string | number | boolean | undefined>>;

/** A checked row as its type's `facts` sees it. `person` is the keyed blind index of who it is about, '' for nobody. */
export type Row<V = Values> = { readonly values: V; readonly person: string; readonly unit: string };

/** One fact a row counts. Town, place and unit are the row's own unless said otherwise. `until`: the first day it no longer stands. */
export type Counted = {
  readonly kind: FactKind;
  readonly day: Day;
  readonly quantity: number;
  readonly variant?: string;
  readonly of?: readonly string[];
  readonly place?: string;
  readonly until?: Day;
};

export type RuleContext = { readonly today: Day; readonly startsOn: Day };
/** A fault (or, with `warns`, a doubt) that a rule finds: in which column, which problem. */
export type Finding = {
  readonly at: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly warns?: boolean;
};
export type Rule = (values: Values, context: RuleContext) => Finding | undefined;

/**
 * A kind of record: the columns the work really has, what makes two rows the same record, and which facts a row counts.
 *
 * The same identity with the same content is already there; with other content it is a correction of the earlier record.
 */
export type RecordType = {
  readonly name: string;
  readonly title: Said;
  /** What one row is, and which rows count. */
  readonly about: Said;
  /** The task (任务) of the programme it serves. */
  readonly measure: number;
  /** The unit that does this work where a row names none. */
  readonly unit: string;
  readonly columns: Columns;
  readonly identity: readonly string[];
  /** Columns that hold the record's day, its area, and the first day it no longer stands. */
  readonly day: string;
  readonly area?: string;
  readonly until?: string;
  /** Columns that say who it is about; the first one filled in is taken, and one must be. */
  readonly person?: readonly string[];
  /** What stands only once at a time however many records overlap (a place verified again before the first lapsed). */
  readonly subject?: (row: Row) => readonly string[];
  readonly rules: readonly Rule[];
  readonly facts: (row: Row) => readonly Counted[];
  readonly kinds: readonly FactKind[];
  /** Levels of service that these records can show, for a measure to promise where its paper promises no figure. */
  readonly serviceLevels?: readonly ServiceLevelKind[];
};

/** A level of service: how it is counted, and which way is good. `average` and shares hold at all times, amounts each year anew. */
export type ServiceLevelKind = {
  readonly key: string;
  readonly title: Said;
  readonly unit: Said;
  readonly decimals: number;
  readonly comparator: '>=' | '<=';
  readonly per: 'year' | 'standing';
  readonly count: CountingRule;
};

type Declared<C extends Columns> = Omit<
  RecordType,
  'columns' | 'identity' | 'day' | 'area' | 'until' | 'person' | 'subject' | 'facts'
> & {
  readonly columns: C;
  readonly identity: readonly (keyof C | 'unit')[];
  readonly day: keyof C;
  readonly area?: keyof C;
  readonly until?: keyof C;
  readonly person?: readonly (keyof C)[];
  readonly subject?: (row: Row<ValuesOf<C>>) => readonly string[];
  readonly facts: (row: Row<ValuesOf<C>>) => readonly Counted[];
};

/** Declares a record type. `facts` is typed by the columns: a required number is a number, an optional one may be undefined. */
export function recordType<const C extends Columns>(declared: Declared<C>): RecordType {
  for (const [key, column] of Object.entries(declared.columns)) {
    if (column.kind === 'choice' && !column.choices) throw new TypeError(`${declared.name}.${key} has no choices`);
    if (!column.example && !['area', 'unit', 'site'].includes(column.kind))
      throw new TypeError(`${declared.name}.${key} has no example`);
  }
  // Reason: inside, rows are read by key; that every required value is there is what the check before `facts` proves.
  return Object.freeze(declared) as unknown as RecordType;
}

export const isPersonal = (kind: ColumnKind): kind is PersonalKind =>
  kind === 'person-name' || kind === 'id-number' || kind === 'phone';
