import type { Duplex } from 'node:stream';
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
  return mode === 'write' ? write(database, district, work) : read(database, district, work, mode);
}

async function write<T>(database: Database, district: string, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  if (database.isDiskFull?.()) throw new Problem('unavailable', 'disk-full');
  const client = await database.pool.connect();
  let broken: Error | undefined;
  try {
    const begun = begin(client, database, 'write', district);
    const result = await work({ db: kyselyOn(client), client, district });
    await begun;
    await client.query('COMMIT').catch((error: unknown) => {
      throw isVerdict(error) ? error : new Problem('unavailable', 'outcome-unknown');
    });
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Nothing hangs on the end of a read: the answer goes out while the transaction is closed behind it. */
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
    client.query('ROLLBACK').then(
      () => client.release(),
      (failure: Error) => client.release(failure),
    );
  }
}

/**
 * Opens the transaction in one write with its first statement (the connection is pipelined, and held back for a tick). Should the opening fail, that statement
 * stands without a district, sees nothing and may write nothing; the failure is awaited before anything is answered or committed.
 */
function begin(client: pg.PoolClient, database: Database, mode: keyof typeof opening, district: string): Promise<unknown> {
  const workers = database.hasWorkers() ? "SET LOCAL citus.propagate_set_commands = 'local'; " : '';
  const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection; // reason: pg does not type its socket
  stream.cork();
  process.nextTick(() => stream.uncork());
  const begun = client.query(`${opening[mode]}; ${workers}SET LOCAL app.district = '${district}'`);
  begun.catch(() => {});
  return begun;
}

/** Whether the database itself said that it did not commit; when the connection broke instead, it may have. */
const isVerdict = (error: unknown): boolean => error instanceof pg.DatabaseError && error.severity === 'ERROR';
