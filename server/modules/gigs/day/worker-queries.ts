import { Type } from 'typebox';
import { query, type Reading } from '../../../kernel/command/query.ts';
import { Problem } from '../../../kernel/problem.ts';
import { listEmployers } from '../../employers/module.ts';
import { findOpenWageComplaint } from '../complaints/store.ts';
import { findPlacement, type Placement, type PlacementState } from '../dawn/placement-store.ts';
import { scopeOfStation } from '../market/stations.ts';
import { shippedTrades } from '../market/trades.ts';
import { mayActForWorker, mayRunSite, maySeeBothSides } from '../may.ts';
import { scopeOfOrder } from '../orders/commands.ts';
import { getOrder } from '../orders/store.ts';
import type { OwnRating } from '../ratings/contract.ts';
import { ownRatingOf } from '../ratings/store.ts';
import { termsOn } from '../rules/terms.ts';
import { Id } from '../shapes.ts';
import { timeOf } from '../shifts.ts';
import { scopeOfWorker } from '../workers/join.ts';
import type { AttendanceChange, AttendanceSaid, WageSlip, WageState, WageSummary, WorkedShift, WorkerWages } from './contract.ts';
import { siteCode } from './site-code.ts';
import { findWage, isClosed } from './wage-store.ts';

const tradeName = (trade: string) => shippedTrades().find(trade)?.name ?? { zh: trade, en: trade };

type ShiftRow = {
  id: string;
  order: string;
  employer: string;
  employer_name: string;
  day: string;
  trade: string;
  site: string;
  starts_at: Date;
  ends_at: Date;
  state: PlacementState;
  started_at: Date | null;
  ended_at: Date | null;
  is_insured: boolean | null;
  amount: number | null;
  wage_state: WageState | null;
  due_on: string | null;
  paid_amount: number | null;
  received_amount: number | null;
  rating: OwnRating | null;
};

/** How many shifts back a worker's list goes. */
const MOST = 200;

/** `GET /api/gig-workers/:worker/wages`: what I have worked, what it earned and whether it arrived. */
export const workerWagesQuery = query({
  name: 'gigs.worker-wages',
  route: 'GET /api/gig-workers/:worker/wages',
  input: Type.Object({ worker: Id }, { additionalProperties: false }),
  may: mayActForWorker,
  scope: scopeOfWorker,
  run: async ({ worker }, { transaction, today, now }): Promise<WorkerWages> => {
    const { client, district } = transaction;
    const { rows } = await client.query<Omit<ShiftRow, 'employer_name'>>(
      `SELECT p.id, p."order", p.employer, p.day::text, o.trade, o.site, p.starts_at, p.ends_at, p.state, p.started_at, p.ended_at, p.is_insured,
         g.amount, g.state AS wage_state, g.due_on::text, g.paid_amount, g.received_amount,
         ${ownRatingOf('worker')} AS rating
       FROM gig_placement p JOIN gig_order o ON o.district = $1 AND o.id = p."order"
       LEFT JOIN gig_wage g ON g.district = $1 AND g.placement = p.id
       WHERE p.district = $1 AND p.worker = $2 ORDER BY p.starts_at DESC, p.id LIMIT ${MOST}`,
      [district, worker],
    );
    const employers = await listEmployers(transaction, [...new Set(rows.map(({ employer }) => employer))]);
    const names = new Map(employers.map(({ id, name }) => [id, name]));
    const shifts = rows.map((row) => shiftOf({ ...row, employer_name: names.get(row.employer) ?? '' }, today, now));
    const sums = await client.query<{ earned: string; owed: string }>(
      `SELECT coalesce(sum(received_amount) FILTER (WHERE state IN ('confirmed', 'settled', 'disputed') AND day >= date_trunc('month', $3::date)), 0) AS earned,
         coalesce(sum(greatest(0, amount - coalesce(received_amount, 0))) FILTER (WHERE state IN ('due', 'paid', 'disputed')), 0) AS owed
       FROM gig_wage WHERE district = $1 AND worker = $2`,
      [district, worker, today],
    );
    return { shifts, earnedThisMonth: Number(sums.rows[0]?.earned ?? 0), owed: Number(sums.rows[0]?.owed ?? 0) };
  },
});

export function summaryOf(
  wage: { amount: number; state: WageState; dueOn: string; paidAmount: number | null; receivedAmount: number | null },
  today: string,
): WageSummary {
  const { amount, state, dueOn, paidAmount, receivedAmount } = wage;
  return {
    amount,
    state,
    dueOn,
    paidAmount,
    receivedAmount,
    isOverdue: (state === 'due' || state === 'disputed') && dueOn < today,
  };
}

