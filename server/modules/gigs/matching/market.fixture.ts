import fc from 'fast-check';
import { brokenConditions } from './conditions.ts';
import { costParts, publishedPolicies } from './policy.ts';
import { closings, type MatchInput, type MatchOrder, type MatchWorker, type Pair } from './shapes.ts';

const [published] = publishedPolicies();
if (!published) throw new TypeError('no policy was published');
export const policy = published;

const MORNING = '2027-03-04T23:00:00.000Z'; // 07:00 on 5 March in Beijing
const hours = (count: number) => new Date(Date.parse(MORNING) + count * 3_600_000).toISOString();

export const aWorker = (id: string, over: Partial<MatchWorker> = {}): MatchWorker => ({
  id,
  place: { latitude: 39.75, longitude: 116.6 },
  radiusKm: 10,
  skills: [{ trade: 'loader', level: 1 }],
  licences: [],
  shifts: 0b1111,
  payFloor: 15_000,
  payWish: 20_000,
  age: 40,
  mornings: 0,
  waitedMinutes: 0,
  isHardToEmploy: false,
  busy: [],
  refused: [],
  apart: [],
  liked: [],
  ...over,
});

export const anOrder = (id: string, over: Partial<MatchOrder> = {}): MatchOrder => ({
  id,
  employer: 'depot',
  place: { latitude: 39.76, longitude: 116.61 },
  trade: 'loader',
  level: 0,
  from: hours(1),
  to: hours(9),
  payPerDay: 20_000,
  seats: 1,
  ...over,
});

export const anInput = (
  workers: readonly MatchWorker[],
  orders: readonly MatchOrder[],
  over: Partial<MatchInput> = {},
): MatchInput => ({ at: MORNING, salt: 'batch 1', policy, workers, orders, ...over });

const place = fc.record({
  latitude: fc.integer({ min: 0, max: 6 }).map((step) => 39.7 + step * 0.03),
  longitude: fc.integer({ min: 0, max: 6 }).map((step) => 116.5 + step * 0.03),
});
const trade = fc.constantFrom('loader', 'cleaner', 'welder');
const employer = fc.constantFrom('depot', 'market', 'site');
const some = <T>(value: fc.Arbitrary<T>, most: number) => fc.array(value, { maxLength: most });
const seldom = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 1 });

const worker = (teams: readonly string[]) =>
  fc.record({
    place,
    radiusKm: fc.constantFrom(0, 3, 8, 20, 60),
    skills: some(fc.record({ trade, level: fc.integer({ min: 0, max: 3 }) }), 3),
    licences: some(fc.constantFrom('welding', 'height'), 2),
    licencesEnd: fc.option(fc.record({ welding: fc.constantFrom('2027-03-04', '2027-03-05') }), { nil: undefined }),
    shifts: fc.integer({ min: 0, max: 15 }),
    shiftWish: seldom(fc.integer({ min: 0, max: 3 })),
    payFloor: fc.constantFrom(0, 15_000, 20_000),
    payWish: fc.constantFrom(15_000, 22_000, 30_000),
    age: fc.option(fc.integer({ min: 16, max: 70 }), { nil: undefined, freq: 5 }),
    mornings: fc.integer({ min: 0, max: 4 }),
    waitedMinutes: fc.constantFrom(0, 45, 200),
    isHardToEmploy: fc.boolean(),
    busy: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.tuple(fc.record({ from: fc.constant(hours(1)), to: fc.constant(hours(4)), place })) },
    ),
    refused: some(fc.constantFrom('o0', 'o1', 'o2'), 1),
    worked: fc.option(some(fc.constantFrom('o0', 'o3'), 1), { nil: undefined }),
    apart: some(employer, 1),
    liked: some(employer, 1),
    team: teams.length === 0 ? fc.constant(undefined) : fc.option(fc.constantFrom(...teams), { nil: undefined, freq: 3 }),
  });

const order = fc.record({
  employer,
  place,
  trade,
  level: fc.integer({ min: 0, max: 2 }),
  licence: seldom(fc.constantFrom('welding', 'height')),
  youngest: seldom(fc.constant(18)),
  oldest: seldom(fc.constantFrom(55, 60)),
  from: fc.integer({ min: 0, max: 22 }).map(hours),
  to: fc.integer({ min: 23, max: 30 }).map(hours),
  payPerDay: fc.constantFrom(14_000, 18_000, 25_000),
  seats: fc.integer({ min: 0, max: 3 }),
  closed: fc.option(fc.constantFrom(...closings), { nil: undefined, freq: 6 }),
});

/** Easier to find work in: everybody may do nearly everything, so that places are fought over and ties are many. */
const easy = { skills: [{ trade: 'loader', level: 1 }], shifts: 15, radiusKm: 60, payFloor: 0, apart: [], busy: [] };

export type Shape = { readonly workers: number; readonly orders: number; readonly teams?: readonly string[] };

/** Any market of at most this size: tight ones, easy ones, empty ones. */
export const market = ({ workers, orders, teams = [] }: Shape): fc.Arbitrary<MatchInput> =>
  fc
    .record({
      people: fc.array(worker(teams), { maxLength: workers }),
      jobs: fc.array(order, { maxLength: orders }),
      isEasy: fc.boolean(),
      salt: fc.constantFrom('a', 'b', 'c'),
    })
    .map(({ people, jobs, isEasy, salt }) =>
      anInput(
        people.map((person, at) => ({ ...person, ...(isEasy ? easy : {}), id: `w${at}` })),
        jobs.map((job, at) => ({
          ...job,
          ...(isEasy ? { trade: 'loader', level: at % 2, licence: undefined } : {}),
          id: `o${at}`,
        })),
        { salt },
      ),
    );

/** How many are matched, and for how many points. */
export function worthOfPairs(input: MatchInput, pairs: readonly Pair[]): { filled: number; cost: number } {
  const cost = pairs.reduce((sum, pair) => sum + pointsOf(input, pair), 0);
  return { filled: pairs.length, cost };
}

function pointsOf(input: MatchInput, { worker, order }: Pair): number {
  const person = input.workers.find(({ id }) => id === worker);
  const job = input.orders.find(({ id }) => id === order);
  if (!person || !job) throw new TypeError(`${worker} or ${order} is not of this market`);
  return costParts(person, job, input.policy).sum;
}

/** The best there is, by trying everything: teams go whole and together or not at all. */
export function bestByTrying(input: MatchInput): { filled: number; cost: number } {
  const { workers, orders } = input;
  const seats = orders.map((job) => job.seats);
  const units = [...Map.groupBy(workers, ({ id, team }) => team ?? `alone ${id}`).values()];
  const options = units.map((members) =>
    orders.flatMap((job, at) =>
      members.some((person) => brokenConditions(person, job, input.policy).length > 0)
        ? []
        : [{ at, cost: members.reduce((sum, { id }) => sum + pointsOf(input, { worker: id, order: job.id }), 0) }],
    ),
  );
  let best = { filled: 0, cost: 0 };
  const tryFrom = (unit: number, filled: number, cost: number): void => {
    const members = units[unit];
    if (!members) {
      if (filled > best.filled || (filled === best.filled && cost < best.cost)) best = { filled, cost };
      return;
    }
    for (const option of options[unit] ?? []) {
      if ((seats[option.at] ?? 0) < members.length) continue;
      seats[option.at]! -= members.length;
      tryFrom(unit + 1, filled + members.length, cost + option.cost);
      seats[option.at]! += members.length;
    }
    tryFrom(unit + 1, filled, cost);
  };
  tryFrom(0, 0, 0);
  return best;
}
