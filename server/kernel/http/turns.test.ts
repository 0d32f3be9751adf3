import { expect, it } from 'vitest';
import { createTurns } from './turns.ts';

it('lets so many in at once, then who goes first, then the others as they came', async () => {
  const turns = createTurns(2);
  const order: string[] = [];
  const enter = async (name: string, goesFirst = false) => {
    const leave = await turns.take(goesFirst);
    order.push(name);
    return leave;
  };
  const inside = await Promise.all([enter('a'), enter('b')]);
  const waiting = [enter('c'), enter('d'), enter('cold', true), enter('colder', true)];
  await new Promise((resolve) => setImmediate(resolve));
  expect(order).toEqual(['a', 'b']);
  for (const leave of [...inside, ...inside]) leave();
  await new Promise((resolve) => setImmediate(resolve));
  expect(order).toEqual(['a', 'b', 'cold', 'colder']);
  (await waiting[2])?.();
  await waiting[0];
  (await waiting[3])?.();
  await waiting[1];
  expect(order).toEqual(['a', 'b', 'cold', 'colder', 'c', 'd']);
  for (const leave of await Promise.all(waiting)) leave();
  await Promise.all([turns.take(), turns.take()]);
  let isIn = false;
  void turns.take().then(() => {
    isIn = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  expect(isIn, 'as wide as at first').toBe(false);
});
