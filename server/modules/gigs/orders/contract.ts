import { type Static, Type } from 'typebox';
import { inFen } from '../../../kernel/command/shape.ts';
import { Text } from '../../../kernel/command/text.ts';
import type { Said } from '../../../kernel/i18n/said.ts';
import type { WeatherWarning } from '../rules/contract.ts';
import { AreaCode, Day, Id, Latitude, Level, Longitude, Time, TradeCode } from '../shapes.ts';
import type { Shift } from '../shifts.ts';

/** How far ahead a day order may lie; what is further off is a vacancy. */
export const FURTHEST_DAYS = 14;

export const PayBy = Type.Union([Type.Literal('day'), Type.Literal('hour')]);
export const Insurance = Type.Union([Type.Literal('none'), Type.Literal('accident'), Type.Literal('work-injury')]);
export const Transport = Type.Union([Type.Literal('own-way'), Type.Literal('bus-from-station'), Type.Literal('fare-paid')]);

/** What an order says about the work, the same for all its sites and days. There is no field for age: the law has one, nobody else. */
export const OrderWork = Type.Object(
  {
    trade: TradeCode,
    level: Level,
    startsAt: Time,
    /** Earlier than the start: the next day's. */
    endsAt: Time,
    breakMinutes: Type.Integer({ minimum: 0, maximum: 240 }),
    payBy: PayBy,
    /** Fen, a day or an hour. */
    pay: Type.Integer({ minimum: 100, maximum: 1_000_000, ...inFen }),
    /** 0: paid the same day. */
    paidWithinDays: Type.Integer({ minimum: 0, maximum: 30 }),
    insurance: Insurance,
    insurer: Type.Optional(Text(2, 60)),
    meals: Type.Boolean(),
    transport: Transport,
    /** When the employer's bus leaves the station; where it is not said it is reckoned. The evening before, for work that begins after midnight. */
    busLeavesAt: Type.Optional(Time),
    outdoors: Type.Boolean(),
    meetingPoint: Type.String({ maxLength: 120 }),
    bring: Type.String({ maxLength: 200 }),
  },
  { additionalProperties: false },
);
export type OrderWork = Static<typeof OrderWork>;

export const OrderSite = Type.Object(
  {
    site: Text(2, 80),
    area: AreaCode,
    latitude: Type.Optional(Latitude),
    longitude: Type.Optional(Longitude),
    seats: Type.Integer({ minimum: 1, maximum: 500 }),
    foreman: Type.Optional(Id),
  },
  { additionalProperties: false },
);
export type OrderSite = Static<typeof OrderSite>;

/** Several sites on several days in one go: one order each. */
export const Posting = Type.Object(
  {
    employer: Id,
    station: Id,
    work: OrderWork,
    sites: Type.Array(OrderSite, { minItems: 1, maxItems: 20 }),
    days: Type.Array(Day, { minItems: 1, maxItems: 14, uniqueItems: true }),
  },
  { additionalProperties: false },
);
export type Posting = Static<typeof Posting>;

export type OrderState = 'open' | 'closed' | 'cancelled';

/** An order as it is kept. */
export type Order = Omit<OrderWork, 'startsAt' | 'endsAt' | 'insurer' | 'busLeavesAt'> & {
  readonly id: string;
  readonly posting: string;
  readonly number: number;
  readonly employer: string;
  readonly station: string;
  readonly day: string;
  readonly seats: number;
  readonly site: string;
  readonly area: string;
  readonly town: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly insurer: string | null;
  readonly busLeavesAt: Date | null;
  readonly foreman: string | null;
  readonly state: OrderState;
  readonly reason: string | null;
  readonly insuredAt: Date | null;
  readonly revision: number;
};

/** How far an order is filled: promised and standing offers hold their seats. */
export type OrderFill = { readonly placed: number; readonly offered: number; readonly open: number };

/** An order as pages show it. Instants as ISO text. */
export type ShownOrder = Omit<Order, 'startsAt' | 'endsAt' | 'busLeavesAt' | 'insuredAt' | 'insurance'> & {
  readonly insurance: OrderWork['insurance'];
  readonly startsAt: string;
  readonly endsAt: string;
  readonly busLeavesAt: string | null;
  readonly from: string;
  readonly to: string;
  /** When the employer's bus leaves, where they said so. */
  readonly bus: string | null;
  readonly shift: Shift;
  readonly employerName: string;
  readonly tradeName: Said;
  /** The policy is recorded, with its number. What was announced and not recorded before the start is none. */
  readonly isInsured: boolean;
  /** What heat or cold of its day means for it; none indoors. */
  readonly warnings: readonly WeatherWarning[];
  readonly fill: OrderFill;
};
