import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ask } from '../../kernel/command/run.ts';
import { writeDocx } from '../../kernel/document/docx.ts';
import type { Host } from '../../kernel/http/host.ts';
import { keyOf } from '../../kernel/http/register.ts';
import { freezeBulletin, makeBulletin } from './freeze/freeze.ts';
import { paperOf } from './paper/paper.ts';
import { paperQuery } from './queries/paper.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** What is more than one command: numbers are read in a snapshot of their own before they are kept; a paper is a file. */
export function bulletinRoutes(app: FastifyInstance, host: Host): void {
  const callOf = async (request: FastifyRequest) => {
    const [actor, district] = await Promise.all([host.identify(request), host.districtOf(request)]);
    return { actor, district: district.code };
  };

  /** `{kind, from, to}` → `{bulletin, isNew}`: a draft with frozen numbers. */
  app.post('/api/bulletins', async (request, reply) => {
    const call = await callOf(request);
    return reply.send(await makeBulletin(host.kernel, request.body ?? {}, { ...call, key: keyOf(request) }));
  });

  /** Takes a draft's numbers anew. */
  app.post<{ Params: { bulletin: string } }>('/api/bulletins/:bulletin/snapshot', async (request, reply) => {
    const { bulletin } = request.params;
    return reply.send(await freezeBulletin(host.kernel, { ...(request.body as object | null), bulletin }, await callOf(request))); // reason: unvalidated; the query checks the shape
  });

  app.get<{ Params: { bulletin: string } }>('/api/bulletins/:bulletin/paper.docx', async (request, reply) => {
    const paper = await ask(host.kernel, paperQuery, { bulletin: request.params.bulletin }, await callOf(request));
    const name = paper.standing.number ?? `draft-${paper.snapshot.span.from}-${paper.snapshot.span.to}`;
    return reply
      .type(DOCX)
      .header('content-disposition', `attachment; filename="bulletin-${name}.docx"`)
      .header('cache-control', 'no-store')
      .send(await writeDocx(paperOf(paper, host.languageOf(request))));
  });
}
