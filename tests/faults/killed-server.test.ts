import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareCity } from './city.ts';
import { expectNothingLostOrDoubled } from './inspect.ts';
import { kill, type Leye, newFolder, remove, restart, signIn, start } from './leye.ts';
import { startWriters } from './writers.ts';

const rounds = Number(process.env.LEYE_FAULT_ROUNDS ?? 3);

let directory: string;
let leye: Leye;
beforeAll(async () => {
  directory = await newFolder();
  await prepareCity(directory);
  leye = await start(directory);
}, 180_000);
afterAll(() => remove(directory, leye));

describe('Leye killed in the middle of work', () => {
  it('has lost nothing it said was saved, and what is sent again happens once', {
    timeout: 120_000 + rounds * 30_000,
  }, async () => {
    const cookie = await signIn(leye);
    const writers = startWriters(leye, cookie, { station: '断电演练站' });
    for (let round = 0; round < rounds; round += 1) {
      await writers.flows();
      await pause(Math.random() * 300);
      expect(await kill(leye)).toEqual([null, 'SIGKILL']);
      leye = await restart(leye);
    }
    await writers.flows();
    expect(writers.open.length).toBeGreaterThan(0);
    await expectNothingLostOrDoubled(leye, cookie, writers);
  });
});
