import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareCity } from './city.ts';
import { expectNothingLostOrDoubled, select } from './inspect.ts';
import { isReady, type Leye, newFolder, postmasterOf, remove, signIn, start, waitUntil } from './leye.ts';
import { registerFile } from './register-file.ts';
import { startWriters, type Writers } from './writers.ts';

const rounds = Number(process.env.LEYE_FAULT_ROUNDS ?? 2);

let directory: string;
let leye: Leye;
beforeAll(async () => {
  directory = await newFolder();
  await prepareCity(directory);
  leye = await start(directory);
}, 180_000);
afterAll(() => remove(directory, leye));

/** While the database is gone a writer hears so, clearly and soon; a connection that breaks without an answer is not clear. */
function expectClearRefusals(writers: Writers): void {
  expect(writers.refused.length).toBeGreaterThan(0);
  for (const { status, code, ms } of writers.refused) {
    expect({ status, code }).toEqual({ status: 503, code: expect.stringMatching(/^(database-away|outcome-unknown)$/) });
    expect(ms).toBeLessThan(4000);
  }
}

const recovered = () => waitUntil(() => isReady(leye), { within: 30_000, otherwise: () => `not ready again:\n${leye.output()}` });

describe('the database killed in the middle of work', () => {
  it('comes back by itself with everything acknowledged, each write once', { timeout: 120_000 + rounds * 30_000 }, async () => {
    const cookie = await signIn(leye);
    const writers = startWriters(leye, cookie, { station: '数据库断电站' });
    for (let round = 0; round < rounds; round += 1) {
      await writers.flows();
      await pause(Math.random() * 300);
      const killed = await postmasterOf(directory);
      process.kill(killed, 'SIGKILL');
      await writers.flows();
      expect(await postmasterOf(directory)).not.toBe(killed);
      await recovered();
    }
    expectClearRefusals(writers);
    await expectNothingLostOrDoubled(leye, cookie, writers);
    expect(leye.child.exitCode).toBeNull();

    // Work behind the pages goes on too: a file is checked by a worker that has lost its database before.
    const file = registerFile(leye, cookie, 10);
    const id = await file.upload();
    expect(await file.after(id, 'checking')).toMatchObject({ state: 'checked', counts: { good: 10 } });
  });

  it('loses nothing either when one of its workers is killed in mid-write', { timeout: 120_000 + rounds * 30_000 }, async () => {
    const cookie = await signIn(leye);
    const postmaster = await postmasterOf(directory);
    const writers = startWriters(leye, cookie, { station: '进程断电站' });
    for (let round = 0; round < rounds; round += 1) {
      await writers.flows();
      const [busy] = await select<{ pid: number }>(
        directory,
        `SELECT pid FROM pg_stat_activity WHERE usename = 'leye_app' AND backend_type = 'client backend' ORDER BY state = 'idle', state_change DESC`,
      );
      if (!busy) throw new Error('nobody works in the database');
      process.kill(busy.pid, 'SIGKILL');
      await writers.flows();
      await recovered();
    }
    // PostgreSQL restarted its own processes, and lives on.
    expect(await postmasterOf(directory)).toBe(postmaster);
    expectClearRefusals(writers);
    await expectNothingLostOrDoubled(leye, cookie, writers);
  });
});
