import type { Buckets, BusyColumns, WorkerColumns } from './columns.ts';
import { type CostPolicy, grown, levelPoints } from './policy.ts';
import { cosineOf, METRES_PER_DEGREE } from './way.ts';

// The reason for each `!` below: the index runs within the columns it is taken from; a check there would cost more than the work.

/** Finds, worker by worker, every order that a worker may take, with its points. What it found last stands in `order` and `cost`. */
export type Rows = {
  readonly order: Int32Array;
  readonly cost: Int32Array;
  /** How many there are for this worker, in an order of their own that does not depend on ids. */
  fill(workers: WorkerColumns, worker: number): number;
};

/** One loop for the batch and for the walk-in: masks first, then the distance, and the points only of what is left. */
export function rowsOver({ start, order: orderAt, cosine, at }: Buckets, policy: CostPolicy, orders: number): Rows {
  const { terms, travel } = policy;
  const speed = travel.kmPerHour * 1000;
  const found = new Int32Array(at.count);
  const points = new Int32Array(at.count);
  const { latitude, longitude, level, licence, youngest, oldest, pay, employer, from, to } = at;
  // A mark holds for the worker whose stamp it is, so none has to be wiped away.
  const apart = new Int32Array(at.employers);
  const liked = new Int32Array(at.employers);
  const refused = new Int32Array(orders);
  let stamp = 0;

  const isFree = (busy: readonly BusyColumns[], position: number): boolean =>
    busy.every((held) => {
      const north = (latitude[position]! - held.latitude) * METRES_PER_DEGREE;
      const east =
        (longitude[position]! - held.longitude) * METRES_PER_DEGREE * ((cosine[position]! + cosineOf(held.latitude)) / 2);
      const metres = Math.sqrt(north * north + east * east);
      const between = ((metres * travel.detour * 60) / speed + travel.changeoverMinutes) * 60_000;
      return to[position]! + between <= held.from || held.to + between <= from[position]!;
    });

  const fill = (workers: WorkerColumns, worker: number): number => {
    stamp += 1;
    const isMarked =
      mark(workers.apart, worker, apart, stamp) +
        mark(workers.liked, worker, liked, stamp) +
        mark(workers.refused, worker, refused, stamp) +
        mark(workers.worked, worker, refused, stamp) >
      0;
    const busy = workers.busy[worker];
    const home = workers.latitude[worker]!;
    const homeLongitude = workers.longitude[worker]!;
    const homeCosine = cosineOf(home);
    const radius = workers.radiusMetres[worker]!;
    const square = radius * radius * 1.000001;
    const reach = (radius / METRES_PER_DEGREE) * 1.000001;
    const floor = workers.payFloor[worker]!;
    const wish = workers.payWish[worker]!;
    const age = workers.age[worker]!;
    const atLeast = age < 0 ? 0 : age;
    const atMost = age < 0 ? 255 : age;
    const mask = workers.shifts[worker]!;
    const shiftWish = workers.shiftWish[worker]!;
    const held = workers.licences;
    const word = worker * workers.licenceWords;
    const { largest: travelLargest, full: travelFull } = terms.travel;
    const { largest: payLargest, full: payFull } = terms.pay;
    const returning = terms.returning.largest;
    const waiting =
      1 +
      terms.mornings.largest -
      grown(workers.mornings[worker]!, terms.mornings) +
      terms.minutes.largest -
      grown(workers.minutes[worker]!, terms.minutes) +
      (workers.isHardToEmploy[worker] ? 0 : terms.hardToEmploy.largest) +
      returning;
    let count = 0;
    for (let skill = workers.skills.start[worker]!; skill < workers.skills.start[worker + 1]!; skill += 1) {
      const trade = workers.skills.item[skill]!;
      const able = workers.skillLevel[skill]!;
      for (let shift = 0; shift < 4; shift += 1) {
        if (((mask >> shift) & 1) === 0) continue;
        const end = start[trade * 4 + shift + 1]!;
        const base = waiting + (shiftWish < 0 || shiftWish === shift ? 0 : terms.shift.largest);
        let position = firstNorthOf(latitude, home - reach, start[trade * 4 + shift]!, end);
        for (; position < end; position += 1) {
          const away = home - latitude[position]!;
          if (away < -reach) break;
          if (level[position]! > able || pay[position]! < floor) continue;
          if (youngest[position]! > atLeast || oldest[position]! < atMost) continue;
          const needed = licence[position]!;
          if (needed !== 0 && ((held[word + (needed >> 5)]! >>> (needed & 31)) & 1) === 0) continue;
          const north = away * METRES_PER_DEGREE;
          const east = (homeLongitude - longitude[position]!) * METRES_PER_DEGREE * ((homeCosine + cosine[position]!) / 2);
          const squared = north * north + east * east;
          if (!(squared <= square)) continue;
          const metres = Math.sqrt(squared);
          if (!(metres <= radius)) continue;
          const order = orderAt[position]!;
          let cost = base;
          if (isMarked) {
            const who = employer[position]!;
            if (apart[who] === stamp || refused[order] === stamp) continue;
            if (liked[who] === stamp) cost -= returning;
          }
          if (busy !== undefined && !isFree(busy, position)) continue;
          const minutes = (metres * travel.detour * 60) / speed;
          cost += ((travelLargest * (minutes < travelFull ? minutes : travelFull)) / travelFull) | 0;
          const lacking = wish - pay[position]!;
          if (lacking > 0) cost += ((payLargest * (lacking < payFull ? lacking : payFull)) / payFull) | 0;
          found[count] = order;
          points[count] = cost + levelPoints(able - level[position]!, terms.level.largest);
          count += 1;
        }
      }
    }
    return count;
  };
  return { order: found, cost: points, fill };
}

function mark({ start, item }: WorkerColumns['apart'], worker: number, marks: Int32Array, stamp: number): number {
  const end = start[worker + 1] ?? 0;
  const begin = start[worker] ?? 0;
  for (let at = begin; at < end; at += 1) marks[item[at] ?? 0] = stamp;
  return end - begin;
}

/** The first position of a run, sorted from south to north, that lies no further south than this. */
function firstNorthOf(latitude: Float64Array, bound: number, begin: number, end: number): number {
  let low = begin;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (latitude[middle]! < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
