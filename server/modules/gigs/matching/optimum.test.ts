import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feasibleArcs } from './arcs.ts';
import { batchOf } from './batch.ts';
import { checkMatching } from './check-matching.ts';
import { brokenConditions } from './conditions.ts';
import { bestByTrying, market, worthOfPairs } from './market.fixture.ts';
import { solveOver } from './optimum.ts';
import { costParts } from './policy.ts';
import type { MatchInput, Pair } from './shapes.ts';
import { solveByPaths } from './solve-by-paths.fixture.ts';
import { type Solver, solveFast } from './solver.ts';

type How = { readonly most: number; readonly few?: number; readonly mostKept?: number; readonly solve?: Solver };
const solveAll = (input: MatchInput, { most, few, mostKept, solve = solveFast }: How) => {
  const batch = batchOf(input);
  const { workers, orders, workerColumns, orderColumns, rows } = batch;
  const arcs = feasibleArcs(workerColumns, rows, mostKept);
  const optimum = solveOver(arcs, orderColumns.seats, { solve, until: Number.POSITIVE_INFINITY, most, few });
  const pairs = workers.flatMap(({ id }, row): Pair[] => {
    const order = orders[optimum.match[row] ?? -1];
    return order ? [{ worker: id, order: order.id }] : [];
  });
  return { ...optimum, pairs };
};

describe('which matches may be made', () => {
  it('is the same over columns as pair by pair, and costs the same', () => {
    fc.assert(
      fc.property(market({ workers: 8, orders: 8 }), (input) => {
        const { workers, orders, workerColumns, rows } = batchOf(input);
        for (const [row, worker] of workers.entries()) {
          const count = rows.fill(workerColumns, row);
          const found = new Map(Array.from(rows.order.subarray(0, count), (order, at) => [orders[order]?.id, rows.cost[at]]));
          const expected = orders
            .filter((order) => brokenConditions(worker, order, input.policy).length === 0)
            .map((order) => [order.id, costParts(worker, order, input.policy).sum] as const);
          expect(found).toEqual(new Map(expected));
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('the best over all arcs', () => {
  it.each([
    ['from two arcs a worker, moving the last few one by one', { most: 2 }],
    ['from two arcs a worker, solving anew until nothing is better', { most: 2, few: 0 }],
    ['from all arcs', { most: 64 }],
    ['by shortest paths', { most: 4, few: 1, solve: solveByPaths }],
  ] as const)('is what trying everything finds, %s', (_, how) => {
    fc.assert(
      fc.property(market({ workers: 6, orders: 5 }), (input) => {
        const { pairs, isProven } = solveAll(input, how);
        expect(isProven).toBe(true);
        expect(worthOfPairs(input, pairs)).toEqual(bestByTrying(input));
        expect(checkMatching(input, pairs)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('is the same where arcs are found again each time instead of kept', () => {
    fc.assert(
      fc.property(market({ workers: 8, orders: 8 }), (input) => {
        const kept = solveAll(input, { most: 2, few: 0 });
        expect(solveAll(input, { most: 2, few: 0, mostKept: 3 })).toEqual(kept);
      }),
      { numRuns: 100 },
    );
  });
});
