import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instance } from '../../../kernel/matching/instance.ts';
import { networkOf } from './network.ts';
import { solveByPaths } from './solve-by-paths.fixture.ts';
import { worthOf } from './solver.ts';

const instances = fc
  .record({
    rows: fc.array(fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 1, max: 9 })), { maxLength: 4 }), {
      maxLength: 8,
    }),
    cap: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 5, maxLength: 5 }),
  })
  .map(({ rows, cap }): Instance => {
    const rowPtr = new Int32Array(rows.length + 1);
    for (const [at, row] of rows.entries()) rowPtr[at + 1] = (rowPtr[at] ?? 0) + row.length;
    return {
      workers: rows.length,
      openings: 5,
      rowPtr,
      col: Int32Array.from(rows.flat(), ([opening]) => opening),
      cost: Int32Array.from(rows.flat(), ([, cost]) => cost),
      cap: Int32Array.from(cap),
    };
  });

/** The same without those who went. */
function without(instance: Instance, gone: ReadonlySet<number>): Instance {
  const rowPtr = new Int32Array(instance.workers + 1);
  const kept: number[] = [];
  for (let worker = 0; worker < instance.workers; worker += 1) {
    for (let at = instance.rowPtr[worker] ?? 0; at < (instance.rowPtr[worker + 1] ?? 0); at += 1)
      if (!gone.has(worker)) kept.push(at);
    rowPtr[worker + 1] = kept.length;
  }
  return {
    ...instance,
    rowPtr,
    col: Int32Array.from(kept, (at) => instance.col[at] ?? 0),
    cost: Int32Array.from(kept, (at) => instance.cost[at] ?? 0),
  };
}

describe('a standing matching', () => {
  it('stays as good as one solved anew, whoever comes and goes', () => {
    fc.assert(
      fc.property(instances, fc.array(fc.nat(7), { maxLength: 12 }), (instance, moves) => {
        const network = networkOf(instance, worthOf(instance));
        const gone = new Set<number>();
        for (let worker = 0; worker < instance.workers; worker += 1) network.insert(worker);
        for (const worker of moves) {
          if (worker >= instance.workers) continue;
          if (gone.delete(worker)) network.insert(worker);
          else {
            gone.add(worker);
            network.remove(worker);
          }
          const anew = networkOf(without(instance, gone), worthOf(instance));
          for (let at = 0; at < instance.workers; at += 1) anew.insert(at);
          expect(network.count()).toEqual(anew.count());
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('serves everybody when there is room, and nobody when there is none', () => {
    const solve = (cap: number[]) =>
      solveByPaths(
        {
          workers: 3,
          openings: 1,
          rowPtr: Int32Array.of(0, 1, 2, 3),
          col: Int32Array.of(0, 0, 0),
          cost: Int32Array.of(5, 3, 4),
          cap: Int32Array.from(cap),
        },
        { until: Number.POSITIVE_INFINITY },
      ).match;
    expect([...solve([3])]).toEqual([0, 0, 0]);
    expect([...solve([2])]).toEqual([-1, 0, 0]);
    expect([...solve([0])]).toEqual([-1, -1, -1]);
  });
});
