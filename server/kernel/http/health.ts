import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Database } from '../database/connect.ts';

/** Live: the process answers. Ready: so does the database, within 1.5 s; a balancer takes a server that is not ready out. */
export function health(app: FastifyInstance, database: Database): void {
  app.get('/health/live', async () => ({ live: true }));
  app.get('/health/ready', async (_request, reply) => {
    // Where it is watched, its pulse says more than a query that waits behind other people's.
    const ready = database.isAway ? !database.isAway() : await answers(database);
    return reply.code(ready ? 200 : 503).send({ ready });
  });
}

const answers = (database: Database): Promise<boolean> =>
  Promise.race([
    database.pool.query('SELECT 1').then(
      () => true,
      () => false,
    ),
    pause(1500, false, { ref: false }),
  ]);
