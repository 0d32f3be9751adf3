import { Type } from 'typebox';
import { command, type Work } from '../../../kernel/command/command.ts';
import { Problem } from '../../../kernel/problem.ts';
import { tellTimeline } from '../../../kernel/timeline/tell.ts';
import { setPath } from '../../figures/module.ts';
import { checkPlan, pointsOf } from '../check-plan.ts';
import type { Plan } from '../contract.ts';
import { planGround } from '../ground.ts';
import { mayDecidePlan } from '../may.ts';
import { type Accepted, putMilestones } from '../milestone-store.ts';
import { findPlans, holdInWork, markDecided } from '../store.ts';

/**
 * The programme office accepts a plan, from when its milestones and paths are in force, or returns it with a reason. It names the
 * revision it read.
 */
export const decidePlan = command({
  name: 'plans.decide-plan',
  route: 'POST /api/measures/:measure/plan/decide',
  input: Type.Object(
    {
      measure: Type.Integer({ minimum: 1, maximum: 1000 }),
      revision: Type.Integer({ minimum: 1 }),
      accept: Type.Boolean(),
      reason: Type.Optional(Type.String({ maxLength: 1000 })),
    },
    { additionalProperties: false },
  ),
  may: mayDecidePlan,
  run: async ({ measure, revision, accept, reason = '' }, work) => {
    const plan = await holdInWork(work.transaction, measure);
    if (plan?.state !== 'submitted') throw new Problem('conflict', 'plan-not-submitted');
    if (plan.revision !== revision) throw new Problem('conflict', 'plan-changed', { name: plan.savedByName });
    if (accept) return { plan: plan.id, ...(await putIntoForce(plan, work)) };
    if (reason.trim().length < 4) throw new Problem('invalid', 'reason-needed');
    await markDecided(work.transaction, plan, { state: 'returned', reason: reason.trim() }, work);
    await tellTimeline(work, { measure, code: 'plan-returned', params: { reason: reason.trim() }, subject: `unit:${plan.unit}` });
    return { plan: plan.id };
  },
  audit: ({ measure, accept }, { plan }) => ({ measure, accept, plan }),
});

async function putIntoForce(plan: Plan, work: Work): Promise<{ milestones: number }> {
  const { measure, content, unit } = plan;
  const ground = await planGround(work, measure);
  // The programme may have changed since the plan was handed in, and days have passed.
  const findings = checkPlan(content, ground).filter(({ code }) => code !== 'plan-due-past');
  if (findings.length > 0) throw new Problem('conflict', 'plan-unfinished', { n: findings.length }, findings);
  const before = (await findPlans(work.transaction, measure)).inForce;
  await markDecided(work.transaction, plan, { state: 'accepted' }, work);
  const accepted = content.milestones.flatMap((milestone): Accepted[] =>
    milestone.id ? [{ ...milestone, id: milestone.id }] : [],
  );
  const { added, moved, dropped } = await putMilestones(work.transaction, measure, accepted, work.today);
  const planned = new Map(content.paths.map(({ figure, points }) => [figure, pointsOf(points)]));
  const earlier = before?.content.paths.map(({ figure }) => figure) ?? [];
  for (const figure of new Set([...planned.keys(), ...earlier])) await setPath(work, figure, planned.get(figure) ?? []);
  await tellTimeline(work, [
    { measure, code: 'plan-accepted', params: { milestones: accepted.length, added, dropped }, subject: `unit:${unit}` },
    ...moved.map(({ id, ...params }) => ({ measure, code: 'milestone-moved', params, subject: `milestone:${id}` as const })),
  ]);
  return { milestones: accepted.length };
}
