import { afterAll, beforeAll, expect, test } from 'vitest';
import { testKernel } from '../../../tests/kernel.ts';
import { lockKeys } from './lock.ts';
import { inDistrict } from './transaction.ts';

let house: Awaited<ReturnType<typeof testKernel>>;
beforeAll(async () => {
  house = await testKernel();
});
afterAll(() => house.close());

/** Holds these keys in a transaction of its own until told to end; says when it has them. */
function holding(keys: readonly string[], { what = 'records', district = house.district } = {}) {
  let end = (_failed?: Error): void => {};
  let hasThem = false;
  const ended = new Promise<void>((resolve, reject) => {
    end = (failed) => (failed ? reject(failed) : resolve());
  });
  let has = (): void => {};
  const held = new Promise<void>((resolve) => {
    has = resolve;
  });
  const done = inDistrict(house.kernel.database, district, async (transaction) => {
    await lockKeys(transaction, what, keys);
    hasThem = true;
    has();
    await ended;
  });
  return { held, done, end, hasThem: () => hasThem };
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 150));

test('who wants the same thing waits until the other has committed', async () => {
  const first = holding(['a', 'b']);
  await first.held;
  const second = holding(['b', 'c']);
  await soon();
  expect(second.hasThem()).toBe(false);
  first.end();
  await second.held;
  second.end();
  await Promise.all([first.done, second.done]);
});

test('or has failed', async () => {
  const first = holding(['a']);
  await first.held;
  const second = holding(['a']);
  first.end(new Error('broken off'));
  await expect(first.done).rejects.toThrow('broken off');
  await second.held;
  second.end();
  await second.done;
});

test('other things, other kinds of thing and other districts never wait, beside a hundred thousand either', async () => {
  const large = holding(Array.from({ length: 100_000 }, (_, at) => `row ${at}`));
  await large.held;
  const others = [holding(['another']), holding(['row 7'], { what: 'series' }), holding(['row 7'], { district: '110113' })];
  await Promise.all(others.map(({ held }) => held));
  for (const one of [large, ...others]) one.end();
  await Promise.all([large, ...others].map(({ done }) => done));
});

test('a transaction may want the same thing twice, and twice at once', async () => {
  await inDistrict(house.kernel.database, house.district, async (transaction) => {
    await lockKeys(transaction, 'records', ['a', 'a']);
    await lockKeys(transaction, 'records', ['a', 'b']);
  });
});

test('two that want many of the same things in different orders both get them', async () => {
  const keys = Array.from({ length: 500 }, (_, at) => `${at}`);
  const lock = (wanted: readonly string[]) =>
    inDistrict(house.kernel.database, house.district, (transaction) => lockKeys(transaction, 'records', wanted));
  await Promise.all(Array.from({ length: 10 }, (_, at) => lock(at % 2 ? keys : keys.toReversed())));
});

test('nothing of it is left', async () => {
  const { rows } = await inDistrict(house.kernel.database, house.district, ({ client }) =>
    client.query('SELECT count(*)::int AS left FROM key_lock'),
  );
  expect(rows).toEqual([{ left: 0 }]);
});
