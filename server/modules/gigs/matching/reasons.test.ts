import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { said } from '../../../kernel/i18n/said.ts';
import { feasibleArcs } from './arcs.ts';
import { batchOf } from './batch.ts';
import { brokenConditions, conditions } from './conditions.ts';
import { explain } from './explain.ts';
import { anInput, anOrder, aWorker, bestByTrying, market, worthOfPairs } from './market.fixture.ts';
import { obstacleBit, obstaclesOver } from './obstacles.ts';
import { solveOver } from './optimum.ts';
import { sayReason } from './reason-words.ts';
import type { MatchInput, MatchOrder, MatchWorker, Pair } from './shapes.ts';
import { solveFast } from './solver.ts';
import { withTeams } from './team-arcs.ts';

function explained(input: MatchInput) {
  const batch = batchOf(input);
  const cap = batch.orderColumns.seats;
  const { arcs, teams } = withTeams(feasibleArcs(batch.workerColumns, batch.rows), batch.teams, cap);
  const { match } = solveOver(arcs, cap, { solve: solveFast, until: Number.POSITIVE_INFINITY });
  const pairs = batch.workers.flatMap(({ id }, row): Pair[] => {
    const order = batch.orders[match[row] ?? -1];
    return order ? [{ worker: id, order: order.id }] : [];
  });
  return { ...explain(batch, arcs, teams, match), pairs };
}

const far = { latitude: 39.9, longitude: 116.61 };
const names = (kind: string, code: string) => said(`“${code}”`, `“${code}” (${kind})`);

