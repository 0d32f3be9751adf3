import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Dawn, prepareDawn } from '../dawn/prepare.ts';
import { broken, runDawn } from '../dawn/run.ts';
import { type Leye, newFolder, remove, start } from './leye.ts';

let directory: string;
let leye: Leye;
let dawn: Dawn;
beforeAll(async () => {
  directory = await newFolder();
  dawn = await prepareDawn(directory, { workers: 120, orders: 24, employers: 4, seed: 7 });
  leye = await start(directory);
}, 180_000);
afterAll(() => remove(directory, leye));

it('a dawn whose server is killed in the middle loses no check-in and no answer, and places nobody twice', async () => {
  const run = await runDawn(leye, dawn, { seconds: 20, answers: 50, answerWithin: 4, seed: 11, kill: true, roundEvery: 3 });
  expect(run.acknowledged.checkIns.size).toBe(dawn.workers.length);
  expect(run.acknowledged.accepted.size).toBeGreaterThan(10);
  expect(run.batches).toBeGreaterThan(0);
  expect(await broken(leye, dawn, run)).toEqual([]);
}, 180_000);
