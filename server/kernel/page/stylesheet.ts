import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';

/** A stylesheet under a name that changes with its content, so that browsers may keep it for ever. */
export type Stylesheet = { readonly address: string; readonly content: string };

export function loadStylesheet(files: readonly URL[], name: string): Stylesheet {
  const content = compact(files.map((file) => readFileSync(file, 'utf8')).join('\n'));
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  return Object.freeze({ address: `/portal/${name}-${hash}.css`, content });
}

/** Comments and indentation are for us, not for a phone on a weak network. */
function compact(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .trim();
}

export function serveStylesheet(app: FastifyInstance, stylesheet: Stylesheet, name: string): void {
  app.get('/portal/:file', async (request, reply) => {
    const { file } = request.params as { file: string }; // reason: fastify types unvalidated params as unknown
    if (`/portal/${file}` === stylesheet.address) {
      return reply
        .type('text/css; charset=utf-8')
        .header('cache-control', 'public, max-age=31536000, immutable')
        .send(stylesheet.content);
    }
    // A page kept from before an update still asks for the old name: today's style suits it better than none.
    if (file.startsWith(`${name}-`) && file.endsWith('.css'))
      return reply.header('cache-control', 'no-cache').redirect(stylesheet.address, 302);
    return reply.callNotFound();
  });
}
