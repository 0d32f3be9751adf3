import { describe, expect, test } from 'vitest';
import type { Instance } from './instance.ts';
import { counted, instanceOf, randomInstance, seeded } from './matching.fixture.ts';
import { rematch, solve } from './solve.ts';
import { shuffle } from './ties.ts';

const namesOf = (kind: string, count: number): string[] => Array.from({ length: count }, (_, n) => `${kind}-${n * 7919}`);

/** Who works where, by name. */
const told = (at: Int32Array, workers: readonly string[], openings: readonly string[]): string[] =>
  Array.from(at, (j, i) => `${workers[i]} ${openings[j] ?? '-'}`).sort();

describe('between equally good matchings', () => {
  test('the order in which workers, openings and arcs were listed decides nothing', () => {
    const random = seeded(4);
    for (let round = 0; round < 60; round += 1) {
      const instance = randomInstance(random, { workers: 30, openings: 12, degree: 6, places: 3, costs: 3 });
      const [workers, openings] = [namesOf('w', 30), namesOf('o', 12)];
      const ties = { salt: `round ${round}`, workers, openings };
      // Any other order will do: that of another salt.
      const other = shuffle(instance, { ...ties, salt: 'another order' });
      const otherTies = {
        salt: ties.salt,
        workers: Array.from(other.workers, (i) => workers[i]!),
        openings: Array.from(other.openings, (j) => openings[j]!),
      };
      const [one, two] = [solve(instance, { ties }), solve(other.instance, { ties: otherTies })];
      expect(told(two.at, otherTies.workers, otherTies.openings)).toEqual(told(one.at, workers, openings));
      expect(one).toMatchObject({ isOptimal: true, cost: solve(instance).cost, filled: two.filled });
      expect(counted(instance, one.at)).toEqual({ filled: one.filled, cost: one.cost });
    }
  });

  test('two workers with the same arcs have the same chance, and the same salt draws the same lot', () => {
    const instance: Instance = instanceOf([[[0, 5]], [[0, 5]], [[0, 5]]], [1]);
    const wins = [0, 0, 0];
    for (let round = 0; round < 900; round += 1) {
      const ties = { salt: `salt ${round}`, workers: namesOf('w', 3), openings: ['o'] };
      const { at } = solve(instance, { ties });
      expect(solve(instance, { ties }).at).toEqual(at);
      wins[at.indexOf(0)]! += 1;
    }
    for (const count of wins) expect(count).toBeGreaterThan(240);
  });

  test('matching again keeps to the names as well', () => {
    const instance = randomInstance(seeded(9), { workers: 40, openings: 15, degree: 6, places: 3, costs: 4 });
    const ties = { salt: 's', workers: namesOf('w', 40), openings: namesOf('o', 15) };
    const matching = solve(instance, { ties });
    const since = {
      workers: Int32Array.from({ length: 40 }, (_, i) => i),
      openings: Int32Array.from({ length: 15 }, (_, j) => j),
    };
    expect(rematch(instance, matching, since, { ties })).toMatchObject({ at: matching.at, isOptimal: true });
  });

  test('everybody needs a name', () => {
    const instance = instanceOf([[[0, 5]]], [1]);
    expect(() => solve(instance, { ties: { salt: 's', workers: [], openings: ['o'] } })).toThrow(RangeError);
  });
});
