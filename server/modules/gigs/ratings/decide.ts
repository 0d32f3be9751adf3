import { Type } from 'typebox';
import { actorKey } from '../../../kernel/actor/actor.ts';
import { command, type Work } from '../../../kernel/command/command.ts';
import { Text } from '../../../kernel/command/text.ts';
import { said } from '../../../kernel/i18n/said.ts';
import { Problem } from '../../../kernel/problem.ts';
import { findPlacement } from '../dawn/placement-store.ts';
import { scopeOfStation } from '../market/stations.ts';
import { mayRunStation } from '../may.ts';
import { Id } from '../shapes.ts';
import { type Told, tellEmployer, tellResident } from '../tell.ts';
import type { AppealOutcome } from './contract.ts';
import { requireHarmless } from './harmless.ts';
import { findRating, holdRating, type KeptRating } from './store.ts';

/**
 * An officer of the station decides, with the reason: the rating stands, or is removed and counts no more. Once. Both sides are told.
 * @throws Problem `gig-rating-no-appeal`, `gig-text-personal`, `gig-text-insult`
 */
export const decideAppeal = command({
  name: 'gigs.decide-appeal',
  route: 'POST /api/gig-ratings/:rating/decide',
  input: Type.Object(
    { rating: Id, outcome: Type.Enum(['stands', 'removed']), reason: Text(4, 400) },
    { additionalProperties: false },
  ),
  may: mayRunStation,
  scope: async ({ rating: id }, { transaction }) => {
    const rating = await findRating(transaction, id);
    const placement = rating && (await findPlacement(transaction, rating.placement));
    return placement && (await scopeOfStation(placement, { transaction }));
  },
  run: async ({ rating: id, outcome, reason }, work) => {
    const { transaction, now, actor } = work;
    const { db, district } = transaction;
    requireHarmless(reason);
    const rating = await holdRating(transaction, id);
    if (rating.appealedAt === null || rating.appealOutcome !== null) throw new Problem('conflict', 'gig-rating-no-appeal');
    await db
      .updateTable('gig_rating')
      .set({ appeal_outcome: outcome, appeal_reason: reason, appeal_decided_by: actorKey(actor), appeal_decided_at: now })
      .where('district', '=', district)
      .where('id', '=', id)
      .execute();
    await tellDecision(work, rating, outcome, reason);
    return { rating: id };
  },
  audit: ({ rating, outcome }) => ({ rating, outcome }),
});

const subject = said('评价申诉有了结果', 'An appeal against a rating was decided');
const texts = {
  appellant: {
    stands: said(
      '【乐业】您申诉的评价，工作人员看过，保留。原因：{reason}。',
      'Leye: an officer looked at the rating you appealed against; it stands. Reason: {reason}.',
    ),
    removed: said(
      '【乐业】您申诉的评价已撤下，不再计分。原因：{reason}。',
      'Leye: the rating you appealed against was taken down and counts no more. Reason: {reason}.',
    ),
  },
  rater: {
    stands: said(
      '【乐业】对方申诉了您写的一条评价，工作人员看过，保留。原因：{reason}。',
      'Leye: a rating of yours was appealed against; an officer looked at it, and it stands. Reason: {reason}.',
    ),
    removed: said(
      '【乐业】对方申诉了您写的一条评价，工作人员看过，已撤下，不再计分。原因：{reason}。',
      'Leye: a rating of yours was appealed against; an officer took it down, and it counts no more. Reason: {reason}.',
    ),
  },
} as const;

/** Whoever appealed and whoever rated hear how it ended. Of a rating by a worker its employer learns no more than before whose it is. */
async function tellDecision(
  work: Work,
  { side, worker, employer }: KeptRating,
  outcome: AppealOutcome,
  reason: string,
): Promise<void> {
  const told = (who: keyof typeof texts): Told => ({ subject, text: texts[who][outcome], params: { reason } });
  await tellResident(work, worker, told(side === 'worker' ? 'rater' : 'appellant'));
  await tellEmployer(work, employer, told(side === 'worker' ? 'appellant' : 'rater'));
}
