import { areaCovers } from '../../kernel/actor/permission.ts';
import type { Work } from '../../kernel/command/command.ts';
import { Problem } from '../../kernel/problem.ts';
import type { CheckedRow, Reach } from './check-row.ts';
import { countedOf, countFacts, coverSubjects, factKey } from './counting.ts';
import { asOnePerson } from './same-person.ts';
import {
  insertRecords,
  lockCurrent,
  lockRecords,
  markRevised,
  type NewRecord,
  relink,
  type Source,
  type StoredRecord,
} from './store.ts';
import type { RecordType } from './type.ts';

/**
 * `already-there`: the same record with the same content; nothing was written. `completed`: it adds to the earlier one, whose facts
 * stand. `of-others`: another unit's or area's record says something else; it was left as it is.
 */
export type Kept = {
  readonly id: string;
  readonly state: 'new' | 'already-there' | 'corrected' | 'completed' | 'of-others';
  readonly of?: string;
};

export type RowToKeep = { readonly checked: CheckedRow; readonly importRow?: number };

/**
 * Keeps checked rows and counts their facts, in the caller's transaction. The common case, all new, is one statement; the rest is for
 * rows whose record is there already. No two of the rows may be the same record.
 */
export async function keepRows(
  work: Work,
  type: RecordType,
  rows: readonly RowToKeep[],
  source: Source,
  reach: Reach,
): Promise<Kept[]> {
  const wanted: NewRecord[] = (await asOnePerson(work, type, rows)).map((row) => ({ id: work.newId(), ...row }));
  const inserted = await insertRecords(work, type.name, wanted, source);
  for (const record of wanted) if (inserted.has(record.id)) countNew(work, type, record);
  const before =
    inserted.size === wanted.length
      ? new Map<string, Kept>()
      : await reviseExisting(
          work,
          type,
          wanted.filter(({ id }) => !inserted.has(id)),
          source,
          reach,
        );
  if (type.subject) await coverSubjects(work, type, touchedSubjects(wanted, inserted, before));
  return wanted.map(({ id }) => before.get(id) ?? { id, state: 'new' });
}

function countNew(work: Work, type: RecordType, { id, checked }: NewRecord): void {
  if (!type.subject)
    countFacts(work, type, checked.counted, { id, town: checked.town, place: checked.place, unit: checked.row.unit });
}

const touchedSubjects = (
  wanted: readonly NewRecord[],
  inserted: ReadonlySet<string>,
  before: ReadonlyMap<string, Kept>,
): Buffer[] =>
  wanted.flatMap(({ id, checked }) =>
    checked.subject && (inserted.has(id) || before.get(id)?.state === 'corrected') ? [checked.subject] : [],
  );

async function reviseExisting(
  work: Work,
  type: RecordType,
  again: readonly NewRecord[],
  source: Source,
  reach: Reach,
): Promise<Map<string, Kept>> {
  const found = await lockCurrent(
    work.transaction,
    again.map(({ checked }) => checked.identity),
  );
  const current = new Map(found.map((record) => [record.identity.toString('hex'), record]));
  const kept = new Map<string, Kept>();
  const revisions: { old: StoredRecord; record: NewRecord }[] = [];
  for (const record of again) {
    const old = current.get(record.checked.identity.toString('hex'));
    // It was there a moment ago and has just been reversed by somebody else: the sender tries again and meets a settled state.
    if (!old) throw new Problem('conflict', 'record-changed-meanwhile');
    if (old.content_hash.equals(record.checked.contentHash)) kept.set(record.id, { id: old.id, state: 'already-there' });
    else if (!mayRevise(old, reach)) kept.set(record.id, { id: old.id, state: 'of-others' });
    else revisions.push({ old, record: { ...record, revises: old.id, completes: completes(type, old, record.checked) } });
  }
  if (revisions.length === 0) return kept;

  const replaced = revisions.filter(({ record }) => !record.completes);
  await markRevised(
    work.transaction,
    revisions.map(({ old, record }) => ({ old: old.id, by: record.id })),
  );
  await insertRecords(
    work,
    type.name,
    revisions.map(({ record }) => record),
    source,
  );
  if (replaced.length > 0)
    await work.facts.reverse(
      await wholeChains(
        work,
        replaced.map(({ old }) => old),
      ),
    );
  for (const { old, record } of revisions) {
    kept.set(record.id, { id: record.id, state: record.completes ? 'completed' : 'corrected', of: old.id });
    if (record.completes) countAdded(work, type, old, record);
    else countNew(work, type, record);
  }
  // The place of a corrected record may stand under another name from now on; its old subject must be looked at too.
  if (type.subject)
    await coverSubjects(
      work,
      type,
      replaced.flatMap(({ old }) => (old.subject ? [old.subject] : [])),
    );
  return kept;
}

/**
 * A record that completed an earlier one counts only what it added. Corrected, it goes with all it stood on, and from then on speaks
 * for itself, so that it can stand again alone should its correction be reversed.
 */
async function wholeChains(work: Work, olds: readonly StoredRecord[]): Promise<string[]> {
  const ids = olds.map(({ id }) => id);
  for (const old of olds) {
    let link = old;
    while (link.completes && link.revises !== null) {
      const [below] = await lockRecords(work.transaction, [link.revises]);
      await relink(work.transaction, link.id, link.revises, false);
      if (!below) break;
      ids.push(below.id);
      link = below;
    }
  }
  return ids;
}

/** Whether who sends it may change this record: another unit's or area's record is not corrected from outside. */
export const mayRevise = ({ unit, area, town }: { unit: string; area: string; town: string }, reach: Reach): boolean =>
  reach === 'district' ||
  reach.units.includes(unit) ||
  (area !== '' && reach.areas.some((own) => areaCovers(own, { area, town })));

const lyingOf = (checked: CheckedRow) => ({ town: checked.town, place: checked.place, unit: checked.row.unit });

/** A case that was accepted and is now closed adds a fact and takes none back: no correction, the work went on. */
function completes(type: RecordType, old: StoredRecord, checked: CheckedRow): boolean {
  if (type.subject) return false;
  const now = new Set(checked.counted.map((fact) => factKey(fact, lyingOf(checked))));
  return countedOf(type, old).every((fact) => now.has(factKey(fact, old)));
}

function countAdded(work: Work, type: RecordType, old: StoredRecord, { id, checked }: NewRecord): void {
  const before = new Set(countedOf(type, old).map((fact) => factKey(fact, old)));
  const added = checked.counted.filter((fact) => !before.has(factKey(fact, lyingOf(checked))));
  countFacts(work, type, added, { id, ...lyingOf(checked) });
}
