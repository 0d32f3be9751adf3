import { availableParallelism } from 'node:os';
import type { Duplex } from 'node:stream';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { DB } from './types.gen.ts';
import { watchPool } from './watched-pool.ts';

export type ConnectOptions = {
  readonly connections?: number;
  readonly queryTimeout?: number;
  /** Watches whether the database answers: who waits for one that is gone or frozen hears so within two seconds. */
  readonly watched?: boolean;
  /** Whether the disk is too full to save anything: then nothing is begun that would write (transaction.ts). */
  readonly isDiskFull?: () => boolean;
};

/**
 * Connections to PostgreSQL as the application role, which owns nothing.
 * Dates come back as `YYYY-MM-DD`, numeric and bigint as numbers (all of ours stay below 2^53), timestamps as `Date`.
 */
export function connect(appUrl: string, options: ConnectOptions = {}): Database {
  const pool = new pg.Pool({
    connectionString: appUrl,
    max: options.connections ?? 20,
    connectionTimeoutMillis: 2500,
    idleTimeoutMillis: 60_000,
    allowExitOnIdle: false,
    types: { getTypeParser },
    statement_timeout: 120_000,
    query_timeout: options.queryTimeout,
    keepAlive: true,
    pipeline: true,
  });
  // A broken idle connection is replaced by the pool; without a listener Node would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => {
    // The pool does not listen to a connection that is lent; between two of its queries nobody else would.
    client.on('error', () => {});
    writeOnceATick(client);
  });
  const pulse = options.watched ? watchPool(pool, appUrl) : undefined;
  let hasWorkers = true;
  pool.once('connect', (client: pg.PoolClient) => {
    client.query("SELECT 1 FROM pg_extension WHERE extname = 'citus'").then(
      ({ rows }) => {
        hasWorkers = rows.length > 0;
      },
      () => {},
    );
  });
  return {
    pool,
    writers: writersOf(pool.options.max),
    hasWorkers: () => hasWorkers,
    isAway: pulse?.isAway,
    isDiskFull: options.isDiskFull,
    close() {
      pulse?.stop();
      return pool.end();
    },
  };
}

export type Database = {
  readonly pool: pg.Pool;
  /** How many may change something at once (door.ts). */
  readonly writers: number;
  /** Whether the database is spread over Citus workers; assumed until it has said that it is not. */
  readonly hasWorkers: () => boolean;
  /** Whether the database has stopped answering. Absent: nobody watches. */
  readonly isAway?: () => boolean;
  /** Whether the disk is too full to save anything. Absent: the disk is not ours to watch. */
  readonly isDiskFull?: () => boolean;
  close(): Promise<void>;
};

/**
 * Three to a processor keep the database busy; more only hold each other up, and after a start, when whoever waited for the server comes
 * at once, each more is one more cold connection. Always fewer than there are connections, so that who only reads never waits for who writes.
 */
const writersOf = (connections: number): number =>
  Math.max(1, Math.min(Math.floor(connections * 0.75), availableParallelism() * 3));

/** Opens the connections of those who write, so that the first to come, often all at once, need not wait for them. */
export async function openAhead({ pool, writers }: Database): Promise<void> {
  const opened = await Promise.all(Array.from({ length: writers }, () => pool.connect()));
  for (const client of opened) client.release();
}

/**
 * What is asked of a connection within one tick goes out in one write. A write wakes a process of the database, which is dear beside
 * what most statements do there: so `Promise.all` of several costs little more than one.
 */
function writeOnceATick(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection; // reason: pg does not type its socket
  const query = client.query.bind(client) as (...given: unknown[]) => unknown; // reason: one of pg's overloads
  let isHeld = false;
  client.query = ((...given: unknown[]) => {
    if (!isHeld) {
      isHeld = true;
      stream.cork();
      process.nextTick(() => {
        isHeld = false;
        stream.uncork();
      });
    }
    return query(...given);
  }) as typeof client.query; // reason: as above
}

const asNumber = (text: string) => Number(text);
const asText = (text: string) => text;
const parsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.DATE, asText],
  [pg.types.builtins.NUMERIC, asNumber],
  [pg.types.builtins.INT8, asNumber],
]);

/** Reason for the cast: pg types its parser table by overloads that no single function satisfies. */
const getTypeParser = ((oid: number, format?: 'text' | 'binary') =>
  (format !== 'binary' && parsers.get(oid)) || pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser;

const kyselyOf = new WeakMap<pg.PoolClient, Kysely<DB>>();

/** Kysely bound to one connection, kept with it, so that a transaction costs no set-up. */
export function kyselyOn(client: pg.PoolClient): Kysely<DB> {
  let bound = kyselyOf.get(client);
  if (!bound) {
    // The dialect only ever asks its pool for a connection and releases it; ours lends the one that the transaction holds.
    const lent = Object.assign(Object.create(client) as pg.PoolClient, { query: client.query.bind(client), release: () => {} });
    bound = new Kysely<DB>({
      dialect: new PostgresDialect({
        pool: { connect: async () => lent, end: async () => {}, options: {} } as unknown as pg.Pool,
      }),
    });
    kyselyOf.set(client, bound);
  }
  return bound;
}
