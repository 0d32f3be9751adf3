import { dayOf } from '../../../kernel/term/day.ts';
import { isLicensed } from './conditions.ts';
import { closings, type MatchOrder, type MatchWorker, shiftOf } from './shapes.ts';
import { cosineOf } from './way.ts';

// The reason for each `!` below: the index runs within the columns it is taken from; a check there would cost more than the work.

/** Orders as columns, one entry an order. Times are milliseconds since 1970, `licence` is 0 where none is asked for, `age` 0 and 255 no limits. */
export type OrderColumns = {
  readonly count: number;
  readonly trades: number;
  readonly latitude: Float64Array;
  readonly longitude: Float64Array;
  readonly trade: Int32Array;
  readonly shift: Uint8Array;
  readonly level: Uint8Array;
  readonly licence: Int32Array;
  readonly youngest: Uint8Array;
  readonly oldest: Uint8Array;
  readonly pay: Int32Array;
  readonly seats: Int32Array;
  /** 0 where people are sent; else 1 and the place in `closings`. */
  readonly closed: Uint8Array;
  readonly employer: Int32Array;
  readonly employers: number;
  readonly from: Float64Array;
  readonly to: Float64Array;
};

/** A list of numbers for each worker: those of `worker` stand from `start[worker]` to before `start[worker + 1]`. */
export type Lists = { readonly start: Int32Array; readonly item: Int32Array };

/** Workers as columns. What is rare (employers kept apart, refusals, jobs held …) is kept as lists. */
export type WorkerColumns = {
  readonly count: number;
  readonly latitude: Float64Array;
  readonly longitude: Float64Array;
  readonly radiusMetres: Float64Array;
  /** -1 where it is not known. */
  readonly age: Int16Array;
  readonly shifts: Uint8Array;
  /** -1 where there is none. */
  readonly shiftWish: Int8Array;
  readonly payFloor: Int32Array;
  readonly payWish: Int32Array;
  readonly mornings: Int32Array;
  readonly minutes: Int32Array;
  readonly isHardToEmploy: Uint8Array;
  /** Each trade once, with its best level. */
  readonly skills: Lists;
  readonly skillLevel: Uint8Array;
  /** Bit n of a worker's words is the licence n. */
  readonly licenceWords: number;
  readonly licences: Uint32Array;
  readonly apart: Lists;
  readonly liked: Lists;
  readonly refused: Lists;
  readonly worked: Lists;
  readonly busy: readonly (readonly BusyColumns[] | undefined)[];
};

export type BusyColumns = { readonly from: number; readonly to: number; readonly latitude: number; readonly longitude: number };

/** Numbers for the names that orders use; a worker's other trades, licences and employers play no part in a batch. */
export type Names = {
  readonly trade: ReadonlyMap<string, number>;
  readonly licence: ReadonlyMap<string, number>;
  readonly employer: ReadonlyMap<string, number>;
  readonly order: ReadonlyMap<string, number>;
};

export function orderColumns(orders: readonly MatchOrder[]): { readonly columns: OrderColumns; readonly names: Names } {
  const names = {
    trade: numbered(orders.map(({ trade }) => trade)),
    licence: numbered(['', ...orders.map(licenceOf)]),
    employer: numbered(orders.map(({ employer }) => employer)),
    order: numbered(orders.map(({ id }) => id)),
  };
  const of = (map: ReadonlyMap<string, number>, name: string) => map.get(name) ?? 0;
  const columns: OrderColumns = {
    count: orders.length,
    trades: names.trade.size,
    latitude: Float64Array.from(orders, ({ place }) => place.latitude),
    longitude: Float64Array.from(orders, ({ place }) => place.longitude),
    trade: Int32Array.from(orders, ({ trade }) => of(names.trade, trade)),
    shift: Uint8Array.from(orders, ({ from }) => shiftOf(from)),
    level: Uint8Array.from(orders, ({ level }) => level),
    licence: Int32Array.from(orders, (order) => of(names.licence, licenceOf(order))),
    youngest: Uint8Array.from(orders, ({ youngest }) => youngest ?? 0),
    oldest: Uint8Array.from(orders, ({ oldest }) => oldest ?? 255),
    pay: Int32Array.from(orders, ({ payPerDay }) => payPerDay),
    seats: Int32Array.from(orders, ({ seats }) => Math.max(0, seats)),
    closed: Uint8Array.from(orders, ({ closed }) => (closed ? 1 + closings.indexOf(closed) : 0)),
    employer: Int32Array.from(orders, ({ employer }) => of(names.employer, employer)),
    employers: names.employer.size,
    from: Float64Array.from(orders, ({ from }) => Date.parse(from)),
    to: Float64Array.from(orders, ({ to }) => Date.parse(to)),
  };
  return { columns, names };
}

/** A licence valid on a day is another than the same on the next: its name and the day; nothing where none is asked for. */
const licenceOf = ({ licence, from }: MatchOrder): string => (licence === undefined ? '' : `${licence} ${dayOf(new Date(from))}`);

