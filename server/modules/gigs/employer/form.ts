import { dayOf } from '../../../kernel/term/day.ts';
import { fenOf, yuanOf } from '../money.ts';
import type { Posting, ShownOrder } from '../orders/contract.ts';
import { beijingMinutes } from '../shifts.ts';

/** How many sites and days one form takes; whoever has more sends it again. */
export const MOST_SITES = 4;
export const MOST_DAYS = 7;

const siteFields = ['site', 'area', 'seats'] as const;
export type SiteField = `${(typeof siteFields)[number]}${0 | 1 | 2 | 3}`;
export type DayField = `day${0 | 1 | 2 | 3 | 4 | 5 | 6}`;

export const workFields = [
  'station',
  'trade',
  'level',
  'startsAt',
  'endsAt',
  'breakMinutes',
  'payBy',
  'yuan',
  'paidWithinDays',
  'insurance',
  'insurer',
  'meals',
  'transport',
  'busLeavesAt',
  'outdoors',
  'meetingPoint',
  'bring',
  'sites',
] as const;

export const orderFields = [
  ...workFields,
  ...([0, 1, 2, 3] as const).flatMap((at) => [`site${at}`, `area${at}`, `seats${at}`] as const),
  ...([0, 1, 2, 3, 4, 5, 6] as const).map((at) => `day${at}` as const),
] as const;
export type OrderField = (typeof orderFields)[number];
export type OrderForm = Readonly<Record<OrderField, string>>;

/** What is no whole number becomes one that the command's shape refuses. */
const whole = (text: string): number => {
  const plain = text.normalize('NFKC').trim();
  return /^\d{1,4}$/.test(plain) ? Number(plain) : -1;
};

/** The days that the form offers: from `today` on. */
export const daysFrom = (today: string): string[] =>
  Array.from({ length: MOST_DAYS }, (_, at) =>
    new Date(Date.parse(`${today}T00:00:00Z`) + at * 86_400_000).toISOString().slice(0, 10),
  );

/** How many places the form has. */
export const sitesOf = ({ sites }: Pick<OrderForm, 'sites'>): number => Math.min(MOST_SITES, Math.max(1, whole(sites)));

export type SiteAt = 0 | 1 | 2 | 3;
export const siteNumbers = (form: Pick<OrderForm, 'sites'>): SiteAt[] =>
  Array.from({ length: sitesOf(form) }, (_, at) => at as SiteAt); // reason: at most MOST_SITES

/** The form's own name for what the command calls `work/pay` or `sites/1/seats`, so that what is wrong stands beside it. */
export function fieldNamed(path: string): string {
  const [, at, name] = /^sites\/(\d+)\/(\w+)$/.exec(path) ?? [];
  if (at !== undefined) return `${name}${at}`;
  const field = path.replace(/^work\//, '');
  return field === 'pay' ? 'yuan' : field;
}

/** What the form says, as the command takes it. Ticked days come as `on`. */
export function postingOf(form: OrderForm, employer: string, today: string): Posting {
  const days = daysFrom(today).filter((_, at) => form[`day${at as 0}`] === 'on'); // reason: at most MOST_DAYS
  return {
    employer,
    station: form.station,
    work: {
      trade: form.trade,
      level: whole(form.level),
      startsAt: form.startsAt,
      endsAt: form.endsAt,
      breakMinutes: whole(form.breakMinutes),
      payBy: form.payBy === 'hour' ? 'hour' : 'day',
      pay: fenOf(form.yuan),
      paidWithinDays: whole(form.paidWithinDays),
      insurance: form.insurance === 'accident' || form.insurance === 'work-injury' ? form.insurance : 'none',
      ...(form.insurer.trim() === '' ? {} : { insurer: form.insurer.trim() }),
      meals: form.meals === 'on',
      transport: form.transport === 'bus-from-station' || form.transport === 'fare-paid' ? form.transport : 'own-way',
      ...(form.transport === 'bus-from-station' && form.busLeavesAt !== '' ? { busLeavesAt: form.busLeavesAt } : {}),
      outdoors: form.outdoors === 'on',
      meetingPoint: form.meetingPoint.trim(),
      bring: form.bring.trim(),
    },
    sites: siteNumbers(form).map((at) => ({
      site: form[`site${at}`].trim(),
      area: form[`area${at}`],
      seats: whole(form[`seats${at}`]),
    })),
    days,
  };
}

const nothing = Object.fromEntries(orderFields.map((name) => [name, ''])) as Record<OrderField, string>; // reason: fromEntries forgets the names

/** In the afternoon people post for tomorrow. */
const NOON = 12 * 60;

/** The first day offered on which work that begins at `from` can still begin, and of which `isTaken` does not say that it is ordered already. */
function firstDay(from: string, now: Date, isTaken: (day: string) => boolean): string | undefined {
  const [hours = 0, minutes = 0] = from.split(':').map(Number);
  const isLate = beijingMinutes(now) >= Math.min(NOON, hours * 60 + minutes);
  return daysFrom(dayOf(now)).find((day, at) => !(isLate && at === 0) && !isTaken(day));
}

/** The tick of a day; of none where there is none left. */
const ticked = (day: string | undefined, now: Date): Partial<Record<DayField, 'on'>> =>
  day === undefined ? {} : { [`day${daysFrom(dayOf(now)).indexOf(day)}`]: 'on' };

/** An order that most post: today or tomorrow by the hour, nine hours with one of rest, paid the same day. */
export const usualForm = (station: string, now: Date): OrderForm => ({
  ...nothing,
  station,
  level: '0',
  startsAt: '07:00',
  endsAt: '17:00',
  breakMinutes: '60',
  payBy: 'day',
  paidWithinDays: '0',
  insurance: 'accident',
  transport: 'own-way',
  sites: '1',
  seats0: '1',
  ...ticked(
    firstDay('07:00', now, () => false),
    now,
  ),
});

type Ordered = Pick<ShownOrder, 'trade' | 'site' | 'area' | 'day' | 'from' | 'state'>;

/** A place's name without what people type differently from time to time: blanks, wide letters, capitals. */
const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

/** The same name in another town is another place. */
const isSamePlace = (one: Pick<Ordered, 'site' | 'area'>, other: Pick<Ordered, 'site' | 'area'>): boolean =>
  one.area === other.area && plain(one.site) === plain(other.site);

/** The places that one posting names more than once, as they were typed: each would be another order of the same work. */
export const namedTwice = ({ sites }: Pick<Posting, 'sites'>): string[] =>
  sites.flatMap((site, at) => (sites.slice(0, at).some((before) => isSamePlace(before, site)) ? [site.site] : []));

/** The same work on whichever day: one trade at one place, begun at the same time. */
const isSameWork = (one: Omit<Ordered, 'day' | 'state'>, other: Omit<Ordered, 'day' | 'state'>): boolean =>
  one.trade === other.trade && one.from === other.from && isSamePlace(one, other);

/** Orders that stand already for what a posting asks for: the same work on the same day. The soonest first. */
export const orderedAlready = <Order extends Ordered>({ work, sites, days }: Posting, orders: readonly Order[]): Order[] =>
  orders
    .filter(
      (order) =>
        order.state !== 'cancelled' &&
        days.includes(order.day) &&
        sites.some(({ site, area }) => isSameWork(order, { trade: work.trade, from: work.startsAt, site, area })),
    )
    .toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));

