import { type Static, Type } from 'typebox';
import { allow, visibleScope } from '../../../kernel/actor/permission.ts';
import { query, type Reading } from '../../../kernel/command/query.ts';
import { isSelected, readCells, sumCells } from '../../../kernel/figure/cells.ts';
import { type CountedFact, type CountedFilter, listCounted, sumCounted } from '../../../kernel/figure/counted.ts';
import type { CountingRule } from '../../../kernel/figure/definition.ts';
import { windowStart } from '../../../kernel/figure/evaluate.ts';
import { Problem } from '../../../kernel/problem.ts';
import { dayOf, daysBetween, isDay } from '../../../kernel/term/day.ts';
import { type FigureContext, figureContext, getFigure } from '../context.ts';
import type { CountedRecord, CountedRecords } from '../contract.ts';
import { readPlaceNames } from '../place-names.ts';
import { selectionOf } from '../sides.ts';

const LATE_AFTER_DAYS = 30;

export const recordsInput = Type.Object(
  {
    code: Type.String(),
    on: Type.Optional(Type.String()),
    /** `2026-03`: only what counts in this month. */
    month: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}$' })),
    town: Type.Optional(Type.String({ maxLength: 12 })),
    unit: Type.Optional(Type.String({ maxLength: 60 })),
    /** Only what arrived more than 30 days after its day, whenever that was. */
    late: Type.Optional(Type.Boolean()),
    side: Type.Optional(Type.Union([Type.Literal('part'), Type.Literal('whole')])),
    cursor: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}~[0-9a-f-]{36}$' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  { additionalProperties: false },
);

export type AskedRecords = Static<typeof recordsInput>;

/** Reading single records is for those who answer for them; residents see the figures. */
export const mayReadRecords = allow({
  'programme-office': 'district',
  leader: 'district',
  evaluator: 'district',
  liaison: 'district',
  'street-officer': 'own-area',
  specialist: 'own-area',
});

/** Exactly the records behind a figure, by the same definition that made the number. */
export const recordsQuery = query({
  name: 'figures.records',
  route: 'GET /api/figures/:code/records',
  input: recordsInput,
  may: mayReadRecords,
  run: async (input, reading): Promise<CountedRecords> => {
    const { filter, context } = await countedFilter(input, reading);
    const limit = input.limit ?? 50;
    const [day, id] = input.cursor?.split('~') ?? [];
    const facts = await listCounted(reading.transaction, filter, {
      after: day && id ? { day, id } : undefined,
      limit: limit + 1,
    });
    const rows = await shownAll(reading, facts.slice(0, limit), context);
    const last = rows.at(-1);
    return {
      ...(await totals(reading, context, filter)),
      rows,
      next: facts.length > limit && last ? `${last.day}~${last.fact}` : null,
    };
  },
});

/** The filter for what was asked: the figure's selection and window, the reader's narrowing, the reader's own areas. */
export async function countedFilter(
  input: AskedRecords,
  reading: Reading,
): Promise<{ filter: CountedFilter; context: FigureContext }> {
  const context = await figureContext(reading.transaction, input.on, reading.today, input.code);
  const { definition } = getFigure(context.programme, input.code);
  const { count: rule } = definition;
  const facts = selectionOf(rule, input.side ?? 'part');
  if (!facts) throw new Problem('not-found', 'no-records-side', { code: input.code });
  if (input.month !== undefined && !isDay(`${input.month}-01`)) throw new Problem('invalid', 'not-a-day', { day: input.month });
  const visible = visibleScope(mayReadRecords, reading.actor);
  const stands = rule.rule === 'level' || rule.rule === 'coverage' || (rule.rule === 'ratio' && rule.window === 'standing');
  // A month of a yearly or monthly figure may lie in a window gone by: its own window is then the one asked for.
  const from =
    stands || input.late ? null : windowStart(rule, input.month ? `${input.month}-01` : context.on, context.programme.startsOn);
  return {
    context,
    filter: {
      facts,
      from,
      on: context.on,
      month: input.month && `${input.month}-01`,
      ...(await whereAsked(input, rule, context, reading)),
      unit: input.unit,
      lateAfterDays: input.late ? LATE_AFTER_DAYS : undefined,
      within: visible === 'district' || visible === undefined ? undefined : visible.areas,
    },
  };
}

/** A covered site lies where the list says, whatever town its cover is registered in: as the breakdown by towns has it. */
async function whereAsked(
  { town, side = 'part' }: AskedRecords,
  rule: CountingRule,
  context: FigureContext,
  { transaction }: Reading,
): Promise<Pick<CountedFilter, 'town' | 'places'>> {
  if (town === undefined || rule.rule !== 'coverage' || side === 'whole') return { town };
  const list =
    'areas' in rule.of
      ? context.villages
      : (await readCells(transaction, [rule.of.kind], context.on, true))
          .filter(isSelected(rule.of))
          .map((cell) => ({ code: cell.place, town: cell.town }));
  const these = list.filter((place) => place.town === town).map(({ code }) => code);
  return { places: { these, listed: list.map(({ code }) => code), town } };
}

/** Sum and count from the rollup; an officer's own areas and what came late are added up record by record. */
export async function totals(
  reading: Reading,
  context: FigureContext,
  filter: CountedFilter,
): Promise<{ sum: number; records: number }> {
  // Within a month or an area, what stands is told by the records themselves: the rollup knows when things began, not whether they still stand.
  if (filter.within || filter.places || filter.lateAfterDays !== undefined || (filter.month && filter.from === null))
    return sumCounted(reading.transaction, filter);
  return sumCells(reading.transaction, filter.facts, { ...filter, on: context.on });
}

/** Facts as a page or a file shows them, with the names of their places. */
export async function shownAll(
  { transaction }: Reading,
  facts: readonly CountedFact[],
  context: FigureContext,
): Promise<CountedRecord[]> {
  const places = await readPlaceNames(
    transaction,
    facts.map(({ place }) => place),
  );
  return facts.map((fact) => shown(fact, context, places));
}

const shown = (fact: CountedFact, context: FigureContext, places: ReadonlyMap<string, string>): CountedRecord => ({
  fact: fact.id,
  record: fact.record,
  recordType: fact.record_type,
  kind: fact.kind,
  variant: fact.variant,
  day: fact.day,
  town: fact.town,
  townName: context.towns.get(fact.town) ?? '',
  place: fact.place,
  placeName: places.get(fact.place) ?? fact.place,
  unit: fact.unit,
  unitName: context.units.get(fact.unit) ?? fact.unit,
  quantity: fact.quantity,
  recordedAt: fact.recorded_at.toISOString(),
  isLate: daysBetween(fact.day, dayOf(fact.recorded_at)) > LATE_AFTER_DAYS,
});
