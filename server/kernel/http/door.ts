import type { FastifyInstance, FastifyRequest } from 'fastify';
import { createTurns } from './turns.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Before all that wait where more comes than can be done at once: what people stand in line for. */
    readonly goesFirst?: boolean;
  }
}

/**
 * Lets so many requests that change something in at once; the others wait at the door, before anything is asked of the database for
 * them. Many transactions at once hold each other up, and everybody who reads with them. Files that are still coming do not count: a slow
 * upload is nobody's turn.
 */
export function keepDoor(app: FastifyInstance, width: number): void {
  const turns = createTurns(width);
  const inside = new WeakMap<FastifyRequest, () => void>();
  app.addHook('preHandler', async (request, reply) => {
    if (reads.has(request.method) || request.isMultipart()) return;
    const leave = await turns.take(request.routeOptions.config.goesFirst);
    inside.set(request, leave);
    // Whoever hung up while waiting keeps nobody waiting.
    if (reply.raw.closed) leave();
    else reply.raw.once('close', leave);
  });
  app.addHook('onResponse', async (request) => inside.get(request)?.());
}

const reads: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);
