import { Type } from 'typebox';
import { actorKey } from '../../../kernel/actor/actor.ts';
import { allow } from '../../../kernel/actor/permission.ts';
import { command, type Work } from '../../../kernel/command/command.ts';
import { Text } from '../../../kernel/command/text.ts';
import { Problem } from '../../../kernel/problem.ts';
import { tellTimeline } from '../../../kernel/timeline/tell.ts';
import { EvidenceHashes, useEvidence } from '../../evidence/module.ts';
import type { Milestone } from '../contract.ts';
import { getMeasure, mayDecidePlan } from '../may.ts';
import { changeMilestone, findMilestone, holdMilestone } from '../milestone-store.ts';

const Id = Type.String({ format: 'uuid' });

/** The unit that answers for a milestone says that it is done, with what shows it. */
export const reportMilestone = command({
  name: 'plans.report-milestone',
  route: 'POST /api/milestones/:milestone/report',
  input: Type.Object(
    { milestone: Id, report: Text(2, 1000), evidence: Type.Optional(EvidenceHashes) },
    { additionalProperties: false },
  ),
  may: allow({ liaison: 'own-unit' }),
  scope: async ({ milestone }, { transaction }) => {
    const found = await findMilestone(transaction, milestone);
    return found && { unit: found.unit };
  },
  run: async ({ milestone: id, report, evidence = [] }, work) => {
    const milestone = await getOpen(work, id);
    if (milestone.proof === 'figure') throw new Problem('conflict', 'milestone-by-figure', { figure: milestone.figure ?? '' });
    if (milestone.proof === 'document' && evidence.length === 0) throw new Problem('invalid', 'milestone-document-needed');
    const { lead } = (await getMeasure(work, milestone.measure)).measure;
    await useEvidence(work, evidence, `milestone:${id}`, { units: lead });
    await changeMilestone(work.transaction, id, {
      state: 'reported',
      report: report.trim(),
      reported_on: work.today,
      reported_by: actorKey(work.actor),
      reported_by_name: 'name' in work.actor ? work.actor.name : '',
    });
    await tell(work, milestone, 'milestone-reported', { report: report.trim() });
    return { measure: milestone.measure };
  },
  audit: ({ milestone }, { measure }) => ({ milestone, measure }),
});

/** The programme office accepts a report, and the milestone is done as of the day it was reported; or returns it with a reason. */
export const decideMilestone = command({
  name: 'plans.decide-milestone',
  route: 'POST /api/milestones/:milestone/decide',
  input: Type.Object(
    { milestone: Id, accept: Type.Boolean(), reason: Type.Optional(Type.String({ maxLength: 1000 })) },
    { additionalProperties: false },
  ),
  may: mayDecidePlan,
  run: async ({ milestone: id, accept, reason = '' }, work) => {
    const milestone = await holdMilestone(work.transaction, id);
    if (!milestone) throw new Problem('not-found', 'not-found');
    if (milestone.state !== 'reported') throw new Problem('conflict', 'milestone-not-reported');
    if (accept) {
      await settleMilestone(work, milestone, milestone.reportedOn ?? work.today);
      return { measure: milestone.measure };
    }
    if (reason.trim().length < 4) throw new Problem('invalid', 'reason-needed');
    await changeMilestone(work.transaction, id, { state: 'open', decided_by: actorKey(work.actor) });
    await tell(work, milestone, 'milestone-returned', { reason: reason.trim() });
    return { measure: milestone.measure };
  },
  audit: ({ milestone, accept }, { measure }) => ({ milestone, accept, measure }),
});

/** Marks a milestone as done on a day; once done it stays so. */
export async function settleMilestone(work: Work, milestone: Milestone, on: string): Promise<void> {
  await changeMilestone(work.transaction, milestone.id, {
    state: 'done',
    done_on: on,
    decided_by: actorKey(work.actor),
  });
  await tell(work, milestone, 'milestone-done', { on });
}

/** Puts a milestone off (or forward): what the office accepts in answer to a notice. */
export async function moveMilestone(work: Work, id: string, to: string): Promise<void> {
  const milestone = await holdMilestone(work.transaction, id);
  if (!milestone || milestone.state === 'done' || milestone.state === 'dropped' || milestone.dueOn === to) return;
  await changeMilestone(work.transaction, id, { due_on: to });
  await tell(work, milestone, 'milestone-moved', { from: milestone.dueOn, to });
}

async function getOpen({ transaction }: Work, id: string): Promise<Milestone> {
  const milestone = await holdMilestone(transaction, id);
  if (!milestone || milestone.state === 'dropped') throw new Problem('not-found', 'not-found');
  if (milestone.state === 'done') throw new Problem('conflict', 'milestone-done');
  if (milestone.state === 'reported') throw new Problem('conflict', 'milestone-reported');
  return milestone;
}

const tell = (
  work: Work,
  { measure, id, title }: Milestone,
  code: string,
  params: Readonly<Record<string, string | number>>,
): Promise<void> => tellTimeline(work, { measure, code, params: { title, ...params }, subject: `milestone:${id}` });
