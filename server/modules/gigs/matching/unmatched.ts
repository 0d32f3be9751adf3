import { shifts } from '../shifts.ts';
import type { Batch } from './batch.ts';
import { conditions } from './conditions.ts';
import type { Witness } from './contest.ts';
import { obstacleBit, obstaclesOver } from './obstacles.ts';
import { kilometres, yuan } from './reasons.ts';

/** Why somebody got nothing: where the last of the orders fell away, and what shows it. */
export type UnmatchedReason =
  | { readonly code: 'no-orders'; readonly params: None }
  | { readonly code: 'listed-twice'; readonly params: None }
  /** No order for their trades; the nearest for another trade that still has places. */
  | { readonly code: 'trade'; readonly params: None }
  | { readonly code: 'trade-nearest'; readonly params: { readonly trade: string; readonly km: number; readonly places: number } }
  | { readonly code: 'level'; readonly params: { readonly wanted: number } }
  | { readonly code: 'licence'; readonly params: { readonly licence: string } }
  | { readonly code: 'age'; readonly params: { readonly law: string } }
  | { readonly code: 'age-unknown'; readonly params: { readonly law: string } }
  | { readonly code: 'shift'; readonly params: { readonly shift: string } }
  | { readonly code: 'pay'; readonly params: { readonly best: number; readonly short: number } }
  | { readonly code: 'distance'; readonly params: { readonly km: number; readonly radius: number } }
  | { readonly code: 'apart'; readonly params: { readonly orders: number } }
  | { readonly code: 'refused'; readonly params: { readonly orders: number } }
  | { readonly code: 'worked'; readonly params: { readonly orders: number } }
  | { readonly code: 'busy'; readonly params: { readonly orders: number } }
  /** Orders would have suited, but places or time were gone before this batch. */
  | { readonly code: 'soon' | 'full' | 'stopped' | 'begun'; readonly params: { readonly orders: number } }
  /** Their own orders are full, and with all that people there could take instead, so many people could reach only so many places. */
  | { readonly code: 'taken'; readonly params: { readonly orders: number; readonly people: number; readonly places: number } }
  | {
      readonly code: 'taken-teams';
      readonly params: {
        readonly orders: number;
        readonly people: number;
        readonly places: number;
        readonly inTeams: number;
      };
    }
  | { readonly code: 'team-too-large'; readonly params: { readonly size: number; readonly places: number } }
  | { readonly code: 'team-apart'; readonly params: { readonly size: number } }
  | { readonly code: 'team-taken'; readonly params: { readonly size: number; readonly orders: number } }
  /** The computation was cut short, or a place could still be made free: the counter looks for one. */
  | { readonly code: 'cut-short'; readonly params: None };

/** The one change with which this person would have had work today. */
export type Change =
  | { readonly code: 'change-distance'; readonly params: { readonly km: number; readonly orders: number } }
  | { readonly code: 'change-pay'; readonly params: { readonly yuan: number; readonly orders: number } }
  | { readonly code: 'change-shift'; readonly params: { readonly shift: string; readonly orders: number } }
  | { readonly code: 'change-refused'; readonly params: { readonly orders: number } }
  | { readonly code: 'change-level'; readonly params: { readonly level: number; readonly orders: number } }
  | { readonly code: 'change-licence'; readonly params: { readonly licence: string; readonly orders: number } }
  | { readonly code: 'change-trade'; readonly params: { readonly trade: string; readonly orders: number } }
  | { readonly code: 'change-smaller-team'; readonly params: { readonly size: number } }
  | { readonly code: 'change-alone'; readonly params: { readonly members: number } };

export type Unmatched = { readonly worker: string; readonly reason: UnmatchedReason; readonly change?: Change };
type None = Readonly<Record<string, never>>;
const none: None = Object.freeze({});

export type Look = {
  /** Nothing stands between this person, taken alone, and this order. */
  isOpen(worker: number, order: number): boolean;
  /** There is such an order. */
  isAble(worker: number): boolean;
  /** For somebody who may take no order at all: at which condition the last of them fell away. */
  reasonOf(worker: number): UnmatchedReason;
  /** Undefined where no single change would have been enough, as far as is known. */
  changeOf(worker: number): Change | undefined;
};

