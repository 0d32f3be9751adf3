import type { FastifyInstance } from 'fastify';
import { ask } from '../../kernel/command/run.ts';
import { writeDocx } from '../../kernel/document/docx.ts';
import type { Host } from '../../kernel/http/host.ts';
import { proposalDocumentQuery } from './queries/proposal.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A round's results and proposals as the paper they are, laid out to GB/T 9704. */
export function marketRoutes(app: FastifyInstance, host: Host): void {
  app.get<{ Params: { round: string } }>('/api/market-rounds/:round/proposal.docx', async (request, reply) => {
    const [actor, district] = await Promise.all([host.identify(request), host.districtOf(request)]);
    const documents = await ask(host.kernel, proposalDocumentQuery, request.params, { actor, district: district.code });
    return reply
      .type(DOCX)
      .header('content-disposition', 'attachment; filename="gig-market-proposal.docx"')
      .header('cache-control', 'no-store')
      .send(await writeDocx(documents[host.languageOf(request)]));
  });
}
