import type { FastifyInstance } from 'fastify';
import { ask } from '../../kernel/command/run.ts';
import { writeDocx } from '../../kernel/document/docx.ts';
import type { Host } from '../../kernel/http/host.ts';
import { noticeDocumentQuery } from './queries/notice-paper.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A notice as the paper it is, laid out to GB/T 9704. */
export function noticeRoutes(app: FastifyInstance, host: Host): void {
  app.get<{ Params: { notice: string } }>('/api/notices/:notice/paper.docx', async (request, reply) => {
    const [actor, district] = await Promise.all([host.identify(request), host.districtOf(request)]);
    const { notice, documents } = await ask(host.kernel, noticeDocumentQuery, request.params, { actor, district: district.code });
    const name = notice.number ? `${notice.number.year}-${notice.number.no}` : notice.issuedOn;
    return reply
      .type(DOCX)
      .header('content-disposition', `attachment; filename="${notice.step}-${name}.docx"`)
      .header('cache-control', 'no-store')
      .send(await writeDocx(documents[host.languageOf(request)]));
  });
}
