import { Type } from 'typebox';
import { command } from '../../../kernel/command/command.ts';
import { Problem } from '../../../kernel/problem.ts';
import { tellTimeline } from '../../../kernel/timeline/tell.ts';
import { checkPlan } from '../check-plan.ts';
import { PlanContent, type PlanFinding } from '../contract.ts';
import { planGround } from '../ground.ts';
import { getMeasure, mayDraftPlan, scopeOfMeasure } from '../may.ts';
import { sayFindings } from '../say-findings.ts';
import { holdInWork, markRecalled, markSubmitted, openPlan, savePlan as write } from '../store.ts';

const Measure = Type.Integer({ minimum: 1, maximum: 1000 });

/**
 * The lead unit saves its plan, finished or not. The first save begins it (revision 0); each names the revision it was made on, so
 * that two colleagues never overwrite each other.
 */
export const savePlan = command({
  name: 'plans.save-plan',
  route: 'PUT /api/measures/:measure/plan',
  input: Type.Object(
    { measure: Measure, revision: Type.Integer({ minimum: 0 }), content: PlanContent },
    { additionalProperties: false },
  ),
  may: mayDraftPlan,
  scope: scopeOfMeasure,
  run: async ({ measure: no, revision, content }, work) => {
    const { transaction, newId } = work;
    await getMeasure(work, no);
    // Ids are given at the first save, so that what was planned once stays the same milestone in every later plan.
    const milestones = content.milestones.map((milestone) => ({ ...milestone, id: milestone.id ?? newId() }));
    const kept: PlanContent = { ...content, milestones };
    const plan = await holdInWork(transaction, no);
    const stale = () => new Problem('conflict', 'plan-changed', { name: plan?.savedByName ?? '' });
    const findings: PlanFinding[] = sayFindings(checkPlan(kept, await planGround(work, no)));
    if (!plan) {
      if (revision !== 0) throw stale();
      const unit = (await scopeOfMeasure({ measure: no }, work))?.unit ?? '';
      if (!(await openPlan(work, { measure: no, unit, content: kept }))) throw stale();
      return { revision: 1, content: kept, findings };
    }
    if (plan.state === 'submitted') throw new Problem('conflict', 'plan-submitted');
    if (plan.revision !== revision) throw stale();
    return { revision: await write(transaction, plan, kept, work), content: kept, findings };
  },
  audit: ({ measure }, { revision, findings }) => ({ measure, revision, findings: findings.length }),
});

/** Hands a finished plan to the programme office. @throws Problem `plan-unfinished`, naming every gap */
export const submitPlan = command({
  name: 'plans.submit-plan',
  route: 'POST /api/measures/:measure/plan/submit',
  input: Type.Object({ measure: Measure, revision: Type.Integer({ minimum: 1 }) }, { additionalProperties: false }),
  may: mayDraftPlan,
  scope: scopeOfMeasure,
  run: async ({ measure, revision }, work) => {
    const plan = await holdInWork(work.transaction, measure);
    if (!plan) throw new Problem('conflict', 'no-plan-in-work');
    if (plan.state === 'submitted') throw new Problem('conflict', 'plan-submitted');
    if (plan.revision !== revision) throw new Problem('conflict', 'plan-changed', { name: plan.savedByName });
    const findings = checkPlan(plan.content, await planGround(work, measure));
    if (findings.length > 0) throw new Problem('conflict', 'plan-unfinished', { n: findings.length }, findings);
    await markSubmitted(work.transaction, plan.id, work);
    await tellTimeline(work, {
      measure,
      code: 'plan-submitted',
      params: { milestones: plan.content.milestones.length },
      subject: `unit:${plan.unit}`,
    });
    return { plan: plan.id };
  },
  audit: ({ measure }, { plan }) => ({ measure, plan }),
});

/** Takes a plan back that the office has not decided on yet. */
export const recallPlan = command({
  name: 'plans.recall-plan',
  route: 'POST /api/measures/:measure/plan/recall',
  input: Type.Object({ measure: Measure }, { additionalProperties: false }),
  may: mayDraftPlan,
  scope: scopeOfMeasure,
  run: async ({ measure }, work) => {
    const plan = await holdInWork(work.transaction, measure);
    if (plan?.state !== 'submitted') throw new Problem('conflict', 'plan-not-submitted');
    await markRecalled(work.transaction, plan.id);
    await tellTimeline(work, { measure, code: 'plan-recalled', subject: `unit:${plan.unit}` });
    return { plan: plan.id };
  },
  audit: ({ measure }, { plan }) => ({ measure, plan }),
});
