import { Type } from 'typebox';
import { actorKey } from '../../../kernel/actor/actor.ts';
import { command, type Work } from '../../../kernel/command/command.ts';
import { Text } from '../../../kernel/command/text.ts';
import { Problem } from '../../../kernel/problem.ts';
import { isDay } from '../../../kernel/term/day.ts';
import { tellTimeline } from '../../../kernel/timeline/tell.ts';
import { EvidenceHashes, useEvidence } from '../../evidence/module.ts';
import { findMilestone } from '../../plans/module.ts';
import { AnswerKind } from '../contract.ts';
import { mayAnswer } from '../may.ts';
import { nextState } from '../notice-states.ts';
import { changeNotice, findNotice, holdNotice } from '../store.ts';

/** A unit answers a notice: with a measure, a new date, or the proof that it is done. Late answers are taken too. */
export const answerNotice = command({
  name: 'supervision.answer-notice',
  route: 'POST /api/notices/:notice/answer',
  input: Type.Object(
    {
      notice: Type.String({ format: 'uuid' }),
      kind: AnswerKind,
      text: Text(2, 2000),
      newDate: Type.Optional(Type.String({ maxLength: 10 })),
      evidence: Type.Optional(EvidenceHashes),
    },
    { additionalProperties: false },
  ),
  may: mayAnswer,
  scope: async ({ notice }, { transaction }) => {
    const found = await findNotice(transaction, notice);
    return found && { unit: found.unit };
  },
  run: async ({ notice: id, kind, text, newDate, evidence = [] }, work) => {
    const { transaction, today, now, actor, newId } = work;
    const notice = await holdNotice(transaction, id);
    if (!notice) throw new Problem('not-found', 'not-found');
    const state = nextState(notice.state, 'answer', notice.step);
    if (!state || notice.termDays === 0)
      throw new Problem('conflict', notice.state === 'answered' ? 'notice-answered' : 'notice-settled');
    if (kind === 'new-date' && (newDate === undefined || !isDay(newDate) || newDate <= today))
      throw new Problem('invalid', 'new-date-needed');
    if (kind === 'evidence' && evidence.length === 0 && (await wantsDocument(work, notice.subject)))
      throw new Problem('invalid', 'evidence-needed');
    const answer = newId();
    await useEvidence(work, evidence, `answer:${answer}`);
    await transaction.db
      .insertInto('notice_answer')
      .values({
        district: transaction.district,
        notice: id,
        id: answer,
        kind,
        text: text.trim(),
        new_date: kind === 'new-date' ? (newDate ?? null) : null,
        answered_on: today,
        answered_at: now,
        answered_by: actorKey(actor),
        answered_by_name: 'name' in actor ? actor.name : '',
      })
      .execute();
    await changeNotice(transaction, [id], { state });
    await tellTimeline(work, {
      measure: notice.measure,
      code: `answer-${kind}`,
      params: { text: text.trim(), date: newDate ?? '', unit: notice.unit },
      subject: `notice:${id}`,
    });
    return { measure: notice.measure };
  },
  audit: ({ notice, kind }, { measure }) => ({ notice, kind, measure }),
});

/** A plan may say that a milestone is proved by a document: an answer that it is done is proved no otherwise. */
async function wantsDocument({ transaction }: Work, subject: string): Promise<boolean> {
  if (!subject.startsWith('milestone:')) return false;
  return (await findMilestone(transaction, subject.slice('milestone:'.length)))?.proof === 'document';
}