export function workerColumns(workers: readonly MatchWorker[], names: Names): WorkerColumns {
  const licenceWords = Math.ceil(names.licence.size / 32);
  const needed = [...names.licence].flatMap(([name, number]) => {
    const [licence, day] = name.split(' ');
    return licence && day ? [{ licence, day, number }] : [];
  });
  const licences = new Uint32Array(workers.length * licenceWords);
  const skillLevels: number[] = [];
  const skills = lists(workers, ({ skills }) => {
    const best = new Map<number, number>();
    for (const { trade, level } of skills) {
      const number = names.trade.get(trade);
      if (number !== undefined) best.set(number, Math.max(level, best.get(number) ?? 0));
    }
    skillLevels.push(...best.values());
    return [...best.keys()];
  });
  for (const [at, worker] of workers.entries()) {
    if (worker.licences.length === 0) continue;
    for (const { licence, day, number } of needed)
      if (isLicensed(worker, licence, day)) licences[at * licenceWords + (number >> 5)]! |= 1 << (number & 31);
  }
  return {
    count: workers.length,
    latitude: Float64Array.from(workers, ({ place }) => place.latitude),
    longitude: Float64Array.from(workers, ({ place }) => place.longitude),
    radiusMetres: Float64Array.from(workers, ({ radiusKm }) => radiusKm * 1000),
    age: Int16Array.from(workers, ({ age }) => age ?? -1),
    shifts: Uint8Array.from(workers, ({ shifts }) => shifts),
    shiftWish: Int8Array.from(workers, ({ shiftWish }) => shiftWish ?? -1),
    payFloor: Int32Array.from(workers, ({ payFloor }) => payFloor),
    payWish: Int32Array.from(workers, ({ payWish }) => payWish),
    mornings: Int32Array.from(workers, ({ mornings }) => mornings),
    minutes: Int32Array.from(workers, ({ waitedMinutes }) => waitedMinutes),
    isHardToEmploy: Uint8Array.from(workers, ({ isHardToEmploy }) => (isHardToEmploy ? 1 : 0)),
    skills,
    skillLevel: Uint8Array.from(skillLevels),
    licenceWords,
    licences,
    apart: lists(workers, ({ apart }) => known(apart, names.employer)),
    liked: lists(workers, ({ liked }) => known(liked, names.employer)),
    refused: lists(workers, ({ refused }) => known(refused, names.order)),
    worked: lists(workers, ({ worked = [] }) => known(worked, names.order)),
    busy: workers.map(({ busy }) =>
      busy.length === 0
        ? undefined
        : busy.map(({ from, to, place }) => ({
            from: Date.parse(from),
            to: Date.parse(to),
            latitude: place.latitude,
            longitude: place.longitude,
          })),
    ),
  };
}

/** Orders of one trade and shift stand together, from south to north: what a worker cannot take is never looked at. */
export type Buckets = {
  /** Bucket trade × 4 + shift holds the positions from here to before the next. */
  readonly start: Int32Array;
  /** By position: the order there, and its columns. */
  readonly order: Int32Array;
  readonly cosine: Float64Array;
  readonly at: OrderColumns;
};

export function bucketsOf(orders: OrderColumns): Buckets {
  const start = new Int32Array(orders.trades * 4 + 1);
  const open: number[] = [];
  const bucket = (order: number) => (orders.trade[order] ?? 0) * 4 + (orders.shift[order] ?? 0);
  for (let order = 0; order < orders.count; order += 1)
    if (orders.seats[order]! > 0 && orders.closed[order] === 0) open.push(order);
  const latitudes = orders.latitude;
  // A place that is none is near to nobody; it stands last, so that the search by latitude still works.
  const south = (order: number) => {
    const latitude = latitudes[order] ?? Number.NaN;
    return Number.isNaN(latitude) ? Number.POSITIVE_INFINITY : latitude;
  };
  open.sort((a, b) => bucket(a) - bucket(b) || compare(south(a), south(b)) || a - b);
  for (const order of open) start[bucket(order) + 1]! += 1;
  for (let at = 1; at < start.length; at += 1) start[at]! += start[at - 1]!;
  const order = Int32Array.from(open);
  const float = (column: Float64Array) => Float64Array.from(open, (from) => column[from] ?? 0);
  const int = (column: Int32Array) => Int32Array.from(open, (from) => column[from] ?? 0);
  const byte = (column: Uint8Array) => Uint8Array.from(open, (from) => column[from] ?? 0);
  const latitude = float(orders.latitude);
  return {
    start,
    order,
    cosine: latitude.map(cosineOf),
    at: {
      count: open.length,
      trades: orders.trades,
      latitude,
      longitude: float(orders.longitude),
      trade: int(orders.trade),
      shift: byte(orders.shift),
      level: byte(orders.level),
      licence: int(orders.licence),
      youngest: byte(orders.youngest),
      oldest: byte(orders.oldest),
      pay: int(orders.pay),
      seats: int(orders.seats),
      closed: byte(orders.closed),
      employer: int(orders.employer),
      employers: orders.employers,
      from: float(orders.from),
      to: float(orders.to),
    },
  };
}

const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

function numbered(names: readonly string[]): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const name of names) if (!numbers.has(name)) numbers.set(name, numbers.size);
  return numbers;
}

const known = (names: readonly string[], numbers: ReadonlyMap<string, number>): number[] =>
  names.flatMap((name) => numbers.get(name) ?? []);

function lists<Row>(rows: readonly Row[], of: (row: Row) => readonly number[]): Lists {
  const start = new Int32Array(rows.length + 1);
  const item: number[] = [];
  for (const [at, row] of rows.entries()) {
    for (const one of of(row)) item.push(one);
    start[at + 1] = item.length;
  }
  return { start, item: Int32Array.from(item) };
}