/** The next day on which an order's work can still begin and is not ordered yet. */
export const nextDayOf = (order: ShownOrder, all: readonly ShownOrder[], now: Date): string | undefined =>
  firstDay(order.from, now, (day) =>
    all.some((other) => other.state !== 'cancelled' && other.day === day && isSameWork(other, order)),
  );

/** Orders of one posting and day that are likely to be posted again, and the day that they are missing on. */
export type Copy = { readonly orders: readonly [ShownOrder, ...ShownOrder[]]; readonly to: string | undefined };

/**
 * What is likely to be posted again: the latest day's orders; where that is today, also what was ordered the day before and is missing
 * today. Each for the next day on which it is not ordered yet, the soonest first.
 */
export function likelyCopies(all: readonly ShownOrder[], now: Date): Copy[] {
  const today = dayOf(now);
  const standing = all.filter(({ day, state }) => day <= today && state !== 'cancelled');
  const days = [...new Set(standing.map(({ day }) => day))].sort().toReversed();
  const latest = days.slice(0, days[0] === today ? 2 : 1).flatMap((day) => standing.filter((order) => order.day === day));
  const once = latest.filter(
    (order, at) => !latest.slice(0, at).some((other) => other.day > order.day && isSameWork(other, order)),
  );
  const copies = new Map<string, { orders: [ShownOrder, ...ShownOrder[]]; to: string | undefined }>();
  for (const order of once) {
    const to = nextDayOf(order, all, now);
    const copy = copies.get(`${order.posting} ${order.day} ${to}`);
    if (copy) copy.orders.push(order);
    else copies.set(`${order.posting} ${order.day} ${to}`, { orders: [order], to });
  }
  return [...copies.values()].toSorted((one, other) => (one.to ?? '9').localeCompare(other.to ?? '9'));
}

/** The same again: everything of an order, with the other sites of its posting that are missing on that day too. */
export function copiedForm(order: ShownOrder, all: readonly ShownOrder[], now: Date): OrderForm {
  const to = nextDayOf(order, all, now);
  const together = all.filter(
    (other) =>
      other.state !== 'cancelled' &&
      other.posting === order.posting &&
      other.day === order.day &&
      (other.id === order.id || nextDayOf(other, all, now) === to),
  );
  const sites = together.length === 0 || together.length > MOST_SITES ? [order] : together;
  return {
    ...nothing,
    station: order.station,
    trade: order.trade,
    level: String(order.level),
    startsAt: order.from,
    endsAt: order.to,
    breakMinutes: String(order.breakMinutes),
    payBy: order.payBy,
    yuan: yuanOf(order.pay),
    paidWithinDays: String(order.paidWithinDays),
    insurance: order.insurance,
    insurer: order.insurer ?? '',
    meals: order.meals ? 'on' : '',
    transport: order.transport,
    busLeavesAt: order.bus ?? '',
    outdoors: order.outdoors ? 'on' : '',
    meetingPoint: order.meetingPoint,
    bring: order.bring,
    sites: String(sites.length),
    ...Object.fromEntries(
      sites.flatMap(({ site, area, seats }, at) => [
        [`site${at}`, site],
        [`area${at}`, area],
        [`seats${at}`, String(seats)],
      ]),
    ),
    ...ticked(to, now),
  };
}