describe('why somebody got nothing', () => {
  const welder = { skills: [{ trade: 'welder', level: 1 }] };
  const cases: [string, Partial<MatchWorker>, Partial<MatchOrder>, object, object | undefined][] = [
    [
      'no order for the trade, and where the next one is',
      welder,
      { seats: 3 },
      { code: 'trade-nearest', params: { trade: 'loader', km: 1.4, places: 3 } },
      { code: 'change-trade', params: { trade: 'loader', orders: 1 } },
    ],
    [
      'the level',
      {},
      { level: 3 },
      { code: 'level', params: { wanted: 3 } },
      { code: 'change-level', params: { level: 3, orders: 1 } },
    ],
    [
      'the licence',
      {},
      { licence: 'welding' },
      { code: 'licence', params: { licence: 'welding' } },
      { code: 'change-licence', params: { licence: 'welding', orders: 1 } },
    ],
    [
      'an age limit of the law',
      { age: 61 },
      { oldest: 60, ageLaw: 'law-1' },
      { code: 'age', params: { law: 'law-1' } },
      undefined,
    ],
    [
      'an age limit, and no age on record',
      { age: undefined },
      { youngest: 18, ageLaw: 'law-2' },
      { code: 'age-unknown', params: { law: 'law-2' } },
      undefined,
    ],
    [
      'the shift',
      { shifts: 0b1000 },
      {},
      { code: 'shift', params: { shift: 'morning' } },
      { code: 'change-shift', params: { shift: 'morning', orders: 1 } },
    ],
    [
      'the pay',
      { payFloor: 23_000 },
      {},
      { code: 'pay', params: { best: 200, short: 30 } },
      { code: 'change-pay', params: { yuan: 200, orders: 1 } },
    ],
    ['pay far below the least', { payFloor: 40_000 }, {}, { code: 'pay', params: { best: 200, short: 200 } }, undefined],
    [
      'the distance',
      {},
      { place: far },
      { code: 'distance', params: { km: 16.7, radius: 10 } },
      { code: 'change-distance', params: { km: 16.8, orders: 1 } },
    ],
    ['an employer kept apart', { apart: ['depot'] }, {}, { code: 'apart', params: { orders: 1 } }, undefined],
    [
      'only refusals',
      { refused: ['o'] },
      {},
      { code: 'refused', params: { orders: 1 } },
      { code: 'change-refused', params: { orders: 1 } },
    ],
    [
      'work held already',
      { busy: [{ from: '2027-03-05T01:00:00Z', to: '2027-03-05T03:00:00Z', place: far }] },
      {},
      { code: 'busy', params: { orders: 1 } },
      undefined,
    ],
    ['an order had already', { worked: ['o'] }, {}, { code: 'worked', params: { orders: 1 } }, undefined],
    ['places that were gone before', {}, { seats: 0 }, { code: 'full', params: { orders: 1 } }, undefined],
    ['too little time for the way', {}, { closed: 'soon' }, { code: 'soon', params: { orders: 1 } }, undefined],
    ['work that heat or cold stops', {}, { closed: 'stopped' }, { code: 'stopped', params: { orders: 1 } }, undefined],
    ['work that has begun', {}, { closed: 'begun' }, { code: 'begun', params: { orders: 1 } }, undefined],
    ['work that has begun, and no trade for it', welder, { closed: 'begun' }, { code: 'no-orders', params: {} }, undefined],
  ];
  it('what is still given out and misses by little comes before what is gone', () => {
    const orders = [anOrder('full', { seats: 0 }), anOrder('gone', { closed: 'begun' }), anOrder('far', { place: far })];
    const { unmatched } = explained(anInput([aWorker('w')], orders));
    expect(unmatched[0]?.reason).toEqual({ code: 'distance', params: { km: 16.7, radius: 10 } });
    const gone = explained(anInput([aWorker('w')], [...orders.slice(0, 2), anOrder('too', { closed: 'begun' })]));
    expect(gone.unmatched[0]?.reason).toEqual({ code: 'begun', params: { orders: 2 } });
    expect(explained(anInput([aWorker('w')], [])).unmatched[0]?.reason).toEqual({ code: 'no-orders', params: {} });
  });

  it.each(cases)('%s', (_, person, job, reason, change) => {
    const { unmatched, matched } = explained(anInput([aWorker('w', person)], [anOrder('o', job)]));
    expect(matched).toEqual([]);
    expect(unmatched).toEqual([{ worker: 'w', reason, ...(change ? { change } : {}) }]);
  });

  it('so many people for so many places, and only those', () => {
    const near = [aWorker('a'), aWorker('b'), aWorker('c')];
    const elsewhere = aWorker('d', { place: far });
    const orders = [anOrder('o', { seats: 2 }), anOrder('p', { place: far, seats: 3 })];
    const { unmatched } = explained(anInput([...near, elsewhere], orders));
    expect(unmatched).toHaveLength(1);
    expect(unmatched[0]).toMatchObject({
      reason: { code: 'taken', params: { orders: 1, people: 3, places: 2 } },
      change: { code: 'change-distance' },
    });
  });

  it('the nearest of another trade is one that the trade alone keeps them from, where there is one', () => {
    const worker = aWorker('w', { ...welder, payFloor: 20_000 });
    const cheap = anOrder('cheap', { trade: 'gardener', payPerDay: 10_000 });
    const far = anOrder('far', { trade: 'builder', payPerDay: 30_000, place: { latitude: 39.8, longitude: 116.61 } });
    const [first] = explained(anInput([worker], [cheap, far])).unmatched;
    expect(first?.reason).toMatchObject({ code: 'trade-nearest', params: { trade: 'builder' } });
    const [other] = explained(anInput([worker], [cheap])).unmatched;
    expect(other?.reason).toMatchObject({ code: 'trade-nearest', params: { trade: 'gardener' } });
  });

  it('a team too large, one that no order suits, and how it could have been smaller', () => {
    const team = ['a', 'b', 'c'].map((id) => aWorker(id, { team: 't' }));
    const reasons = (workers: readonly MatchWorker[], order: MatchOrder) =>
      explained(anInput(workers, [order])).unmatched.map(({ reason, change }) => [reason.code, reason.params, change]);
    expect(reasons(team, anOrder('o', { seats: 2 }))[0]).toEqual([
      'team-too-large',
      { size: 3, places: 2 },
      { code: 'change-smaller-team', params: { size: 2 } },
    ]);
    const mixed = [...team.slice(0, 2), aWorker('c', { ...welder, team: 't' })];
    const said = reasons(mixed, anOrder('o', { seats: 3 }));
    expect(said.filter(([code]) => code === 'team-apart')).toHaveLength(2);
    expect(said.filter(([code]) => code === 'trade-nearest')).toHaveLength(1);
    expect(said.every(([, , change]) => JSON.stringify(change) === '{"code":"change-alone","params":{"members":2}}')).toBe(true);
  });

  it('is in words that leave nothing open, in both languages', () => {
    fc.assert(
      fc.property(market({ workers: 8, orders: 4, teams: ['t'] }), (input) => {
        const { matched, unmatched } = explained(input);
        const all = [
          ...matched.flatMap(({ reasons, context }) => [...reasons, ...context]),
          ...unmatched.flatMap(({ reason, change }) => [reason, ...(change ? [change] : [])]),
        ];
        for (const reason of all) {
          expect(sayReason(reason, 'zh', names)).toMatch(/^[^{}]*\p{Script=Han}[^{}]*$/u);
          expect(sayReason(reason, 'en', names)).toMatch(/^[^{}]+$/);
        }
        expect(matched.length + unmatched.length).toBe(input.workers.length);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a witness', () => {
  it('counts people who could reach only those places, more than there are', () => {
    fc.assert(
      fc.property(market({ workers: 9, orders: 4 }), (input) => {
        for (const { reason, worker } of explained(input).unmatched) {
          const isAble = (id: string) => {
            const person = input.workers.find((one) => one.id === id);
            return input.orders.some((order) => person && brokenConditions(person, order, input.policy).length === 0);
          };
          expect(reason.code === 'taken').toBe(isAble(worker));
          if (reason.code === 'taken') expect(reason.params.people).toBeGreaterThan(reason.params.places);
        }
      }),
      { numRuns: 250 },
    );
  });

  it('names changes that would have brought one match more, each by trying', () => {
    fc.assert(
      fc.property(market({ workers: 5, orders: 4 }), (input) => {
        const { unmatched, pairs } = explained(input);
        for (const { worker, change } of unmatched) {
          if (!change) continue;
          const changed = input.workers.map((one) => (one.id === worker ? withChange(one, change) : one));
          expect(bestByTrying({ ...input, workers: changed }).filled).toBe(worthOfPairs(input, pairs).filled + 1);
        }
      }),
      { numRuns: 300 },
    );
  });
});

type Unmatched = ReturnType<typeof explained>['unmatched'][number];
function withChange(worker: MatchWorker, change: NonNullable<Unmatched['change']>): MatchWorker {
  switch (change.code) {
    case 'change-distance':
      return { ...worker, radiusKm: change.params.km };
    case 'change-pay':
      return { ...worker, payFloor: change.params.yuan * 100 };
    case 'change-shift':
      return { ...worker, shifts: worker.shifts | (1 << ['morning', 'midday', 'evening', 'night'].indexOf(change.params.shift)) };
    case 'change-refused':
      return { ...worker, refused: [] };
    case 'change-level':
      return { ...worker, skills: worker.skills.map(({ trade }) => ({ trade, level: change.params.level })) };
    case 'change-licence':
      return { ...worker, licences: [...worker.licences, change.params.licence], licencesEnd: {} };
    case 'change-trade':
      return { ...worker, skills: [...worker.skills, { trade: change.params.trade, level: 3 }] };
    default:
      throw new TypeError(`${change.code} is for teams`);
  }
}

describe('why somebody got an order', () => {
  it('names the terms that spoke most for it, and how the next best compares', () => {
    const returning = aWorker('w', { liked: ['depot'], mornings: 3, isHardToEmploy: true, payWish: 30_000 });
    const { matched } = explained(anInput([returning], [anOrder('o'), anOrder('p', { employer: 'other' })]));
    expect(matched).toMatchObject([
      {
        worker: 'w',
        order: 'o',
        policy: '2026-1',
        reasons: [
          { code: 'near', params: { km: 1.4, minutes: 6 } },
          { code: 'mornings', params: { mornings: 3 } },
          { code: 'level-fits' },
        ],
        context: [{ code: 'uncontested' }, { code: 'next-best', params: { order: 'p', points: 400 } }],
      },
    ]);
  });

  it('says of a next best order that is no worse that it fits as well, and of one that is full no word for many', () => {
    const names = (_kind: string, code: string) => ({ zh: code, en: code });
    const next = (points: number) => sayReason({ code: 'next-best', params: { order: '12 号单', points } }, 'zh', names);
    expect(next(0)).toBe('12 号单一样合适');
    expect(next(5)).toContain('要多 5 分');
    const taken = (orders: number) => sayReason({ code: 'taken', params: { orders, people: 3, places: 1 } }, 'zh', names);
    expect(taken(1)).toContain('您能去的 1 单派满了：连着这个单子');
    expect(taken(2)).toContain('您能去的 2 单都派满了：连着这些单子');
  });

  it('says what one place more would bring: a person, or points', () => {
    const two = [aWorker('a', { mornings: 3 }), aWorker('b')];
    const { matched } = explained(anInput(two, [anOrder('o')]));
    expect(matched).toMatchObject([{ worker: 'a', context: [{ code: 'contested-person' }, { code: 'only-order' }] }]);
    const both = explained(anInput(two, [anOrder('o'), anOrder('p', { payPerDay: 16_000 })])).matched;
    expect(both.find(({ order }) => order === 'o')?.context[0]).toEqual({ code: 'contested-points', params: { points: 600 } });
    expect(both.find(({ order }) => order === 'p')?.context[1]).toEqual({
      code: 'better-needed',
      params: { order: 'o', points: 600 },
    });
  });

  it('what one place more would bring is what trying it brings', () => {
    fc.assert(
      fc.property(market({ workers: 5, orders: 4 }), (input) => {
        const before = bestByTrying(input);
        for (const { order, context } of explained(input).matched) {
          const more = input.orders.map((one) => (one.id === order ? { ...one, seats: one.seats + 1 } : one));
          const after = bestByTrying({ ...input, orders: more });
          const said = context[0];
          if (after.filled > before.filled) expect(said?.code).toBe('contested-person');
          else if (after.cost < before.cost)
            expect(said).toEqual({ code: 'contested-points', params: { points: before.cost - after.cost } });
          else expect(said?.code).toBe('uncontested');
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('what stands between somebody and an order', () => {
  it('is the same over columns as pair by pair', () => {
    fc.assert(
      fc.property(market({ workers: 4, orders: 6 }), (input) => {
        const { workers, orders, workerColumns, orderColumns } = batchOf(input);
        const { mask, look } = obstaclesOver(workerColumns, orderColumns, input.policy);
        for (const [row, worker] of workers.entries()) {
          look(row);
          for (const [at, order] of orders.entries())
            expect(conditions.filter((condition) => ((mask[at] ?? 0) & obstacleBit[condition]) !== 0)).toEqual(
              brokenConditions(worker, order, input.policy),
            );
        }
      }),
      { numRuns: 250 },
    );
  });
});
