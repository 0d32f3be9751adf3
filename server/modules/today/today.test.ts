import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWholeHouse, type WholeHouse } from '../../../tests/house.ts';
import { today } from '../../kernel/clock.ts';
import { addDays } from '../../kernel/term/day.ts';
import type { TodayAnswer } from './contract.ts';

let house: WholeHouse;
beforeAll(async () => {
  house = await openWholeHouse();
}, 120_000);
afterAll(() => house.close());

async function tasksOf(name: string): Promise<TodayAnswer['tasks']> {
  const browser = await house.signIn(name);
  return ((await browser.ask('GET', '/api/today')).body as unknown as TodayAnswer).tasks; // reason: the address says what it answers
}

it('a file that was checked waits for the one who sent it, and for nobody else', async () => {
  const client = await house.kernel.database.pool.connect();
  const me = (await (await house.signIn('liaison')).ask('GET', '/api/me')).body.account;
  try {
    await client.query(`BEGIN; SET LOCAL app.district = '${house.district}'`);
    await client.query(
      `INSERT INTO record_import (district, id, number, type, file_name, file_sha256, file_size, file_type, state, reach, uploaded_by, uploaded_at)
       VALUES ($1, gen_random_uuid(), 'IMP-1', 'loan', '三月.csv', $2, 1, 'csv', 'checked', '"district"', $3, now())`,
      [house.district, createHash('sha256').update('x').digest('hex'), `staff:${me}`],
    );
    await client.query('COMMIT');
  } finally {
    client.release();
  }
  const waiting = ({ code }: { code: string }) => code === 'import-waiting';
  expect((await tasksOf('liaison')).filter(waiting)).toMatchObject([{ params: { file: '三月.csv' }, urgency: 1 }]);
  expect((await tasksOf('street')).filter(waiting)).toEqual([]);
});

it('what lapses within a month waits for those in whose area it lies, the earliest saying by when', async () => {
  const client = await house.kernel.database.pool.connect();
  const inDays = (days: number) => addDays(today(house.kernel.clock), days);
  try {
    await client.query(`BEGIN; SET LOCAL app.district = '${house.district}'`);
    for (const [name, town, until] of [
      ['soon', house.town, inDays(12)],
      ['sooner', house.town, inDays(5)],
      ['later', house.town, inDays(60)],
      ['past', house.town, inDays(-1)],
      ['elsewhere', '110112999000', inDays(5)],
    ] as const)
      await client.query(
        `INSERT INTO record (district, id, type, day, until, area, town, place, unit, content, identity, content_hash, recorded_by, recorded_at)
         VALUES ($1, gen_random_uuid(), 'friendly-place', $2, $3, $4, $4, '', 'social-work', '{}', sha256($5::text::bytea), sha256('x'), 'test', now())`,
        [house.district, inDays(-300), until, town, name],
      );
    await client.query('COMMIT');
  } finally {
    client.release();
  }
  const lapsing = ({ code }: { code: string }) => code === 'records-lapsing';
  expect((await tasksOf('street')).filter(lapsing)).toMatchObject([
    { params: { n: 2 }, link: '/records/friendly-place', due: inDays(4) },
  ]);
  expect((await tasksOf('office')).filter(lapsing)).toMatchObject([{ params: { n: 3 } }]);
  expect((await tasksOf('liaison')).filter(lapsing)).toEqual([]);
});
