import { lockKeys } from '../../kernel/database/lock.ts';
import type { Transaction } from '../../kernel/database/transaction.ts';
import { Problem } from '../../kernel/problem.ts';

export type StoredResident = {
  readonly id: string;
  readonly name: Buffer | null;
  readonly mobile: Buffer | null;
  readonly mobile_index: Buffer | null;
  readonly id_number: Buffer | null;
  readonly id_number_index: Buffer | null;
  readonly birth_year: number | null;
  readonly sex: string | null;
  /** `zh` or `en`. */
  readonly language: string;
  readonly registered_at: Date;
};
export type NewResident = Omit<StoredResident, 'registered_at' | 'language'> & {
  readonly registered_at: Date;
  readonly registered_by: string;
};
export type Change = Partial<Omit<StoredResident, 'id' | 'registered_at'>>;

const columns = [
  'id',
  'name',
  'mobile',
  'mobile_index',
  'id_number',
  'id_number_index',
  'birth_year',
  'sex',
  'language',
  'registered_at',
] as const;

/** The residents with these ids, those that are there. */
export async function listResidents({ db, district }: Transaction, ids: readonly string[]): Promise<StoredResident[]> {
  if (ids.length === 0) return [];
  return await db.selectFrom('resident').select(columns).where('district', '=', district).where('id', 'in', ids).execute();
}

/** @throws Problem not-found */
export async function getResident(transaction: Transaction, id: string): Promise<StoredResident> {
  const [found] = await listResidents(transaction, [id]);
  if (!found) throw new Problem('not-found', 'not-found');
  return found;
}

export async function findByIndex(
  { db, district }: Transaction,
  column: 'mobile_index' | 'id_number_index',
  index: Buffer,
): Promise<StoredResident | undefined> {
  return await db
    .selectFrom('resident')
    .select(columns)
    .where('district', '=', district)
    .where(column, '=', index)
    .executeTakeFirst();
}

/** Whoever finds, makes or changes the person of a number waits for whoever does the same with that number. */
export const lockNumbers = (transaction: Transaction, indexes: readonly Buffer[]): Promise<void> =>
  lockKeys(
    transaction,
    'resident',
    indexes.map((index) => index.toString('hex')),
  );

export async function addResident({ db, district }: Transaction, resident: NewResident): Promise<void> {
  await db
    .insertInto('resident')
    .values({ district, ...resident })
    .execute();
}

export async function changeResident({ db, district }: Transaction, id: string, change: Change): Promise<void> {
  if (Object.keys(change).length === 0) return;
  await db.updateTable('resident').set(change).where('district', '=', district).where('id', '=', id).execute();
}
