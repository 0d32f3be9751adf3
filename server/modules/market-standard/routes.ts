import type { FastifyInstance } from 'fastify';
import { ask } from '../../kernel/command/run.ts';
import { writeDocx } from '../../kernel/document/docx.ts';
import type { Host } from '../../kernel/http/host.ts';
import { stationsQuery } from '../gigs/module.ts';
import { servePublic } from '../portal/module.ts';
import { gradesPage } from './pages/grades.tsx';
import { proposalDocumentQuery } from './queries/proposal.ts';
import { standardQuery, stationGradesQuery } from './queries/published.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A round's results and proposals as the paper they are, laid out to GB/T 9704; and the grades as everybody reads them. */
export async function marketRoutes(app: FastifyInstance, host: Host): Promise<void> {
  app.get<{ Params: { round: string } }>('/api/market-rounds/:round/proposal.docx', async (request, reply) => {
    const [actor, district] = await Promise.all([host.identify(request), host.districtOf(request)]);
    const documents = await ask(host.kernel, proposalDocumentQuery, request.params, { actor, district: district.code });
    return reply
      .type(DOCX)
      .header('content-disposition', 'attachment; filename="gig-market-proposal.docx"')
      .header('cache-control', 'no-store')
      .send(await writeDocx(documents[host.languageOf(request)]));
  });
  await servePublic(app, host, (portal, page) => {
    portal.get('/gigs/grades', { schema: { hide: true } }, (request, reply) =>
      page(request, reply, async (visit, read) => {
        const { stations } = await read(stationsQuery, {});
        const { grades } = await read(stationGradesQuery, {});
        return gradesPage(visit, stations, grades, await read(standardQuery, {}));
      }),
    );
  });
}
