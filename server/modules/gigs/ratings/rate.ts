import { type Static, Type } from 'typebox';
import { command, type Work } from '../../../kernel/command/command.ts';
import { Problem } from '../../../kernel/problem.ts';
import { findPlacement, holdPlacement } from '../dawn/placement-store.ts';
import { mayForemanDo, mayWorkerDo } from '../may.ts';
import { Id } from '../shapes.ts';
import { requireHarmless } from './harmless.ts';
import { ratingId } from './rating-id.ts';

const Given = Type.Object(
  {
    placement: Id,
    stars: Type.Integer({ minimum: 1, maximum: 5 }),
    text: Type.Optional(Type.String({ maxLength: 300 })),
    /** Keeps the two apart in every later batch. The other side is not told. */
    neverAgain: Type.Boolean(),
  },
  { additionalProperties: false },
);

/**
 * The worker on the employer, once, after a finished shift.
 * @throws Problem `gig-rating-not-finished`, `gig-rating-given`, `gig-text-personal`, `gig-text-insult`
 */
export const rateEmployer = command({
  name: 'gigs.rate-employer',
  route: 'POST /api/gig-placements/:placement/rate-employer',
  input: Given,
  may: mayWorkerDo,
  scope: async ({ placement: id }, { transaction }) => {
    const placement = await findPlacement(transaction, id);
    return placement && { person: placement.worker };
  },
  run: async (given, work) => await rate(work, given, 'worker'),
  audit: ({ placement, stars, neverAgain }) => ({ placement, stars, neverAgain }),
});

/** The employer on the worker, likewise. */
export const rateWorker = command({
  name: 'gigs.rate-worker',
  route: 'POST /api/gig-placements/:placement/rate-worker',
  input: Given,
  may: mayForemanDo,
  scope: async ({ placement: id }, { transaction }) => {
    const placement = await findPlacement(transaction, id);
    return placement && { employer: placement.employer };
  },
  run: async (given, work) => await rate(work, given, 'employer'),
  audit: ({ placement, stars, neverAgain }) => ({ placement, stars, neverAgain }),
});

async function rate(work: Work, given: Static<typeof Given>, side: 'worker' | 'employer') {
  const { transaction, services, now } = work;
  const { db, district } = transaction;
  const text = (given.text ?? '').trim();
  requireHarmless(text);
  const placement = await holdPlacement(transaction, given.placement);
  if (placement.state !== 'finished') throw new Problem('conflict', 'gig-rating-not-finished');
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('gig_rating')
    .values({
      district,
      id: ratingId(services.seal, district, placement.id, side),
      placement: placement.id,
      side,
      worker: placement.worker,
      employer: placement.employer,
      stars: given.stars,
      text,
      never_again: given.neverAgain,
      rated_at: now,
    })
    .onConflict((conflict) => conflict.columns(['district', 'placement', 'side']).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) throw new Problem('conflict', 'gig-rating-given');
  return { placement: placement.id };
}
