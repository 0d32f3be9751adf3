import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Transaction } from '../../kernel/database/transaction.ts';
import type { Consultation, ConsultationUnit } from '../../kernel/database/types.gen.ts';
import { Problem } from '../../kernel/problem.ts';
import type { PolicyReading } from '../programme/module.ts';
import type { Answer, ConsultationState } from './contract.ts';
import { type Outline, outlineOf } from './judge-opinion.ts';

export type StoredConsultation = Omit<Selectable<Consultation>, 'state'> & { readonly state: ConsultationState };
export type StoredUnit = Omit<Selectable<ConsultationUnit>, 'answer'> & { readonly answer: Answer | null };
export type StoredVersion = {
  readonly version: number;
  readonly text: string;
  readonly reading: PolicyReading;
  readonly outline: Outline;
};

type By = { readonly key: string; readonly name: string; readonly at: Date };

export async function insertConsultation({ db, district }: Transaction, id: string, title: string, by: By): Promise<void> {
  await db
    .insertInto('consultation')
    .values({
      district,
      id,
      title,
      state: 'draft',
      version: 0,
      is_public: false,
      opinions: 0,
      started_by: by.key,
      started_by_name: by.name,
      started_at: by.at,
    })
    .execute();
}

/** A new version of the text; the consultation's row has to be held. */
export async function insertVersion(
  { db, district }: Transaction,
  consultation: string,
  { version, text, reading, note }: Omit<StoredVersion, 'outline'> & { readonly note: string },
  by: By,
): Promise<void> {
  await db
    .insertInto('consultation_version')
    .values({
      district,
      consultation,
      version,
      text,
      reading: JSON.stringify(reading),
      note,
      saved_by: by.key,
      saved_by_name: by.name,
      saved_at: by.at,
    })
    .execute();
  await changeConsultation({ db, district }, consultation, { version });
}

const consultations = ({ db, district }: Pick<Transaction, 'db' | 'district'>) =>
  db.selectFrom('consultation').selectAll().where('district', '=', district);

export async function findConsultation(transaction: Transaction, id: string): Promise<StoredConsultation | undefined> {
  const row = await consultations(transaction).where('id', '=', id).executeTakeFirst();
  return row as StoredConsultation | undefined; // reason: the table checks the state
}

/** The consultation, which nobody else changes until this transaction ends. */
export async function holdConsultation(transaction: Transaction, id: string): Promise<StoredConsultation> {
  const row = await consultations(transaction).where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) throw new Problem('not-found', 'not-found');
  return row as StoredConsultation; // reason: as above
}

export async function listConsultations(
  transaction: Transaction,
  units: readonly string[] | 'all',
): Promise<StoredConsultation[]> {
  const rows = await consultations(transaction)
    .$if(units !== 'all', (found) =>
      found.where('id', 'in', (of) =>
        of
          .selectFrom('consultation_unit')
          .select('consultation')
          .where('district', '=', transaction.district)
          .where('unit', 'in', units === 'all' || units.length === 0 ? [''] : [...units]),
      ),
    )
    .orderBy(sql`state = 'published'`)
    .orderBy('due_on', (order) => order.asc().nullsFirst())
    .orderBy('id', 'desc')
    .limit(200)
    .execute();
  return rows as StoredConsultation[]; // reason: as above
}

export async function listPublicConsultations(transaction: Transaction): Promise<StoredConsultation[]> {
  const rows = await consultations(transaction)
    .where('is_public', '=', true)
    .where('state', '!=', 'draft')
    .orderBy('due_on', 'desc')
    .limit(50)
    .execute();
  return rows as StoredConsultation[]; // reason: as above
}

export async function changeConsultation(
  { db, district }: Pick<Transaction, 'db' | 'district'>,
  id: string,
  change: Partial<
    Pick<
      StoredConsultation,
      | 'state'
      | 'version'
      | 'asked_version'
      | 'is_public'
      | 'due_on'
      | 'opened_on'
      | 'opinions'
      | 'paper'
      | 'published_by_name'
      | 'published_at'
      | 'published_reason'
    >
  >,
): Promise<void> {
  await db.updateTable('consultation').set(change).where('district', '=', district).where('id', '=', id).execute();
}

export async function getVersion({ db, district }: Transaction, consultation: string, version: number): Promise<StoredVersion> {
  const row = await db
    .selectFrom('consultation_version')
    .select(['version', 'text', 'reading'])
    .where('district', '=', district)
    .where('consultation', '=', consultation)
    .where('version', '=', version)
    .executeTakeFirst();
  if (!row) throw new Problem('not-found', 'not-found');
  const reading = row.reading as unknown as PolicyReading; // reason: only insertVersion writes it
  return { version: row.version, text: row.text, reading, outline: outlineOf(reading) };
}

export const listVersions = async ({ db, district }: Transaction, consultation: string) =>
  await db
    .selectFrom('consultation_version')
    .select(['version', 'note', 'saved_by_name', 'saved_at'])
    .where('district', '=', district)
    .where('consultation', '=', consultation)
    .orderBy('version', 'desc')
    .execute();

export async function unitsOf({ db, district }: Transaction, consultations: readonly string[]): Promise<StoredUnit[]> {
  if (consultations.length === 0) return [];
  const rows = await db
    .selectFrom('consultation_unit')
    .selectAll()
    .where('district', '=', district)
    .where('consultation', 'in', [...consultations])
    .orderBy('unit')
    .execute();
  return rows as StoredUnit[]; // reason: the table checks the answer
}

export async function askUnits(
  { db, district }: Transaction,
  consultation: string,
  units: readonly string[],
  at: Date,
): Promise<void> {
  if (units.length === 0) return;
  await db
    .insertInto('consultation_unit')
    .values(units.map((unit) => ({ district, consultation, unit, asked_at: at })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Opinions outweigh an earlier no comment; what came first stays the time of the answer. */
export async function noteAnswer(
  { client, district }: Transaction,
  consultation: string,
  unit: string,
  answer: Answer,
  by: { readonly name: string; readonly at: Date; readonly isLate: boolean },
): Promise<void> {
  await client.query(
    `UPDATE consultation_unit SET answer = $4, answered_by_name = coalesce(answered_by_name, $5),
       answered_at = coalesce(answered_at, $6), is_late = coalesce(is_late, $7)
     WHERE district = $1 AND consultation = $2 AND unit = $3`,
    [district, consultation, unit, answer, by.name, by.at, by.isLate],
  );
}
