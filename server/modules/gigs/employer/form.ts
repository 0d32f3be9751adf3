import { dayOf } from '../../../kernel/term/day.ts';
import { yuanOf } from '../money.ts';
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

/** `240`, `240.5` → fen; what is no number of yuan becomes one that the command's shape refuses. */
export const fen = (yuan: string): number => {
  const text = yuan.trim().replace(/[，,]/g, '');
  return /^\d{1,6}(\.\d{1,2})?$/.test(text) ? Math.round(Number(text) * 100) : -1;
};
const whole = (text: string): number => (/^\s*\d{1,4}\s*$/.test(text) ? Number(text) : -1);

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
      pay: fen(form.yuan),
      paidWithinDays: whole(form.paidWithinDays),
      insurance: form.insurance === 'accident' || form.insurance === 'work-injury' ? form.insurance : 'none',
      ...(form.insurer.trim() === '' ? {} : { insurer: form.insurer.trim() }),
      meals: form.meals === 'on',
      transport: form.transport === 'bus-from-station' || form.transport === 'fare-paid' ? form.transport : 'own-way',
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
function firstDay(from: string, now: Date, isTaken: (day: string) => boolean): DayField {
  const [hours = 0, minutes = 0] = from.split(':').map(Number);
  const isLate = beijingMinutes(now) >= Math.min(NOON, hours * 60 + minutes);
  const at = daysFrom(dayOf(now)).findIndex((day, index) => !(isLate && index === 0) && !isTaken(day));
  return `day${Math.max(0, at) as 0}`; // reason: one of the seven days
}

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
  [firstDay('07:00', now, () => false)]: 'on',
});

/** What is likely to be posted again: the orders of the latest day up to today, one of each posting. */
export function lastOrders(orders: readonly ShownOrder[], today: string): ShownOrder[] {
  const standing = orders.filter(({ day, state }) => day <= today && state !== 'cancelled');
  const ofDay = standing.filter(({ day }) => day === standing[0]?.day);
  return ofDay.filter(({ posting }, at) => ofDay.findIndex((other) => other.posting === posting) === at);
}

/** The same again: everything of an order, with the other sites of its posting, for the next day on which it is not ordered yet. */
export function copiedForm(order: ShownOrder, all: readonly ShownOrder[], now: Date): OrderForm {
  const standing = all.filter(({ state }) => state !== 'cancelled');
  const together = standing.filter(({ posting, day }) => posting === order.posting && day === order.day);
  const sites = together.length === 0 || together.length > MOST_SITES ? [order] : together;
  const isTaken = (day: string) =>
    standing.some((other) => other.day === day && other.site === order.site && other.trade === order.trade);
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
    [firstDay(order.from, now, isTaken)]: 'on',
  };
}
