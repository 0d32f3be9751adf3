import { actorKey } from '../../kernel/actor/actor.ts';
import type { Work } from '../../kernel/command/command.ts';
import type { Transaction } from '../../kernel/database/transaction.ts';
import { getRecordType } from './send-rows.ts';
import { type TakenBack, takeBack } from './take-back.ts';
import type { Values } from './type.ts';

/** A record that stands, without anything that says who it is about but the key it is counted by. */
export type StandingRecord = {
  readonly id: string;
  readonly day: string;
  readonly person: string | null;
  readonly content: Values;
  readonly recordedBy: string;
  readonly recordedAt: Date;
};

/** The records of a type that stand on some days, both included. For whoever looks at them as a series. */
export async function listStanding(
  { client, district }: Transaction,
  type: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<StandingRecord[]> {
  const { rows } = await client.query<StandingRecord>(
    `SELECT id, day, encode(person_index, 'hex') AS person, content, recorded_by AS "recordedBy", recorded_at AS "recordedAt" FROM record
     WHERE district = $1 AND type = $2 AND day BETWEEN $3 AND $4 AND revised_by IS NULL AND reversed_at IS NULL`,
    [district, type, from, to],
  );
  return rows;
}

/** These days' records that stand, sent since an instant: what came late. Latest first. */
export async function daysSentSince(
  { client, district }: Transaction,
  type: string,
  since: Date,
  most: number,
): Promise<string[]> {
  const { rows } = await client.query<{ day: string }>(
    `SELECT DISTINCT day FROM record WHERE district = $1 AND type = $2 AND recorded_at >= $3 AND revised_by IS NULL AND reversed_at IS NULL
     ORDER BY day DESC LIMIT $4`,
    [district, type, since, most],
  );
  return rows.map(({ day }) => day);
}

/** Takes records of a type back, with their facts: they should not have been sent. */
export const takeBackRecords = (work: Work, type: string, ids: readonly string[], why: string): Promise<TakenBack> =>
  takeBack(work, getRecordType(type), ids, actorKey(work.actor), why);
