import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { isAlive } from '../../server/kernel/database/running-process.ts';
import { prepareCity } from './city.ts';
import { expectNothingLostOrDoubled, select } from './inspect.ts';
import { isReady, type Leye, newFolder, postmasterOf, remove, signIn, start, waitUntil } from './leye.ts';
import { startWriters } from './writers.ts';

/** What is promised, in milliseconds. */
const ERROR_WITHIN = 3000;
const RED_WITHIN = 2000;

let directory: string;
let leye: Leye;
let cookie: string;
let paused: number[] = [];
beforeAll(async () => {
  directory = await newFolder();
  await prepareCity(directory);
  leye = await start(directory);
  cookie = await signIn(leye);
}, 180_000);
afterEach(async () => {
  wake();
  await kills;
});
afterAll(() => remove(directory, leye));

/** Every process of the database stands still, as on a machine whose disk or host hangs: connections stay open, nobody answers. */
async function freeze(): Promise<void> {
  const postmaster = await postmasterOf(directory);
  const others = await select<{ pid: number }>(directory, 'SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid()');
  paused = [postmaster, ...others.map(({ pid }) => pid)].filter(isAlive);
  for (const pid of paused) process.kill(pid, 'SIGSTOP');
}

function wake(): void {
  for (const pid of paused) if (isAlive(pid)) process.kill(pid, 'SIGCONT');
  paused = [];
}

async function ask(path: string): Promise<{ path: string; status: number; body: string; ms: number }> {
  const began = performance.now();
  const response = await fetch(leye.address + path, { headers: { cookie }, signal: AbortSignal.timeout(20_000) });
  return { path, status: response.status, body: await response.text(), ms: performance.now() - began };
}

const pages = ['/', '/progress', '/api/ledger', '/api/me', '/api/figures/14'];
/**
 * Asked again and again: the first ask as it happens, the last when it has long been known. Until readiness must be red, an answer that
 * a dying database still gave is an answer.
 */
async function expectClearErrorsEverywhere(): Promise<void> {
  const struck = performance.now();
  for (let time = 0; time < 6; time += 1) {
    const isKnown = performance.now() - struck > RED_WITHIN;
    const answers = await Promise.all(pages.map(ask));
    for (const { path, status, body, ms } of answers) {
      if (status === 200 && !isKnown) continue;
      expect({ path, status }).toEqual({ path, status: 503 });
      expect(ms, path).toBeLessThan(ERROR_WITHIN);
      if (path.startsWith('/api/')) expect(JSON.parse(body)).toMatchObject({ code: 'database-away' });
      else expect(body).toContain('系统正在恢复');
    }
    await pause(500);
  }
}

const redAfter = () => waitUntil(async () => !(await isReady(leye)), { within: 10_000, otherwise: () => 'never red' });
const greenAfter = () => waitUntil(() => isReady(leye), { within: 30_000, otherwise: () => `never green:\n${leye.output()}` });

describe.each([
  {
    fault: 'frozen',
    strike: freeze,
    end: async () => wake(),
  },
  {
    fault: 'killed again and again',
    strike: async () => {
      const until = performance.now() + 6000;
      const killing = async () => {
        while (performance.now() < until) {
          const pid = await postmasterOf(directory).catch(() => undefined);
          if (pid !== undefined) process.kill(pid, 'SIGKILL');
          await pause(10);
        }
      };
      kills = killing();
      await pause(20);
    },
    end: async () => kills,
  },
])('the database $fault', ({ strike, end }) => {
  it('everybody hears so clearly within three seconds, the process stays live, and it recovers by itself', async () => {
    await Promise.all(pages.map(ask));
    const writers = startWriters(leye, cookie, { station: '数据库停摆站' });
    await writers.flows();
    await strike();
    const [red] = await Promise.all([redAfter(), expectClearErrorsEverywhere()]);
    expect(red).toBeLessThan(RED_WITHIN);
    expect(await ask('/health/live')).toMatchObject({ status: 200 });

    await end();
    await greenAfter();
    await writers.flows();
    for (const { status, code, ms } of writers.refused) {
      expect({ status, code }).toEqual({ status: 503, code: expect.stringMatching(/^(database-away|outcome-unknown)$/) });
      expect(ms).toBeLessThan(ERROR_WITHIN);
    }
    for (const { path, status } of await Promise.all(pages.map(ask))) expect({ path, status }).toEqual({ path, status: 200 });
    await expectNothingLostOrDoubled(leye, cookie, writers);
  });
});

let kills: Promise<void> | undefined;
