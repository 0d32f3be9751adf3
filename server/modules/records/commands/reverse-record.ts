import { Type } from 'typebox';
import { actorKey } from '../../../kernel/actor/actor.ts';
import { command } from '../../../kernel/command/command.ts';
import { Text } from '../../../kernel/command/text.ts';
import type { Transaction } from '../../../kernel/database/transaction.ts';
import { Problem } from '../../../kernel/problem.ts';
import { isDay } from '../../../kernel/term/day.ts';
import { mayRecord } from '../access.ts';
import { coverSubjects } from '../counting.ts';
import { getRecordType } from '../send-rows.ts';
import { beganBefore, lockRecords, markEnded, type StoredRecord } from '../store.ts';
import { type TakenBack, takeBack } from '../take-back.ts';

const Id = Type.String({ pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$' });
const Why = Text(2, 500);

const scopeOf = async ({ record }: { record: string }, { transaction }: { transaction: Transaction }) => {
  const [found] = await lockRecords(transaction, [record]);
  return found && { unit: found.unit, area: found.area, town: found.town };
};

async function standing(transaction: Transaction, id: string): Promise<StoredRecord> {
  const [record] = await lockRecords(transaction, [id]);
  if (!record) throw new Problem('not-found', 'not-found');
  if (record.reversed_at) throw new Problem('conflict', 'record-reversed-before');
  if (record.revised_by) throw new Problem('conflict', 'record-revised-since');
  return record;
}

/** A record that should never have been sent: its facts are taken back on their own day, so past figures are right again too. */
export const reverseRecord = command({
  name: 'records.reverse-record',
  route: 'POST /api/record/:record/reverse',
  input: Type.Object({ record: Id, why: Why }, { additionalProperties: false }),
  may: mayRecord,
  scope: scopeOf,
  run: async ({ record: id, why }, work): Promise<TakenBack> => {
    const record = await standing(work.transaction, id);
    return takeBack(work, getRecordType(record.type), [id], actorKey(work.actor), why);
  },
  audit: ({ record }, { facts }) => ({ record, facts }),
});

/** What stood ends: a specialist left, an agreement was ended early. From `day` on it no longer counts; what counted before stays. */
export const endRecord = command({
  name: 'records.end-record',
  route: 'POST /api/record/:record/end',
  input: Type.Object(
    { record: Id, day: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }), why: Why },
    { additionalProperties: false },
  ),
  may: mayRecord,
  scope: scopeOf,
  run: async ({ record: id, day, why }, work): Promise<{ readonly ended: string }> => {
    const record = await standing(work.transaction, id);
    const type = getRecordType(record.type);
    if (!type.subject || !record.subject) throw new Problem('conflict', 'record-has-no-end');
    if (!isDay(day) || day > work.today) throw new Problem('invalid', 'record-end-in-future', { today: work.today });
    if (day <= record.day) throw new Problem('invalid', 'record-end-before-start', { day: record.day });
    if (record.until !== null && record.until <= day) throw new Problem('conflict', 'record-ended-before', { day: record.until });
    if (record.ended_on !== null) throw new Problem('conflict', 'record-ended-before', { day: record.ended_on });
    await markEnded(work, id, day, actorKey(work.actor), why);
    // A part that would begin only after the end, behind another record's, is taken back; the earlier part is counted anew.
    if (await beganBefore(work.transaction, id, day)) await work.facts.end([id], day);
    else await work.facts.reverse([id]);
    await coverSubjects(work, type, [record.subject]);
    return { ended: day };
  },
  audit: ({ record, day }) => ({ record, day }),
});