/** `left` are the places left over by order, `isRoomy` the orders where somebody more could be taken in (contest.ts). */
export function lookAt(
  { workers, orders, workerColumns, orderColumns, input }: Batch,
  left: Int32Array,
  isRoomy: Uint8Array,
): Look {
  const { mask, metres, look } = obstaclesOver(workerColumns, orderColumns, input.policy);
  let seen = -1;
  const lookOnce = (worker: number) => {
    if (seen !== worker) look(worker);
    seen = worker;
  };
  /** Of the orders that `isIn`, the one with the least `of`; the first drawn among equals. */
  const least = (isIn: (order: number) => boolean, of: (order: number) => number): number => {
    let best = -1;
    for (let order = 0; order < orders.length; order += 1) if (isIn(order) && (best < 0 || of(order) < of(best))) best = order;
    return best;
  };
  const firstOf = (its: number) => its & -its;

  return {
    isOpen(worker, order) {
      lookOnce(worker);
      return mask[order] === 0;
    },
    isAble(worker) {
      lookOnce(worker);
      return mask.includes(0);
    },
    reasonOf(worker) {
      lookOnce(worker);
      let stage = 0;
      for (let order = 0; order < orders.length; order += 1) {
        const its = mask[order] ?? 0;
        if ((its & GONE) === 0) stage = Math.max(stage, firstOf(its));
      }
      const gone = stage <= obstacleBit.trade ? whatIsGone(mask) : undefined;
      if (gone) return gone;
      const isThere = (order: number) => ((mask[order] ?? 0) & GONE) === 0 && firstOf(mask[order] ?? 0) === stage;
      const count = orders.reduce((sum, _order, at) => (isThere(at) ? sum + 1 : sum), 0);
      const near = (order: number) => metres[order] ?? 0;
      const nearest = least(isThere, near);
      const order = orders[nearest];
      const person = workers[worker];
      switch (conditions.find((condition) => obstacleBit[condition] === stage)) {
        case 'trade': {
          const isOpen = (at: number) => (left[at] ?? 0) > 0 && ((mask[at] ?? 0) & GONE) === 0 && !Number.isNaN(near(at));
          // Rather one that the trade alone keeps them from: to learn another would not help.
          const alone = least((at) => isOpen(at) && mask[at] === obstacleBit.trade, near);
          const open = orders[alone] ? alone : least(isOpen, near);
          const other = orders[open];
          if (!other) return { code: 'trade', params: none };
          return { code: 'trade-nearest', params: { trade: other.trade, km: kilometres(near(open)), places: left[open] ?? 0 } };
        }
        case 'level':
          return { code: 'level', params: { wanted: orders[least(isThere, (at) => orders[at]?.level ?? 0)]?.level ?? 0 } };
        case 'licence':
          return { code: 'licence', params: { licence: order?.licence ?? '' } };
        case 'age':
          return { code: person?.age === undefined ? 'age-unknown' : 'age', params: { law: order?.ageLaw ?? '' } };
        case 'shift':
          return { code: 'shift', params: { shift: shifts[orderColumns.shift[nearest] ?? 0] ?? 'morning' } };
        case 'pay': {
          const best = orders[least(isThere, (at) => -(orders[at]?.payPerDay ?? 0))]?.payPerDay ?? 0;
          return { code: 'pay', params: { best: yuan(best), short: yuan((person?.payFloor ?? 0) - best) } };
        }
        case 'distance':
          return { code: 'distance', params: { km: kilometres(near(nearest)), radius: person?.radiusKm ?? 0 } };
        case 'apart':
          return { code: 'apart', params: { orders: count } };
        case 'refused':
          return { code: 'refused', params: { orders: count } };
        case 'worked':
          return { code: 'worked', params: { orders: count } };
        case 'busy':
          return { code: 'busy', params: { orders: count } };
        default:
          return { code: 'no-orders', params: none };
      }
    },

    changeOf(worker) {
      lookOnce(worker);
      const person = workers[worker];
      if (!person) return undefined;
      // Orders with room, by the one thing that stands between; what two things stand between, no single change brings.
      const single = new Map<number, number[]>();
      for (let order = 0; order < orders.length; order += 1) {
        const its = mask[order] ?? 0;
        if (isRoomy[order] !== 1 || its === 0 || (its & (its - 1)) !== 0) continue;
        const same = single.get(its);
        if (same) same.push(order);
        else single.set(its, [order]);
      }
      if (single.size === 0) return undefined;
      const only = (condition: keyof typeof obstacleBit) => single.get(obstacleBit[condition]) ?? [];
      const changes: Change[] = [];
      const byEach = <Key>(
        condition: keyof typeof obstacleBit,
        keyOf: (order: number) => Key,
        change: (key: Key, orders: number) => Change,
      ) => {
        for (const [key, those] of Map.groupBy(only(condition), keyOf)) changes.push(change(key, those.length));
      };
      byEach(
        'shift',
        (at) => shifts[orderColumns.shift[at] ?? 0] ?? 'morning',
        (shift, opened) => ({ code: 'change-shift', params: { shift, orders: opened } }),
      );
      // A way twice as long, or ten kilometres more, may be thought of; pay down by a fifth as well.
      const farthest = Math.max(person.radiusKm * 2, person.radiusKm + 10) * 1000;
      const ways = only('distance').flatMap((at) => ((metres[at] ?? 0) <= farthest ? [metres[at] ?? 0] : []));
      if (ways.length > 0)
        changes.push({ code: 'change-distance', params: { km: Math.ceil(Math.min(...ways) / 100) / 10, orders: ways.length } });
      const pays = only('pay').flatMap((at) =>
        (orders[at]?.payPerDay ?? 0) >= person.payFloor * 0.8 ? [orders[at]?.payPerDay ?? 0] : [],
      );
      if (pays.length > 0) changes.push({ code: 'change-pay', params: { yuan: yuan(Math.max(...pays)), orders: pays.length } });
      const declined = only('refused').length;
      if (declined > 0) changes.push({ code: 'change-refused', params: { orders: declined } });
      byEach(
        'level',
        (at) => orders[at]?.level ?? 0,
        (level, opened) => ({ code: 'change-level', params: { level, orders: opened } }),
      );
      byEach(
        'licence',
        (at) => orders[at]?.licence ?? '',
        (licence, opened) => ({ code: 'change-licence', params: { licence, orders: opened } }),
      );
      byEach(
        'trade',
        (at) => orders[at]?.trade ?? '',
        (trade, opened) => ({ code: 'change-trade', params: { trade, orders: opened } }),
      );
      return changes.reduce<Change | undefined>((most, change) => (ordersOf(change) > ordersOf(most) ? change : most), undefined);
    },
  };
}

