import { describe, expect, test } from 'vitest';
import type { Instance } from './instance.ts';
import { type Arc, counted, instanceOf, randomInstance, seeded, slowly } from './matching.fixture.ts';
import { rematch, solve } from './solve.ts';
import type { Since } from './warm.ts';

/** The next round of a station: some leave, some come, openings close, open and change, a cost here and there as well. */
function nextRound(random: () => number, before: Instance, rate: number): { instance: Instance; since: Since } {
  const below = (n: number): number => Math.floor(random() * n);
  const openings = Array.from({ length: before.openings }, (_, j) => j).filter(() => random() >= rate);
  for (let come = below(before.openings * rate + 2); come > 0; come -= 1) openings.splice(below(openings.length + 1), 0, -1);
  const numberOf = new Map(openings.map((old, j) => [old, j]));
  const workers = Array.from({ length: before.workers }, (_, i) => i).filter(() => random() >= rate);
  for (let come = below(before.workers * rate + 2); come > 0; come -= 1) workers.splice(below(workers.length + 1), 0, -1);
  const anyArc = (): Arc => [below(openings.length), below(30)];
  const rows = workers.map((old): Arc[] => {
    if (openings.length === 0) return [];
    if (old < 0) return Array.from({ length: below(5) }, anyArc);
    const kept: Arc[] = [];
    for (let e = before.rowPtr[old]!; e < before.rowPtr[old + 1]!; e += 1) {
      const j = numberOf.get(before.col[e]!);
      if (j !== undefined) kept.push(random() < rate ? [j, below(30)] : [j, before.cost[e]!]);
    }
    return random() < rate ? [...kept, anyArc()] : kept;
  });
  const cap = openings.map((old) => (old < 0 || random() < rate ? below(4) : before.cap[old]!));
  return { instance: instanceOf(rows, cap), since: { workers: Int32Array.from(workers), openings: Int32Array.from(openings) } };
}

describe('matching again after a change', () => {
  for (const [name, rate] of Object.entries({ 'hardly anything': 0.05, 'every third': 0.33, 'nearly everything': 0.9 })) {
    test(`gives what matching from the start gives: ${name} changes`, () => {
      const random = seeded(name.length);
      for (let story = 0; story < 60; story += 1) {
        const costs = [30, 1, 3][story % 3]!;
        let instance = randomInstance(random, { workers: 9, openings: 6, degree: 4, places: 2, costs });
        let matching = solve(instance);
        for (let round = 0; round < 6; round += 1) {
          const next = nextRound(random, instance, rate);
          const expected = slowly(next.instance);
          for (const patience of [1, 0.01]) {
            const again = rematch(next.instance, matching, next.since, { patience });
            const { filled, cost, isOptimal, bound } = again;
            expect({ filled, cost, isOptimal, bound }).toEqual({ ...expected, isOptimal: true, bound: expected });
            expect(counted(next.instance, again.at)).toEqual(expected);
            if (patience === 1) matching = again;
          }
          instance = next.instance;
        }
      }
    });
  }

  test('goes on where nothing changed', () => {
    const instance = randomInstance(seeded(8), { workers: 80, openings: 30, degree: 6, places: 3, costs: 100 });
    const matching = solve(instance);
    const since = {
      workers: Int32Array.from({ length: 80 }, (_, i) => i),
      openings: Int32Array.from({ length: 30 }, (_, j) => j),
    };
    expect(rematch(instance, matching, since)).toMatchObject({ at: matching.at, isOptimal: true, cost: matching.cost });
  });

  test('has an honest bound when the time is up', () => {
    const random = seeded(21);
    for (let round = 0; round < 200; round += 1) {
      const instance = randomInstance(random, { workers: 9, openings: 6, degree: 4, places: 2, costs: 30 });
      const next = nextRound(random, instance, 0.3);
      const best = slowly(next.instance);
      let left = round % 5;
      const { at, filled, cost, bound } = rematch(next.instance, solve(instance), next.since, { isTimeUp: () => --left < 0 });
      expect(counted(next.instance, at)).toEqual({ filled, cost });
      expect(bound.filled).toBeGreaterThanOrEqual(best.filled);
      expect(bound.cost).toBeLessThanOrEqual(best.cost);
    }
  });

  test('needs to know who is who', () => {
    const instance = randomInstance(seeded(1), { workers: 3, openings: 2, degree: 2, places: 1, costs: 5 });
    const since = { workers: new Int32Array(2), openings: new Int32Array(2) };
    expect(() => rematch(instance, solve(instance), since)).toThrow(RangeError);
  });
});
