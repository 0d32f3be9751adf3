import { Type } from 'typebox';
import { actorKey } from '../../../kernel/actor/actor.ts';
import type { Scope } from '../../../kernel/actor/permission.ts';
import { command, type Work } from '../../../kernel/command/command.ts';
import { Text } from '../../../kernel/command/text.ts';
import { Problem } from '../../../kernel/problem.ts';
import { addDays } from '../../../kernel/term/day.ts';
import { requireVerified } from '../../employers/module.ts';
import { tellInsured } from '../day/insured.ts';
import { requireSaid } from '../day/unsaid.ts';
import { placeOfArea } from '../market/places.ts';
import { getStation, scopeOfStation } from '../market/stations.ts';
import { shippedTrades } from '../market/trades.ts';
import { mayOrder } from '../may.ts';
import { yuanOf } from '../money.ts';
import { type Terms, termsOn } from '../rules/terms.ts';
import { requireWeather } from '../rules/weather-store.ts';
import { Id } from '../shapes.ts';
import { instantAt } from '../shifts.ts';
import { busOf } from './bus.ts';
import { FURTHEST_DAYS, type OrderSite, type OrderWork, Posting } from './contract.ts';
import { getOrder, holdOrder } from './store.ts';
import { requirePaid } from './unpaid.ts';

/** The employer whose order it is, and the station whose counter may take it by telephone. */
const scopeOfPosting = async (given: Posting, work: Pick<Work, 'transaction'>): Promise<Scope | undefined> => {
  const station = await scopeOfStation(given, work);
  return station && { ...station, employer: given.employer };
};

export const scopeOfOrder = async (
  { order: id }: { readonly order: string },
  { transaction }: Pick<Work, 'transaction'>,
): Promise<Scope | undefined> => {
  const order = await getOrder(transaction, id).catch(() => undefined);
  if (!order) return undefined;
  const station = await scopeOfStation(order, { transaction });
  return { ...station, employer: order.employer };
};

/**
 * Posts day orders: one a site and day. The employer must be verified and owe nobody wages that are due.
 * @throws Problem `employer-not-verified`, `gig-wages-unpaid`, `gig-attendance-unsaid`, `gig-day-past`, `gig-day-far`, `gig-trade-unknown`, `gig-insurer-needed`,
 *   `gig-start-past`, `gig-too-long`, `gig-break-too-long`, `gig-bus-none`, `gig-bus-time`, `gig-pay-too-little`, `gig-weather-stop`, `gig-weather-hours`
 */
export const postOrders = command({
  name: 'gigs.post-orders',
  route: 'POST /api/gig-orders',
  input: Posting,
  may: mayOrder,
  scope: scopeOfPosting,
  run: async (given, work) => {
    const { transaction, today, now, newId, services } = work;
    await requireVerified(transaction, given.employer);
    await requirePaid(transaction, given.employer, today);
    await requireSaid(transaction, given.employer, { now, today, calendar: services.calendar });
    const station = await getStation(transaction, given.station);
    checkWork(given.work);
    const posting = newId();
    const orders: { id: string; number: number; day: string; site: string }[] = [];
    for (const day of [...given.days].sort()) {
      if (day < today) throw new Problem('invalid', 'gig-day-past');
      if (day > addDays(today, FURTHEST_DAYS)) throw new Problem('invalid', 'gig-day-far', { days: FURTHEST_DAYS });
      if (station.closedOn !== null && day >= station.closedOn) throw new Problem('conflict', 'gig-station-closed');
      const { from, to } = stretchOf(day, given.work);
      requireLeastPay(given.work, await termsOn(transaction, day));
      await requireWeather(transaction, { ...given.work, day, startsAt: from, endsAt: to }, { hours: true });
      for (const site of given.sites) orders.push(await insertOrder(work, { ...given, posting, day, site }));
    }
    return { posting, orders };
  },
  audit: ({ employer, station }, { posting, orders }) => ({ employer, station, posting, orders: orders.length }),
});

/** Takes nobody more; who is placed comes. */
export const closeOrder = command({
  name: 'gigs.close-order',
  route: 'POST /api/gig-orders/:order/close',
  input: Type.Object({ order: Id }, { additionalProperties: false }),
  may: mayOrder,
  scope: scopeOfOrder,
  run: async ({ order: id }, { transaction }) => {
    const { db, district } = transaction;
    const order = await holdOrder(transaction, id);
    if (order.state === 'cancelled') throw new Problem('conflict', 'gig-order-not-open');
    await db.updateTable('gig_order').set({ state: 'closed' }).where('district', '=', district).where('id', '=', id).execute();
    return { order: id };
  },
  audit: ({ order }) => ({ order }),
});

/** What of the work is wrong, told at its field. */
const wrongWork = (field: keyof OrderWork, code: string): Problem =>
  new Problem('invalid', code, {}, [{ at: `/work/${field}`, code }]);

