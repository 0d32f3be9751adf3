import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feasibleArcs, wholeInstance } from './arcs.ts';
import { batchOf } from './batch.ts';
import { checkMatching } from './check-matching.ts';
import { anInput, anOrder, aWorker, bestByTrying, market, worthOfPairs } from './market.fixture.ts';
import { isBetter } from './network.ts';
import { solveOver } from './optimum.ts';
import type { MatchInput, Pair } from './shapes.ts';
import { solveFast } from './solver.ts';
import { withTeams } from './team-arcs.ts';
import { solveTeams } from './teams.ts';

function solved(input: MatchInput, limits: { until?: number; mostSteps?: number } = {}) {
  const batch = batchOf(input);
  const cap = batch.orderColumns.seats;
  const { arcs, teams } = withTeams(feasibleArcs(batch.workerColumns, batch.rows), batch.teams, cap);
  const { match, price } = solveOver(arcs, cap, { solve: solveFast, until: Number.POSITIVE_INFINITY });
  const instance = wholeInstance(arcs, cap);
  if (!price || !instance) throw new TypeError('no prices');
  const found = solveTeams(instance, teams, { match, price }, { until: Number.POSITIVE_INFINITY, ...limits });
  const pairs = batch.workers.flatMap(({ id }, row): Pair[] => {
    const order = batch.orders[found.match[row] ?? -1];
    return order ? [{ worker: id, order: order.id }] : [];
  });
  return { ...found, pairs };
}

describe('teams', () => {
  it('go whole and together or not at all, and the best of that is found and proven', () => {
    fc.assert(
      fc.property(market({ workers: 8, orders: 4, teams: ['s', 't', 'u'] }), (input) => {
        const { pairs, value, bound, isProven } = solved(input);
        expect(checkMatching(input, pairs)).toEqual([]);
        expect(isProven).toBe(true);
        expect(value).toEqual(worthOfPairs(input, pairs));
        expect(value).toEqual(bestByTrying(input));
        expect(bound).toEqual(value);
      }),
      { numRuns: 2000 },
    );
  });

  it('are whole after any number of steps, and the bound is never below the best', () => {
    fc.assert(
      fc.property(
        market({ workers: 8, orders: 4, teams: ['s', 't', 'u'] }),
        fc.integer({ min: 0, max: 3 }),
        (input, mostSteps) => {
          const found = solved(input, { mostSteps });
          const best = bestByTrying(input);
          expect(checkMatching(input, found.pairs)).toEqual([]);
          expect(found.value).toEqual(worthOfPairs(input, found.pairs));
          expect(isBetter(best, found.bound)).toBe(false);
          expect(isBetter(found.value, best)).toBe(false);
          if (found.isProven) expect(found.value).toEqual(best);
          expect(solved(input, { mostSteps })).toEqual(found);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('a team of three leaves two places to two people rather than go with two', () => {
    const team = ['a', 'b', 'c'].map((id) => aWorker(id, { team: 't', mornings: 3, isHardToEmploy: true }));
    const alone = [aWorker('d'), aWorker('e')];
    const { pairs } = solved(anInput([...team, ...alone], [anOrder('o', { seats: 2 }), anOrder('p', { seats: 1 })]));
    expect(pairs.map(({ worker }) => worker).sort()).toEqual(['d', 'e']);
    const more = solved(anInput([...team, ...alone], [anOrder('o', { seats: 3 })]));
    expect(more.pairs.map(({ worker }) => worker).sort()).toEqual(['a', 'b', 'c']);
  });

  it('says what it does not know where the time is up', () => {
    const teams = Array.from({ length: 12 }, (_, at) => aWorker(`w${at}`, { team: `t${at % 4}`, mornings: at % 3 }));
    const orders = Array.from({ length: 3 }, (_, at) => anOrder(`o${at}`, { seats: 4, payPerDay: 18_000 + at * 500 }));
    const late = solved(anInput(teams, orders), { until: 0 });
    expect(late.isProven).toBe(false);
    expect(late.steps).toBe(0);
    expect(late.bound.filled).toBeGreaterThan(late.value.filled);
  });
});