function shiftOf(row: ShiftRow, today: string, now: Date): WorkedShift {
  const wage =
    row.amount === null || row.wage_state === null || row.due_on === null
      ? null
      : {
          amount: row.amount,
          state: row.wage_state,
          dueOn: row.due_on,
          paidAmount: row.paid_amount,
          receivedAmount: row.received_amount,
        };
  return {
    placement: row.id,
    order: row.order,
    day: row.day,
    from: timeOf(row.starts_at),
    to: timeOf(row.ends_at),
    site: row.site,
    tradeName: tradeName(row.trade),
    employer: row.employer,
    employerName: row.employer_name,
    state: row.state,
    startedAt: row.started_at?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
    isUnsaid: (row.state === 'placed' || row.state === 'started') && row.ends_at < now,
    isInsured: row.is_insured,
    wage: wage && summaryOf(wage, today),
    mayRate: row.state === 'finished' && row.rating === null,
    rating: row.rating,
  };
}

/** Whose a placement is, on both sides, and at which station. */
export async function scopeOfBothSides({ placement: id }: { readonly placement: string }, reading: Pick<Reading, 'transaction'>) {
  const placement = await findPlacement(reading.transaction, id);
  if (!placement) return undefined;
  return { ...(await scopeOfStation(placement, reading)), person: placement.worker, employer: placement.employer };
}

/** `GET /api/gig-placements/:placement/wage`: the slip, the same whoever of the two looks. */
export const wageQuery = query({
  name: 'gigs.wage',
  route: 'GET /api/gig-placements/:placement/wage',
  input: Type.Object({ placement: Id }, { additionalProperties: false }),
  may: maySeeBothSides,
  scope: scopeOfBothSides,
  run: async ({ placement: id }, reading): Promise<WageSlip> => {
    const { transaction, today } = reading;
    const placement = await findPlacement(transaction, id);
    const wage = await findWage(transaction, id);
    if (!placement || !wage) throw new Problem('not-found', 'no-gig-wage');
    const order = await getOrder(transaction, placement.order);
    const [employer] = await listEmployers(transaction, [placement.employer]);
    const complaint = await findOpenWageComplaint(transaction, id);
    const terms = await termsOn(transaction, order.day);
    return {
      placement: id,
      order: {
        id: order.id,
        number: order.number,
        day: order.day,
        tradeName: tradeName(order.trade),
        site: order.site,
        startsAt: order.startsAt.toISOString(),
      },
      employer: placement.employer,
      employerName: employer?.name ?? '',
      workerNumber: await workerNumber(reading, placement.worker),
      ...attendanceOf(placement),
      minutes: wage.minutes,
      overtimeMinutes: wage.overtimeMinutes,
      lines: wage.lines,
      ...summaryOf(wage, today),
      paidAt: wage.paidAt?.toISOString() ?? null,
      confirmedAt: isClosed(wage.state) ? (wage.confirmedAt?.toISOString() ?? null) : null,
      isInsured: placement.isInsured === true,
      complaint: complaint ? { id: complaint.id, number: complaint.number } : null,
      changes: await changesOf(reading, id),
      terms: { version: wage.terms, overtime: terms.overtime.says, sentHome: terms.sentHome.says },
    };
  },
});

const attendanceOf = ({ startedAt, startedBy, endedAt, endedBy, ending, breakMinutes }: Placement) => ({
  startedAt: startedAt?.toISOString() ?? null,
  startedBy,
  endedAt: endedAt?.toISOString() ?? null,
  endedBy,
  ending,
  breakMinutes,
});

async function workerNumber({ transaction: { db, district } }: Reading, worker: string): Promise<number> {
  const row = await db
    .selectFrom('gig_worker')
    .select('number')
    .where('district', '=', district)
    .where('id', '=', worker)
    .executeTakeFirst();
  return row?.number ?? 0;
}

async function changesOf({ transaction: { db, district } }: Reading, placement: string): Promise<AttendanceChange[]> {
  const rows = await db
    .selectFrom('gig_attendance_change')
    .select(['at', 'by_kind', 'reason', 'before', 'after'])
    .where('district', '=', district)
    .where('placement', '=', placement)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  // reason: confirm.ts alone writes these, as they are declared
  return rows.map(({ at, by_kind, reason, before, after }) => ({
    at: at.toISOString(),
    by: by_kind === 'foreman' ? 'foreman' : 'counter',
    reason,
    before: before as unknown as AttendanceSaid,
    after: after as unknown as AttendanceSaid,
  }));
}

/** `GET /api/gig-orders/:order/code`: what the foreman's page shows at the site, one code to begin with and another to end with. */
export const siteCodeQuery = query({
  name: 'gigs.site-code',
  route: 'GET /api/gig-orders/:order/code',
  input: Type.Object({ order: Id }, { additionalProperties: false }),
  may: mayRunSite,
  scope: scopeOfOrder,
  run: async ({ order }, { services, district }) => ({
    start: siteCode(services.seal, district, order, 'start'),
    end: siteCode(services.seal, district, order, 'end'),
  }),
});
