import type { CountingRule, FigureDefinition, Selection } from '../../../kernel/figure/definition.ts';
import type { Measure, Programme } from '../contract.ts';
import type { FieldChange, FigureDifference, MeasureDifference, ProgrammeDifference } from '../draft/contract.ts';
import { bestPairs, likeness } from '../draft/similarity.ts';

/** What is promised or counted otherwise in a later programme, clause by clause, in the order of the later one. Pure. */
export function diffProgrammes(before: Programme, after: Programme): ProgrammeDifference {
  const units = (programme: Programme) => programme.units.map(({ name }) => name.zh);
  const areas = (programme: Programme) => programme.goalAreas.map(({ title }) => title.zh);
  return {
    changes: changesIn(headOf(before), headOf(after)),
    areasAdded: missingIn(areas(before), areas(after)),
    areasRemoved: missingIn(areas(after), areas(before)),
    unitsAdded: missingIn(units(before), units(after)),
    unitsRemoved: missingIn(units(after), units(before)),
    measures: diffMeasures(before, after),
  };
}

export const isNothing = ({
  changes,
  areasAdded,
  areasRemoved,
  unitsAdded,
  unitsRemoved,
  measures,
}: ProgrammeDifference): boolean =>
  [changes, areasAdded, areasRemoved, unitsAdded, unitsRemoved, measures].every((list) => list.length === 0);

type Fields = Readonly<Record<string, string | number | null>>;

/** The fields that differ, in the order given. */
const changesIn = (before: Fields, after: Fields): FieldChange[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }))
    .filter((change) => change.before !== change.after);

/** What the second list has and the first has not. */
const missingIn = (first: readonly string[], second: readonly string[]): string[] =>
  second.filter((name) => !first.includes(name));

const headOf = ({ district, title, startsOn, validUntil }: Programme): Fields => ({
  title: title.zh,
  titleEnglish: title.en,
  startsOn,
  validUntil,
  district: district.name.zh,
  telephone: district.telephone,
});

/** Measures belong together by title and number; a moved one keeps its partner as long as its words do. */
function diffMeasures(before: Programme, after: Programme): MeasureDifference[] {
  const score = (now: Measure, old: Measure) => likeness(now.title.zh, old.title.zh) + (now.no === old.no ? 0.5 : 0);
  const partners = bestPairs(after.measures, before.measures, score, 0.5);
  const kept = new Set(partners.values());
  const later = after.measures.flatMap((now): MeasureDifference[] => {
    const old = partners.get(now);
    const difference = diffMeasure(old, now, before, after);
    if (!old) return [{ ...difference, kind: 'added' }];
    const { changes, leadAdded, leadRemoved, cooperatingAdded, cooperatingRemoved, figures } = difference;
    const parts = [changes, leadAdded, leadRemoved, cooperatingAdded, cooperatingRemoved, figures];
    return parts.every((part) => part.length === 0) ? [] : [difference];
  });
  const removed = before.measures
    .filter((old) => !kept.has(old))
    .map((old): MeasureDifference => ({ ...diffMeasure(old, undefined, before, after), kind: 'removed' }));
  return [...later, ...removed];
}

function diffMeasure(old: Measure | undefined, now: Measure | undefined, before: Programme, after: Programme): MeasureDifference {
  const named = (programme: Programme, codes: readonly string[] = []) =>
    codes.map((code) => programme.units.find((unit) => unit.code === code)?.name.zh ?? code);
  const [oldLead, nowLead] = [named(before, old?.lead), named(after, now?.lead)];
  const [oldCooperating, nowCooperating] = [named(before, old?.cooperating), named(after, now?.cooperating)];
  const areaOf = (programme: Programme, measure: Measure | undefined) =>
    programme.goalAreas.find(({ no }) => no === measure?.area)?.title.zh ?? null;
  return {
    kind: 'changed',
    no: now?.no ?? old?.no ?? 0,
    title: now?.title.zh ?? old?.title.zh ?? '',
    changes:
      old && now
        ? changesIn(
            { no: old.no, title: old.title.zh, titleEnglish: old.title.en, area: areaOf(before, old) },
            { no: now.no, title: now.title.zh, titleEnglish: now.title.en, area: areaOf(after, now) },
          )
        : [],
    leadAdded: missingIn(oldLead, nowLead),
    leadRemoved: missingIn(nowLead, oldLead),
    cooperatingAdded: missingIn(oldCooperating, nowCooperating),
    cooperatingRemoved: missingIn(nowCooperating, oldCooperating),
    figures: diffFigures(old?.figures ?? [], now?.figures ?? []),
  };
}

function diffFigures(before: readonly FigureDefinition[], after: readonly FigureDefinition[]): FigureDifference[] {
  const score = (now: FigureDefinition, old: FigureDefinition) =>
    likeness(now.title.zh, old.title.zh) + (now.code === old.code ? 0.6 : 0);
  const partners = bestPairs(after, before, score, 0.5);
  const kept = new Set(partners.values());
  const named = ({ code, title }: FigureDefinition) => ({ code, title: title.zh });
  const later = after.flatMap((now): FigureDifference[] => {
    const old = partners.get(now);
    const changes = changesIn(old ? fieldsOf(old) : {}, fieldsOf(now));
    if (!old) return [{ kind: 'added', ...named(now), changes }];
    return changes.length > 0 ? [{ kind: 'changed', ...named(now), changes }] : [];
  });
  const removed = before
    .filter((old) => !kept.has(old))
    .map((old): FigureDifference => ({ kind: 'removed', ...named(old), changes: changesIn(fieldsOf(old), {}) }));
  return [...later, ...removed];
}

const fieldsOf = ({ code, title, promise, unit, decimals, target, count, limits }: FigureDefinition): Fields => ({
  code,
  title: title.zh,
  titleEnglish: title.en,
  promise: promise.zh,
  promiseEnglish: promise.en,
  unit: unit.zh,
  unitEnglish: unit.en,
  decimals,
  comparator: target.comparator,
  value: target.value,
  per: target.per,
  by: target.by,
  path: target.path?.map(({ day, value }) => `${day} ${value}`).join(', ') ?? null,
  count: ruleText(count),
  limits: limits.zh,
  limitsEnglish: limits.en,
});

/** A counting rule on one line: `sum training.completed / year`. Null while a draft has none. */
function ruleText(count: CountingRule | null): string | null {
  if (!count) return null;
  const named = ({ kind, variants }: Selection) => (variants ? `${kind} [${variants.join(', ')}]` : kind);
  switch (count.rule) {
    case 'sum':
      return `sum ${named(count.facts)} / ${count.window}`;
    case 'level':
      return `level ${named(count.facts)}`;
    case 'ratio':
      return `ratio ${named(count.part)} : ${named(count.whole)} / ${count.window}`;
    case 'coverage':
      return `coverage ${named(count.facts)} ≥ ${count.atLeast} : ${'kind' in count.of ? named(count.of) : count.of.areas}`;
    case 'typed':
      return `typed, ${count.lapsesAfterDays} days`;
  }
}
