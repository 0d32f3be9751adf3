import { Type } from 'typebox';
import { query, type Reading } from '../../../kernel/command/query.ts';
import type { Transaction } from '../../../kernel/database/transaction.ts';
import type { Said } from '../../../kernel/i18n/said.ts';
import { addDays } from '../../../kernel/term/day.ts';
import { getEmployer } from '../../employers/module.ts';
import { residentNames } from '../../residents/module.ts';
import { roundsUntil, wayFrom } from '../dawn/in-time.ts';
import type { Ending } from '../day/contract.ts';
import { unsaidOf } from '../day/unsaid.ts';
import { getStation, scopeOfStation } from '../market/stations.ts';
import { shippedTrades } from '../market/trades.ts';
import { mayLookAtEmployer, mayRunSite, mayRunStation } from '../may.ts';
import type { OwnRating, Reliability } from '../ratings/contract.ts';
import { ownRatingOf, reliabilityOf } from '../ratings/store.ts';
import { policyOn } from '../rules/policy.ts';
import { termsOn } from '../rules/terms.ts';
import { Id } from '../shapes.ts';
import { scopeOfOrder } from './commands.ts';
import type { Order, ShownOrder } from './contract.ts';
import { showOrders } from './show.ts';
import { getOrder, listOpenOrders, listOrdersOfEmployer } from './store.ts';
import { type Unpaid, unpaidOf } from './unpaid.ts';

/** How far back an employer's list goes: a season, to copy from. */
const KEPT_DAYS = 120;

/** `GET /api/employers/:employer/gig-orders`: what was ordered, the latest first, what is owed, and of which orders nobody has said who came. */
export const employerOrdersQuery = query({
  name: 'gigs.employer-orders',
  route: 'GET /api/employers/:employer/gig-orders',
  input: Type.Object({ employer: Id }, { additionalProperties: false }),
  may: mayLookAtEmployer,
  scope: async ({ employer }) => ({ employer }),
  run: async (
    { employer },
    { transaction, today, now },
  ): Promise<{ isVerified: boolean; orders: ShownOrder[]; unpaid: Unpaid; unsaid: string[] }> => ({
    isVerified: (await getEmployer(transaction, employer)).state === 'verified',
    orders: await showOrders(transaction, await listOrdersOfEmployer(transaction, employer, addDays(today, -KEPT_DAYS))),
    unpaid: await unpaidOf(transaction, employer, today),
    unsaid: (await unsaidOf(transaction, employer, now)).map(({ order }) => order),
  }),
});

/** `GET /api/gig-stations/:station/orders`: the orders that a station can still fill, for its counter. */
export const stationOrdersQuery = query({
  name: 'gigs.station-orders',
  route: 'GET /api/gig-stations/:station/orders',
  input: Type.Object({ station: Id }, { additionalProperties: false }),
  may: mayRunStation,
  scope: scopeOfStation,
  run: async ({ station }, { transaction, today, now }) => ({
    orders: await showOrders(transaction, await listOpenOrders(transaction, station, today, now)),
  }),
});

/** Somebody who comes, or came, to an order. */
export type OrderPerson = {
  readonly placement: string;
  readonly worker: string;
  readonly workerNumber: number;
  readonly name: string;
  readonly level: number | null;
  readonly levelChecked: boolean;
  readonly state: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly breakMinutes: number | null;
  readonly wage: { readonly state: string; readonly amount: number; readonly dueOn: string } | null;
  /** What the employer said of them. */
  readonly rating: OwnRating | null;
  /** How they kept their promises at the market; null below the least number. */
  readonly reliability: Reliability;
  readonly isInsured: boolean | null;
  readonly ending: Ending | null;
};

export type OneOrder = {
  readonly order: ShownOrder;
  readonly tradeLicence: Said | null;
  /** The age that a law sets for the work, and the clause. */
  readonly tradeAge: { readonly youngest: number; readonly law: Said } | null;
  readonly people: readonly OrderPerson[];
  /** An instant: until then rounds send people to it, who come in time. */
  readonly roundsUntil: string;
  readonly stationTelephone: string;
};

