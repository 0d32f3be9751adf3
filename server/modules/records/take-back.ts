import type { Work } from '../../kernel/command/command.ts';
import { countedOf, countFacts, coverSubjects, factKey } from './counting.ts';
import { lockRecords, markReversed, markRevised, relink, type StoredRecord } from './store.ts';
import type { RecordType } from './type.ts';

/** What a reversal did: records reversed, facts taken back, and earlier records that stand again because their correction went. */
export type TakenBack = { readonly records: number; readonly facts: number; readonly restored: number };

/**
 * Undoes exactly these records, as if they had never been sent: their facts no longer count, duplicates that stood behind them take
 * over, and what they corrected stands again. A record that was itself corrected since has no facts left and is only marked.
 */
export async function takeBack(
  work: Work,
  type: RecordType,
  ids: readonly string[],
  by: string,
  why: string,
): Promise<TakenBack> {
  const records = (await lockRecords(work.transaction, ids)).filter((record) => record.reversed_at === null);
  if (records.length === 0) return { records: 0, facts: 0, restored: 0 };
  const leaving = new Set(records.map(({ id }) => id));
  const facts = await work.facts.reverse([...leaving]);
  await markReversed(work, [...leaving], by, why);
  await passOn(work, type, records, leaving);
  const restored = await restore(work, type, records, leaving);
  if (type.subject)
    await coverSubjects(
      work,
      type,
      [...records, ...restored].flatMap(({ subject }) => (subject ? [subject] : [])),
    );
  return { records: records.length, facts, restored: restored.length };
}

/** Records that completed one of the leaving ones now count in their own name what that one had counted. */
async function passOn(
  work: Work,
  type: RecordType,
  records: readonly StoredRecord[],
  leaving: ReadonlySet<string>,
): Promise<void> {
  const followed = records.filter(({ revised_by }) => revised_by !== null && !leaving.has(revised_by));
  if (followed.length === 0) return;
  const successors = new Map(
    (
      await lockRecords(
        work.transaction,
        followed.flatMap(({ revised_by }) => revised_by ?? []),
      )
    ).map((record) => [record.id, record]),
  );
  for (const record of followed) {
    const successor = successors.get(record.revised_by ?? '');
    if (!successor) continue;
    const revises = earliestLeft(record, records, leaving);
    // What the leaving record had only completed still stands in the earlier record's own name.
    const below =
      record.completes && revises === record.revises && revises !== null
        ? (await lockRecords(work.transaction, [revises]))[0]
        : undefined;
    const standing = new Set(below ? countedOf(type, below).map((fact) => factKey(fact, below)) : []);
    if (successor.completes)
      countFacts(
        work,
        type,
        countedOf(type, record).filter((fact) => !standing.has(factKey(fact, record))),
        successor,
      );
    await relink(work.transaction, successor.id, revises, successor.completes && below !== undefined);
    if (revises !== null) await markRevised(work.transaction, [{ old: revises, by: successor.id }]);
  }
}

/** What a leaving record had revised, past others that leave with it. */
function earliestLeft(record: StoredRecord, records: readonly StoredRecord[], leaving: ReadonlySet<string>): string | null {
  let revises = record.revises;
  while (revises !== null && leaving.has(revises)) revises = records.find(({ id }) => id === revises)?.revises ?? null;
  return revises;
}

/** The records that the leaving ones had corrected (or completed) become current again; the corrected ones count again. */
async function restore(
  work: Work,
  type: RecordType,
  records: readonly StoredRecord[],
  leaving: ReadonlySet<string>,
): Promise<StoredRecord[]> {
  const wereCurrent = records.filter(({ revised_by }) => revised_by === null || leaving.has(revised_by));
  const predecessors = wereCurrent.filter(({ revises }) => revises !== null && !leaving.has(revises));
  if (predecessors.length === 0) return [];
  const found = (
    await lockRecords(
      work.transaction,
      predecessors.flatMap(({ revises }) => revises ?? []),
    )
  ).filter((record) => record.reversed_at === null);
  await markRevised(
    work.transaction,
    found.map(({ id }) => ({ old: id, by: null })),
  );
  const completed = new Set(predecessors.filter(({ completes }) => completes).map(({ revises }) => revises));
  if (!type.subject)
    for (const record of found) if (!completed.has(record.id)) countFacts(work, type, countedOf(type, record), record);
  return found;
}
