import { Type } from 'typebox';
import { actorKey } from '../../../kernel/actor/actor.ts';
import { command, type Work } from '../../../kernel/command/command.ts';
import { Text } from '../../../kernel/command/text.ts';
import { Problem } from '../../../kernel/problem.ts';
import { tellTimeline } from '../../../kernel/timeline/tell.ts';
import { findMilestone, moveMilestone, settleMilestone } from '../../plans/module.ts';
import type { NoticeAnswer } from '../contract.ts';
import { mayDecide } from '../may.ts';
import { nextState } from '../notice-states.ts';
import { answersOf, changeNotice, holdNotice, type KeptNotice, rulesOn } from '../store.ts';

const Notice = Type.String({ format: 'uuid' });
const Reason = Type.String({ maxLength: 1000 });

/**
 * The programme office accepts an answer, which holds everything further back for a while, or returns it with a reason, and the
 * unit's clock runs on. An accepted new date moves the milestone; accepted proof settles it.
 */
export const decideAnswer = command({
  name: 'supervision.decide-answer',
  route: 'POST /api/notices/:notice/decide',
  input: Type.Object(
    { notice: Notice, answer: Type.String({ format: 'uuid' }), accept: Type.Boolean(), reason: Type.Optional(Reason) },
    { additionalProperties: false },
  ),
  may: mayDecide,
  run: async ({ notice: id, answer: answerId, accept, reason = '' }, work) => {
    const { transaction, today, now, actor } = work;
    const notice = await holdNotice(transaction, id);
    if (!notice) throw new Problem('not-found', 'not-found');
    const state = nextState(notice.state, accept ? 'accept' : 'return', notice.step);
    const answer = (await answersOf(transaction, [id])).get(id)?.at(-1);
    if (!state || answer?.id !== answerId || answer.verdict !== null) throw new Problem('conflict', 'answer-not-waiting');
    if (!accept && reason.trim().length < 4) throw new Problem('invalid', 'reason-needed');
    await transaction.db
      .updateTable('notice_answer')
      .set({
        verdict: accept ? 'accepted' : 'returned',
        reason: reason.trim() || null,
        decided_on: today,
        decided_at: now,
        decided_by: actorKey(actor),
        decided_by_name: 'name' in actor ? actor.name : '',
      })
      .where('district', '=', transaction.district)
      .where('notice', '=', id)
      .where('id', '=', answerId)
      .execute();
    await changeNotice(transaction, [id], { state, ...(accept ? { holds_until: await heldUntil(answer, work) } : {}) });
    if (accept) await takeEffect(notice, answer, work);
    await tellTimeline(work, {
      measure: notice.measure,
      code: accept ? 'answer-accepted' : 'answer-returned',
      params: { reason: reason.trim(), unit: notice.unit },
      subject: `notice:${id}`,
    });
    return { measure: notice.measure };
  },
  audit: ({ notice, accept }, { measure }) => ({ notice, accept, measure }),
});

/** A new date holds until then; a measure or proof for as many working days as the rules say. */
async function heldUntil({ newDate }: NoticeAnswer, { transaction, today, services }: Work): Promise<string> {
  if (newDate !== null) return newDate;
  const { content } = await rulesOn(transaction, today);
  return services.calendar.addWorkingDays(today, content.holdWorkingDays);
}

async function takeEffect({ subject }: KeptNotice, { kind, newDate, answeredOn }: NoticeAnswer, work: Work): Promise<void> {
  if (!subject.startsWith('milestone:')) return; // a figure is moved by facts alone
  const id = subject.slice('milestone:'.length);
  if (kind === 'new-date' && newDate !== null) return await moveMilestone(work, id, newDate);
  if (kind !== 'evidence') return;
  const milestone = await findMilestone(work.transaction, id);
  if (milestone && milestone.proof !== 'figure' && (milestone.state === 'open' || milestone.state === 'reported'))
    await settleMilestone(work, milestone, milestone.reportedOn ?? answeredOn);
}

/**
 * Takes a notice back: it was sent in error, or has lost its purpose. It keeps its number, and its cause stays spent until it has gone:
 * what a person took back does not go out again by itself.
 */
export const withdrawNotice = command({
  name: 'supervision.withdraw-notice',
  route: 'POST /api/notices/:notice/withdraw',
  input: Type.Object({ notice: Notice, reason: Text(4, 1000) }, { additionalProperties: false }),
  may: mayDecide,
  run: async ({ notice: id, reason }, work) => {
    const notice = await holdNotice(work.transaction, id);
    if (!notice) throw new Problem('not-found', 'not-found');
    const state = nextState(notice.state, 'withdraw', notice.step);
    if (!state) throw new Problem('conflict', 'notice-settled');
    await changeNotice(work.transaction, [id], { state, withdrawn_why: reason.trim() });
    await tellTimeline(work, {
      measure: notice.measure,
      code: 'notice-withdrawn',
      params: { reason: reason.trim() },
      subject: `notice:${id}`,
    });
    return { measure: notice.measure };
  },
  audit: ({ notice }, { measure }) => ({ notice, measure }),
});
