import { Type } from 'typebox';
import { command } from '../../../kernel/command/command.ts';
import { query } from '../../../kernel/command/query.ts';
import { Problem } from '../../../kernel/problem.ts';
import { placeOfArea } from '../market/places.ts';
import { mayActForWorker } from '../may.ts';
import { Id } from '../shapes.ts';
import type { WorkerWhole } from './contract.ts';
import { scopeOfWorker } from './join.ts';
import { getWorker } from './store.ts';

/** A worker's own profile: what they said, what an officer saw, and whom they go with. */
export const workerQuery = query({
  name: 'gigs.worker',
  route: 'GET /api/gig-workers/:worker',
  input: Type.Object({ worker: Id }, { additionalProperties: false }),
  may: mayActForWorker,
  scope: scopeOfWorker,
  run: async ({ worker: id }, { transaction, today }): Promise<WorkerWhole> => {
    const worker = await getWorker(transaction, id, today);
    const { db, district } = transaction;
    const mates = worker.team?.members ?? [];
    const numbers =
      mates.length === 0
        ? []
        : await db.selectFrom('gig_worker').select('number').where('district', '=', district).where('id', 'in', mates).execute();
    const { name } = await placeOfArea(transaction, worker.startArea);
    return { ...worker, startAreaName: name, teamNumbers: numbers.map(({ number }) => number).toSorted((a, b) => a - b) };
  },
});

/** Looks for no work for a while, or again. Whoever has paused is offered nothing; what was promised stays promised. */
export const pauseWorker = command({
  name: 'gigs.pause',
  route: 'POST /api/gig-workers/:worker/pause',
  input: Type.Object({ worker: Id, paused: Type.Boolean() }, { additionalProperties: false }),
  may: mayActForWorker,
  scope: scopeOfWorker,
  run: async ({ worker, paused }, { transaction: { db, district } }) => {
    const { numUpdatedRows } = await db
      .updateTable('gig_worker')
      .set({ paused })
      .where('district', '=', district)
      .where('id', '=', worker)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new Problem('not-found', 'not-a-gig-worker');
    return { worker, paused };
  },
  audit: ({ worker, paused }) => ({ worker, paused }),
});
