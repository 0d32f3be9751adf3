import type { OrderColumns, WorkerColumns } from './columns.ts';
import { conditions } from './conditions.ts';
import type { CostPolicy } from './policy.ts';
import { closings } from './shapes.ts';
import { cosineOf, METRES_PER_DEGREE } from './way.ts';

// The reason for each `!` below: the index runs within the columns it is taken from; a check there would cost more than the work.

const bit = Object.fromEntries(conditions.map((condition, at) => [condition, 1 << at])) as Record<
  (typeof conditions)[number],
  number
>; // reason: one entry for each condition

export const obstacleBit = Object.freeze(bit);

/**
 * What stands between a worker and every order, as a mask of `obstacleBit`: nought where nothing does. For those who got nothing, so that
 * the reason can be told: all of them against all orders takes a moment and no more. Metres go to `metres`.
 */
export function obstaclesOver(
  workers: WorkerColumns,
  orders: OrderColumns,
  policy: CostPolicy,
): { readonly mask: Int32Array; readonly metres: Float64Array; look(worker: number): void } {
  const mask = new Int32Array(orders.count);
  const metres = new Float64Array(orders.count);
  const cosine = orders.latitude.map(cosineOf);
  const { detour, kmPerHour, changeoverMinutes } = policy.travel;
  const metresTo = (order: number, latitude: number, longitude: number, itsCosine: number) => {
    const north = (latitude - orders.latitude[order]!) * METRES_PER_DEGREE;
    const east = (longitude - orders.longitude[order]!) * METRES_PER_DEGREE * ((itsCosine + cosine[order]!) / 2);
    return Math.sqrt(north * north + east * east);
  };
  const look = (worker: number): void => {
    const level = new Int8Array(orders.trades).fill(-1);
    for (let at = workers.skills.start[worker]!; at < workers.skills.start[worker + 1]!; at += 1)
      level[workers.skills.item[at]!] = workers.skillLevel[at]!;
    const of = ({ start, item }: WorkerColumns['apart']) => new Set(item.subarray(start[worker], start[worker + 1]));
    const [apart, refused, worked] = [of(workers.apart), of(workers.refused), of(workers.worked)];
    const [latitude, longitude, age] = [workers.latitude[worker]!, workers.longitude[worker]!, workers.age[worker]!];
    const itsCosine = cosineOf(latitude);
    const isLicensed = (licence: number) =>
      licence === 0 || ((workers.licences[worker * workers.licenceWords + (licence >> 5)]! >>> (licence & 31)) & 1) === 1;
    const isBusy = (order: number) =>
      (workers.busy[worker] ?? []).some((held) => {
        const way = metresTo(order, held.latitude, held.longitude, cosineOf(held.latitude));
        const between = ((way * detour * 60) / (kmPerHour * 1000) + changeoverMinutes) * 60_000;
        return !(orders.to[order]! + between <= held.from || held.to + between <= orders.from[order]!);
      });
    for (let order = 0; order < orders.count; order += 1) {
      const able = level[orders.trade[order]!]!;
      const [youngest, oldest] = [orders.youngest[order]!, orders.oldest[order]!];
      const isAged = youngest === 0 && oldest === 255 ? true : age >= 0 && age >= youngest && age <= oldest;
      metres[order] = metresTo(order, latitude, longitude, itsCosine);
      mask[order] =
        (able < 0 ? bit.trade : able < orders.level[order]! ? bit.level : 0) |
        (isLicensed(orders.licence[order]!) ? 0 : bit.licence) |
        (isAged ? 0 : bit.age) |
        ((workers.shifts[worker]! >> orders.shift[order]!) & 1 ? 0 : bit.shift) |
        (orders.pay[order]! < workers.payFloor[worker]! ? bit.pay : 0) |
        (metres[order]! <= workers.radiusMetres[worker]! ? 0 : bit.distance) |
        (apart.has(orders.employer[order]!) ? bit.apart : 0) |
        (refused.has(order) ? bit.refused : 0) |
        (worked.has(order) ? bit.worked : 0) |
        (isBusy(order) ? bit.busy : 0) |
        (orders.closed[order] === 0 ? 0 : bit[closings[orders.closed[order]! - 1]!]) |
        (orders.seats[order]! >= 1 ? 0 : bit.seats);
    }
  };
  return { mask, metres, look };
}
