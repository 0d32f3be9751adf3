import type { Work } from '../../kernel/command/command.ts';
import { uncovered } from './cover.ts';
import { lockSubjects, rowOf, type StoredRecord } from './store.ts';
import type { Counted, RecordType } from './type.ts';

/** Where a record's facts lie unless a fact says otherwise. */
export type Lying = { readonly id: string; readonly town: string; readonly place: string; readonly unit: string };

/** Counts these facts of a record. Types with a subject count through `coverSubjects` instead. */
export function countFacts(work: Work, type: RecordType, counted: readonly Counted[], { id, town, place, unit }: Lying): void {
  for (const { kind, until: _until, ...fact } of counted)
    work.facts.count(kind, { ...fact, town, place: fact.place ?? place, unit, record: { type: type.name, id } });
}

export const countedOf = (type: RecordType, record: StoredRecord): readonly Counted[] => type.facts(rowOf(record));

/** Two facts are the same when they count the same thing in the same place: then one need not be reversed for the other. */
export const factKey = (counted: Counted, { town, place, unit }: Omit<Lying, 'id'>): string =>
  JSON.stringify([
    counted.kind.name,
    counted.variant,
    counted.day,
    counted.until,
    counted.quantity,
    counted.of,
    counted.place ?? place,
    town,
    unit,
  ]);

/**
 * Makes every live record of these subjects count for the days that no other of them covers yet. Called after records were added,
 * reversed or ended, it leaves each subject counted exactly once on every day that any of its records stands.
 */
export async function coverSubjects(work: Work, type: RecordType, subjects: readonly Buffer[]): Promise<void> {
  if (subjects.length === 0) return;
  await work.facts.flush();
  const ends: { record: string; until: string }[] = [];
  for (const { records, covered } of await lockSubjects(work.transaction, type.name, subjects)) {
    const standing = [...covered];
    for (const record of records) {
      const [fact] = countedOf(type, record);
      if (!fact) continue;
      for (const span of uncovered({ from: fact.day, until: earlier(fact.until, record.ended_on ?? undefined) }, standing)) {
        countFacts(work, type, [{ ...fact, day: span.from }], record);
        standing.push({ record: record.id, ...span });
        if (span.until) ends.push({ record: record.id, until: span.until });
      }
    }
  }
  await endAll(work, ends);
}

/**
 * Ends are written a day at a time for all records at once. A record counted in two parts has two ends: the ledger ends whatever of
 * a record began before the day and has no earlier end, so days go in order.
 */
async function endAll(work: Work, ends: readonly { record: string; until: string }[]): Promise<void> {
  const byDay = Map.groupBy(ends, ({ until }) => until);
  for (const day of [...byDay.keys()].sort())
    await work.facts.end(
      (byDay.get(day) ?? []).map(({ record }) => record),
      day,
    );
}

const earlier = (one: string | undefined, other: string | undefined): string | undefined =>
  one === undefined ? other : other === undefined || one < other ? one : other;
