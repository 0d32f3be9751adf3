import type { FastifyInstance } from 'fastify';
import { ask } from '../../kernel/command/run.ts';
import { writeDocx } from '../../kernel/document/docx.ts';
import type { Host } from '../../kernel/http/host.ts';
import { said } from '../../kernel/i18n/said.ts';
import { ledgerQuery } from '../figures/module.ts';
import { noticeDocument } from './notice-document.ts';
import { noticeQuery } from './queries/notices.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A notice as the paper it is, laid out to GB/T 9704. */
export function noticeRoutes(app: FastifyInstance, host: Host): void {
  app.get<{ Params: { notice: string } }>('/api/notices/:notice/paper.docx', async (request, reply) => {
    const [actor, district] = await Promise.all([host.identify(request), host.districtOf(request)]);
    const call = { actor, district: district.code };
    const notice = await ask(host.kernel, noticeQuery, { notice: request.params.notice }, call);
    const ledger = await ask(host.kernel, ledgerQuery, {}, call);
    const nameless = said('—', '—');
    const about = {
      district: ledger.district.name,
      measureTitle: ledger.measures.find(({ no }) => no === notice.measure)?.title ?? nameless,
    };
    const name = notice.number ? `${notice.number.year}-${notice.number.no}` : notice.issuedOn;
    return reply
      .type(DOCX)
      .header('content-disposition', `attachment; filename="${notice.step}-${name}.docx"`)
      .header('cache-control', 'no-store')
      .send(await writeDocx(noticeDocument(notice, about, host.languageOf(request))));
  });
}
