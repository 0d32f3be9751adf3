import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';

type Script = { readonly address: string; readonly content: string };

const folder = new URL('../../../../dist/portal/', import.meta.url);

function load(name: string): Script | undefined {
  const file = new URL(`${name}.js`, folder);
  if (!existsSync(file)) return undefined;
  const content = readFileSync(file, 'utf8');
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  return Object.freeze({ address: `/gigs/script/${name}-${hash}.js`, content });
}

let loaded: { readonly worker: Script | undefined; readonly service: Script | undefined } | undefined;
const scripts = () => {
  loaded ??= { worker: load('worker'), service: load('sw') };
  return loaded;
};

/** The one script of the worker's pages; undefined where it was not built: they work without it, only not without network. */
export const workerScript = (): Script | undefined => scripts().worker;

/** Serves the script under a name that changes with its content, and the service worker under the one it has to have. */
export function serveScripts(app: FastifyInstance): void {
  app.get('/gigs/script/:file', { schema: { hide: true } }, async (request, reply) => {
    const { file } = request.params as { file: string }; // reason: fastify types unvalidated params as unknown
    const { worker } = scripts();
    if (!worker || !/^worker-[0-9a-f]{12}\.js$/.test(file)) return reply.callNotFound();
    const isToday = `/gigs/script/${file}` === worker.address;
    return reply
      .type('text/javascript; charset=utf-8')
      .header('cache-control', isToday ? 'public, max-age=31536000, immutable' : 'no-cache')
      .send(worker.content);
  });
  app.get('/sw.js', { schema: { hide: true } }, async (_request, reply) => {
    const { service } = scripts();
    if (!service) return reply.callNotFound();
    return reply.type('text/javascript; charset=utf-8').header('cache-control', 'no-cache').send(service.content);
  });
}
