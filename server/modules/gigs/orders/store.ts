import type { Transaction } from '../../../kernel/database/transaction.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Order, OrderFill } from './contract.ts';

const orders = ({ db, district }: Transaction) => db.selectFrom('gig_order').selectAll().where('district', '=', district);
type Row = Awaited<ReturnType<ReturnType<typeof orders>['execute']>>[number];

const asOrder = (row: Row): Order => ({
  id: row.id,
  posting: row.posting,
  number: row.number,
  employer: row.employer,
  station: row.station,
  day: row.day,
  trade: row.trade,
  level: row.level,
  seats: row.seats,
  site: row.site,
  area: row.area,
  town: row.town,
  latitude: row.latitude,
  longitude: row.longitude,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  breakMinutes: row.break_minutes,
  payBy: row.pay_by as Order['payBy'], // reason: this and the three below are named by the columns' CHECKs
  pay: row.pay,
  paidWithinDays: row.paid_within_days,
  insurance: row.insurance as Order['insurance'],
  insurer: row.insurer,
  meals: row.meals,
  transport: row.transport as Order['transport'],
  busLeavesAt: row.bus_leaves_at,
  outdoors: row.outdoors,
  meetingPoint: row.meeting_point,
  bring: row.bring,
  foreman: row.foreman,
  state: row.state as Order['state'],
  reason: row.reason,
  insuredAt: row.insured_at,
  revision: row.revision,
});

export async function findOrder(transaction: Transaction, id: string): Promise<Order | undefined> {
  const row = await orders(transaction).where('id', '=', id).executeTakeFirst();
  return row && asOrder(row);
}

/** @throws Problem `no-gig-order` */
export async function getOrder(transaction: Transaction, id: string): Promise<Order> {
  const order = await findOrder(transaction, id);
  if (!order) throw new Problem('not-found', 'no-gig-order');
  return order;
}

/** The order, held: seats of one order are given out one after another. @throws Problem `no-gig-order` */
export async function holdOrder(transaction: Transaction, id: string): Promise<Order> {
  const row = await orders(transaction).where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) throw new Problem('not-found', 'no-gig-order');
  return asOrder(row);
}

/** The order as it stands until the transaction ends: many may take their seats at once, but nobody cancels it meanwhile. */
export async function shareOrder(transaction: Transaction, id: string): Promise<Order> {
  const row = await orders(transaction).where('id', '=', id).forShare().executeTakeFirst();
  if (!row) throw new Problem('not-found', 'no-gig-order');
  return asOrder(row);
}

/** The orders of a station's day that still take people at an instant. */
export const listOpenOrders = async (transaction: Transaction, station: string, day: string, now: Date): Promise<Order[]> =>
  (
    await orders(transaction)
      .where('station', '=', station)
      .where('day', 'in', [day, dayAfter(day)])
      .where('state', '=', 'open')
      .where('ends_at', '>', now)
      .orderBy('starts_at')
      .orderBy('number')
      .execute()
  ).map(asOrder);

/** Work outdoors of a day and the next that is not over, full or not: the weather is everybody's who goes there. */
export const listOutdoorOrders = async (transaction: Transaction, station: string, day: string, now: Date): Promise<Order[]> =>
  (
    await orders(transaction)
      .where('station', '=', station)
      .where('day', 'in', [day, dayAfter(day)])
      .where('state', 'in', ['open', 'closed'])
      .where('outdoors', '=', true)
      .where('ends_at', '>', now)
      .execute()
  ).map(asOrder);

/** The day after, for orders that a dawn fills ahead of time: a night shift, tomorrow's early start. */
const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

export const listOrdersOfEmployer = async (transaction: Transaction, employer: string, from: string): Promise<Order[]> =>
  (
    await orders(transaction)
      .where('employer', '=', employer)
      .where('day', '>=', from)
      .orderBy('day', 'desc')
      .orderBy('starts_at')
      .limit(500)
      .execute()
  ).map(asOrder);

export const listOrdersByIds = async (transaction: Transaction, ids: readonly string[]): Promise<Map<string, Order>> =>
  new Map(
    ids.length === 0
      ? []
      : (
          await orders(transaction)
            .where(({ eb, ref }) => eb(ref('id'), '=', eb.fn.any(eb.val([...ids]))))
            .execute()
        ).map((row) => [row.id, asOrder(row)]),
  );

/** How far orders are filled. Placements that ended otherwise than in work hold no seat. */
export async function fillOf({ client, district }: Transaction, orderIds: readonly string[]): Promise<Map<string, OrderFill>> {
  if (orderIds.length === 0) return new Map();
  const { rows } = await client.query<{ id: string; seats: number; placed: number; offered: number }>({
    name: 'gig_fill',
    text: `SELECT o.id, o.seats,
             (SELECT count(*)::integer FROM gig_placement p
              WHERE p.district = $1 AND p."order" = o.id AND p.state IN ('placed', 'started', 'finished')) AS placed,
             (SELECT count(*)::integer FROM gig_offer f WHERE f.district = $1 AND f."order" = o.id AND f.state = 'offered') AS offered
           FROM gig_order o WHERE o.district = $1 AND o.id = ANY($2::uuid[])`,
    values: [district, orderIds],
  });
  return new Map(
    rows.map(({ id, seats, placed, offered }) => [id, { placed, offered, open: Math.max(0, seats - placed - offered) }]),
  );
}
