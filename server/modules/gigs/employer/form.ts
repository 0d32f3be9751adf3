import type { Posting, ShownOrder } from '../orders/contract.ts';

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

export const sitesOf = ({ sites }: Pick<OrderForm, 'sites'>): number => Math.min(MOST_SITES, Math.max(1, whole(sites)));

/** What the form says, as the command takes it. Ticked days come as `on`. */
export function postingOf(form: OrderForm, employer: string, today: string): Posting {
  const sites = Array.from({ length: sitesOf(form) }, (_, at) => at as 0 | 1 | 2 | 3); // reason: at most MOST_SITES
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
    sites: sites.map((at) => ({ site: form[`site${at}`].trim(), area: form[`area${at}`], seats: whole(form[`seats${at}`]) })),
    days,
  };
}

const nothing = Object.fromEntries(orderFields.map((name) => [name, ''])) as Record<OrderField, string>; // reason: fromEntries forgets the names

/** An order that most post: today or tomorrow by the hour, nine hours with one of rest, paid the same day. */
export const usualForm = (station: string, isLate: boolean): OrderForm => ({
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
  [isLate ? 'day1' : 'day0']: 'on',
});

/** The same again: everything of an order but its day. */
export const copiedForm = (order: ShownOrder, isLate: boolean): OrderForm => ({
  ...usualForm(order.station, isLate),
  trade: order.trade,
  level: String(order.level),
  startsAt: order.from,
  endsAt: order.to,
  breakMinutes: String(order.breakMinutes),
  payBy: order.payBy,
  yuan: String(order.pay / 100),
  paidWithinDays: String(order.paidWithinDays),
  insurance: order.insurance,
  insurer: order.insurer ?? '',
  meals: order.meals ? 'on' : '',
  transport: order.transport,
  outdoors: order.outdoors ? 'on' : '',
  meetingPoint: order.meetingPoint,
  bring: order.bring,
  site0: order.site,
  area0: order.area,
  seats0: String(order.seats),
});
