import { createHash } from 'node:crypto';
import path from 'node:path';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { decide } from '../../../kernel/actor/permission.ts';
import { execute } from '../../../kernel/command/run.ts';
import type { Host } from '../../../kernel/http/host.ts';
import { Problem } from '../../../kernel/problem.ts';
import { uploadPaper } from '../commands/upload-paper.ts';
import { LARGEST_UPLOAD_BYTES, readPaper } from './read-paper.ts';

/** `POST /api/programme/papers`, multipart, one file: kept as read. Answers `UploadedPaper`. */
export function paperRoutes(app: FastifyInstance, host: Host): void {
  app.post('/api/programme/papers', { schema: { operationId: uploadPaper.name, summary: uploadPaper.name } }, async (request) => {
    const [actor, { code: district }] = await Promise.all([host.identify(request), host.districtOf(request)]);
    // Nobody's file is read who may not upload one. The command asks again, and audits the refusal.
    if (decide(uploadPaper.may, actor) !== 'allowed') return execute(host.kernel, uploadPaper, {}, { district, actor });
    const { bytes, name } = await fileOf(request);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return execute(host.kernel, uploadPaper, { ...(await readPaper(bytes, name)), name, sha256 }, { district, actor });
  });
}

async function fileOf(request: FastifyRequest): Promise<{ bytes: Buffer; name: string }> {
  if (!request.isMultipart()) throw new Problem('invalid', 'paper-missing');
  const file = await request.file({ limits: { fileSize: LARGEST_UPLOAD_BYTES, files: 1 }, throwFileSizeLimit: false });
  if (!file) throw new Problem('invalid', 'paper-missing');
  const name = path.basename(file.filename.replaceAll('\\', '/')).trim().slice(-255) || 'paper';
  const bytes = await file.toBuffer();
  if (file.file.truncated)
    throw new Problem('too-large', 'paper-too-large', { filename: name, megabytes: LARGEST_UPLOAD_BYTES / 1024 / 1024 });
  return { bytes, name };
}
