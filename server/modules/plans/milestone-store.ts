import type { Transaction } from '../../kernel/database/transaction.ts';
import type { LitMilestone, Milestone, MilestoneState, PlannedMilestone } from './contract.ts';

const milestones = ({ db, district }: Transaction) => db.selectFrom('milestone').selectAll().where('district', '=', district);
type Row = Awaited<ReturnType<ReturnType<typeof milestones>['execute']>>[number];

const asMilestone = (row: Row): Milestone => ({
  id: row.id,
  measure: row.measure,
  unit: row.unit,
  title: row.title,
  deliverable: row.deliverable,
  proof: row.proof as Milestone['proof'], // reason: the column's CHECK names exactly these
  figure: row.figure,
  value: row.value,
  dueOn: row.due_on,
  firstDueOn: row.first_due_on,
  since: row.since,
  state: row.state as MilestoneState, // reason: as above
  report: row.report,
  reportedOn: row.reported_on,
  reportedByName: row.reported_by_name,
  doneOn: row.done_on,
});

/** Those in force (dropped ones left out), by due date; of one measure, or of all. */
export async function listMilestones(transaction: Transaction, measure?: number): Promise<Milestone[]> {
  let found = milestones(transaction).where('state', '<>', 'dropped');
  if (measure !== undefined) found = found.where('measure', '=', measure);
  return (await found.orderBy('due_on').orderBy('id').execute()).map(asMilestone);
}

export async function findMilestone(transaction: Transaction, id: string): Promise<Milestone | undefined> {
  const row = await milestones(transaction).where('id', '=', id).executeTakeFirst();
  return row && asMilestone(row);
}

/** Whatever became of them: dropped ones too. */
export async function milestonesById(transaction: Transaction, ids: readonly string[]): Promise<Milestone[]> {
  if (ids.length === 0) return [];
  return (await milestones(transaction).where('id', 'in', ids).execute()).map(asMilestone);
}

/** The same, held until the transaction ends. */
export async function holdMilestone(transaction: Transaction, id: string): Promise<Milestone | undefined> {
  const row = await milestones(transaction).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && asMilestone(row);
}

/**
 * Why the office returned what was reported, of those that are open again since; the timeline keeps each reason, the milestone only
 * what was reported last.
 */
export async function returnsOf(
  { client, district }: Transaction,
  milestones: readonly Pick<Milestone, 'id' | 'state' | 'report'>[],
): Promise<ReadonlyMap<string, NonNullable<LitMilestone['returned']>>> {
  const returned = milestones
    .filter(({ state, report }) => state === 'open' && report !== null)
    .map(({ id }) => `milestone:${id}`);
  if (returned.length === 0) return new Map();
  const { rows } = await client.query<{ subject: string; reason: string; at: Date; by: string }>(
    `SELECT DISTINCT ON (subject) subject, params->>'reason' AS reason, at, actor_name AS by FROM timeline_entry
     WHERE district = $1 AND subject = ANY ($2) AND code = 'milestone-returned' ORDER BY subject, id DESC`,
    [district, returned],
  );
  return new Map(
    rows.map(({ subject, reason, at, by }) => [subject.slice('milestone:'.length), { reason, at: at.toISOString(), byName: by }]),
  );
}

export type MilestoneChange = Partial<{
  state: MilestoneState;
  due_on: string;
  report: string | null;
  reported_on: string | null;
  reported_by: string | null;
  reported_by_name: string | null;
  done_on: string | null;
  decided_by: string | null;
}>;

export const changeMilestone = async ({ db, district }: Transaction, id: string, change: MilestoneChange): Promise<void> =>
  void (await db.updateTable('milestone').set(change).where('district', '=', district).where('id', '=', id).execute());

export type Accepted = PlannedMilestone & { readonly id: string };

/** Brings a measure's milestones up to date with its accepted plan: new, changed, dropped. What was done stays done. */
export async function putMilestones(
  transaction: Transaction,
  measure: number,
  accepted: readonly Accepted[],
  today: string,
): Promise<{ added: number; moved: readonly { id: string; title: string; from: string; to: string }[]; dropped: number }> {
  const { client, district } = transaction;
  const before = new Map((await listMilestones(transaction, measure)).map((milestone) => [milestone.id, milestone]));
  const kept = new Set(accepted.map(({ id }) => id));
  const dropped = [...before.values()].filter(({ id, state }) => !kept.has(id) && state !== 'done').map(({ id }) => id);
  if (dropped.length > 0)
    await client.query(
      `UPDATE milestone SET state = 'dropped' WHERE district = $1 AND id = ANY ($2) AND state IN ('open', 'reported')`,
      [district, dropped],
    );
  await client.query(
    `INSERT INTO milestone (district, id, measure, unit, title, deliverable, proof, figure, value, due_on, first_due_on, since, state)
     SELECT $1, m.id, $2, m.unit, m.title, m.deliverable, m.proof, m.figure, m.value, m."dueOn", m."dueOn", $4, 'open'
     FROM jsonb_to_recordset($3::jsonb) AS m (id uuid, unit text, title text, deliverable text, proof text, figure text, value numeric, "dueOn" date)
     ON CONFLICT (district, id) DO UPDATE SET unit = excluded.unit, title = excluded.title, deliverable = excluded.deliverable,
       proof = excluded.proof, figure = excluded.figure, value = excluded.value, due_on = excluded.due_on
     WHERE milestone.state IN ('open', 'reported') AND milestone.measure = excluded.measure`,
    [district, measure, JSON.stringify(accepted), today],
  );
  return {
    added: accepted.filter(({ id }) => !before.has(id)).length,
    moved: accepted.flatMap(({ id, title, dueOn }) => {
      const old = before.get(id);
      return old && old.state !== 'done' && old.dueOn !== dueOn ? [{ id, title, from: old.dueOn, to: dueOn }] : [];
    }),
    dropped: dropped.length,
  };
}
