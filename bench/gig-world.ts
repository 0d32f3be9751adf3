import type { OrderColumns, WorkerColumns } from '../server/modules/gigs/matching/columns.ts';
import type { MatchOrder, MatchWorker } from '../server/modules/gigs/matching/shapes.ts';
import { METRES_PER_DEGREE } from '../server/modules/gigs/matching/way.ts';

/** A small generator with a seed, so that every run measures the same market. */
export function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * A dawn market as columns: 40 × 40 km with five clusters of people and eight of orders, 24 trades of which few are common and five ask
 * for a licence, four shifts, least pay, age limits, ways of 5 to 20 km, one to forty places an order.
 */
export function gigWorld(workers: number, orders: number, seed = 20260101): { workers: WorkerColumns; orders: OrderColumns } {
  const random = mulberry32(seed);
  const below = (bound: number) => Math.floor(random() * bound);
  const gauss = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const TRADES = 24;
  const shares = Array.from({ length: TRADES }, (_, trade) => 1 / (trade + 1) ** 0.8);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const trade = () => {
    let rest = random() * whole;
    return Math.max(
      0,
      shares.findIndex((share) => {
        rest -= share;
        return rest <= 0;
      }),
    );
  };
  const kilometre = 1000 / METRES_PER_DEGREE;
  const eastward = kilometre / Math.cos((39.7 * Math.PI) / 180);
  const centres = (count: number) => Array.from({ length: count }, () => [5 + 30 * random(), 5 + 30 * random()] as const);
  const inside = (value: number) => Math.min(40, Math.max(0, value));
  const place = (around: readonly (readonly [number, number])[], spread: number) => {
    const [x, y] = around[below(around.length)] ?? [20, 20];
    const [east, north] =
      random() < 0.6 ? [inside(x + spread * gauss()), inside(y + spread * gauss())] : [40 * random(), 40 * random()];
    return { latitude: 39.5 + north * kilometre, longitude: 116.4 + east * eastward };
  };
  const needsLicence = (of: number) => of % 5 === 3;
  const orderCentres = centres(8);
  const jobs = Array.from({ length: orders }, () => {
    const its = trade();
    return {
      ...place(orderCentres, 1.5),
      trade: its,
      shift: below(4),
      level: below(4),
      licence: needsLicence(its) ? 1 + Math.floor(its / 5) : 0,
      oldest: [50, 55, 60, 255][below(4)] ?? 255,
      pay: 15_000 + below(15_000),
      seats: Math.min(40, 1 + Math.floor(-2.5 * Math.log(1 - random()))),
      employer: below(Math.max(1, orders >> 2)),
    };
  });
  const workerCentres = centres(5);
  const people = Array.from({ length: workers }, () => {
    const skills = new Map<number, number>();
    if (random() < 0.9) skills.set(0, below(4));
    for (let more = random() < 0.5 ? 1 : random() < 0.7 ? 2 : 3; more > 0; more -= 1) skills.set(trade(), below(4));
    const mask = [0, 1, 2, 3].reduce((shifts, shift) => (random() < 0.6 ? shifts | (1 << shift) : shifts), 0);
    const wish = below(4);
    const pay = 14_000 + below(12_000);
    return {
      ...place(workerCentres, 2),
      radius: 5000 + 15_000 * random(),
      age: 18 + below(46),
      shifts: mask || 1 << wish,
      wish,
      floor: pay - 4000,
      pay: pay + 6000,
      mornings: Math.floor(4 * random() ** 3),
      minutes: below(150),
      isHard: random() < 0.1 ? 1 : 0,
      skills,
      licences: [1, 2, 3, 4, 5].reduce((held, licence) => (random() < 0.4 ? held | (1 << licence) : held), 0),
    };
  });
  const starts = Int32Array.from({ length: workers + 1 }, () => 0);
  for (const [at, { skills }] of people.entries()) starts[at + 1] = (starts[at] ?? 0) + skills.size;
  const none = { start: new Int32Array(workers + 1), item: new Int32Array(0) };
  return {
    orders: {
      count: orders,
      trades: TRADES,
      latitude: Float64Array.from(jobs, (job) => job.latitude),
      longitude: Float64Array.from(jobs, (job) => job.longitude),
      trade: Int32Array.from(jobs, (job) => job.trade),
      shift: Uint8Array.from(jobs, (job) => job.shift),
      level: Uint8Array.from(jobs, (job) => job.level),
      licence: Int32Array.from(jobs, (job) => job.licence),
      youngest: new Uint8Array(orders),
      oldest: Uint8Array.from(jobs, (job) => job.oldest),
      pay: Int32Array.from(jobs, (job) => job.pay),
      seats: Int32Array.from(jobs, (job) => job.seats),
      closed: new Uint8Array(orders),
      employer: Int32Array.from(jobs, (job) => job.employer),
      employers: Math.max(1, orders >> 2),
      from: new Float64Array(orders),
      to: new Float64Array(orders),
    },
    workers: {
      count: workers,
      latitude: Float64Array.from(people, (one) => one.latitude),
      longitude: Float64Array.from(people, (one) => one.longitude),
      radiusMetres: Float64Array.from(people, (one) => one.radius),
      age: Int16Array.from(people, (one) => one.age),
      shifts: Uint8Array.from(people, (one) => one.shifts),
      shiftWish: Int8Array.from(people, (one) => one.wish),
      payFloor: Int32Array.from(people, (one) => one.floor),
      payWish: Int32Array.from(people, (one) => one.pay),
      mornings: Int32Array.from(people, (one) => one.mornings),
      minutes: Int32Array.from(people, (one) => one.minutes),
      isHardToEmploy: Uint8Array.from(people, (one) => one.isHard),
      skills: { start: starts, item: Int32Array.from(people.flatMap(({ skills }) => [...skills.keys()])) },
      skillLevel: Uint8Array.from(people.flatMap(({ skills }) => [...skills.values()])),
      licenceWords: 1,
      licences: Uint32Array.from(people, (one) => one.licences),
      apart: none,
      liked: none,
      refused: none,
      worked: none,
      busy: new Array(workers),
    },
  };
}

