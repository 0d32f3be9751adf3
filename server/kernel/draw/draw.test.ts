import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assign, derangement, draw, freeze, hashOfInput, rank, type Seed } from './draw.ts';

const seedOf = (no: number): Seed => createHash('sha256').update(`seed ${no}`).digest('hex');
const seeds = fc.integer({ min: 0, max: 1_000_000 }).map(seedOf);
const names = fc.uniqueArray(fc.string({ maxLength: 12 }), { minLength: 1, maxLength: 40 });

/** Pearson's statistic against equal chances. */
const chiSquare = (counts: readonly number[]) => {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
};

describe('a draw', () => {
  test('does not depend on the order in which candidates were written down', () => {
    fc.assert(
      fc.property(names, seeds, fc.integer({ min: 0, max: 40 }), (list, seed, take) => {
        const turned = [...list].reverse();
        expect(draw(turned, seed, take)).toEqual(draw(list, seed, take));
        expect(hashOfInput(freeze(turned))).toBe(hashOfInput(freeze(list)));
        expect(new Set(draw(list, seed, take)).size).toBe(Math.min(take, list.length));
      }),
    );
  });

  test('leaves everybody else in order when one candidate is gone', () => {
    fc.assert(
      fc.property(names, seeds, (list, seed) => {
        const [first = ''] = list;
        const without = list.filter((name) => name !== first);
        expect(rank(without, seed)).toEqual(rank(list, seed).filter((name) => name !== first));
      }),
    );
  });

  test('gives each candidate the same chance at each place', () => {
    const list = ['甲', '乙', '丙', '丁', '戊'];
    const counts = list.map(() => list.map(() => 0));
    for (let no = 0; no < 1500; no += 1)
      for (const [place, name] of rank(list, seedOf(no)).entries()) {
        const row = counts[list.indexOf(name)] ?? [];
        row[place] = (row[place] ?? 0) + 1;
      }
    // 16 degrees of freedom: 39.25 is passed once in a thousand. The seeds are fixed, so this either holds or does not.
    expect(chiSquare(counts.flat())).toBeLessThan(39.25);
  });

  test('gives nobody two chances, and takes no seed that is none', () => {
    expect(() => rank(['甲', '甲'], seedOf(1))).toThrow(RangeError);
    expect(() => rank(['甲'], '00')).toThrow(RangeError);
  });
});

describe('who inspects whom', () => {
  test('nobody themselves, everybody once, the same under the same seed', () => {
    fc.assert(
      fc.property(
        names.filter((list) => list.length > 1),
        seeds,
        (list, seed) => {
          const pairs = derangement(list, seed);
          expect([...pairs.keys()].sort()).toEqual([...list].sort());
          expect([...pairs.values()].sort()).toEqual([...list].sort());
          for (const [one, other] of pairs) expect(other).not.toBe(one);
          expect([...derangement([...list].reverse(), seed)].sort()).toEqual([...pairs].sort());
        },
      ),
    );
    expect(() => derangement(['甲'], seedOf(1))).toThrow(RangeError);
  });

  test('every way is as likely as the others', () => {
    const ways = new Map<string, number>();
    for (let no = 0; no < 1800; no += 1) {
      const pairs = derangement(['a', 'b', 'c', 'd'], seedOf(no));
      const way = ['a', 'b', 'c', 'd'].map((one) => pairs.get(one)).join('');
      ways.set(way, (ways.get(way) ?? 0) + 1);
    }
    expect(ways.size).toBe(9);
    // 8 degrees of freedom, once in a thousand.
    expect(chiSquare([...ways.values()])).toBeLessThan(26.12);
  });

  test('keeps to what is allowed wherever there is a way, and loads nobody with more than is needed', () => {
    const forbidden = fc.array(fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 4 })), { maxLength: 20 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5 }), forbidden, seeds, (n, m, pairs, seed) => {
        const tasks = Array.from({ length: n }, (_, no) => `t${no}`);
        const people = Array.from({ length: m }, (_, no) => `p${no}`);
        const barred = new Set(pairs.map(([task, person]) => `t${task} p${person}`));
        const allowed = (task: string, person: string) => !barred.has(`${task} ${person}`);
        const found = assign(tasks, people, allowed, seed);
        const possible = tasks.every((task) => people.some((person) => allowed(task, person)));
        expect(found !== undefined).toBe(possible);
        for (const [task, person] of found ?? []) expect(allowed(task, person)).toBe(true);
        if (found) expect(found.size).toBe(n);
        if (found && pairs.length === 0) {
          const loads = people.map((person) => [...found.values()].filter((one) => one === person).length);
          expect(Math.max(...loads)).toBeLessThanOrEqual(Math.ceil(n / m));
        }
      }),
    );
  });
});