const goings = ['soon', 'full', 'stopped', 'begun'] as const;
const bitOf = { soon: obstacleBit.soon, full: obstacleBit.seats, stopped: obstacleBit.stopped, begun: obstacleBit.begun };
/** What is no longer given out, whoever asks. */
const GONE = goings.reduce((bits, going) => bits | bitOf[going], 0);

/** Orders that would have suited but for being gone: how the most of them went. */
function whatIsGone(mask: Int32Array): UnmatchedReason | undefined {
  const counted = goings.map((code) => ({
    code,
    orders: mask.reduce((sum, its) => sum + ((its & ~GONE) === 0 && (its & bitOf[code]) !== 0 ? 1 : 0), 0),
  }));
  const [most] = counted.toSorted((one, other) => other.orders - one.orders);
  return most && most.orders > 0 ? { code: most.code, params: { orders: most.orders } } : undefined;
}

const ordersOf = (change: Change | undefined): number => (change && 'orders' in change.params ? change.params.orders : 0);

/** All of their so many orders went to others; without a witness something could still be done. */
export const takenBy = (witness: Witness | undefined, orders: number): UnmatchedReason => {
  if (!witness) return { code: 'cut-short', params: none };
  const { people, places, inTeams } = witness;
  return inTeams > 0
    ? { code: 'taken-teams', params: { orders, people, places, inTeams } }
    : { code: 'taken', params: { orders, people, places } };
};
