import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { isAlive } from '../../server/kernel/database/running-process.ts';
import { prepareCity } from './city.ts';
import { expectNothingLostOrDoubled, expectWhole, select } from './inspect.ts';
import { isReady, kill, type Leye, launch, newFolder, postmasterOf, remove, restart, signIn, start } from './leye.ts';
import { registerFile } from './register-file.ts';
import { startWriters } from './writers.ts';

let directory: string;
let leye: Leye;
beforeAll(async () => {
  directory = await newFolder();
  await prepareCity(directory);
  leye = await start(directory);
}, 180_000);
afterAll(() => remove(directory, leye));

describe('Leye stopped and started around its work', () => {
  it('a second Leye on the same data folder is refused in one sentence, and the first works on', async () => {
    const second = await launch(directory);
    expect(await second.ended).toEqual([1, null]);
    expect(second.output()).toContain(`is held by another Leye (process ${leye.child.pid}, ${leye.address})`);
    expect(second.output()).not.toMatch(/ at .+:\d+:\d+|this is a defect/);
    expect(await isReady(leye)).toBe(true);
    expect(isAlive(await postmasterOf(directory))).toBe(true);
  });

  it('told to stop in the middle of work, it answers what it took, refuses the rest and ends with 0', async () => {
    const cookie = await signIn(leye);
    const writers = startWriters(leye, cookie, { station: '有序停机站', writers: 16 });
    await writers.flows();
    const database = await postmasterOf(directory);
    const began = performance.now();
    expect(await kill(leye, 'SIGTERM')).toEqual([0, null]);
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(isAlive(database)).toBe(false);
    writers.hold(true);
    // A request was answered, or told that Leye is stopping, or found the door closed.
    for (const { status, code } of writers.refused) expect(status === 503 || code === 'cut').toBe(true);
    const unanswered = writers.open.map(({ key }) => key);

    leye = await restart(leye);
    // Nothing half: what was not acknowledged was not taken either.
    expect(await select(directory, 'SELECT key FROM command_key WHERE key = ANY ($1)', [unanswered])).toEqual([]);
    writers.hold(false, leye);
    await writers.flows();
    await expectNothingLostOrDoubled(leye, cookie, writers);
  });

  it('told to stop in the middle of a long import, it ends in time, and nothing of the file is half there', async () => {
    const file = registerFile(leye, await signIn(leye), 20_000);
    const id = await file.upload();
    expect(await file.after(id, 'checking')).toMatchObject({ state: 'checked' });
    await file.take(id);
    await pause(1500);
    const began = performance.now();
    expect(await kill(leye, 'SIGTERM')).toEqual([0, null]);
    expect(performance.now() - began).toBeLessThan(10_000);

    leye = await restart(leye);
    const [found] = await select<{ state: string; records: number }>(
      directory,
      'SELECT state, (SELECT count(*) FROM record WHERE import = $1)::int AS records FROM record_import WHERE id = $1',
      [id],
    );
    // Still to be done, or done whole; a worker takes up what is still to be done.
    expect([
      { state: 'taking', records: 0 },
      { state: 'taken', records: 20_000 },
    ]).toContainEqual(found);
    expect(await file.after(id, 'taking')).toMatchObject({ state: 'taken', receipt: { new: 20_000 } });
    await expectWhole(leye);
  });
});

it('told to stop while the demonstration is told, it ends in time, and the next start goes on', async () => {
  const folder = await newFolder();
  let told = await start(folder);
  try {
    const records = async () => (await select<{ n: number }>(folder, 'SELECT count(*)::int AS n FROM record'))[0]?.n ?? 0;
    await vi.waitFor(async () => expect(await records()).toBeGreaterThan(0), { timeout: 60_000, interval: 200 });
    const began = performance.now();
    expect(await kill(told, 'SIGTERM')).toEqual([0, null]);
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(told.output()).not.toMatch(/not told to its end| at .+:\d+:\d+/);

    told = await restart(told);
    const before = await records();
    await vi.waitFor(async () => expect(await records()).toBeGreaterThan(before), { timeout: 60_000, interval: 200 });
  } finally {
    await remove(folder, told);
  }
});
