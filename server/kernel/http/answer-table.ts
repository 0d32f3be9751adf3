import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { decide, type Permission } from '../actor/permission.ts';
import { today } from '../clock.ts';
import type { Reading } from '../command/query.ts';
import { noteSeen } from '../command/run.ts';
import { inDistrict } from '../database/transaction.ts';
import type { Language } from '../i18n/said.ts';
import { Problem } from '../problem.ts';
import { csvOf, type TableRow, xlsxOf } from '../table/table-file.ts';
import type { Host } from './host.ts';

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type TableFormat = keyof typeof types;

/**
 * Answers with a table as a file, streamed page by page from one snapshot, so that it agrees with itself however long it takes.
 * `rows` yields the header first, after it has checked what was asked: until then a Problem is told as one, later the file breaks off.
 */
export async function answerTable(
  host: Host,
  request: FastifyRequest,
  reply: FastifyReply,
  table: {
    readonly may: Permission;
    readonly format: TableFormat;
    /** The file's name without its ending. */
    readonly name: string;
    /** Of a table with personal data: under which name and how the audit keeps who took it away. */
    readonly seen?: { readonly action: string; readonly content: Readonly<Record<string, unknown>> } | undefined;
    readonly rows: (reading: Reading, language: Language) => AsyncGenerator<readonly TableRow[]>;
  },
): Promise<FastifyReply> {
  const [actor, district] = await Promise.all([host.identify(request), host.districtOf(request)]);
  if (decide(table.may, actor) !== 'allowed')
    throw actor.kind === 'visitor' ? new Problem('not-signed-in', 'not-signed-in') : new Problem('forbidden', 'forbidden');
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
      const rows = table.rows(reading, host.languageOf(request));
      const first = await rows.next();
      ready.resolve();
      const pages = (async function* () {
        if (!first.done) yield first.value;
        yield* rows;
      })();
      await pipeline(Readable.from(table.format === 'csv' ? csvOf(pages) : xlsxOf(pages)), out);
    },
    'snapshot',
  );
  writing.catch((error: Error) => {
    ready.reject(error);
    out.destroy(error);
  });
  await ready.promise;
  if (table.seen)
    await noteSeen(kernel, { district: district.code, actor }, table.seen.action, table.seen.content).catch((error: Error) => {
      out.destroy(error); // nobody will read it: the snapshot behind it ends now
      throw error;
    });
  return reply
    .type(types[table.format])
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${table.name}.${table.format}`)}`)
    .header('cache-control', 'no-store')
    .send(out);
}
