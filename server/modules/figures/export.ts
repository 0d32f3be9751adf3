import type { FastifyInstance } from 'fastify';
import { Convert } from 'typebox/value';
import type { Reading } from '../../kernel/command/query.ts';
import { shaped } from '../../kernel/command/shape.ts';
import { listCounted } from '../../kernel/figure/counted.ts';
import { answerTable, type TableFormat } from '../../kernel/http/answer-table.ts';
import type { Host } from '../../kernel/http/host.ts';
import { type Language, type Said, said, say } from '../../kernel/i18n/said.ts';
import { writeMoment } from '../../kernel/page/written.ts';
import { Problem } from '../../kernel/problem.ts';
import type { TableRow } from '../../kernel/table/table-file.ts';
import { type AskedRecords, countedFilter, mayReadRecords, recordsInput, shownAll, totals } from './queries/records.ts';

const PAGE = 5000;
/** A workbook can be opened, sorted and filtered up to here; what is longer comes as CSV. */
const XLSX_ROWS = 100_000;

const header: readonly Said[] = [
  said('日期', 'Day'),
  said('街道（乡镇）', 'Street or town'),
  said('地点', 'Place'),
  said('地点代码', 'Place code'),
  said('单位', 'Unit'),
  said('类别', 'Category'),
  said('数量', 'Quantity'),
  said('入库时间', 'Recorded at'),
  said('迟报', 'Late'),
  said('记录编号', 'Record'),
];

/**
 * `GET /api/figures/:code/records.csv` and `.xlsx`: every record a figure counts, streamed page by page from one snapshot, so that
 * the list's sum is the number however long it takes.
 */
export function exportRoutes(app: FastifyInstance, host: Host): void {
  for (const format of ['csv', 'xlsx'] as const)
    app.get<{ Params: { code: string }; Querystring: Record<string, unknown> }>(
      `/api/figures/:code/records.${format}`,
      async (request, reply) => {
        const { code } = request.params;
        const { lang: _lang, ...given } = request.query;
        const name = ['figure', code, ...(typeof given.month === 'string' ? [given.month] : []), 'records'].join('-');
        const rows = (reading: Reading, language: Language) =>
          countedRows(shaped(recordsInput, Convert(recordsInput, { ...given, code })), reading, language, format);
        return await answerTable(host, request, reply, { may: mayReadRecords, format, name, rows });
      },
    );
}

async function* countedRows(
  input: AskedRecords,
  reading: Reading,
  language: Language,
  format: TableFormat,
): AsyncGenerator<readonly TableRow[]> {
  const { filter, context } = await countedFilter(input, reading);
  if (format === 'xlsx') {
    const { records } = await totals(reading, context, filter);
    if (records > XLSX_ROWS) throw new Problem('too-large', 'too-many-for-workbook', { records, limit: XLSX_ROWS });
  }
  const variants = reading.kinds.get(filter.facts.kind)?.variants;
  const yes = say(said('是', 'yes'), language);
  yield [header.map((title) => say(title, language))];
  let after: { day: string; id: string } | undefined;
  for (;;) {
    const facts = await listCounted(reading.transaction, filter, { after, limit: PAGE });
    yield (await shownAll(reading, facts, context)).map((row) => {
      const variant = variants?.[row.variant];
      const { day, townName, placeName, place, unitName, quantity, recordedAt, isLate, record } = row;
      const category = variant ? say(variant, language) : '';
      return [day, townName, placeName, place, unitName, category, quantity, writeMoment(recordedAt), isLate ? yes : '', record];
    });
    const last = facts.at(-1);
    if (facts.length < PAGE || !last) return;
    after = { day: last.day, id: last.id };
  }
}
