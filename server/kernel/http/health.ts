import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Database } from '../database/connect.ts';

/** Live: the process answers. Ready: the database answered within 1.5 s; a balancer takes a server that is not ready out. */
export function health(app: FastifyInstance, database: Database): void {
  app.get('/health/live', async () => ({ live: true }));
  app.get('/health/ready', async (_request, reply) => {
    const ready = await Promise.race([
      database.pool.query('SELECT 1').then(
        () => true,
        () => false,
      ),
      pause(1500, false, { ref: false }),
    ]);
    return reply.code(ready ? 200 : 503).send({ ready });
  });
}
