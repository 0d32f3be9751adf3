import { actorKey } from '../../../kernel/actor/actor.ts';
import type { Work } from '../../../kernel/command/command.ts';
import type { Transaction } from '../../../kernel/database/transaction.ts';
import { Problem } from '../../../kernel/problem.ts';
import { dueOn } from '../../../kernel/term/term.ts';
import { termsOn } from '../rules/terms.ts';
import type { ComplaintAbout, ComplaintState, ComplaintStep, StepCode } from './contract.ts';

export type KeptComplaint = {
  readonly id: string;
  readonly number: string;
  readonly about: ComplaintAbout;
  readonly worker: string;
  readonly employer: string | null;
  readonly placement: string | null;
  readonly station: string;
  readonly claimed: number | null;
  readonly text: string;
  readonly state: ComplaintState;
  readonly openedAt: Date;
  readonly dueOn: string;
  readonly mediationDueOn: string | null;
  readonly closedAt: Date | null;
  readonly outcome: string | null;
  readonly settledAmount: number | null;
};

/** Whether something is still to be done about it. */
export const isOpen = ({ state }: Pick<KeptComplaint, 'state'>): boolean => state === 'open' || state === 'mediation';

const complaints = ({ db, district }: Transaction) => db.selectFrom('gig_complaint').selectAll().where('district', '=', district);
type Row = Awaited<ReturnType<ReturnType<typeof complaints>['execute']>>[number];

const asComplaint = (row: Row): KeptComplaint => ({
  id: row.id,
  number: row.number,
  about: row.about as ComplaintAbout, // reason: this and the state are named by the columns' CHECKs
  worker: row.worker,
  employer: row.employer,
  placement: row.placement,
  station: row.station,
  claimed: row.claimed,
  text: row.text,
  state: row.state as ComplaintState,
  openedAt: row.opened_at,
  dueOn: row.due_on,
  mediationDueOn: row.mediation_due_on,
  closedAt: row.closed_at,
  outcome: row.outcome,
  settledAmount: row.settled_amount,
});

export async function findComplaint(transaction: Transaction, id: string): Promise<KeptComplaint | undefined> {
  const row = await complaints(transaction).where('id', '=', id).executeTakeFirst();
  return row && asComplaint(row);
}

/** @throws Problem `no-gig-complaint` */
export async function holdComplaint(transaction: Transaction, id: string): Promise<KeptComplaint> {
  const row = await complaints(transaction).where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) throw new Problem('not-found', 'no-gig-complaint');
  return asComplaint(row);
}

/** The one open complaint about a placement's wage. */
export async function findOpenWageComplaint(transaction: Transaction, placement: string): Promise<KeptComplaint | undefined> {
  const row = await complaints(transaction)
    .where('placement', '=', placement)
    .where('about', '=', 'wage')
    .where('state', 'in', ['open', 'mediation'])
    .executeTakeFirst();
  return row && asComplaint(row);
}

/** Complaints of a worker, an employer or a station: those still open, then those closed last. */
export async function listComplaints(
  transaction: Transaction,
  by: { readonly worker: string } | { readonly employer: string } | { readonly station: string },
): Promise<KeptComplaint[]> {
  const all = complaints(transaction);
  const some =
    'worker' in by
      ? all.where('worker', '=', by.worker)
      : 'employer' in by
        ? all.where('employer', '=', by.employer)
        : all.where('station', '=', by.station);
  return (
    await some
      .orderBy('closed_at', (order) => order.desc().nullsFirst())
      .orderBy('opened_at', 'desc')
      .limit(500)
      .execute()
  ).map(asComplaint);
}

export type NewComplaint = Pick<KeptComplaint, 'about' | 'worker' | 'employer' | 'placement' | 'station' | 'claimed' | 'text'>;

/** Keeps a complaint, with its number of the year and the day by which the desk answers. */
export async function addComplaint(work: Work, given: NewComplaint): Promise<KeptComplaint> {
  const { transaction, newId, now, today, actor, services } = work;
  const { db, client, district } = transaction;
  const terms = await termsOn(transaction, today);
  const year = Number(today.slice(0, 4));
  const { rows } = await client.query<{ last: number }>(
    `INSERT INTO gig_complaint_year (district, year, last) VALUES ($1, $2, 1)
     ON CONFLICT (district, year) DO UPDATE SET last = gig_complaint_year.last + 1 RETURNING last`,
    [district, year],
  );
  const length = { workingDays: terms.complaints.workingDays[given.about] };
  const id = newId();
  const row = await db
    .insertInto('gig_complaint')
    .values({
      district,
      id,
      number: `${year}-${String(rows[0]?.last ?? 1).padStart(5, '0')}`,
      ...given,
      state: 'open',
      opened_at: now,
      opened_by: actorKey(actor),
      due_on: dueOn({ startedOn: today, length }, services.calendar) ?? today,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return asComplaint(row);
}

/** What a complaint becomes. */
export const setComplaint = async (
  { db, district }: Transaction,
  id: string,
  change: Partial<{
    state: ComplaintState;
    mediation_due_on: string;
    closed_at: Date;
    outcome: string;
    settled_amount: number | null;
  }>,
): Promise<void> =>
  void (await db.updateTable('gig_complaint').set(change).where('district', '=', district).where('id', '=', id).execute());

/** Appends what happened. Call with the complaint held, or just made. */
export async function addStep(
  { transaction: { client, district }, now, actor }: Work,
  complaint: string,
  step: { readonly by: ComplaintStep['by']; readonly code: StepCode; readonly text?: string | undefined },
): Promise<void> {
  await client.query(
    `INSERT INTO gig_complaint_step (district, complaint, number, at, by_kind, by_key, code, text)
     SELECT $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6, $7 FROM gig_complaint_step WHERE district = $1 AND complaint = $2`,
    [district, complaint, now, step.by, actorKey(actor), step.code, step.text ?? null],
  );
}

export async function listSteps({ db, district }: Transaction, complaint: string): Promise<ComplaintStep[]> {
  const rows = await db
    .selectFrom('gig_complaint_step')
    .select(['at', 'by_kind', 'code', 'text'])
    .where('district', '=', district)
    .where('complaint', '=', complaint)
    .orderBy('number')
    .execute();
  return rows.map(({ at, by_kind, code, text }) => ({
    at: at.toISOString(),
    by: by_kind as ComplaintStep['by'], // reason: the column's CHECK names exactly these; codes are written by addStep alone
    code: code as StepCode,
    text,
  }));
}
