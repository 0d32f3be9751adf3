import { actorKey } from '../actor/actor.ts';
import type { Work } from '../command/command.ts';
import type { Transaction } from '../database/transaction.ts';
import type { Day } from './day.ts';
import type { Pause } from './term.ts';

/** What a clock belongs to: one matter, or `district` for a quiet period in which nobody is chased. */
export type PauseSubject = 'district' | `measure:${number}` | `figure:${string}` | `milestone:${string}` | `notice:${string}`;

export type KeptPause = Pause & {
  readonly id: string;
  readonly subject: string;
  readonly reason: string;
  readonly byName: string;
};

/** A pause as people see it. */
export type ShownPause = Pick<KeptPause, 'id' | 'from' | 'to' | 'reason' | 'byName'>;

/**
 * Every pause of a district by what it holds. They are few: a pause is a decision of a person, with a reason. One that was called off before
 * it began holds nothing, and is left out.
 */
export async function listPauses({ db, district }: Transaction): Promise<ReadonlyMap<string, readonly KeptPause[]>> {
  const rows = await db.selectFrom('term_pause').selectAll().where('district', '=', district).orderBy('id').execute();
  const standing = rows.filter(({ from_on, to_on }) => to_on === null || to_on > from_on);
  const pauses = standing.map((row) => ({
    id: row.id,
    subject: row.subject,
    from: row.from_on,
    to: row.to_on,
    reason: row.reason,
    byName: row.paused_by_name,
  }));
  return Map.groupBy(pauses, ({ subject }) => subject);
}

/** Whether a day lies in a quiet period of the whole district, in which nobody is chased. */
export const isQuietOn = async (transaction: Transaction, day: Day): Promise<boolean> =>
  ((await listPauses(transaction)).get('district') ?? []).some(({ from, to }) => from < day && (to === null || day <= to));

/** Stops a clock after `from`, until `to` or until it is ended. Answers the pause's id. */
export async function pause(
  { transaction: { db, district }, newId, actor, now }: Work,
  { subject, from, to, reason }: Pause & { readonly subject: PauseSubject; readonly reason: string },
): Promise<string> {
  const id = newId();
  await db
    .insertInto('term_pause')
    .values({
      district,
      id,
      subject,
      from_on: from,
      to_on: to,
      reason,
      paused_by: actorKey(actor),
      paused_by_name: 'name' in actor ? actor.name : '',
      paused_at: now,
    })
    .execute();
  return id;
}

/**
 * Lets a stopped clock run again: the day of `to` is the last that does not count. Where nothing stands still yet, what was set for later
 * is called off. `id`: this pause alone, of several. Answers how many were ended.
 */
export async function resume(
  { client, district }: Transaction,
  subject: PauseSubject,
  to: string,
  id: string | null = null,
): Promise<number> {
  const end = async (begun: boolean) =>
    (
      await client.query(
        `UPDATE term_pause SET to_on = greatest($3::date, from_on)
         WHERE district = $1 AND subject = $2 AND (from_on <= $3) = $4 AND (to_on IS NULL OR to_on > greatest($3::date, from_on))
           AND ($5::uuid IS NULL OR id = $5)`,
        [district, subject, to, begun, id],
      )
    ).rowCount ?? 0;
  return (await end(true)) || (await end(false));
}
