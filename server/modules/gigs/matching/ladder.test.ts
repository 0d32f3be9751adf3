import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkMatching } from './check-matching.ts';
import { type MatchOutput, matchBatch } from './ladder.ts';
import { anInput, anOrder, aWorker, bestByTrying, market, worthOfPairs } from './market.fixture.ts';
import type { MatchInput } from './shapes.ts';
import type { Solver } from './solver.ts';

const PLENTY = 60_000;
const match = (input: MatchInput, effort = {}): MatchOutput => matchBatch(input, { milliseconds: PLENTY, ...effort });
const teams = ['s', 't'];
const throwing: Solver = () => {
  throw new Error('out of order');
};
const late: Solver = ({ workers }) => ({ match: new Int32Array(workers).fill(-1), isOptimal: false });
/** Calls optimal what is nothing of the kind. */
const boasting: Solver = ({ workers }) => ({ match: new Int32Array(workers).fill(-1), isOptimal: true });

describe('a batch', () => {
  it('is the best there is, proven, keeps every condition, and leaves nobody without a word', () => {
    fc.assert(
      fc.property(market({ workers: 7, orders: 4, teams }), (input) => {
        const output = match(input);
        expect(checkMatching(input, output.pairs)).toEqual([]);
        expect(output.value).toEqual(bestByTrying(input));
        expect(output.value).toEqual(worthOfPairs(input, output.pairs));
        expect(output.isProven).toBe(true);
        expect(output.bound).toEqual(output.value);
        expect(output.rung).toBe('cold');
        expect(output.matched.length).toBe(output.pairs.length);
        expect(new Set([...output.matched, ...output.unmatched].map(({ worker }) => worker)).size).toBe(input.workers.length);
        expect(output.unmatched.map(({ reason }) => reason.code)).not.toContain('cut-short');
      }),
      { numRuns: 500 },
    );
  });

  it('does not hang on who was listed first', () => {
    const shuffled = market({ workers: 8, orders: 5, teams }).chain((input) =>
      fc.record({
        input: fc.constant(input),
        workers: fc.shuffledSubarray([...input.workers], { minLength: input.workers.length }),
        orders: fc.shuffledSubarray([...input.orders], { minLength: input.orders.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ input, workers, orders }) => {
        for (const only of [undefined, ['greedy'] as const])
          expect(match({ ...input, workers, orders }, { only })).toEqual(match(input, { only }));
      }),
      { numRuns: 120 },
    );
  });

  it('draws lots among equals anew each time, whatever their ids', () => {
    const wins = new Map<string, number>();
    for (let round = 0; round < 300; round += 1) {
      const workers = ['a', 'b', 'zz', '1'].map((id) => aWorker(id));
      const { pairs } = match(anInput(workers, [anOrder('o')], { salt: `batch ${round}` }));
      for (const { worker } of pairs) wins.set(worker, (wins.get(worker) ?? 0) + 1);
    }
    expect([...wins.values()].reduce((sum, count) => sum + count, 0)).toBe(300);
    // Four standard deviations around a fair quarter.
    for (const id of ['a', 'b', 'zz', '1']) {
      expect(wins.get(id)).toBeGreaterThan(45);
      expect(wins.get(id)).toBeLessThan(105);
    }
  });
});

describe('markets at the edge', () => {
  const people = (count: number, over = {}) => Array.from({ length: count }, (_, at) => aWorker(`w${at}`, over));
  const cases: [string, MatchInput, number][] = [
    ['nobody and nothing', anInput([], []), 0],
    ['nobody', anInput([], [anOrder('o')]), 0],
    ['no orders', anInput(people(3), []), 0],
    ['orders without places', anInput(people(3), [anOrder('o', { seats: 0 })]), 0],
    ['everybody the same', anInput(people(40), [anOrder('o', { seats: 15 }), anOrder('p', { seats: 15 })]), 30],
    ['one order for all', anInput(people(60), [anOrder('o', { seats: 1000 })]), 60],
    ['somebody listed twice', anInput([...people(2), aWorker('w0')], [anOrder('o', { seats: 9 })]), 2],
    ['somebody listed twice, differently', anInput([...people(2), aWorker('w0', { age: 41 })], [anOrder('o', { seats: 9 })]), 1],
    ['an order listed twice', anInput(people(3), [anOrder('o'), anOrder('o')]), 1],
    ['a team of one', anInput(people(1, { team: 't' }), [anOrder('o')]), 1],
    ['a team of all', anInput(people(9, { team: 't' }), [anOrder('o', { seats: 8 })]), 0],
    ['a place that is none', anInput(people(2, { place: { latitude: Number.NaN, longitude: 0 } }), [anOrder('o')]), 0],
  ];
  it.each(cases)('%s', (_, input, filled) => {
    for (const only of [undefined, ['greedy'] as const]) {
      const output = match(input, { only });
      expect(output.pairs).toHaveLength(filled);
      expect(checkMatching(input, output.pairs)).toEqual([]);
    }
    expect(match(input).isProven).toBe(true);
  });
});

describe('the ladder', () => {
  const input = anInput([aWorker('a'), aWorker('b', { mornings: 2 })], [anOrder('o'), anOrder('p', { payPerDay: 10_000 })]);

  it.each([
    ['a solver that fails', throwing, 'failed'],
    ['a solver that is late', late, 'late'],
    ['a solver that calls optimal what is not', boasting, 'failed'],
  ] as const)('with %s falls to whoever would lose most first', (_, solve, why) => {
    const output = match(input, { solve });
    expect(output).toMatchObject({ rung: 'greedy', isProven: false, bound: null, pairs: [{ worker: 'b', order: 'o' }] });
    expect(output.falls).toEqual([{ rung: 'cold', why }]);
  });

  it('never breaks a condition on any rung, and fills at least half of what can be', () => {
    fc.assert(
      fc.property(market({ workers: 8, orders: 5, teams }), (any) => {
        const output = match(any, { solve: late });
        expect(output.rung).toBe('greedy');
        expect(checkMatching(any, output.pairs)).toEqual([]);
        expect(output.value).toEqual(worthOfPairs(any, output.pairs));
        const alone = { ...any, workers: any.workers.map((worker) => ({ ...worker, team: undefined })) };
        expect(match(alone, { solve: late }).value.filled * 2).toBeGreaterThanOrEqual(bestByTrying(alone).filled);
      }),
      { numRuns: 150 },
    );
  });

  it('ends at the counter, whoever waited longest first, when nothing can be computed', () => {
    const broken = { ...input, orders: [{ ...anOrder('o'), place: undefined }] } as unknown as MatchInput; // reason: what must not happen
    const output = match(broken);
    expect(output).toMatchObject({ rung: 'desk', pairs: [], desk: ['b', 'a'] });
    expect(output.falls.map(({ why }) => why)).toEqual(['failed', 'failed']);
    expect(output.unmatched).toHaveLength(2);
  });

  it('stops the search over teams in time, and says how far from the best it may be', () => {
    const workers = Array.from({ length: 24 }, (_, at) => aWorker(`w${at}`, { team: `t${at % 6}`, mornings: at % 4 }));
    const orders = Array.from({ length: 5 }, (_, at) => anOrder(`o${at}`, { seats: 5, payPerDay: 18_000 + at * 700 }));
    const output = match(anInput(workers, orders), { mostSteps: 1 });
    expect(output).toMatchObject({ rung: 'cold', isProven: false, steps: 1 });
    expect(output.bound?.filled).toBeGreaterThanOrEqual(output.value.filled);
  });
});

describe('what is looked at before anything is written', () => {
  const at = (pairs: { worker: string; order: string }[], over = {}, job = {}) =>
    checkMatching(
      anInput([aWorker('a', over), aWorker('b', { team: 't' }), aWorker('c', { team: 't' })], [anOrder('o', job)]),
      pairs,
    );
  it.each([
    ['a trade', { skills: [] }, {}, 'trade'],
    ['a level', {}, { level: 2 }, 'level'],
    ['a licence', {}, { licence: 'welding' }, 'licence'],
    [
      'a licence that ends first',
      { licences: ['welding'], licencesEnd: { welding: '2027-03-04' } },
      { licence: 'welding' },
      'licence',
    ],
    ['an age limit', { age: 17 }, { youngest: 18 }, 'age'],
    ['an age that is not known', { age: undefined }, { oldest: 60 }, 'age'],
    ['a shift', { shifts: 0b1110 }, {}, 'shift'],
    ['a least pay', { payFloor: 20_001 }, {}, 'pay'],
    ['a radius', { radiusKm: 1.4 }, {}, 'distance'],
    ['an employer kept apart', { apart: ['depot'] }, {}, 'apart'],
    ['a refusal', { refused: ['o'] }, {}, 'refused'],
    [
      'work held at the time',
      { busy: [{ from: '2027-03-05T00:30:00Z', to: '2027-03-05T01:00:00Z', place: { latitude: 39.76, longitude: 116.61 } }] },
      {},
      'busy',
    ],
    [
      'no time for the way',
      { busy: [{ from: '2027-03-05T08:15:00Z', to: '2027-03-05T10:00:00Z', place: { latitude: 39.76, longitude: 116.61 } }] },
      {},
      'busy',
    ],
    ['no places', {}, { seats: 0 }, 'seats'],
  ] as const)('%s', (_, over, job, condition) => {
    const faults = at([{ worker: 'a', order: 'o' }], over, job);
    expect(faults.filter(({ fault }) => fault === 'condition')).toEqual([
      { fault: 'condition', worker: 'a', order: 'o', condition },
    ]);
  });
  it('allows a second job where the way between them fits', () => {
    const busy = [{ from: '2027-03-05T08:20:00Z', to: '2027-03-05T10:00:00Z', place: { latitude: 39.76, longitude: 116.61 } }];
    expect(at([{ worker: 'a', order: 'o' }], { busy })).toEqual([]);
  });
  it.each([
    [
      'somebody twice',
      [
        { worker: 'a', order: 'o' },
        { worker: 'a', order: 'o' },
      ],
      'twice',
    ],
    ['somebody unknown', [{ worker: 'x', order: 'o' }], 'unknown'],
    ['half a team', [{ worker: 'b', order: 'o' }], 'team'],
    [
      'more than there are places',
      [
        { worker: 'b', order: 'o' },
        { worker: 'c', order: 'o' },
      ],
      'seats',
    ],
  ])('%s', (_, pairs, fault) => {
    expect(at(pairs).map((one) => one.fault)).toContain(fault);
  });
});
