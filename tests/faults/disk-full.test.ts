import { stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeFor } from '../../server/kernel/database/embedded-place.ts';
import { prepareCity } from './city.ts';
import { expectNothingLostOrDoubled, select } from './inspect.ts';
import { isReady, type Leye, postmasterOf, remove, signIn, start, waitUntil } from './leye.ts';
import { mountSmallDisk } from './small-disk.ts';
import { startWriters } from './writers.ts';

const disk = await mountSmallDisk('512m');
if (!disk) console.warn('SKIPPED: a full disk needs a small tmpfs, which this user may not mount.');

const REFUSED_WITHIN = 5000;
const pages = ['/', '/progress', '/api/ledger', '/api/figures/14', '/api/records/gig-service?limit=5'];

describe.skipIf(!disk)('the disk full under a stream of writes', () => {
  if (!disk) return;
  let leye: Leye;
  let cookie: string;
  beforeAll(async () => {
    await disk.open();
    await prepareCity(disk.folder);
    leye = await start(disk.folder);
    cookie = await signIn(leye);
  }, 180_000);
  afterAll(async () => {
    await remove(disk.folder, leye);
    await disk.unmount();
  });

  const reserveBytes = async () => {
    const { home } = await placeFor(disk.folder);
    return (await stat(path.join(home, 'reserve')).catch(() => undefined))?.size ?? 0;
  };
  const statusOf = async (page: string) => (await fetch(leye.address + page, { headers: { cookie } })).status;
  const expectReadable = async () => {
    for (const page of pages) expect({ page, status: await statusOf(page) }).toEqual({ page, status: 200 });
  };

  it('what is saved can be read, whoever saves hears why not, and it goes on by itself once there is space', async () => {
    const writers = startWriters(leye, cookie, { station: '磁盘已满站' });
    await writers.flows();
    await waitUntil(async () => (await reserveBytes()) > 0, { within: 10_000, otherwise: () => 'no reserve is set aside' });
    disk.fill();
    const began = performance.now();
    await waitUntil(async () => writers.refused.some(({ code }) => code === 'disk-full'), {
      within: REFUSED_WITHIN,
      otherwise: () => `nobody heard that the disk is full: ${JSON.stringify(writers.refused.slice(-3))}`,
    });
    await pause(Math.max(0, 2000 - (performance.now() - began)));
    const [from, saved] = [writers.refused.length, writers.acknowledged()];
    await expectReadable();
    await pause(1000);
    await expectReadable();
    expect(await isReady(leye)).toBe(true);
    // From the reserve PostgreSQL can still do what it must; without it this very checkpoint would end it.
    const postmaster = await postmasterOf(disk.folder);
    await select(disk.folder, 'CHECKPOINT');
    expect(await postmasterOf(disk.folder)).toBe(postmaster);
    expect(writers.acknowledged()).toBe(saved);
    expect(writers.refused.length).toBeGreaterThan(from);
    for (const { status, code, ms } of writers.refused.slice(from)) {
      expect({ status, code }).toEqual({ status: 503, code: 'disk-full' });
      expect(ms).toBeLessThan(REFUSED_WITHIN);
    }
    for (const { status, ms } of writers.refused) {
      expect(status).toBe(503);
      expect(ms).toBeLessThan(REFUSED_WITHIN);
    }

    await disk.clear();
    await writers.flows();
    await expectReadable();
    expect(await reserveBytes()).toBeGreaterThan(0);
    await expectNothingLostOrDoubled(leye, cookie, writers);
  });

  it('not even with the reserve used up and the database killed on top is anything lost or damaged', async () => {
    const writers = startWriters(leye, cookie, { station: '磁盘耗尽站' });
    await writers.flows();
    disk.fill();
    await waitUntil(async () => writers.refused.some(({ code }) => code === 'disk-full'), {
      within: REFUSED_WITHIN,
      otherwise: () => `nobody heard that the disk is full: ${JSON.stringify(writers.refused.slice(-3))}`,
    });
    // Something else on this disk takes the reserve too.
    await pause(1000);
    disk.fill();
    process.kill(await postmasterOf(disk.folder), 'SIGKILL');
    await pause(5000);
    expect(await statusOf('/health/live')).toBe(200);
    expect(leye.child.exitCode).toBeNull();
    for (const { status, code, ms } of writers.refused) {
      expect({ status, code }).toEqual({
        status: 503,
        code: expect.stringMatching(/^(disk-full|database-away|outcome-unknown)$/),
      });
      expect(ms).toBeLessThan(REFUSED_WITHIN);
    }

    await disk.clear();
    await writers.flows();
    await waitUntil(() => isReady(leye), { within: 30_000, otherwise: () => `not ready again:\n${leye.output()}` });
    await expectReadable();
    await expectNothingLostOrDoubled(leye, cookie, writers);
  });
});
