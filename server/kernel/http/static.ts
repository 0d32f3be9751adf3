import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { Problem } from '../problem.ts';

const built = fileURLToPath(new URL('../../../dist/web/', import.meta.url));

/** The built pages. Their files carry hashes in their names and may be kept for ever; the pages themselves may not. */
export async function serveWeb(app: FastifyInstance): Promise<void> {
  if (!existsSync(built)) {
    app.get('/office', async () => {
      throw new Problem('unavailable', 'office-not-built');
    });
    return;
  }
  await app.register(fastifyStatic, {
    root: built,
    prefix: '/app/',
    index: false,
    cacheControl: false,
    setHeaders: (response, path) =>
      void response.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'),
  });
  for (const address of ['/office', '/office/*']) app.get(address, (_request, reply) => reply.sendFile('office/index.html'));
  app.get('/screen', (_request, reply) => reply.sendFile('screen/index.html'));
  app.get('/station/*', (_request, reply) => reply.sendFile('station/index.html'));
  // It keeps pages of the station and of its counter in the office, which no folder has in common.
  app.get('/station/worker.js', (_request, reply) => reply.header('service-worker-allowed', '/').sendFile('worker.js'));
}
