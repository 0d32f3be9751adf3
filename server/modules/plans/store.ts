import type { Actor } from '../../kernel/actor/actor.ts';
import { actorKey } from '../../kernel/actor/actor.ts';
import type { Work } from '../../kernel/command/command.ts';
import type { Transaction } from '../../kernel/database/transaction.ts';
import type { Plan, PlanContent, PlanState } from './contract.ts';

const plans = ({ db, district }: Transaction) => db.selectFrom('plan').selectAll().where('district', '=', district);
type Row = Awaited<ReturnType<ReturnType<typeof plans>['execute']>>[number];

const asPlan = (row: Row): Plan => ({
  id: row.id,
  measure: row.measure,
  unit: row.unit,
  state: row.state as PlanState, // reason: the column's CHECK names exactly these
  revision: row.revision,
  content: row.content as unknown as PlanContent, // reason: only savePlan writes this column, after its shape was checked
  savedByName: row.saved_by_name,
  savedAt: row.saved_at.toISOString(),
  submittedByName: row.submitted_by_name,
  submittedAt: row.submitted_at?.toISOString() ?? null,
  decidedByName: row.decided_by_name,
  decidedAt: row.decided_at?.toISOString() ?? null,
  reason: row.reason,
});

const inWork: readonly PlanState[] = ['drafting', 'submitted', 'returned'];

/** The plan in force and the one being worked on, of every measure. */
export const listCurrent = async (transaction: Transaction): Promise<Plan[]> =>
  (
    await plans(transaction)
      .where('state', 'in', [...inWork, 'accepted'])
      .orderBy('measure')
      .execute()
  ).map(asPlan);

export async function findPlans(
  transaction: Transaction,
  measure: number,
): Promise<{ inForce: Plan | null; inWork: Plan | null }> {
  const found = (
    await plans(transaction)
      .where('measure', '=', measure)
      .where('state', 'in', [...inWork, 'accepted'])
      .execute()
  ).map(asPlan);
  return {
    inForce: found.find(({ state }) => state === 'accepted') ?? null,
    inWork: found.find(({ state }) => state !== 'accepted') ?? null,
  };
}

/** The plan being worked on, held until the transaction ends: whoever else changes it waits. */
export async function holdInWork(transaction: Transaction, measure: number): Promise<Plan | undefined> {
  const row = await plans(transaction).where('measure', '=', measure).where('state', 'in', inWork).forUpdate().executeTakeFirst();
  return row && asPlan(row);
}

type By = { readonly actor: Actor; readonly now: Date };
const nameOf = (actor: Actor): string => ('name' in actor ? actor.name : '');

/** Begins a plan. Of two that begin at once the second meets the unique index: it reads as a stale save. */
export async function openPlan(
  { transaction: { db, district }, newId, actor, now }: Work,
  plan: { measure: number; unit: string; content: PlanContent },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('plan')
    .values({
      district,
      id: newId(),
      measure: plan.measure,
      unit: plan.unit,
      content: JSON.stringify(plan.content),
      revision: 1,
      state: 'drafting',
      saved_by: actorKey(actor),
      saved_by_name: nameOf(actor),
      saved_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** A save makes a draft of it again; what the office said when it returned the plan stays until it is handed in. */
export async function savePlan(
  { db, district }: Transaction,
  plan: Plan,
  content: PlanContent,
  { actor, now }: By,
): Promise<number> {
  await db
    .updateTable('plan')
    .set({
      content: JSON.stringify(content),
      revision: plan.revision + 1,
      saved_by: actorKey(actor),
      saved_by_name: nameOf(actor),
      saved_at: now,
    })
    .where('district', '=', district)
    .where('id', '=', plan.id)
    .execute();
  return plan.revision + 1;
}

export async function markSubmitted({ db, district }: Transaction, id: string, { actor, now }: By): Promise<void> {
  await db
    .updateTable('plan')
    .set({
      state: 'submitted',
      submitted_by: actorKey(actor),
      submitted_by_name: nameOf(actor),
      submitted_at: now,
      reason: null,
    })
    .where('district', '=', district)
    .where('id', '=', id)
    .execute();
}

export const markRecalled = async ({ db, district }: Transaction, id: string): Promise<void> =>
  void (await db.updateTable('plan').set({ state: 'drafting' }).where('district', '=', district).where('id', '=', id).execute());

/** `returned` with its reason; `accepted` takes the place of the plan in force. */
export async function markDecided(
  { db, district }: Transaction,
  plan: Plan,
  decision: { state: 'accepted' } | { state: 'returned'; reason: string },
  { actor, now }: By,
): Promise<void> {
  if (decision.state === 'accepted')
    await db
      .updateTable('plan')
      .set({ state: 'replaced' })
      .where('district', '=', district)
      .where('measure', '=', plan.measure)
      .where('state', '=', 'accepted')
      .execute();
  await db
    .updateTable('plan')
    .set({
      state: decision.state,
      reason: decision.state === 'returned' ? decision.reason : null,
      decided_by: actorKey(actor),
      decided_by_name: nameOf(actor),
      decided_at: now,
    })
    .where('district', '=', district)
    .where('id', '=', plan.id)
    .execute();
}
