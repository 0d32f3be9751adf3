import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawn } from './batch.ts';
import { brokenConditions } from './conditions.ts';
import { anOrder, aWorker, market, policy } from './market.fixture.ts';
import { costParts } from './policy.ts';
import { openForWalkIns } from './walk-in.ts';

describe('somebody at the counter', () => {
  it('is shown what suits best, by the same conditions and points as in a batch', () => {
    fc.assert(
      fc.property(market({ workers: 4, orders: 12 }), fc.integer({ min: 1, max: 6 }), ({ workers, orders, salt }, most) => {
        const listed = drawn(orders, salt);
        const { suggest } = openForWalkIns(listed, policy);
        for (const worker of workers) {
          const expected = listed
            .filter((order) => brokenConditions(worker, order, policy).length === 0)
            .map((order) => ({ order: order.id, cost: costParts(worker, order, policy).sum }))
            .sort((a, b) => a.cost - b.cost)
            .slice(0, most);
          const shown = suggest(worker, most);
          expect(shown.map(({ order, parts }) => ({ order, cost: parts.sum }))).toEqual(expected);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('reads why', () => {
    const [first] = openForWalkIns([anOrder('o')], policy).suggest(aWorker('w', { liked: ['depot'] }));
    expect(first).toMatchObject({
      order: 'o',
      policy: '2026-1',
      reasons: [{ code: 'near' }, { code: 'pay-as-wished' }, { code: 'level-fits' }],
    });
  });

  it('sees nothing where nothing is open', () => {
    expect(openForWalkIns([], policy).suggest(aWorker('w'))).toEqual([]);
    expect(openForWalkIns([anOrder('o', { seats: 0 })], policy).suggest(aWorker('w'))).toEqual([]);
  });
});
