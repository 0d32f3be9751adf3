import type { Work } from '../../kernel/command/command.ts';
import { lockKeys } from '../../kernel/database/lock.ts';
import type { Transaction } from '../../kernel/database/transaction.ts';
import { redact } from '../../kernel/seal/redact.ts';
import { sealContext } from '../../kernel/seal/seal.ts';
import type { CheckedRow } from './check-row.ts';
import type { Row, Values } from './type.ts';

/** Where rows came from: a file's row, or one by one. */
export type Source = { readonly import?: string; readonly actor: string };

export type NewRecord = {
  readonly id: string;
  readonly checked: CheckedRow;
  readonly importRow?: number;
  readonly revises?: string;
  readonly completes?: boolean;
};

/** A record as it stands, with the links to what it revises and what revised it. */
export type StoredRecord = {
  readonly id: string;
  readonly type: string;
  readonly day: string;
  readonly until: string | null;
  readonly ended_on: string | null;
  readonly area: string;
  readonly town: string;
  readonly place: string;
  readonly unit: string;
  readonly content: Values;
  readonly person: string | null;
  readonly identity: Buffer;
  readonly content_hash: Buffer;
  readonly subject: Buffer | null;
  readonly revises: string | null;
  readonly completes: boolean;
  readonly revised_by: string | null;
  readonly reversed_at: Date | null;
};

const stored = `id, type, day, until, ended_on, area, town, place, unit, content, encode(person_index, 'hex') AS person, identity, content_hash,
  subject, revises, completes, revised_by, reversed_at`;

export const rowOf = (record: StoredRecord): Row => ({ values: record.content, person: record.person ?? '', unit: record.unit });

const sealedOf = (work: Work, { id, checked }: NewRecord): Buffer | null =>
  Object.keys(checked.personal).length === 0
    ? null
    : work.services.seal.seal(JSON.stringify(checked.personal), personalContext(work.district, id));

/** Where a record's sealed names and numbers belong: to this district, table, column and row. */
export const personalContext = (district: string, id: string): string =>
  sealContext({ district, table: 'record', column: 'sealed', row: id });

const currentOnly = 'WHERE revised_by IS NULL AND reversed_at IS NULL';

/** Inserts what is not there yet, in one round trip; gives the ids that were. A record already current keeps its place. */
export async function insertRecords(
  work: Work,
  type: string,
  records: readonly NewRecord[],
  source: Source,
): Promise<Set<string>> {
  const [only] = records;
  if (only === undefined) return new Set();
  if (records.length === 1) return insertOne(work, type, only, source);
  const rows = records.map((record) => ({
    id: record.id,
    day: record.checked.day,
    until: record.checked.until ?? null,
    area: record.checked.area,
    town: record.checked.town,
    place: record.checked.place,
    unit: record.checked.row.unit,
    content: record.checked.row.values,
    sealed: sealedOf(work, record)?.toString('hex') ?? null,
    person: record.checked.personIndex?.toString('hex') ?? null,
    identity: record.checked.identity.toString('hex'),
    hash: record.checked.contentHash.toString('hex'),
    subject: record.checked.subject?.toString('hex') ?? null,
    line: record.importRow ?? null,
    revises: record.revises ?? null,
    completes: record.completes ?? false,
  }));
  const inserted = await work.transaction.client.query<{ id: string }>({
    name: 'insert_records',
    text: `INSERT INTO record (district, id, type, day, until, area, town, place, unit, content, sealed, person_index, identity, content_hash,
             subject, import, import_row, recorded_by, recorded_at, revises, completes)
           SELECT $1, r.id, $2, r.day, r.until, r.area, r.town, r.place, r.unit, r.content, decode(r.sealed, 'hex'), decode(r.person, 'hex'),
             decode(r.identity, 'hex'), decode(r.hash, 'hex'), decode(r.subject, 'hex'), $3, r.line, $4, $5, r.revises, r.completes
           FROM jsonb_to_recordset($6::jsonb) AS r (id uuid, day date, until date, area text, town text, place text, unit text, content jsonb,
             sealed text, person text, identity text, hash text, subject text, line integer, revises uuid, completes boolean)
           ON CONFLICT (district, identity) ${currentOnly} DO NOTHING RETURNING id`,
    values: [work.district, type, source.import ?? null, source.actor, work.now, JSON.stringify(rows)],
  });
  return new Set(inserted.rows.map(({ id }) => id));
}

async function insertOne(work: Work, type: string, record: NewRecord, source: Source): Promise<Set<string>> {
  const { checked } = record;
  const inserted = await work.transaction.client.query({
    name: 'insert_record',
    text: `INSERT INTO record (district, id, type, day, until, area, town, place, unit, content, sealed, person_index, identity, content_hash,
             subject, import, import_row, recorded_by, recorded_at, revises, completes)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
           ON CONFLICT (district, identity) ${currentOnly} DO NOTHING`,
    values: [
      work.district,
      record.id,
      type,
      checked.day,
      checked.until ?? null,
      checked.area,
      checked.town,
      checked.place,
      checked.row.unit,
      JSON.stringify(checked.row.values),
      sealedOf(work, record),
      checked.personIndex ?? null,
      checked.identity,
      checked.contentHash,
      checked.subject ?? null,
      source.import ?? null,
      record.importRow ?? null,
      source.actor,
      work.now,
      record.revises ?? null,
      record.completes ?? false,
    ],
  });
  return new Set(inserted.rowCount === 1 ? [record.id] : []);
}

