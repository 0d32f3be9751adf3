import type { Work } from '../../../kernel/command/command.ts';
import type { Transaction } from '../../../kernel/database/transaction.ts';
import { Problem } from '../../../kernel/problem.ts';
import { addDays, dayOf } from '../../../kernel/term/day.ts';
import type { Placement } from '../dawn/placement-store.ts';
import type { Order } from '../orders/contract.ts';
import type { Terms } from '../rules/terms.ts';
import type { WageLine, WageState } from './contract.ts';
import { type Attendance, wageOf } from './wage.ts';

export type KeptWage = {
  readonly placement: string;
  readonly worker: string;
  readonly employer: string;
  readonly day: string;
  readonly minutes: number;
  readonly overtimeMinutes: number;
  readonly lines: readonly WageLine[];
  readonly amount: number;
  readonly terms: string;
  readonly dueOn: string;
  readonly state: WageState;
  readonly paidAmount: number | null;
  readonly paidAt: Date | null;
  readonly receivedAmount: number | null;
  readonly confirmedAt: Date | null;
};

const wages = ({ db, district }: Transaction) => db.selectFrom('gig_wage').selectAll().where('district', '=', district);
type Row = Awaited<ReturnType<ReturnType<typeof wages>['execute']>>[number];

const asWage = (row: Row): KeptWage => ({
  placement: row.placement,
  worker: row.worker,
  employer: row.employer,
  day: row.day,
  minutes: row.minutes,
  overtimeMinutes: row.overtime_minutes,
  lines: row.lines as unknown as WageLine[], // reason: only this file writes it, as wageOf made it
  amount: row.amount,
  terms: row.terms,
  dueOn: row.due_on,
  state: row.state as WageState, // reason: the column's CHECK names exactly these
  paidAmount: row.paid_amount,
  paidAt: row.paid_at,
  receivedAmount: row.received_amount,
  confirmedAt: row.confirmed_at,
});

export async function findWage(transaction: Transaction, placement: string): Promise<KeptWage | undefined> {
  const row = await wages(transaction).where('placement', '=', placement).executeTakeFirst();
  return row && asWage(row);
}

/** The wage, held: what both sides say of it is said one after the other. @throws Problem `no-gig-wage` */
export async function holdWage(transaction: Transaction, placement: string): Promise<KeptWage> {
  const wage = await holdWageIfAny(transaction, placement);
  if (!wage) throw new Problem('not-found', 'no-gig-wage');
  return wage;
}

/** The same, where a shift may have none yet. */
export async function holdWageIfAny(transaction: Transaction, placement: string): Promise<KeptWage | undefined> {
  const row = await wages(transaction).where('placement', '=', placement).forUpdate().executeTakeFirst();
  return row && asWage(row);
}

export const setWage = async (
  { db, district }: Transaction,
  placement: string,
  change: Partial<{
    state: WageState;
    paid_amount: number;
    paid_at: Date;
    paid_by: string;
    received_amount: number;
    confirmed_at: Date;
  }>,
): Promise<void> =>
  void (await db
    .updateTable('gig_wage')
    .set(change)
    .where('district', '=', district)
    .where('placement', '=', placement)
    .execute());

/** Wages that neither side can change any more by what attendance says. */
export const isClosed = (state: WageState): boolean => state === 'confirmed' || state === 'settled';

/** Paid within so many days of the day on which the ordered time ends: a night's work is not overdue before it is done. */
export const dueOn = (order: Pick<Order, 'endsAt' | 'paidWithinDays'>): string =>
  addDays(dayOf(new Date(order.endsAt.getTime() - 1)), order.paidWithinDays);

/** Works the wage of a finished shift out, anew where attendance was corrected; what was paid and said of it stays. Answers the amount. */
export async function keepWage(
  { transaction }: Pick<Work, 'transaction'>,
  placement: Pick<Placement, 'id' | 'worker' | 'employer' | 'day'>,
  order: Order,
  attendance: Attendance,
  terms: Terms,
): Promise<number> {
  const { db, district } = transaction;
  const { minutes, overtimeMinutes, lines, amount } = wageOf(order, attendance, terms);
  const worked = { minutes, overtime_minutes: overtimeMinutes, lines: JSON.stringify(lines), amount, terms: terms.version };
  await db
    .insertInto('gig_wage')
    .values({
      district,
      placement: placement.id,
      worker: placement.worker,
      employer: placement.employer,
      day: placement.day,
      due_on: dueOn(order),
      state: 'due',
      ...worked,
    })
    .onConflict((conflict) => conflict.columns(['district', 'placement']).doUpdateSet(worked))
    .execute();
  return amount;
}

/**
 * A shift that was none after all earns nothing. What was paid, or is argued about, is not forgotten by a correction.
 * @throws Problem `gig-wage-touched`
 */
export async function dropWage(transaction: Transaction, placement: string): Promise<void> {
  const { db, district } = transaction;
  const left = await holdWageIfAny(transaction, placement);
  if (!left) return;
  if (left.state !== 'due' || left.receivedAmount !== null) throw new Problem('conflict', 'gig-wage-touched');
  await db.deleteFrom('gig_wage').where('district', '=', district).where('placement', '=', placement).execute();
}
