import { Type } from 'typebox';
import { query, type Reading } from '../../../kernel/command/query.ts';
import { addDays } from '../../../kernel/term/day.ts';
import { residentNames } from '../../residents/module.ts';
import { mayLookAtEmployer, mayLookAtItsAccounts } from '../may.ts';
import { unpaidOf } from '../orders/unpaid.ts';
import { ratingsOf } from '../ratings/store.ts';
import { Id } from '../shapes.ts';
import { timeOf } from '../shifts.ts';
import type { EmployerNumbers, EmployerWage, EmployerWages, WageState } from './contract.ts';
import { missingOf } from './missing.ts';
import { findLongUnsaid, unsaidOf } from './unsaid.ts';
import { summaryOf } from './worker-queries.ts';

/** How far back wages that are done stay on the list. */
const KEPT_DAYS = 60;

type WageRow = {
  placement: string;
  order: string;
  order_number: number;
  day: string;
  site: string;
  worker: string;
  worker_number: number;
  minutes: number;
  overtime_minutes: number;
  amount: number;
  state: WageState;
  dueOn: string;
  paidAmount: number | null;
  receivedAmount: number | null;
};

/** `GET /api/employers/:employer/gig-wages`: whom to pay how much by when. Names in full, for whoever counts the money out: kept in the audit. */
export const employerWagesQuery = query({
  name: 'gigs.employer-wages',
  route: 'GET /api/employers/:employer/gig-wages',
  input: Type.Object({ employer: Id }, { additionalProperties: false }),
  may: mayLookAtItsAccounts,
  scope: async ({ employer }) => ({ employer }),
  run: async ({ employer }, reading): Promise<EmployerWages & { people: readonly string[] }> => {
    const { transaction, today, now, services } = reading;
    const rows = await listWages(reading, employer);
    const names = await residentNames(
      transaction,
      services,
      rows.map(({ worker }) => worker),
    );
    const wages = rows.map((row) => wageOf(row, names.get(row.worker)?.name ?? '', today));
    const open = wages.filter(({ state }) => state === 'due' || state === 'disputed');
    return {
      wages,
      owed: sum(open),
      overdue: sum(open.filter(({ isOverdue }) => isOverdue)),
      unsaid: (await unsaidOf(transaction, employer, now)).map(({ startsAt, endsAt, ...order }) => ({
        ...order,
        from: timeOf(startsAt),
        to: timeOf(endsAt),
      })),
      people: [...new Set(rows.map(({ worker }) => worker))],
    };
  },
  audit: ({ employer }, { people }) => (people.length === 0 ? undefined : { employer, people }),
});

async function listWages({ transaction: { client, district }, today }: Reading, employer: string): Promise<WageRow[]> {
  const { rows } = await client.query<WageRow>(
    `SELECT g.placement, p."order", o.number AS order_number, g.day::text, o.site, g.worker, w.number AS worker_number, g.minutes, g.overtime_minutes,
       g.amount, g.state, g.due_on::text AS "dueOn", g.paid_amount AS "paidAmount", g.received_amount AS "receivedAmount"
     FROM gig_wage g JOIN gig_placement p ON p.district = $1 AND p.id = g.placement JOIN gig_order o ON o.district = $1 AND o.id = p."order"
     JOIN gig_worker w ON w.district = $1 AND w.id = g.worker
     WHERE g.district = $1 AND g.employer = $2 AND (g.state IN ('due', 'paid', 'disputed') OR g.day >= $3)
     ORDER BY g.state NOT IN ('due', 'disputed'), g.due_on, o.number, w.number LIMIT 2000`,
    [district, employer, addDays(today, -KEPT_DAYS)],
  );
  return rows;
}

const wageOf = (row: WageRow, name: string, today: string): EmployerWage => ({
  placement: row.placement,
  order: row.order,
  orderNumber: row.order_number,
  day: row.day,
  site: row.site,
  workerNumber: row.worker_number,
  name,
  minutes: row.minutes,
  overtimeMinutes: row.overtime_minutes,
  ...summaryOf(row, today),
});

/** What is still to be paid. */
const sum = (wages: readonly EmployerWage[]): number => wages.reduce((all, wage) => all + missingOf(wage), 0);

/** `GET /api/employers/:employer/gig-numbers`: how an employer does, and whether it may post orders now. */
export const employerNumbersQuery = query({
  name: 'gigs.employer-numbers',
  route: 'GET /api/employers/:employer/gig-numbers',
  input: Type.Object({ employer: Id }, { additionalProperties: false }),
  may: mayLookAtEmployer,
  scope: async ({ employer }) => ({ employer }),
  run: async ({ employer }, reading): Promise<EmployerNumbers> => {
    const { transaction, now, today, services } = reading;
    const { client, district } = transaction;
    const { rows } = await client.query<{ shifts: number; due: number; in_time: number; complaints: number; open: number }>(
      `SELECT (SELECT count(*)::integer FROM gig_placement WHERE district = $1 AND employer = $2 AND state = 'finished') AS shifts,
         (SELECT count(*)::integer FROM gig_wage WHERE district = $1 AND employer = $2 AND due_on < $3) AS due,
         (SELECT count(*)::integer FROM gig_wage WHERE district = $1 AND employer = $2 AND due_on < $3
            AND (paid_at AT TIME ZONE 'Asia/Shanghai')::date <= due_on AND paid_amount >= amount) AS in_time,
         (SELECT count(*)::integer FROM gig_complaint WHERE district = $1 AND employer = $2 AND state NOT IN ('withdrawn', 'dismissed')) AS complaints,
         (SELECT count(*)::integer FROM gig_complaint WHERE district = $1 AND employer = $2 AND state IN ('open', 'mediation')) AS open`,
      [district, employer, today],
    );
    const [found] = rows;
    const unpaid = await unpaidOf(transaction, employer, today);
    const unsaid = await findLongUnsaid(transaction, employer, { now, today, calendar: services.calendar });
    const rating = (await ratingsOf(transaction, [employer], today)).get(employer) ?? { stars: null, ratings: 0 };
    return {
      employer,
      shifts: found?.shifts ?? 0,
      wagesPaidInTime: found?.in_time ?? 0,
      wagesDue: found?.due ?? 0,
      unpaid,
      stars: rating.stars,
      ratings: rating.ratings,
      complaintsOpen: found?.open ?? 0,
      complaints: found?.complaints ?? 0,
      blockedBy: unpaid.wages > 0 ? 'wages' : unsaid ? 'attendance' : null,
    };
  },
});
