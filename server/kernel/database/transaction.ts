import type { Kysely } from 'kysely';
import pg from 'pg';
import { Problem } from '../problem.ts';
import { type Database, kyselyOn } from './connect.ts';
import { isDistrict } from './district.ts';
import type { DB } from './types.gen.ts';

/** What runs inside a transaction: Kysely for queries, the bare client where a prepared statement is worth its name. */
export type Transaction = { readonly db: Kysely<DB>; readonly client: pg.PoolClient; readonly district: string };

const opening = { write: 'BEGIN', read: 'BEGIN READ ONLY', snapshot: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY' } as const;

/**
 * Runs `work` in one transaction that sees exactly one district: row-level security compares every row with `app.district`.
 * Literal SET statements, because Citus does not pass `set_config` on to its workers; the value is validated, never quoted in.
 */
export async function inDistrict<T>(
  database: Database,
  district: string,
  work: (transaction: Transaction) => Promise<T>,
  mode: keyof typeof opening = 'write',
): Promise<T> {
  if (!isDistrict(district)) throw new TypeError('a district is a six-digit code');
  return mode === 'write'
    ? write(database, district, async (transaction) => ({ answer: await work(transaction) }))
    : read(database, district, work, mode);
}

/** What a writing transaction came to, and a statement that is sent in one write with its COMMIT: locks are held no longer than they must be. */
export type Ending<T> = { readonly answer: T; readonly last?: pg.QueryConfig };

/** As `inDistrict`, for work that knows its last statement and needs nothing from it. Should that fail, nothing is committed. */
export async function inDistrictEnding<T>(
  database: Database,
  district: string,
  work: (transaction: Transaction) => Promise<Ending<T>>,
): Promise<T> {
  if (!isDistrict(district)) throw new TypeError('a district is a six-digit code');
  return await write(database, district, work);
}

async function write<T>(
  database: Database,
  district: string,
  work: (transaction: Transaction) => Promise<Ending<T>>,
): Promise<T> {
  if (database.isDiskFull?.()) throw new Problem('unavailable', 'disk-full');
  const client = await database.pool.connect();
  let broken: Error | undefined;
  try {
    const begun = begin(client, database, 'write', district);
    const { answer, last } = await work({ db: kyselyOn(client), client, district });
    await begun;
    await commit(client, last).catch((error: unknown) => {
      throw isVerdict(error) ? error : new Problem('unavailable', 'outcome-unknown');
    });
    return answer;
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/**
 * Asks several things of one transaction at once: what is asked within a tick goes out in one write. Waits for all of them whatever becomes
 * of one, so that nothing is asked any more when the transaction has ended; then the failure that came first is thrown.
 */
export async function together<T extends readonly unknown[]>(...asked: T): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const settled = await Promise.allSettled(asked);
  const failures = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  if (failures.length > 0) throw failures.find((error) => !isAfterAnother(error)) ?? failures[0];
  return settled.map((one) => (one as PromiseFulfilledResult<unknown>).value) as { -readonly [K in keyof T]: Awaited<T[K]> }; // reason: none was rejected, and the order is theirs
}

/** What every statement hears that comes after one that failed. */
const isAfterAnother = (error: unknown): boolean => error instanceof pg.DatabaseError && error.code === '25P02';

/** One statement that only reads, seeing one district: opened, asked and closed in one write. */
export async function readOnce<Row extends pg.QueryResultRow>(
  database: Database,
  district: string,
  query: pg.QueryConfig,
): Promise<Row[]> {
  if (!isDistrict(district)) throw new TypeError('a district is a six-digit code');
  const client = await database.pool.connect();
  const asked = Promise.all([begin(client, database, 'read', district), client.query<Row>(query)]);
  closeReading(client);
  return (await asked)[1].rows;
}

async function read<T>(
  database: Database,
  district: string,
  work: (transaction: Transaction) => Promise<T>,
  mode: 'read' | 'snapshot',
): Promise<T> {
  const client = await database.pool.connect();
  try {
    const begun = begin(client, database, mode, district);
    const result = await work({ db: kyselyOn(client), client, district });
    await begun;
    return result;
  } finally {
    closeReading(client);
  }
}

/** Nothing hangs on it: the answer goes out meanwhile. */
const closeReading = (client: pg.PoolClient): void =>
  void client.query('ROLLBACK').then(
    () => client.release(),
    (failure: Error) => client.release(failure),
  );

/**
 * Opens the transaction in one write with its first statement (the connection is pipelined). Should the opening fail, that statement stands without a district, sees nothing and may write nothing; the failure is awaited before anything is answered or committed.
 */
function begin(client: pg.PoolClient, database: Database, mode: keyof typeof opening, district: string): Promise<unknown> {
  const workers = database.hasWorkers() ? "SET LOCAL citus.propagate_set_commands = 'local'; " : '';
  const begun = client.query(`${opening[mode]}; ${workers}SET LOCAL app.district = '${district}'`);
  begun.catch(() => {});
  return begun;
}

/** After a statement that failed, COMMIT rolls back, and says so without an error: the statement's own is what is told. */
async function commit(client: pg.PoolClient, last: pg.QueryConfig | undefined): Promise<void> {
  await Promise.all([last && client.query(last), client.query('COMMIT')]);
}

/** Whether the database itself said that it did not commit; when the connection broke instead, it may have. */
const isVerdict = (error: unknown): boolean => error instanceof pg.DatabaseError && error.severity === 'ERROR';