function checkWork(work: OrderWork): void {
  if (!shippedTrades().find(work.trade)) throw new Problem('invalid', 'gig-trade-unknown', { trade: work.trade });
  if (work.insurance !== 'none' && work.insurer === undefined) throw wrongWork('insurer', 'gig-insurer-needed');
  const { from, to } = stretchOf('2026-01-01', work);
  const minutes = (to.getTime() - from.getTime()) / 60_000;
  if (minutes > 16 * 60 || minutes < 60) throw wrongWork('endsAt', 'gig-too-long');
  if (work.breakMinutes * 2 > minutes) throw wrongWork('breakMinutes', 'gig-break-too-long');
}

/** Nothing below the minimum wage of the day, breaks not counted. @throws Problem `gig-pay-too-little`, with what the shift needs at least */
function requireLeastPay(work: OrderWork, { leastPay: { fenPerHour } }: Terms): void {
  const { from, to } = stretchOf('2026-01-01', work);
  const hours = (to.getTime() - from.getTime()) / 3_600_000 - work.breakMinutes / 60;
  const hour = work.payBy === 'hour' ? work.pay : work.pay / hours;
  if (hour >= fenPerHour) return;
  const params = { hour: yuanOf(Math.floor(hour)), least: yuanOf(fenPerHour), whole: yuanOf(Math.ceil(fenPerHour * hours)) };
  throw new Problem('invalid', 'gig-pay-too-little', params, [{ at: '/work/pay', code: 'gig-pay-too-little', params }]);
}

/** From start to end; an end before the start is the next day's. */
export const stretchOf = (day: string, { startsAt, endsAt }: Pick<OrderWork, 'startsAt' | 'endsAt'>) => ({
  from: instantAt(day, startsAt),
  to: instantAt(day, endsAt, endsAt <= startsAt),
});

async function insertOrder(
  { transaction, newId, now, actor }: Work,
  given: Posting & { posting: string; day: string; site: OrderSite },
): Promise<{ id: string; number: number; day: string; site: string }> {
  const { db, district } = transaction;
  const { work, site, day } = given;
  const { from, to } = stretchOf(day, work);
  if (from <= now) throw wrongWork('startsAt', 'gig-start-past');
  const place = await placeOfArea(transaction, site.area);
  const number = await nextOrderNumber(transaction, given.station, day);
  const id = newId();
  await db
    .insertInto('gig_order')
    .values({
      district,
      id,
      posting: given.posting,
      number,
      employer: given.employer,
      station: given.station,
      day,
      trade: work.trade,
      level: work.level,
      seats: site.seats,
      site: site.site,
      area: place.area,
      town: place.town,
      latitude: site.latitude ?? place.latitude,
      longitude: site.longitude ?? place.longitude,
      starts_at: from,
      ends_at: to,
      break_minutes: work.breakMinutes,
      pay_by: work.payBy,
      pay: work.pay,
      paid_within_days: work.paidWithinDays,
      insurance: work.insurance,
      insurer: work.insurer ?? null,
      meals: work.meals,
      transport: work.transport,
      bus_leaves_at:
        work.busLeavesAt === undefined ? null : busOf({ ...work, startsAt: from }, work.busLeavesAt, '/work/busLeavesAt'),
      outdoors: work.outdoors,
      meeting_point: work.meetingPoint,
      bring: work.bring,
      foreman: site.foreman ?? null,
      state: 'open',
      posted_by: actorKey(actor),
      posted_at: now,
    })
    .execute();
  return { id, number, day, site: site.site };
}

/** Numbers of a station's day, from one; the row of the day is held, so none is given twice. */
async function nextOrderNumber({ client, district }: Work['transaction'], station: string, day: string): Promise<number> {
  const { rows } = await client.query<{ last_order: number }>(
    `INSERT INTO gig_station_day (district, station, day, last_order) VALUES ($1, $2, $3, 1)
     ON CONFLICT (district, station, day) DO UPDATE SET last_order = gig_station_day.last_order + 1 RETURNING last_order`,
    [district, station, day],
  );
  return rows[0]?.last_order ?? 1;
}

/** The employer names the policy before the shift starts, and who is placed hears of it; or workers are told that there is none. */
export const recordInsurance = command({
  name: 'gigs.record-insurance',
  route: 'POST /api/gig-orders/:order/insurance',
  input: Type.Object({ order: Id, insurer: Text(2, 60), number: Text(4, 60) }, { additionalProperties: false }),
  may: mayOrder,
  scope: scopeOfOrder,
  run: async ({ order: id, insurer, number }, work) => {
    const { transaction, now } = work;
    const { db, district } = transaction;
    const order = await holdOrder(transaction, id);
    if (now >= order.startsAt) throw new Problem('conflict', 'gig-insurance-late');
    if (order.state === 'cancelled') throw new Problem('conflict', 'gig-order-not-open');
    await db
      .updateTable('gig_order')
      .set({
        insurance: order.insurance === 'none' ? 'accident' : order.insurance,
        insurer,
        insured_number: number,
        insured_at: now,
        revision: order.revision + 1,
      })
      .where('district', '=', district)
      .where('id', '=', id)
      .execute();
    return { order: id, told: await tellInsured(work, order, insurer) };
  },
  audit: ({ order, insurer }, { told }) => ({ order, insurer, told }),
});
