/** What the check says of a paper with its summary of opinions. Spans are `[from, to)` in the decoded text, in UTF-16 code units. */
import { type Static, Type } from 'typebox';

const Span = Type.Tuple([Type.Integer({ minimum: 0 }), Type.Integer({ minimum: 0 })]);
export type Span = Static<typeof Span>;
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) => Type.Union([type, Type.Null()]);

export const REQUEST_KINDS = ['replace', 'add', 'remove', 'remark'] as const;
export const RequestKind = Type.Enum([...REQUEST_KINDS]);
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** What a request wants changed: words of the text, or units in a list (`units`: in whichever list they stand). */
export const TARGETS = ['words', 'lead', 'cooperating', 'units'] as const;
export type RequestTarget = (typeof TARGETS)[number];

/** One thing asked for. An opinion may ask for several. */
export const Request = Type.Object({
  kind: RequestKind,
  target: Type.Enum([...TARGETS]),
  /** Words (or a unit) to go; null when nothing is to go or it is not said what. */
  oldWords: orNull(Type.String()),
  /** Words (or a unit) to come. */
  newWords: orNull(Type.String()),
  /** Words beside which new words are to stand. */
  beside: orNull(Type.String()),
  /** Given word for word in quotation marks (or as a unit's name), not in the writer's own words. */
  isQuoted: Type.Boolean(),
  /** The old words are only the heading that the opinion names: it may well stand on. */
  isOldHeading: Type.Boolean(),
  span: Span,
});
export type Request = Static<typeof Request>;

export const DECISIONS = ['adopted', 'partly', 'not adopted', 'unstated'] as const;
export const Decision = Type.Enum([...DECISIONS]);
export type Decision = (typeof DECISIONS)[number];

export const VERDICTS = ['consistent', 'contradiction', 'needs a person'] as const;
export const Verdict = Type.Enum([...VERDICTS]);
export type Verdict = (typeof VERDICTS)[number];

/** Why a request got its verdict; the wording stands in the module's words under `verdict.<code>`. */
export const FINDING_CODES = [
  'new-words-stand',
  'new-words-stand-old-too',
  'new-words-stand-elsewhere',
  'new-words-reworded',
  'new-words-absent',
  'old-words-stand-instead',
  'removed-words-absent',
  'removed-words-stand',
  'removed-words-reworded',
  'refused-removal-stands',
  'refused-removal-absent',
  'refused-removal-reworded',
  'refused-words-absent',
  'refused-words-stand',
  'refused-words-reworded',
  'refused-old-words-gone',
  'unit-listed',
  'unit-listed-otherwise',
  'unit-not-listed',
  'unit-removed',
  'unit-still-listed',
  'refused-unit-still-listed',
  'refused-unit-gone',
  'refused-unit-listed',
  'refused-unit-not-listed',
  'partly-adopted',
  'remark-only',
  'decision-unstated',
  'adopted-without-words',
  'refused-without-reason',
  'unquoted-words-not-found',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** A stretch of a word-by-word comparison between what was asked and what stands. */
export const Difference = Type.Object({ kind: Type.Enum(['same', 'delete', 'insert']), text: Type.String() });
export type Difference = Static<typeof Difference>;

/** What became of one request in the text. */
export const Finding = Type.Object({
  /** Which request of the opinion, from 0; null: about the opinion as a whole. */
  request: orNull(Type.Integer({ minimum: 0 })),
  verdict: Verdict,
  code: Type.Enum([...FINDING_CODES]),
  params: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
  /** Where in the text it was found, else null. */
  place: orNull(Span),
  /** How far the place is like what was asked for, 0–1, where it was reworded. */
  likeness: orNull(Type.Number()),
  difference: orNull(Type.Array(Difference)),
});
export type Finding = Static<typeof Finding>;

export const CheckedOpinion = Type.Object({
  unit: Type.String(),
  /** Number of the measure that the opinion is about; null: the paper as a whole, or not found. */
  measure: orNull(Type.Integer()),
  measureSpan: orNull(Span),
  text: Type.String(),
  span: Span,
  decision: Decision,
  reason: orNull(Type.String()),
  /** Of its first request that quotes words, else of its first: what most opinions hold. */
  kind: RequestKind,
  oldWords: orNull(Type.String()),
  newWords: orNull(Type.String()),
  /** All that it asks for. */
  requests: Type.Array(Request),
  verdict: Verdict,
  findings: Type.Array(Finding),
});
export type CheckedOpinion = Static<typeof CheckedOpinion>;

/** Something in the summary itself that does not add up; wording as of the policy reader, `warning.<code>`. */
export const SummaryWarning = Type.Object({
  code: Type.String(),
  params: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
  span: Span,
});
export type SummaryWarning = Static<typeof SummaryWarning>;

export const CheckReport = Type.Object({
  title: orNull(Type.String()),
  summary: Type.Object({ title: Type.String(), span: Span, sentOn: orNull(Type.String()) }),
  asked: Type.Array(Type.String()),
  askedCount: orNull(Type.Integer()),
  noComment: Type.Array(Type.String()),
  noCommentCount: orNull(Type.Integer()),
  /** Units of which it is said that they did not answer. */
  noAnswer: Type.Array(Type.String()),
  /** The summary says itself that no opinion came. */
  saysNothingCame: Type.Boolean(),
  opinions: Type.Array(CheckedOpinion),
  counts: Type.Object({ consistent: Type.Integer(), contradiction: Type.Integer(), needsPerson: Type.Integer() }),
  warnings: Type.Array(SummaryWarning),
});
export type CheckReport = Static<typeof CheckReport>;
