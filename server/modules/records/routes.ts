import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { decide, type Permission } from '../../kernel/actor/permission.ts';
import { today } from '../../kernel/clock.ts';
import { ask, execute, noteSeen } from '../../kernel/command/run.ts';
import { inDistrict } from '../../kernel/database/transaction.ts';
import { keepFile } from '../../kernel/files/keep-file.ts';
import type { Host } from '../../kernel/http/host.ts';
import { Problem } from '../../kernel/problem.ts';
import { redact } from '../../kernel/seal/redact.ts';
import { mayRead, mayRecord } from './access.ts';
import { holdsPersonal } from './catalogue.ts';
import { uploadImport } from './commands/imports.ts';
import { originalsOf } from './import/originals.ts';
import { reportLines, reportWorkbook } from './import/report.ts';
import { getImport } from './queries/imports.ts';
import { referenceOf } from './reference.ts';
import { getRecordType } from './send-rows.ts';
import { csvTemplate, xlsxTemplate } from './template.ts';

const LARGEST = 200 * 1024 * 1024;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const CSV = 'text/csv; charset=utf-8';

/** Files in and out: templates, uploads, the rows to put right. Everything else of records is a command or a query. */
export function recordRoutes(app: FastifyInstance, host: Host): void {
  const asking = async (request: FastifyRequest, may: Permission) => {
    const [actor, district] = await Promise.all([host.identify(request), host.districtOf(request)]);
    const decision = decide(may, actor);
    if (decision !== 'allowed')
      throw actor.kind === 'visitor' ? new Problem('not-signed-in', 'not-signed-in') : new Problem('forbidden', 'forbidden');
    return { actor, district: district.code, language: host.languageOf(request) };
  };

  for (const format of ['xlsx', 'csv'] as const)
    app.get<{ Params: { type: string } }>(`/api/record-types/:type/template.${format}`, async (request, reply) => {
      const { district, language } = await asking(request, mayRead);
      const type = getRecordType(request.params.type);
      const reference = await inDistrict(
        host.kernel.database,
        district,
        (transaction) => referenceOf(transaction, host.kernel.services),
        'read',
      );
      const context = { reference, today: today(host.kernel.clock), language };
      const name = `${type.title[language]}.${format}`;
      return format === 'csv'
        ? attachment(reply, name, CSV).send(csvTemplate(type, context))
        : attachment(reply, name, XLSX).send(await xlsxTemplate(type, context));
    });

  app.post<{ Params: { type: string } }>('/api/record-types/:type/imports', async (request, reply) => {
    const { actor, district } = await asking(request, mayRecord);
    const type = getRecordType(request.params.type);
    const upload = request.isMultipart() ? await request.file({ limits: { fileSize: LARGEST + 1, files: 1 } }) : undefined;
    if (!upload) throw new Problem('invalid', 'file-needed');
    const kept = await keepFile(originalsOf(host.kernel.services, district), upload.file, LARGEST);
    const key = request.headers['idempotency-key'];
    const given = {
      type: type.name,
      fileName: plainName(upload.filename),
      sha256: kept.sha256,
      size: kept.size,
      fileType: tableType(kept.type, kept.size),
    };
    return reply
      .code(202)
      .send(await execute(host.kernel, uploadImport, given, { district, actor, key: typeof key === 'string' ? key : undefined }));
  });

  for (const format of ['xlsx', 'csv'] as const)
    app.get<{ Params: { import: string } }>(`/api/record-imports/:import/problems.${format}`, async (request, reply) => {
      const { actor, district, language } = await asking(request, mayRecord);
      const view = await ask(host.kernel, getImport, { import: request.params.import }, { district, actor });
      // These rows come as they were typed, names and numbers in full.
      if (holdsPersonal(view.type))
        await noteSeen(host.kernel, { district, actor }, 'records.download-problems', { import: view.id, format });
      const name = `${view.number}-${language === 'zh' ? '需要改正' : 'to-put-right'}.${format}`;
      if (format === 'xlsx')
        return attachment(reply, name, XLSX).send(await reportWorkbook(host.kernel, district, view, language));
      return attachment(reply, name, CSV).send(Readable.from(reportLines(host.kernel, district, view, language)));
    });
}

/** What the bytes say it is. Plain text has no mark of its own and is read as CSV. */
function tableType(sniffed: string | undefined, size: number): 'xlsx' | 'csv' {
  if (size === 0) throw new Problem('invalid', 'file-empty');
  if (sniffed === 'xlsx' || sniffed === 'zip') return 'xlsx';
  if (sniffed === undefined) return 'csv';
  throw new Problem('invalid', sniffed === 'cfb' ? 'file-old-excel' : 'file-type');
}

/** A name to show, without folders or control characters. */
const plainName = (name: string | undefined): string =>
  redact(
    (name ?? '')
      .replace(/^.*[\\/]/, '')
      .replace(/\p{Cc}/gu, '')
      .slice(0, 200),
  ) || 'file';

const attachment = (reply: FastifyReply, name: string, type: string): FastifyReply =>
  reply
    .header('content-type', type)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('cache-control', 'no-store');
