import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { decide } from '../../kernel/actor/permission.ts';
import { execute } from '../../kernel/command/run.ts';
import { keepFile, openFile } from '../../kernel/files/keep-file.ts';
import type { Host } from '../../kernel/http/host.ts';
import { Problem } from '../../kernel/problem.ts';
import { keepEvidenceFile } from './commands/keep-file.ts';
import { openEvidence } from './commands/open-file.ts';
import { evidenceOf } from './files.ts';
import { evidenceName, LARGEST_EVIDENCE_BYTES, mediaType, sniffEvidence } from './rules.ts';

/** `POST /api/evidence`, multipart, one file: answers `KeptEvidence`. `GET /api/evidence/:sha256`: the file, to be saved, never shown. */
export function evidenceRoutes(app: FastifyInstance, host: Host): void {
  const { kernel } = host;

  app.post(
    '/api/evidence',
    { schema: { operationId: keepEvidenceFile.name, summary: keepEvidenceFile.name } },
    async (request) => {
      const [actor, { code: district }] = await Promise.all([host.identify(request), host.districtOf(request)]);
      // Nobody's file is read who may not upload one. The command asks again, and audits the refusal.
      if (decide(keepEvidenceFile.may, actor) !== 'allowed') return execute(kernel, keepEvidenceFile, {}, { district, actor });
      const { bytes, name } = await fileOf(request);
      const found = await sniffEvidence(bytes, name);
      if ('fault' in found) throw new Problem('invalid', found.fault);
      const kept = await keepFile(evidenceOf(kernel.services, district), Readable.from([bytes]), LARGEST_EVIDENCE_BYTES);
      const key = request.headers['idempotency-key'];
      return execute(
        kernel,
        keepEvidenceFile,
        { sha256: kept.sha256, name: evidenceName(name, found.type), type: found.type, size: kept.size },
        { district, actor, key: typeof key === 'string' ? key : undefined },
      );
    },
  );

  app.get<{ Params: { sha256: string } }>('/api/evidence/:sha256', async (request, reply) => {
    const [actor, { code: district }] = await Promise.all([host.identify(request), host.districtOf(request)]);
    const item = await execute(kernel, openEvidence, { sha256: request.params.sha256 }, { district, actor });
    const file = await openFile(evidenceOf(kernel.services, district), item.sha256).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'ENOENT' ? new Problem('conflict', 'evidence-gone') : error;
    });
    const bytes = Readable.from(file.stream(), { objectMode: false });
    bytes.once('close', () => void file.close());
    return reply
      .header('content-type', mediaType[item.type])
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(item.name)}`)
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'no-store')
      .send(bytes);
  });
}

async function fileOf(request: FastifyRequest): Promise<{ bytes: Buffer; name: string }> {
  if (!request.isMultipart()) throw new Problem('invalid', 'evidence-needed');
  const file = await request.file({ limits: { fileSize: LARGEST_EVIDENCE_BYTES, files: 1 }, throwFileSizeLimit: false });
  if (!file) throw new Problem('invalid', 'evidence-needed');
  const bytes = await file.toBuffer();
  if (file.file.truncated)
    throw new Problem('too-large', 'evidence-too-large', { megabytes: LARGEST_EVIDENCE_BYTES / 1024 / 1024 });
  return { bytes, name: file.filename };
}
