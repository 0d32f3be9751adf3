import { type Static, Type } from 'typebox';

/** Both languages, zh-CN first. */
export const Bilingual = Type.Object(
  { zh: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) },
  { additionalProperties: false },
);
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

/** Which facts: a kind, and of its categories only these. */
export const Selection = Type.Object(
  { kind: Type.String({ minLength: 1 }), variants: Type.Optional(Type.Array(Type.String(), { minItems: 1, uniqueItems: true })) },
  { additionalProperties: false },
);

/**
 * How a figure counts. The same rule gives the number and lists the records.
 *
 * - `sum`: quantities since the start of the window: `year` (each calendar year anew), `month` (each month anew) or `programme`.
 * - `level`: what stands on the day (agreements live, places verified and not lapsed).
 * - `ratio`: part ÷ whole × 100, of sums over a window or of levels. With `average`, part ÷ whole: days a decision takes.
 * - `coverage`: share, in %, of listed places with at least `atLeast` standing. `of` names the list: facts of a level kind whose
 *   place is listed, or every area of a level (`village`: every community and village).
 * - `typed`: no record yet; a value typed with its source, which lapses.
 */
export const CountingRule = Type.Union([
  Type.Object(
    {
      rule: Type.Literal('sum'),
      facts: Selection,
      window: Type.Union([Type.Literal('year'), Type.Literal('month'), Type.Literal('programme')]),
    },
    { additionalProperties: false },
  ),
  Type.Object({ rule: Type.Literal('level'), facts: Selection }, { additionalProperties: false }),
  Type.Object(
    {
      rule: Type.Literal('ratio'),
      part: Selection,
      whole: Selection,
      window: Type.Union([Type.Literal('year'), Type.Literal('programme'), Type.Literal('standing')]),
      average: Type.Optional(Type.Literal(true)),
    },
    { additionalProperties: false },
  ),
  Type.Object(
    {
      rule: Type.Literal('coverage'),
      facts: Selection,
      atLeast: Type.Integer({ minimum: 1 }),
      of: Type.Union([Selection, Type.Object({ areas: Type.Literal('village') }, { additionalProperties: false })]),
    },
    { additionalProperties: false },
  ),
  Type.Object(
    { rule: Type.Literal('typed'), lapsesAfterDays: Type.Integer({ minimum: 1, maximum: 366 }) },
    { additionalProperties: false },
  ),
]);
export type CountingRule = Static<typeof CountingRule>;

/**
 * What is promised. `value` in the figure's unit. `per` says how the promise renews: each year, each month, or once until `by`.
 * `average-year`: value × years of the programme, by the end (年均). `path`: interim values on the way, else linear.
 */
export const Target = Type.Object(
  {
    comparator: Type.Union([Type.Literal('>='), Type.Literal('>'), Type.Literal('<='), Type.Literal('~'), Type.Literal('=')]),
    value: Type.Number(),
    per: Type.Union([
      Type.Literal('year'),
      Type.Literal('month'),
      Type.Literal('average-year'),
      Type.Literal('programme'),
      Type.Literal('standing'),
    ]),
    by: Day,
    path: Type.Optional(Type.Array(Type.Object({ day: Day, value: Type.Number() }, { additionalProperties: false }))),
  },
  { additionalProperties: false },
);
export type Target = Static<typeof Target>;

export const FigureDefinition = Type.Object(
  {
    /** `1`, `2a` …: the measure's number and a letter where it has several. */
    code: Type.String({ pattern: '^\\d{1,2}[a-z]?$' }),
    title: Bilingual,
    /** The promise in plain words, as the portal says it. */
    promise: Bilingual,
    unit: Bilingual,
    decimals: Type.Integer({ minimum: 0, maximum: 2 }),
    target: Target,
    count: CountingRule,
    /** Limits of the number, for the data-quality statement; the kinds' sources are added by Leye. */
    limits: Bilingual,
  },
  { additionalProperties: false },
);
export type FigureDefinition = Static<typeof FigureDefinition>;
export type Selection = Static<typeof Selection>;
