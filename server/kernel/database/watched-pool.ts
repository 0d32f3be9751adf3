import type { Duplex } from 'node:stream';
import type pg from 'pg';
import { type Pulse, startPulse } from './pulse.ts';

/** The database does not answer. Its code is SQLSTATE 08006, connection failure. */
export class DatabaseAwayError extends Error {
  readonly code = '08006';
}

type Callback = (error: Error | undefined, client: pg.PoolClient | undefined, release: (error?: Error) => void) => void;

/**
 * Ties a pool to the database's pulse. When the pulse is lost, whoever waits for an answer or for a connection hears so at once, and
 * whoever comes meanwhile is refused without waiting; when it is back, the pool connects anew.
 */
export function watchPool(pool: pg.Pool, url: string): Pulse {
  const clients = new Set<pg.PoolClient>();
  const waiting = new Set<() => void>();
  pool.on('connect', (client) => clients.add(client));
  pool.on('remove', (client) => clients.delete(client));

  const pulse = startPulse(url, {
    onLost() {
      for (const refuse of waiting) refuse();
      for (const client of clients) {
        // Lying idle, it leaves the pool; lent, its query fails as on a broken connection, and it is not lent again.
        client.emit('error', new DatabaseAwayError('no answer'));
        cut(client);
      }
    },
    onBack() {},
  });

  const connectPlainly = pool.connect.bind(pool) as (callback: Callback) => void; // reason: one of pg's overloads
  const connect = (callback: Callback): void => {
    if (pulse.isAway()) {
      process.nextTick(callback, new DatabaseAwayError('away'), undefined, () => {});
      return;
    }
    let isAnswered = false;
    const refuse = () => answer(new DatabaseAwayError('no answer'), undefined, () => {});
    const answer: Callback = (error, client, release) => {
      // A connection that comes too late: who asked for it has gone.
      if (isAnswered) return void (client && release());
      isAnswered = true;
      waiting.delete(refuse);
      callback(error, client, release);
    };
    waiting.add(refuse);
    connectPlainly(answer);
  };
  // The pool's own `query` comes through here too.
  pool.connect = ((callback?: Callback) => {
    if (callback) return connect(callback);
    return new Promise<pg.PoolClient>((resolve, reject) =>
      connect((error, client) => (client ? resolve(client) : reject(error ?? new DatabaseAwayError('no connection')))),
    );
  }) as typeof pool.connect; // reason: pg types it by overloads
  return pulse;
}

/** Cuts the connection: a polite goodbye waits for the answers that are under way, and none will come. */
const cut = (client: pg.PoolClient): void => {
  (client as unknown as { connection: { stream: Duplex } }).connection.stream.destroy(); // reason: pg does not type its socket
};
