import type { Transaction } from '../../../kernel/database/transaction.ts';
import { addDays } from '../../../kernel/term/day.ts';
import { residentGroups } from '../../residents/module.ts';
import { getStation } from '../market/stations.ts';
import { shippedTrades } from '../market/trades.ts';
import type { CostPolicy } from '../matching/policy.ts';
import type { Closed, MatchOrder, MatchWorker } from '../matching/shapes.ts';
import { FURTHEST_DAYS, type Order } from '../orders/contract.ts';
import { payPerDay } from '../orders/pay.ts';
import { fillOf, listOpenOrders } from '../orders/store.ts';
import { termsOn } from '../rules/terms.ts';
import { warningsOf } from '../rules/weather-store.ts';
import { roundsUntil, wayFrom } from './in-time.ts';

type PoolRow = {
  worker: string;
  number: number;
  at: Date;
  mornings: number;
  latitude: number;
  longitude: number;
  radius_km: number;
  pay_floor: number;
  pay_wish: number;
  shifts: number;
  shift_wish: number | null;
  is_aided: boolean;
  team: string | null;
  skills: { trade: string; level: number }[] | null;
  licences: { licence: string; until: string }[] | null;
  busy: { from: string; to: string; latitude: number; longitude: number }[] | null;
  refused: string[] | null;
  worked: string[] | null;
  apart: string[] | null;
  liked: string[] | null;
};

/**
 * Whom a batch looks at: in the line, not gone, without an offer that waits for its answer, and without work today unless they asked for
 * more. `only`: these workers whether or not they wait, for the counter.
 *
 * An officer's word on a level stands above the worker's own. A team is who of it waits today; while one of it has an offer
 * to answer, the others wait for that: to be offered something alone would part them. Whoever has had an order, gave it up or did
 * not come to it is not asked for it again; who said no to an employer has said it to all their orders of the day.
 */
const poolText = (only: boolean) => `
  SELECT c.worker, c.number, c.at, c.mornings, w.latitude, w.longitude, w.radius_km, w.pay_floor, w.pay_wish, w.shifts, w.shift_wish,
    coalesce(w.aided_until >= $3::date, false) AS is_aided, m.team,
    (SELECT jsonb_agg(jsonb_build_object('trade', s.trade, 'level', coalesce(s.checked_level, s.level)) ORDER BY s.trade)
     FROM gig_skill s WHERE s.district = $1 AND s.worker = c.worker) AS skills,
    (SELECT jsonb_agg(jsonb_build_object('licence', l.licence, 'until', l.expires_on) ORDER BY l.licence) FROM gig_licence l
     WHERE l.district = $1 AND l.worker = c.worker AND l.state = 'checked' AND l.expires_on >= $3::date) AS licences,
    (SELECT jsonb_agg(jsonb_build_object('from', p.starts_at, 'to', p.ends_at, 'latitude', o.latitude, 'longitude', o.longitude) ORDER BY p.starts_at)
     FROM gig_placement p JOIN gig_order o ON o.district = $1 AND o.id = p."order"
     WHERE p.district = $1 AND p.worker = c.worker AND p.state IN ('placed', 'started') AND p.day BETWEEN $3::date - 1 AND $3::date + 2) AS busy,
    (SELECT jsonb_agg(DISTINCT no."order") FROM (
       SELECT f."order" FROM gig_offer f
       WHERE f.district = $1 AND f.worker = c.worker AND f.day = $3::date AND f.state IN ('declined', 'lapsed')
       UNION ALL SELECT p."order" FROM gig_placement p
       WHERE p.district = $1 AND p.worker = c.worker AND p.state IN ('no-show', 'withdrawn') AND p.day BETWEEN $3::date - 1 AND $3::date + 2
       UNION ALL SELECT its.id FROM gig_offer f JOIN gig_order o ON o.district = $1 AND o.id = f."order"
         JOIN gig_order its ON its.district = $1 AND its.employer = o.employer AND its.state = 'open' AND its.day BETWEEN $3::date AND $3::date + 1
       WHERE f.district = $1 AND f.worker = c.worker AND f.day = $3::date AND f.state = 'declined' AND f.reason = 'employer'
       ) AS no) AS refused,
    (SELECT jsonb_agg(DISTINCT p."order") FROM gig_placement p
     WHERE p.district = $1 AND p.worker = c.worker AND p.state IN ('started', 'finished') AND p.day BETWEEN $3::date - 1 AND $3::date + 2) AS worked,
    (SELECT jsonb_agg(DISTINCT r.employer) FROM gig_rating r
     WHERE r.district = $1 AND r.worker = c.worker AND r.never_again AND r.appeal_outcome IS DISTINCT FROM 'removed') AS apart,
    (SELECT jsonb_agg(DISTINCT a.employer) FROM gig_rating a JOIN gig_rating b
       ON b.district = $1 AND b.worker = a.worker AND b.employer = a.employer AND b.side = 'employer' AND b.stars >= 4
     WHERE a.district = $1 AND a.worker = c.worker AND a.side = 'worker' AND a.stars >= 4) AS liked
  FROM gig_check_in c
  JOIN gig_worker w ON w.district = $1 AND w.id = c.worker
  LEFT JOIN gig_team_member m ON m.district = $1 AND m.worker = c.worker AND m.left_at IS NULL
  WHERE c.district = $1 AND c.station = $2 AND c.day = $3::date
  ${
    only
      ? 'AND c.worker = ANY($4::uuid[])'
      : `AND c.left_at IS NULL AND NOT w.paused
         AND NOT EXISTS (SELECT 1 FROM gig_offer f WHERE f.district = $1 AND f.worker = c.worker AND f.state = 'offered')
         AND NOT EXISTS (SELECT 1 FROM gig_team_member t JOIN gig_offer f ON f.district = $1 AND f.worker = t.worker AND f.state = 'offered'
                         JOIN gig_check_in o ON o.district = $1 AND o.worker = t.worker AND o.day = $3::date AND o.left_at IS NULL
                         WHERE t.district = $1 AND t.team = m.team AND t.left_at IS NULL AND t.worker <> c.worker)
         AND (c.wants_more OR NOT EXISTS (SELECT 1 FROM gig_placement p WHERE p.district = $1 AND p.worker = c.worker
              AND p.state IN ('placed', 'started', 'finished') AND p.placed_at >= $4))`
  }
  ORDER BY c.number`;

