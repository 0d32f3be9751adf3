import type { FactRow } from './row.ts';

/** A counting fact as it stands in the database, with its end if it has one. */
export type StandingFact = {
  readonly id: string;
  readonly kind: string;
  readonly variant: string;
  readonly day: string;
  readonly town: string;
  readonly place: string;
  readonly unit: string;
  readonly quantity: number;
  readonly once?: string;
  readonly byPlace: boolean;
  readonly recordType: string;
  readonly record: string;
  readonly end?: { readonly id: string; readonly day: string };
};

type NewId = () => string;

const settling = (fact: StandingFact, id: string, day: string, effect: 'end' | 'reverse') => ({
  id,
  kind: fact.kind,
  variant: fact.variant,
  day,
  town: fact.town,
  place: fact.place,
  unit: fact.unit,
  effect,
  facts: -1,
  record_type: fact.recordType,
  record: fact.record,
  by_place: fact.byPlace,
});

/** From `day` on the fact no longer counts: the agreement ended, the specialist left, the next census came. */
const endRow = (fact: StandingFact, day: string, newId: NewId): FactRow => ({
  ...settling(fact, newId(), day, 'end'),
  quantity: -fact.quantity,
  settles: fact.id,
  span_of: fact.id,
  until: day,
});

/** Takes an end back: the fact counts on. */
const undoEndRow = (fact: StandingFact, end: { id: string; day: string }, newId: NewId): FactRow => ({
  ...settling(fact, newId(), end.day, 'reverse'),
  quantity: fact.quantity,
  settles: end.id,
  facts: 1,
  span_of: fact.id,
  until: 'infinity',
});

/** The fact never counted: a correction, on the fact's own day, so that past figures are corrected too. */
export function reverseRows(fact: StandingFact, newId: NewId): FactRow[] {
  const reversal: FactRow = {
    ...settling(fact, newId(), fact.day, 'reverse'),
    quantity: -fact.quantity,
    settles: fact.id,
    span_of: fact.id,
    until: fact.day,
  };
  return fact.end ? [{ ...undoEndRow(fact, fact.end, newId), span_of: undefined, until: undefined }, reversal] : [reversal];
}

/** Moves a fact's end to `day`; undefined lets it stand on. No rows when it is there already. */
export function moveEndRows(fact: StandingFact, day: string | undefined, newId: NewId): FactRow[] {
  if (fact.end?.day === day) return [];
  const undone = fact.end ? [undoEndRow(fact, fact.end, newId)] : [];
  if (day === undefined) return undone;
  return [...undone.map((row) => ({ ...row, span_of: undefined, until: undefined })), endRow(fact, day, newId)];
}

/**
 * Keeps a series true: at any day only its latest value counts, whatever order the values arrived in.
 * Every value ends on the day of the next; a value on the day of another replaces it as a correction.
 *
 * @param standing the series' facts that count, in any order
 * @param removed ids among them that are to be reversed
 * @param added new counting rows of the same series; the last of one day wins
 * @returns every row to append, the added ones included
 */
export function succeed(
  standing: readonly StandingFact[],
  removed: ReadonlySet<string>,
  added: readonly FactRow[],
  newId: NewId,
): FactRow[] {
  const lastOfDay = new Map(added.map((row) => [row.day, row]));
  const isGone = (fact: StandingFact) => removed.has(fact.id) || lastOfDay.has(fact.day);
  const rows: FactRow[] = standing.filter(isGone).flatMap((fact) => reverseRows(fact, newId));
  for (const row of added) {
    rows.push(row);
    if (lastOfDay.get(row.day) !== row) rows.push(...reverseRows(standingOf(row), newId));
  }
  const timeline = [...standing.filter((fact) => !isGone(fact)), ...[...lastOfDay.values()].map(standingOf)].sort((a, b) =>
    a.day < b.day ? -1 : 1,
  );
  for (const [at, fact] of timeline.entries()) rows.push(...moveEndRows(fact, timeline[at + 1]?.day, newId));
  return rows;
}

const standingOf = (row: FactRow): StandingFact => ({
  id: row.id,
  kind: row.kind,
  variant: row.variant,
  day: row.day,
  town: row.town,
  place: row.place,
  unit: row.unit,
  quantity: row.quantity,
  once: row.once,
  byPlace: row.by_place ?? false,
  recordType: row.record_type,
  record: row.record,
});
