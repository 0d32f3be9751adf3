import { Type } from 'typebox';
import { command, type Work } from '../../../kernel/command/command.ts';
import { Text } from '../../../kernel/command/text.ts';
import { Problem } from '../../../kernel/problem.ts';
import { mayManagerDo, mayWorkerDo } from '../may.ts';
import { Id } from '../shapes.ts';
import { type AppealReason, appealReasons } from './contract.ts';
import { requireHarmless } from './harmless.ts';
import { findRating, holdRating } from './store.ts';

type Named = { readonly rating: string };

/** A rating by an employer is about its worker … */
const ofWorker = async ({ rating: id }: Named, { transaction }: Pick<Work, 'transaction'>) => {
  const rating = await findRating(transaction, id);
  return rating?.side === 'employer' ? { person: rating.worker } : undefined;
};
/** … and one by a worker about the employer. */
const ofEmployer = async ({ rating: id }: Named, { transaction }: Pick<Work, 'transaction'>) => {
  const rating = await findRating(transaction, id);
  return rating?.side === 'worker' ? { employer: rating.employer } : undefined;
};

const Answer = Type.Object({ rating: Id, text: Text(2, 300) }, { additionalProperties: false });

/** Whoever was rated answers, once. @throws Problem `gig-rating-answered`, `gig-text-personal`, `gig-text-insult` */
export const answerAsWorker = command({
  name: 'gigs.answer-rating-as-worker',
  route: 'POST /api/gig-ratings/:rating/answer-as-worker',
  input: Answer,
  may: mayWorkerDo,
  scope: ofWorker,
  run: async ({ rating, text }, work) => await answer(work, rating, text),
  audit: ({ rating }) => ({ rating }),
});

export const answerAsEmployer = command({
  name: 'gigs.answer-rating-as-employer',
  route: 'POST /api/gig-ratings/:rating/answer-as-employer',
  input: Answer,
  may: mayManagerDo,
  scope: ofEmployer,
  run: async ({ rating, text }, work) => await answer(work, rating, text),
  audit: ({ rating }) => ({ rating }),
});

async function answer({ transaction, now }: Work, id: string, text: string): Promise<Named> {
  requireHarmless(text);
  const rating = await holdRating(transaction, id);
  if (rating.answer !== null) throw new Problem('conflict', 'gig-rating-answered');
  const { db, district } = transaction;
  await db
    .updateTable('gig_rating')
    .set({ answer: text, answered_at: now })
    .where('district', '=', district)
    .where('id', '=', id)
    .execute();
  return { rating: id };
}

const Appeal = Type.Object(
  { rating: Id, why: Type.Enum([...appealReasons]), text: Text(4, 500) },
  { additionalProperties: false },
);

/** Whoever was rated appeals, once: it is rude, false, or not about the work. @throws Problem `gig-rating-appealed` */
export const appealAsWorker = command({
  name: 'gigs.appeal-rating-as-worker',
  route: 'POST /api/gig-ratings/:rating/appeal-as-worker',
  input: Appeal,
  may: mayWorkerDo,
  scope: ofWorker,
  run: async ({ rating, why, text }, work) => await appeal(work, rating, why, text),
  audit: ({ rating, why }) => ({ rating, why }),
});

export const appealAsEmployer = command({
  name: 'gigs.appeal-rating-as-employer',
  route: 'POST /api/gig-ratings/:rating/appeal-as-employer',
  input: Appeal,
  may: mayManagerDo,
  scope: ofEmployer,
  run: async ({ rating, why, text }, work) => await appeal(work, rating, why, text),
  audit: ({ rating, why }) => ({ rating, why }),
});

async function appeal({ transaction, now }: Work, id: string, why: AppealReason, text: string): Promise<Named> {
  requireHarmless(text);
  const rating = await holdRating(transaction, id);
  if (rating.appealedAt !== null) throw new Problem('conflict', 'gig-rating-appealed');
  const { db, district } = transaction;
  await db
    .updateTable('gig_rating')
    .set({ appeal_why: why, appeal: text, appealed_at: now })
    .where('district', '=', district)
    .where('id', '=', id)
    .execute();
  return { rating: id };
}