export type Waiting = MatchWorker & { readonly number: number };

/** The workers of a pool, as matching sees them. */
export async function readPool(
  transaction: Transaction,
  { station, day, now, only }: { station: string; day: string; now: Date; only?: readonly string[] },
): Promise<Waiting[]> {
  const { client, district } = transaction;
  const { rows } = await client.query<PoolRow>({
    text: poolText(only !== undefined),
    values: [district, station, day, only ?? new Date(`${day}T00:00:00+08:00`)],
  });
  const groups = await residentGroups(
    transaction,
    rows.map(({ worker }) => worker),
  );
  const year = Number(day.slice(0, 4));
  return rows.map((row) => {
    const born = groups.get(row.worker)?.birthYear ?? null;
    return {
      id: row.worker,
      number: row.number,
      place: { latitude: row.latitude, longitude: row.longitude },
      radiusKm: row.radius_km,
      skills: row.skills ?? [],
      ...licencesOf(row, day),
      shifts: row.shifts,
      ...(row.shift_wish === null ? {} : { shiftWish: Math.log2(row.shift_wish) }),
      payFloor: row.pay_floor,
      payWish: row.pay_wish,
      // Only the year is known: whoever may still be a year younger is taken to be, because the law protects them.
      ...(born === null ? {} : { age: year - born - 1 }),
      mornings: row.mornings,
      waitedMinutes: Math.max(0, Math.floor((now.getTime() - row.at.getTime()) / 60_000)),
      isHardToEmploy: row.is_aided,
      busy: (row.busy ?? []).map(({ from, to, latitude, longitude }) => ({
        from: new Date(from).toISOString(),
        to: new Date(to).toISOString(),
        place: { latitude, longitude },
      })),
      refused: row.refused ?? [],
      ...(row.worked === null ? {} : { worked: row.worked }),
      apart: row.apart ?? [],
      liked: row.liked ?? [],
      ...(row.team === null ? {} : { team: row.team }),
    };
  });
}

/** Those valid on the day; and until when, where that is before the last day for which anybody can order. */
function licencesOf({ licences }: PoolRow, day: string): Pick<MatchWorker, 'licences' | 'licencesEnd'> {
  const until = new Map((licences ?? []).map((held) => [held.licence, held.until]));
  const ending = [...until].filter(([, last]) => last < addDays(day, FURTHEST_DAYS));
  return { licences: [...until.keys()], ...(ending.length === 0 ? {} : { licencesEnd: Object.fromEntries(ending) }) };
}

/** An order with seats left, as matching sees it. Age limits come from the law behind the trade, never from the employer. */
export function asMatchOrder(order: Order, seats: number): MatchOrder {
  const trades = shippedTrades();
  const trade = trades.find(order.trade);
  return {
    id: order.id,
    employer: order.employer,
    place: { latitude: order.latitude, longitude: order.longitude },
    trade: order.trade,
    level: order.level,
    ...(trade?.licence === undefined ? {} : { licence: trade.licence }),
    ...(trade === undefined ? {} : { youngest: trades.ageOf(trade).youngest, ageLaw: trade.age ?? 'general' }),
    from: order.startsAt.toISOString(),
    to: order.endsAt.toISOString(),
    payPerDay: payPerDay(order),
    seats,
  };
}

/**
 * The orders of a station that stand, with the seats that nobody holds. Where nobody is sent any more the order is in it, too, and says why:
 * so that whoever it would have suited can be told.
 */
export async function readOpenings(
  transaction: Transaction,
  { station: id, day, now, policy }: { station: string; day: string; now: Date; policy: CostPolicy },
): Promise<MatchOrder[]> {
  const station = await getStation(transaction, id);
  const way = wayFrom(station, policy, await termsOn(transaction, day));
  const orders = await listOpenOrders(transaction, id, day, now);
  const fill = await fillOf(
    transaction,
    orders.map(({ id }) => id),
  );
  const warnings = await warningsOf(transaction, orders);
  const closedBy = (order: Order): Closed | undefined => {
    if (order.startsAt <= now) return 'begun';
    // Nobody is sent where they may not begin, or would come late after the time that they have to answer.
    if (warnings.get(order.id)?.some(({ effect }) => effect === 'stop')) return 'stopped';
    return now > roundsUntil(order, way, station.answerMinutes) ? 'soon' : undefined;
  };
  return orders.map((order) => {
    const closed = closedBy(order);
    return { ...asMatchOrder(order, fill.get(order.id)?.open ?? 0), ...(closed ? { closed } : {}) };
  });
}
