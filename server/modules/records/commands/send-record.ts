import { Type } from 'typebox';
import { command } from '../../../kernel/command/command.ts';
import { mayRecord } from '../access.ts';
import { getRecordType, type Sent, sendRows } from '../send-rows.ts';

export const SentRowShape = Type.Record(
  Type.String({ minLength: 1, maxLength: 60 }),
  Type.Union([Type.String({ maxLength: 2000 }), Type.Number(), Type.Boolean(), Type.Null()]),
);

/** One record, from a program or a form. With an `Idempotency-Key` it may be sent again safely; the same row again is *already there*. */
export const sendRecord = command({
  name: 'records.send-record',
  route: 'POST /api/records/:type',
  input: Type.Object({ type: Type.String({ maxLength: 60 }), row: SentRowShape }, { additionalProperties: false }),
  may: mayRecord,
  run: async ({ type, row }, work): Promise<Sent> => {
    const [sent] = await sendRows(work, getRecordType(type), [row]);
    if (!sent) throw new TypeError('one row has one result');
    return sent;
  },
  audit: ({ type }, sent) => ({ type, record: sent.id, state: sent.state }),
});

/** At most 1,000 records in one transaction: all, or none with every fault named. */
export const sendRecords = command({
  name: 'records.send-records',
  route: 'POST /api/records/:type/batch',
  input: Type.Object(
    { type: Type.String({ maxLength: 60 }), rows: Type.Array(SentRowShape, { minItems: 1, maxItems: 1000 }) },
    { additionalProperties: false },
  ),
  may: mayRecord,
  run: async ({ type, rows }, work): Promise<{ readonly sent: readonly Sent[] }> => ({
    sent: await sendRows(work, getRecordType(type), rows),
  }),
  audit: ({ type, rows }, { sent }) => ({ type, rows: rows.length, new: sent.filter(({ state }) => state === 'new').length }),
});