/** The records now current under these identities, locked until commit; in a fixed order, so that two senders never wait crosswise. */
export async function lockCurrent({ client, district }: Transaction, identities: readonly Buffer[]): Promise<StoredRecord[]> {
  const { rows } = await client.query<StoredRecord>(
    `SELECT ${stored} FROM (SELECT key FROM unnest($2::bytea[]) AS k(key) ORDER BY key) w CROSS JOIN LATERAL (
       SELECT * FROM record WHERE district = $1 AND identity = w.key AND revised_by IS NULL AND reversed_at IS NULL
       LIMIT 1 FOR UPDATE) r`,
    [district, identities],
  );
  return rows;
}

/**
 * What is current under these identities, without locking: for the preview of a file. Looked up one by one in the index of what is
 * current: right after a large import, statistics do not know the table yet, and a plan for all of them at once would read it whole.
 */
export async function findCurrent({ client, district }: Transaction, identities: readonly Buffer[]) {
  const { rows } = await client.query<{ identity: string; hash: string; area: string; town: string; unit: string }>(
    `SELECT encode(w.identity, 'hex') AS identity, encode(r.content_hash, 'hex') AS hash, r.area, r.town, r.unit
     FROM unnest($2::bytea[]) AS w(identity) CROSS JOIN LATERAL (
       SELECT content_hash, area, town, unit FROM record
       WHERE district = $1 AND identity = w.identity AND revised_by IS NULL AND reversed_at IS NULL LIMIT 1) r`,
    [district, identities],
  );
  return new Map(rows.map((row) => [row.identity, row]));
}

export async function lockRecords({ client, district }: Transaction, ids: readonly string[]): Promise<StoredRecord[]> {
  const { rows } = await client.query<StoredRecord>(
    `SELECT ${stored} FROM record WHERE district = $1 AND id = ANY ($2) ORDER BY id FOR UPDATE`,
    [district, ids],
  );
  return rows;
}

/** Links each old record to the one that revises it; null makes the old one current again. */
export async function markRevised(
  { client, district }: Transaction,
  pairs: readonly { old: string; by: string | null }[],
): Promise<void> {
  if (pairs.length === 0) return;
  await client.query(
    `UPDATE record SET revised_by = p.by FROM (SELECT unnest($2::uuid[]) AS old, unnest($3::uuid[]) AS by) p
     WHERE record.district = $1 AND record.id = p.old`,
    [district, pairs.map(({ old }) => old), pairs.map(({ by }) => by)],
  );
}

export async function markReversed(work: Work, ids: readonly string[], by: string, why: string): Promise<void> {
  await work.transaction.client.query(
    'UPDATE record SET reversed_at = $3, reversed_by = $4, reversed_why = $5 WHERE district = $1 AND id = ANY ($2)',
    [work.district, ids, work.now, by, redact(why)],
  );
}

/** What a record revises, and whether that one's facts stand beside its own. */
export async function relink(
  { client, district }: Transaction,
  id: string,
  revises: string | null,
  completes: boolean,
): Promise<void> {
  await client.query('UPDATE record SET revises = $3, completes = $4 WHERE district = $1 AND id = $2', [
    district,
    id,
    revises,
    completes,
  ]);
}

export async function markEnded(work: Work, id: string, day: string, by: string, why: string): Promise<void> {
  await work.transaction.client.query(
    'UPDATE record SET ended_on = $3, ended_by = $4, ended_why = $5 WHERE district = $1 AND id = $2',
    [work.district, id, day, by, redact(why)],
  );
}

/** Whether all that counts of a record began before `day`, so that it can simply end then. */
export async function beganBefore({ client, district }: Transaction, id: string, day: string): Promise<boolean> {
  const { rows } = await client.query<{ before: boolean | null }>(
    `SELECT bool_and(f.day < $3) AS before FROM fact f LEFT JOIN fact_span s ON s.district = f.district AND s.fact = f.id
     WHERE f.district = $1 AND f.record = $2 AND f.effect = 'count' AND (s.until IS NULL OR s.until > f.day)`,
    [district, id, day],
  );
  return rows[0]?.before ?? true;
}

export type Segment = { readonly record: string; readonly from: string; readonly until: string | undefined };

/** Live records of these subjects, locked against other changes of the same subject until commit, and the spans they now count for. */
export async function lockSubjects(transaction: Transaction, type: string, subjects: readonly Buffer[]) {
  const { client, district } = transaction;
  const keys = [...new Set(subjects.map((subject) => subject.toString('hex')))];
  await lockKeys(transaction, `subjects of ${type}`, keys);
  const values = [district, type, keys.map((key) => Buffer.from(key, 'hex'))];
  const live = await client.query<StoredRecord>(
    `SELECT ${stored} FROM record WHERE district = $1 AND type = $2 AND subject = ANY ($3) AND revised_by IS NULL AND reversed_at IS NULL ORDER BY day, id`,
    values,
  );
  const spans = await client.query<{ subject: Buffer; record: string; from: string; until: string | null }>(
    `SELECT r.subject, f.record, f.day AS "from", nullif(s.until, 'infinity') AS until
     FROM record r JOIN fact f ON f.district = r.district AND f.record = r.id AND f.effect = 'count'
     LEFT JOIN fact_span s ON s.district = f.district AND s.fact = f.id
     WHERE r.district = $1 AND r.type = $2 AND r.subject = ANY ($3) AND (s.until IS NULL OR s.until > f.day)`,
    values,
  );
  const bySubject = Map.groupBy(spans.rows, ({ subject }) => subject.toString('hex'));
  return [...Map.groupBy(live.rows, ({ subject }) => subject?.toString('hex') ?? '')].map(([subject, records]) => ({
    records,
    covered: (bySubject.get(subject) ?? []).map(
      ({ record, from, until }): Segment => ({ record, from, until: until ?? undefined }),
    ),
  }));
}