/** `GET /api/gig-orders/:order`: an order and who comes. The name is what somebody at the gate needs: shown whole, and kept in the audit. */
export const orderQuery = query({
  name: 'gigs.order',
  route: 'GET /api/gig-orders/:order',
  input: Type.Object({ order: Id }, { additionalProperties: false }),
  may: mayRunSite,
  scope: scopeOfOrder,
  run: async ({ order: id }, reading): Promise<OneOrder> => {
    const { transaction } = reading;
    const order = await getOrder(transaction, id);
    const [shown] = await showOrders(transaction, [order]);
    if (!shown) throw new TypeError('an order shows as itself');
    const trades = shippedTrades();
    const trade = trades.find(order.trade);
    const licence = trade?.licence;
    return {
      order: shown,
      tradeLicence: (licence === undefined ? undefined : trades.findLicence(licence)?.name) ?? null,
      tradeAge: trade ? trades.ageOf(trade) : null,
      people: await peopleOf(reading, order),
      ...(await sendingOf(transaction, order)),
    };
  },
  audit: ({ order }, { people }) => ({ order, people: people.map(({ worker }) => worker) }),
});

/** Rounds that come later send nobody: from the station they would be late. */
async function sendingOf(transaction: Transaction, order: Order): Promise<Pick<OneOrder, 'roundsUntil' | 'stationTelephone'>> {
  const station = await getStation(transaction, order.station);
  const way = wayFrom(station, await policyOn(transaction, order.day), await termsOn(transaction, order.day));
  return {
    roundsUntil: roundsUntil(order, way, station.answerMinutes).toISOString(),
    stationTelephone: station.telephone,
  };
}

async function peopleOf({ transaction, services }: Reading, { id, trade, day }: Order): Promise<OrderPerson[]> {
  const { client, district } = transaction;
  const { rows } = await client.query<{
    id: string;
    worker: string;
    number: number;
    state: string;
    started_at: Date | null;
    ended_at: Date | null;
    break_minutes: number | null;
    level: number | null;
    is_checked: boolean;
    wage: { state: string; amount: number; dueOn: string } | null;
    rating: OwnRating | null;
    is_insured: boolean | null;
    ended_why: Ending | null;
  }>(
    `SELECT p.id, p.worker, w.number, p.state, p.started_at, p.ended_at, p.break_minutes, p.is_insured, p.ended_why,
       coalesce(s.checked_level, s.level) AS level, s.checked_level IS NOT NULL AS is_checked,
       CASE WHEN g.placement IS NULL THEN NULL ELSE jsonb_build_object('state', g.state, 'amount', g.amount, 'dueOn', g.due_on) END AS wage,
       ${ownRatingOf('employer')} AS rating
     FROM gig_placement p JOIN gig_worker w ON w.district = $1 AND w.id = p.worker
     LEFT JOIN gig_skill s ON s.district = $1 AND s.worker = p.worker AND s.trade = $3
     LEFT JOIN gig_wage g ON g.district = $1 AND g.placement = p.id
     WHERE p.district = $1 AND p."order" = $2 ORDER BY p.placed_at, p.id`,
    [district, id, trade],
  );
  const names = await residentNames(
    transaction,
    services,
    rows.map(({ worker }) => worker),
  );
  const reliability = await reliabilityOf(
    transaction,
    rows.map(({ worker }) => worker),
    await termsOn(transaction, day),
  );
  return rows.map((row) => ({
    placement: row.id,
    worker: row.worker,
    workerNumber: row.number,
    name: names.get(row.worker)?.name ?? '',
    level: row.level,
    levelChecked: row.is_checked,
    state: row.state,
    startedAt: row.started_at?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
    breakMinutes: row.break_minutes,
    wage: row.wage,
    rating: row.rating,
    reliability: reliability.get(row.worker) ?? null,
    isInsured: row.is_insured,
    ending: row.ended_why,
  }));
}
