/**
 * What a policy paper says, as data. Every item keeps its place in the paper: a span is `[from, to)` in the decoded text,
 * counted in UTF-16 code units, so `text.slice(from, to)` is the item as printed (titles and names leave out the line breaks
 * of pages, in text copied from a PDF).
 */
import { type Static, Type } from 'typebox';

export const Span = Type.Tuple([Type.Integer({ minimum: 0 }), Type.Integer({ minimum: 0 })]);
export type Span = Static<typeof Span>;

export const Comparator = Type.Union([
  Type.Literal('>='),
  Type.Literal('>'),
  Type.Literal('<='),
  Type.Literal('~'),
  Type.Literal('='),
]);
export type Comparator = Static<typeof Comparator>;

export const Target = Type.Object({
  /** The clause that makes the promise, as printed. */
  text: Type.String(),
  /** 2.5亿元 is 250000000 (元); 98% is 98 (%). The lower end when a range is printed. */
  value: Type.Number(),
  /** The upper end of a printed range, else null. */
  upTo: Type.Union([Type.Number(), Type.Null()]),
  /** Measure word as printed, empty when none is. Physical units keep their printed scale (亿千瓦). */
  unit: Type.String(),
  comparator: Comparator,
  /** Cycle or scope as printed (每年, 每个社区（村）, 三年累计), else null. */
  period: Type.Union([Type.String(), Type.Null()]),
  /** `2027`, `2027-06` or `2027-12-31`, else null. The end of a year is written as the year. */
  deadline: Type.Union([Type.String(), Type.Null()]),
  span: Span,
  /** The number with its measure word inside the clause. */
  numberSpan: Span,
});
export type Target = Static<typeof Target>;

export const Measure = Type.Object({
  no: Type.Integer({ minimum: 1 }),
  /** The number as printed: `（四）`, `第六条`. */
  printed: Type.String(),
  /** Number of the goal area, null when the paper has none. */
  area: Type.Union([Type.Integer(), Type.Null()]),
  /** Null when the paper prints no title, only the text. */
  title: Type.Union([Type.String(), Type.Null()]),
  titleSpan: Type.Union([Span, Type.Null()]),
  /** Names exactly as printed, without line breaks or stray spaces; one span per name. */
  lead: Type.Array(Type.String()),
  leadSpans: Type.Array(Span),
  cooperating: Type.Array(Type.String()),
  cooperatingSpans: Type.Array(Span),
  targets: Type.Array(Target),
  span: Span,
});
export type Measure = Static<typeof Measure>;

export const Area = Type.Object({ no: Type.Integer({ minimum: 1 }), title: Type.String(), span: Span });
export type Area = Static<typeof Area>;

export const Disposition = Type.Union([
  Type.Literal('adopted'),
  Type.Literal('partly-adopted'),
  Type.Literal('not-adopted'),
  Type.Literal('unstated'),
]);
export type Disposition = Static<typeof Disposition>;

export const Opinion = Type.Object({
  unit: Type.String(),
  /** Number of the measure that the opinion is about, null for the paper as a whole. */
  measure: Type.Union([Type.Integer(), Type.Null()]),
  /** What the unit asked for, as printed. */
  text: Type.String(),
  /** Quoted words to be removed or replaced, and the quoted words to stand instead. */
  oldWords: Type.Union([Type.String(), Type.Null()]),
  newWords: Type.Union([Type.String(), Type.Null()]),
  disposition: Disposition,
  reason: Type.Union([Type.String(), Type.Null()]),
  span: Span,
});
export type Opinion = Static<typeof Opinion>;

export const UnitMention = Type.Object({ name: Type.String(), span: Span });
export type UnitMention = Static<typeof UnitMention>;

export const Consultation = Type.Object({
  title: Type.String(),
  /** Day on which the request went out, `2025-06-12`. */
  sentOn: Type.Union([Type.String(), Type.Null()]),
  requested: Type.Array(UnitMention),
  requestedCount: Type.Union([Type.Integer(), Type.Null()]),
  opinions: Type.Array(Opinion),
  noOpinion: Type.Array(UnitMention),
  noOpinionCount: Type.Union([Type.Integer(), Type.Null()]),
  // Absent in readings that were kept before these were read.
  /** Units of which it is said that they did not answer: 未反馈意见 is no 无意见. */
  noAnswer: Type.Optional(Type.Array(UnitMention)),
  /** How many opinions the summary says it holds. */
  opinionCount: Type.Optional(Type.Union([Type.Integer(), Type.Null()])),
  /** 未收到意见: it says itself that nothing came. */
  saysNothingCame: Type.Optional(Type.Boolean()),
  /** What stands in the summary and was not understood. */
  unread: Type.Optional(Type.Array(Type.Object({ text: Type.String(), span: Span }))),
  span: Span,
});
export type Consultation = Static<typeof Consultation>;

/** What the reader may warn of. */
export const WARNING_CODES = [
  'numbering-style-slip',
  'number-repeated',
  'number-skipped',
  'number-out-of-order',
  'half-width-colon',
  'label-differs',
  'no-unit-after-label',
  'measure-without-lead',
  'units-outside-measures',
  'no-measures-found',
  'consultation-count-differs',
  'no-opinion-count-differs',
  'unit-without-answer',
  'opinion-of-unit-not-asked',
  'asked-not-listed',
  'opinion-count-differs',
  'opinion-and-no-comment',
  'summary-not-understood',
  'opinion-without-disposition',
  'refusal-without-reason',
  'adopted-words-not-found',
  'refused-change-made',
] as const;
export type WarningCode = (typeof WARNING_CODES)[number];

/** Something in the paper that a person should look at. Wording is in the message catalogues under its code. */
export const Warning = Type.Object({
  code: Type.Enum([...WARNING_CODES]),
  params: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
  span: Span,
});
export type Warning = Static<typeof Warning>;

export const PolicyReading = Type.Object({
  title: Type.Union([Type.String(), Type.Null()]),
  titleSpan: Type.Union([Span, Type.Null()]),
  /** Last day on which the paper holds, `2027-12-31`, else null. */
  validUntil: Type.Union([Type.String(), Type.Null()]),
  areas: Type.Array(Area),
  measures: Type.Array(Measure),
  /** Figures promised in the goals of the paper, outside any numbered measure. */
  goals: Type.Array(Target),
  consultation: Type.Union([Consultation, Type.Null()]),
  warnings: Type.Array(Warning),
});
export type PolicyReading = Static<typeof PolicyReading>;
