import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { decide } from '../../kernel/actor/permission.ts';
import { eachCheckpoint } from '../../kernel/audit/export-checkpoints.ts';
import { witnessLine } from '../../kernel/audit/witness.ts';
import type { Host } from '../../kernel/http/host.ts';
import { Problem } from '../../kernel/problem.ts';
import { mayAudit } from './commands.ts';

/** `GET /api/audit/checkpoints.jsonl`: every checkpoint as a witness keeps it, a line each, oldest first. */
export function downloadCheckpoints(app: FastifyInstance, host: Host): void {
  app.get('/api/audit/checkpoints.jsonl', async (request, reply) => {
    const [actor, district] = await Promise.all([host.identify(request), host.districtOf(request)]);
    if (decide(mayAudit, actor) !== 'allowed')
      throw actor.kind === 'visitor' ? new Problem('not-signed-in', 'not-signed-in') : new Problem('forbidden', 'forbidden');
    await host.kernel.services.audit.noteReading(district.code, actor, 'checkpoints');
    const pages = eachCheckpoint(host.kernel.database, district.code);
    const lines = async function* () {
      for await (const page of pages) yield page.map(witnessLine).join('');
    };
    return reply
      .header('content-type', 'application/jsonl; charset=utf-8')
      .header('content-disposition', `attachment; filename="leye-audit-${district.code}.jsonl"`)
      .header('cache-control', 'no-store')
      .send(Readable.from(lines()));
  });
}
