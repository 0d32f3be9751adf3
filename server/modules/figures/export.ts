import { PassThrough } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { Convert } from 'typebox/value';
import { decide } from '../../kernel/actor/permission.ts';
import { today } from '../../kernel/clock.ts';
import type { Reading } from '../../kernel/command/query.ts';
import { shaped } from '../../kernel/command/run.ts';
import { inDistrict } from '../../kernel/database/transaction.ts';
import { listCounted } from '../../kernel/figure/counted.ts';
import type { Host } from '../../kernel/http/host.ts';
import { type Said, said, say } from '../../kernel/i18n/said.ts';
import { Problem } from '../../kernel/problem.ts';
import { countedFilter, mayReadRecords, recordsInput, shown } from './queries/records.ts';

const PAGE = 5000;
const header: readonly Said[] = [
  said('日期', 'Day'),
  said('街道（乡镇）', 'Street or town'),
  said('地点', 'Place'),
  said('单位', 'Unit'),
  said('类别', 'Category'),
  said('数量', 'Quantity'),
  said('入库时间', 'Recorded at'),
  said('迟报', 'Late'),
  said('记录编号', 'Record'),
];

/**
 * `GET /api/figures/:code/records.csv`: every record a figure counts, streamed page by page from one snapshot, so that the list's
 * sum is the number however long it takes. UTF-8 with BOM, which spreadsheets open without asking.
 */
export function exportRoutes(app: FastifyInstance, host: Host): void {
  app.get('/api/figures/:code/records.csv', async (request, reply) => {
    const [actor, district] = await Promise.all([host.identify(request), host.districtOf(request)]);
    if (decide(mayReadRecords, actor) !== 'allowed')
      throw actor.kind === 'visitor' ? new Problem('not-signed-in', 'not-signed-in') : new Problem('forbidden', 'forbidden');
    const { lang: _lang, ...given } = request.query as Record<string, unknown>; // reason: fastify types an unvalidated query as unknown
    const input = shaped(recordsInput, Convert(recordsInput, { ...given, ...(request.params as object) }));
    const language = host.languageOf(request);
    const { kernel } = host;
    const out = new PassThrough();
    out.on('error', () => {}); // before anybody reads it, an error is told through `ready`; unheard it would end the process
    const ready = Promise.withResolvers<void>();
    const writing = inDistrict(
      kernel.database,
      district.code,
      async (transaction) => {
        const reading: Reading = {
          transaction,
          actor,
          district: district.code,
          now: kernel.clock.now(),
          today: today(kernel.clock),
          kinds: kernel.kinds,
          services: kernel.services,
        };
        const { filter, context } = await countedFilter(input, reading);
        const variants = kernel.kinds.get(filter.facts.kind)?.variants;
        ready.resolve();
        out.write(`\uFEFF${header.map((title) => say(title, language)).join(',')}\r\n`);
        let after: { day: string; id: string } | undefined;
        for (;;) {
          const facts = await listCounted(transaction, filter, { after, limit: PAGE });
          const lines = facts.map((fact) => {
            const row = shown(fact, context);
            const variant = variants?.[row.variant];
            const late = row.isLate ? say(said('是', 'yes'), language) : '';
            return [
              row.day,
              row.townName,
              row.place,
              row.unitName,
              variant ? say(variant, language) : '',
              row.quantity,
              row.recordedAt,
              late,
              row.record,
            ]
              .map(cell)
              .join(',');
          });
          if (lines.length > 0 && !out.write(`${lines.join('\r\n')}\r\n`))
            await new Promise((drained) => out.once('drain', drained).once('close', drained));
          const last = facts.at(-1);
          if (facts.length < PAGE || !last || out.destroyed) break;
          after = { day: last.day, id: last.id };
        }
        out.end();
      },
      'snapshot',
    );
    writing.catch((error: Error) => {
      ready.reject(error);
      out.destroy(error);
    });
    await ready.promise;
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="figure-${input.code}-${filterName(input.month)}records.csv"`)
      .send(out);
  });
}

const filterName = (month: string | undefined) => (month ? `${month}-` : '');

/** Quoted where needed; a leading = + - @ would be run as a formula by a spreadsheet, so it is disarmed. */
const cell = (value: string | number): string => {
  const text = typeof value === 'string' && /^[=+\-@\t]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
