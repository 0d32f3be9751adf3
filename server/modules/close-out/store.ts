import { sql } from 'kysely';
import type { Transaction } from '../../kernel/database/transaction.ts';
import type { CloseOutEvent, CloseOutState, Evaluation, Grade } from './contract.ts';

const items = ({ db, district }: Transaction) => db.selectFrom('close_out').selectAll().where('district', '=', district);
type ItemRow = Awaited<ReturnType<ReturnType<typeof items>['execute']>>[number];

export type Item = {
  readonly id: string;
  readonly measure: number;
  readonly period: string;
  readonly state: CloseOutState;
  readonly step: string | null;
  readonly appliedBy: string | null;
  readonly proposedBy: string | null;
  readonly closedStep: string | null;
  readonly grade: Grade | null;
};

const asItem = (row: ItemRow): Item => ({
  id: row.id,
  measure: row.measure,
  period: row.period,
  state: row.state as CloseOutState, // reason: the column's CHECK names exactly these
  step: row.step,
  appliedBy: row.applied_by,
  proposedBy: row.proposed_by,
  closedStep: row.closed_step,
  grade: row.grade as Grade | null, // reason: as above
});

/** The item of a measure and period, begun where it is not there yet, held until the transaction ends. */
export async function holdItem(transaction: Transaction, measure: number, period: string, newId: () => string): Promise<Item> {
  const { db, district } = transaction;
  await db
    .insertInto('close_out')
    .values({ district, measure, period, id: newId(), state: 'open' })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return asItem(
    await items(transaction).where('measure', '=', measure).where('period', '=', period).forUpdate().executeTakeFirstOrThrow(),
  );
}

export async function listItems(
  transaction: Transaction,
  which: { measure?: number; state?: CloseOutState } = {},
): Promise<Item[]> {
  let found = items(transaction).where('step', 'is not', null);
  if (which.measure !== undefined) found = found.where('measure', '=', which.measure);
  if (which.state !== undefined) found = found.where('state', '=', which.state);
  return (await found.orderBy('measure').orderBy('period').execute()).map(asItem);
}

export type ItemChange = Partial<{
  state: CloseOutState;
  step: string;
  applied_by: string | null;
  proposed_by: string | null;
  closed_step: string | null;
  grade: Grade | null;
}>;

export const changeItem = async ({ db, district }: Transaction, item: Item, change: ItemChange): Promise<void> =>
  void (await db
    .updateTable('close_out')
    .set(change)
    .where('district', '=', district)
    .where('measure', '=', item.measure)
    .where('period', '=', item.period)
    .execute());

const steps = ({ db, district }: Transaction) => db.selectFrom('close_out_step').selectAll().where('district', '=', district);
type StepRow = Awaited<ReturnType<ReturnType<typeof steps>['execute']>>[number];

export type Step = {
  readonly id: string;
  readonly item: string;
  readonly event: CloseOutEvent;
  readonly at: Date;
  readonly by: string;
  readonly byName: string;
  readonly unit: string;
  readonly reason: string;
  readonly evaluation: Evaluation | null;
  readonly factHash: string | null;
};

const asStep = (row: StepRow): Step => ({
  id: row.id,
  item: row.item,
  event: row.event as CloseOutEvent, // reason: keepStep alone writes these columns
  at: row.at,
  by: row.by,
  byName: row.by_name,
  unit: row.unit,
  reason: row.reason,
  evaluation: row.evaluation as unknown as Evaluation | null, // reason: as above
  factHash: row.fact_hash,
});

/** The item is held, so that its steps are counted one by one. */
export const keepStep = async ({ db, district }: Transaction, step: Step): Promise<void> =>
  void (await db
    .insertInto('close_out_step')
    .values({
      district,
      item: step.item,
      no: sql<number>`(SELECT coalesce(max(no), 0) + 1 FROM close_out_step WHERE district = ${district} AND item = ${step.item})`,
      id: step.id,
      event: step.event,
      at: step.at,
      by: step.by,
      by_name: step.byName,
      unit: step.unit,
      reason: step.reason,
      evaluation: step.evaluation === null ? null : JSON.stringify(step.evaluation),
      fact_hash: step.factHash,
    })
    .execute());

/** Oldest first, by item. */
export async function listSteps(transaction: Transaction, of: readonly string[]): Promise<ReadonlyMap<string, readonly Step[]>> {
  if (of.length === 0) return new Map();
  const rows = await steps(transaction).where('item', 'in', of).orderBy('item').orderBy('no').execute();
  return Map.groupBy(rows.map(asStep), ({ item }) => item);
}
