import type { Posting, ShownOrder } from '../../../../server/modules/gigs/orders/contract.ts';
import { addDays } from '../../../shared/day.ts';

/** What the form for an order holds, as it was typed. */
export type OrderGiven = {
  readonly trade: string;
  readonly level: string;
  readonly site: string;
  readonly area: string;
  readonly seats: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly breakMinutes: string;
  readonly yuan: string;
  readonly payBy: 'day' | 'hour';
  readonly paidWithinDays: string;
  readonly insurance: 'none' | 'accident' | 'work-injury';
  readonly insurer: string;
  readonly transport: 'own-way' | 'bus-from-station' | 'fare-paid';
  readonly busLeavesAt: string;
  readonly meetingPoint: string;
  readonly bring: string;
  readonly meals: boolean;
  readonly outdoors: boolean;
};

/** The days that the form offers: today and the six after it. */
export const daysOffered = (today: string): string[] => Array.from({ length: 7 }, (_, ahead) => addDays(today, ahead));

/** What most employers say on the telephone. */
export const usualOrder: OrderGiven = {
  trade: '',
  level: '0',
  site: '',
  area: '',
  seats: '',
  startsAt: '07:00',
  endsAt: '17:00',
  breakMinutes: '60',
  yuan: '',
  payBy: 'day',
  paidWithinDays: '0',
  insurance: 'accident',
  insurer: '',
  transport: 'own-way',
  busLeavesAt: '',
  meetingPoint: '',
  bring: '',
  meals: false,
  outdoors: false,
};

/** The same again, but for its days. */
export const orderLike = (order: ShownOrder): OrderGiven => ({
  trade: order.trade,
  level: String(order.level),
  site: order.site,
  area: order.area,
  seats: String(order.seats),
  startsAt: order.from,
  endsAt: order.to,
  breakMinutes: String(order.breakMinutes),
  yuan: (order.pay / 100).toFixed(2).replace(/\.00$/, ''),
  payBy: order.payBy,
  paidWithinDays: String(order.paidWithinDays),
  insurance: order.insurance,
  insurer: order.insurer ?? '',
  transport: order.transport,
  busLeavesAt: order.bus ?? '',
  meetingPoint: order.meetingPoint,
  bring: order.bring,
  meals: order.meals,
  outdoors: order.outdoors,
});

/** The latest order of each work that an employer has ordered: what they are likely to ask for again, the last first. */
export function likelyAgain(orders: readonly ShownOrder[], most = 5): ShownOrder[] {
  const works = new Map<string, ShownOrder>();
  for (const order of orders.toSorted((one, other) => other.startsAt.localeCompare(one.startsAt))) {
    const work = `${order.trade} ${order.area} ${order.site} ${order.from}`;
    if (order.state !== 'cancelled' && !works.has(work)) works.set(work, order);
  }
  return [...works.values()].slice(0, most);
}

/** What the form says, as the command takes it: one place, on the days that were ticked. */
export function postingOf(given: OrderGiven, days: readonly string[], employer: string, station: string): Posting {
  const hasBus = given.transport === 'bus-from-station' && given.busLeavesAt !== '';
  return {
    employer,
    station,
    work: {
      trade: given.trade,
      level: Number(given.level),
      startsAt: given.startsAt,
      endsAt: given.endsAt,
      breakMinutes: Number(given.breakMinutes),
      payBy: given.payBy,
      pay: Math.round(Number(given.yuan) * 100),
      paidWithinDays: Number(given.paidWithinDays),
      insurance: given.insurance,
      ...(given.insurer.trim() === '' ? {} : { insurer: given.insurer.trim() }),
      meals: given.meals,
      transport: given.transport,
      ...(hasBus ? { busLeavesAt: given.busLeavesAt } : {}),
      outdoors: given.outdoors,
      meetingPoint: given.meetingPoint.trim(),
      bring: given.bring.trim(),
    },
    sites: [{ site: given.site.trim(), area: given.area, seats: Number(given.seats) }],
    days: days.toSorted(),
  };
}
