import { createServer, connect as dial, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/database.ts';
import { connect, type Database } from './connect.ts';
import { inDistrict } from './transaction.ts';

/** A way to the database that can be frozen (nothing passes, nothing breaks) or cut. */
async function openWay(to: { host: string; port: number }) {
  let isFrozen = false;
  let isMute = false;
  let cutAt: RegExp | undefined;
  const sockets = new Set<Socket>();
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  const server: Server = createServer((near) => {
    const far = dial(to);
    for (const [from, into] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('error', () => undefined);
      from.on('close', () => into.destroy());
      from.on('data', async (bytes) => {
        while (isFrozen && !from.destroyed) await pause(20);
        if (from === far && isMute) return;
        into.write(bytes);
        if (from !== near || !cutAt?.test(bytes.toString('latin1'))) return;
        isMute = true;
        await pause(100);
        cut();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    freeze: (frozen: boolean) => {
      isFrozen = frozen;
    },
    /** The request that matches still gets through; its answer does not come back. */
    cutAfter: (asked: RegExp) => {
      cutAt = asked;
    },
    async close() {
      isFrozen = false;
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

let urls: TestDatabase;
let way: Awaited<ReturnType<typeof openWay>>;
let database: Database;
beforeAll(async () => {
  urls = await testDatabase();
});
afterAll(() => urls.drop());
beforeEach(async () => {
  const there = new URL(urls.appUrl);
  way = await openWay({ host: there.hostname, port: Number(there.port) });
  const through = Object.assign(new URL(urls.appUrl), { hostname: '127.0.0.1', port: String(way.port) });
  database = connect(through.href, { connections: 3, watched: true });
  await database.pool.query('SELECT 1');
});
afterEach(async () => {
  await way.close();
  await database.close();
});

const took = async (work: Promise<unknown>) => {
  const began = performance.now();
  const failed = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  return { failed, ms: performance.now() - began };
};

describe('a database that stops answering', () => {
  it('is noticed within two seconds by who waits for an answer, who waits for a connection, and who comes later', async () => {
    const lent = await Promise.all([database.pool.connect(), database.pool.connect(), database.pool.connect()]);
    way.freeze(true);
    const waiting = [took(lent[0].query('SELECT 1')), took(database.pool.query('SELECT 1'))];
    for (const { failed, ms } of await Promise.all(waiting)) {
      expect(failed).toBeInstanceOf(Error);
      expect(ms).toBeLessThan(2000);
    }
    expect(database.isAway?.()).toBe(true);
    const late = await took(database.pool.query('SELECT 1'));
    expect(late.failed).toMatchObject({ code: '08006' });
    expect(late.ms).toBeLessThan(200);
    for (const client of lent) client.release();

    way.freeze(false);
    await expect.poll(() => database.isAway?.(), { timeout: 10_000 }).toBe(false);
    expect((await database.pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  });

  it('is not taken for gone while it only takes long over one query', async () => {
    const { failed } = await took(database.pool.query('SELECT pg_sleep(3)'));
    expect(failed).toBeUndefined();
    expect(database.isAway?.()).toBe(false);
  });

  it('is not taken for gone because this process was busy itself', async () => {
    const until = performance.now() + 2500;
    while (performance.now() < until);
    await pause(300);
    expect(database.isAway?.()).toBe(false);
  });

  it('does not end the process when it cuts a connection that is lent and idle', async () => {
    const lent = await database.pool.connect();
    await way.close();
    await pause(100);
    await expect(lent.query('SELECT 1')).rejects.toThrow();
    lent.release();
  });
});

describe('a connection that breaks in the moment of saving', () => {
  it('is told as an unknown outcome, for it may have been saved', async () => {
    way.cutAfter(/COMMIT/);
    const saving = inDistrict(database, '110112', ({ client }) =>
      client.query(`INSERT INTO unit (district, code, name) VALUES ('110112', 'health', '区卫生健康委')`),
    );
    await expect(saving).rejects.toMatchObject({ kind: 'unavailable', code: 'outcome-unknown' });
    const straight = connect(urls.appUrl, { connections: 1 });
    const rows = await inDistrict(
      straight,
      '110112',
      async ({ client }) => (await client.query('SELECT code FROM unit')).rows,
      'read',
    );
    await straight.close();
    expect(rows).toEqual([{ code: 'health' }]);
  });

  it('before that moment it is told as the loss it is, for nothing was saved', async () => {
    way.cutAfter(/pg_sleep/);
    const saving = inDistrict(database, '110112', ({ client }) => client.query('SELECT pg_sleep(2)'));
    await expect(saving).rejects.toThrow(/Connection terminated|ECONNRESET/);
  });
});
