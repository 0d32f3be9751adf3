import type { FastifyInstance } from 'fastify';
import { Convert } from 'typebox/value';
import type { Reading } from '../../kernel/command/query.ts';
import { shaped } from '../../kernel/command/shape.ts';
import { answerTable } from '../../kernel/http/answer-table.ts';
import type { Host } from '../../kernel/http/host.ts';
import { type Language, type Said, said, say } from '../../kernel/i18n/said.ts';
import { writeMoment } from '../../kernel/page/written.ts';
import type { TableCell, TableRow } from '../../kernel/table/table-file.ts';
import { mayRead } from './access.ts';
import { holdsPersonal } from './catalogue.ts';
import type { RecordState } from './contract.ts';
import { RecordFilter, readRecords } from './queries/records.ts';
import { getRecordType } from './send-rows.ts';
import type { Column } from './type.ts';

const PAGE = 1000;
const words = {
  day: said('日期', 'Day'),
  town: said('街道（乡镇）', 'Street or town'),
  place: said('社区（村）', 'Community or village'),
  unit: said('单位', 'Unit'),
  state: said('状态', 'State'),
  recorded: said('入库时间', 'Recorded at'),
  record: said('记录编号', 'Record'),
  yes: said('是', 'yes'),
  no: said('否', 'no'),
} as const;
const states: Readonly<Record<RecordState, Said>> = {
  current: said('有效', 'Current'),
  revised: said('已更正', 'Corrected since'),
  reversed: said('已冲销', 'Reversed'),
  ended: said('已终止', 'Ended'),
};

/**
 * `GET /api/record-types/:type/records.csv`: every record that the same filter lists on the page, and that the asker may see; names
 * and personal numbers masked as they are there.
 */
export function exportRecords(app: FastifyInstance, host: Host): void {
  app.get<{ Params: { type: string }; Querystring: Record<string, unknown> }>(
    '/api/record-types/:type/records.csv',
    async (request, reply) => {
      const { lang: _lang, ...given } = request.query;
      const { type } = request.params;
      const rows = (reading: Reading, language: Language) =>
        recordRows(shaped(RecordFilter, Convert(RecordFilter, { ...given, type })), reading, language);
      const seen = holdsPersonal(type) ? { action: 'records.export-records', content: { type, filter: given } } : undefined;
      return await answerTable(host, request, reply, { may: mayRead, format: 'csv', name: `records-${type}`, rows, seen });
    },
  );
}

async function* recordRows(filter: RecordFilter, reading: Reading, language: Language): AsyncGenerator<readonly TableRow[]> {
  const type = getRecordType(filter.type);
  // Day, place and unit have columns of their own, with names instead of codes.
  const columns = Object.entries(type.columns).filter(([, { kind }]) => kind !== 'area' && kind !== 'unit');
  const shown = (word: Said) => say(word, language);
  const cell = (column: Column, value: string | number | boolean | undefined): TableCell => {
    if (value === undefined) return null;
    if (typeof value === 'boolean') return shown(value ? words.yes : words.no);
    const choice = column.choices?.[String(value)];
    return choice ? shown(choice) : value;
  };
  yield [
    [
      ...[words.day, words.town, words.place, words.unit].map(shown),
      ...columns.map(([, { label }]) => shown(label)),
      ...[words.state, words.recorded, words.record].map(shown),
    ],
  ];
  let after: { day: string; id: string } | undefined;
  for (;;) {
    const records = await readRecords(filter, reading, { after, limit: PAGE });
    yield records.map(({ day, townName, placeName, unitName, values, state, recordedAt, id }) => [
      day,
      townName,
      placeName,
      unitName,
      ...columns.map(([key, column]) => cell(column, values[key])),
      shown(states[state]),
      writeMoment(recordedAt),
      id,
    ]);
    const last = records.at(-1);
    if (records.length < PAGE || !last) return;
    after = { day: last.day, id: last.id };
  }
}
