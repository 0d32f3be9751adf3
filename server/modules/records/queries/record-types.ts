import { Type } from 'typebox';
import { decide } from '../../../kernel/actor/permission.ts';
import { query } from '../../../kernel/command/query.ts';
import { mayRead, mayRecord } from '../access.ts';
import { recordTypes } from '../catalogue.ts';
import { columnsOf } from '../check-row.ts';
import type { RecordTypeView } from '../contract.ts';
import type { RecordType } from '../type.ts';

/** Every type of record with its columns, in the order of the programme's tasks. */
export const listRecordTypes = query({
  name: 'records.list-record-types',
  route: 'GET /api/record-types',
  input: Type.Object({}, { additionalProperties: false }),
  may: mayRead,
  run: async (_input, { actor }): Promise<{ readonly types: readonly RecordTypeView[] }> => {
    const may = decide(mayRecord, actor) === 'allowed';
    return { types: recordTypes.map((type) => viewOf(type, may)) };
  },
});

const viewOf = (type: RecordType, may: boolean): RecordTypeView => ({
  name: type.name,
  title: type.title,
  about: type.about,
  measure: type.measure,
  mayRecord: may,
  hasEnd: type.subject !== undefined,
  columns: Object.entries(columnsOf(type)).map(([key, column]) => ({
    key,
    label: column.label,
    kind: column.kind,
    required: column.required ?? false,
    remark: column.remark ?? null,
    longest: column.kind === 'text' ? (column.longest ?? 200) : null,
    range: column.range ?? null,
    choices: column.choices ? Object.entries(column.choices).map(([value, label]) => ({ value, label })) : null,
    level: column.level ?? null,
  })),
  kinds: type.kinds.map(({ name, title, unit, counts }) => ({ name, title, unit, counts })),
});