/** The same market as the objects that a batch is given. */
export function gigMarket(workers: number, orders: number, seed?: number): { workers: MatchWorker[]; orders: MatchOrder[] } {
  const world = gigWorld(workers, orders, seed);
  const of = (column: ArrayLike<number>, at: number) => column[at] ?? 0;
  const listOf = ({ start, item }: { start: Int32Array; item: ArrayLike<number> }, at: number) =>
    Array.from({ length: of(start, at + 1) - of(start, at) }, (_, index) => of(item, of(start, at) + index));
  const begins = ['2027-03-05T00:00:00.000Z', '2027-03-05T03:00:00.000Z', '2027-03-05T08:00:00.000Z', '2027-03-05T14:00:00.000Z'];
  const ends = ['2027-03-05T08:00:00.000Z', '2027-03-05T11:00:00.000Z', '2027-03-05T16:00:00.000Z', '2027-03-05T22:00:00.000Z'];
  return {
    workers: Array.from({ length: workers }, (_, at): MatchWorker => {
      const levels = listOf({ start: world.workers.skills.start, item: world.workers.skillLevel }, at);
      return {
        id: `w${at}`,
        place: { latitude: of(world.workers.latitude, at), longitude: of(world.workers.longitude, at) },
        radiusKm: of(world.workers.radiusMetres, at) / 1000,
        skills: listOf(world.workers.skills, at).map((trade, index) => ({ trade: `t${trade}`, level: levels[index] ?? 0 })),
        licences: [1, 2, 3, 4, 5].flatMap((bit) => ((of(world.workers.licences, at) >> bit) & 1 ? [`l${bit}`] : [])),
        shifts: of(world.workers.shifts, at),
        shiftWish: of(world.workers.shiftWish, at),
        payFloor: of(world.workers.payFloor, at),
        payWish: of(world.workers.payWish, at),
        age: of(world.workers.age, at),
        mornings: of(world.workers.mornings, at),
        waitedMinutes: of(world.workers.minutes, at),
        isHardToEmploy: of(world.workers.isHardToEmploy, at) === 1,
        busy: [],
        refused: [],
        apart: [],
        liked: [],
      };
    }),
    orders: Array.from({ length: orders }, (_, at): MatchOrder => {
      const [licence, oldest, shift] = [of(world.orders.licence, at), of(world.orders.oldest, at), of(world.orders.shift, at)];
      return {
        id: `o${at}`,
        employer: `e${of(world.orders.employer, at)}`,
        place: { latitude: of(world.orders.latitude, at), longitude: of(world.orders.longitude, at) },
        trade: `t${of(world.orders.trade, at)}`,
        level: of(world.orders.level, at),
        ...(licence > 0 ? { licence: `l${licence}` } : {}),
        ...(oldest < 255 ? { oldest, ageLaw: 'bench' } : {}),
        from: begins[shift] ?? '',
        to: ends[shift] ?? '',
        payPerDay: of(world.orders.pay, at),
        seats: of(world.orders.seats, at),
      };
    }),
  };
}
