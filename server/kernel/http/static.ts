import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { Problem } from '../problem.ts';

const built = fileURLToPath(new URL('../../../dist/web/', import.meta.url));

/** The built office and screen. Their files carry hashes in their names and may be kept for ever; the two pages may not. */
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
}
