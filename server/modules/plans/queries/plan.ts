import { Type } from 'typebox';
import { decide } from '../../../kernel/actor/permission.ts';
import { query, type Reading } from '../../../kernel/command/query.ts';
import { spanOf } from '../../../kernel/figure/path.ts';
import { listPauses } from '../../../kernel/term/pauses.ts';
import { listEvidence } from '../../evidence/module.ts';
import { figureContext } from '../../figures/module.ts';
import { findProgramme } from '../../programme/module.ts';
import { checkPlan, hasPath } from '../check-plan.ts';
import type { LitMilestone, MeasurePlan, Milestone, PlanList } from '../contract.ts';
import { planGround } from '../ground.ts';
import { pausesOf } from '../lights.ts';
import { getMeasure, mayDecidePlan, mayDraftPlan, mayReadPlans, scopeOfMeasure } from '../may.ts';
import { milestoneLight } from '../milestone-light.ts';
import { listMilestones, returnsOf } from '../milestone-store.ts';
import { sayFindings } from '../say-findings.ts';
import { litServiceLevels, serviceOptions } from '../service-levels.ts';
import { findPlans, listCurrent } from '../store.ts';
import { usualPlan } from '../usual.ts';

/** A measure's plan: in force, being worked on, its milestones with their lights, and what the form needs to be filled in. */
export const planQuery = query({
  name: 'plans.get-plan',
  route: 'GET /api/measures/:measure/plan',
  input: Type.Object({ measure: Type.Integer({ minimum: 1, maximum: 1000 }) }, { additionalProperties: false }),
  may: mayReadPlans,
  run: async ({ measure: no }, reading): Promise<MeasurePlan> => {
    const { transaction, actor, today } = reading;
    const { programme, measure } = await getMeasure(reading, no);
    const { inForce, inWork } = await findPlans(transaction, no);
    const ground = await planGround(reading, no);
    const may = {
      draft: decide(mayDraftPlan, actor, await scopeOfMeasure({ measure: no }, reading)) === 'allowed',
      decide: decide(mayDecidePlan, actor) === 'allowed',
    };
    // What is being worked on is the unit's own business until it is handed in.
    const seen = inWork && (may.draft || inWork.state !== 'drafting') ? inWork : null;
    const context = await figureContext(transaction, undefined, today);
    const promised = inForce ? [{ measure, levels: inForce.content.serviceLevels }] : [];
    return {
      measure: no,
      title: measure.title,
      startsOn: programme.startsOn,
      validUntil: programme.validUntil,
      units: ground.units,
      figures: measure.figures.map(({ code, title, unit, decimals, target }) => {
        const { total, from, to } = spanOf(target, today < programme.startsOn ? programme.startsOn : today, programme.startsOn);
        return { code, title, unit, decimals, total, from, to, hasPath: hasPath(target) };
      }),
      serviceOptions: serviceOptions(no),
      inForce,
      inWork: seen,
      usual: may.draft && !inForce && !inWork ? (usualPlan(ground) ?? null) : null,
      findings: seen ? sayFindings(checkPlan(seen.content, ground)) : [],
      milestones: await lit(ground.inForce, reading, new Map(ground.units.map(({ code, name }) => [code, name]))),
      serviceLevels: (await litServiceLevels(reading, context, promised)).get(no) ?? [],
      pauses: ((await listPauses(transaction)).get(`measure:${no}`) ?? [])
        .filter(({ to }) => to === null || to >= today)
        .map(({ id, from, to, reason, byName }) => ({ id, from, to, reason, byName })),
      may,
    };
  },
});

/** Milestones with their lights, the names of their units, and why a report came back. */
export async function lit(
  milestones: readonly Milestone[],
  { transaction, services, today }: Reading,
  names: ReadonlyMap<string, string>,
): Promise<LitMilestone[]> {
  if (milestones.length === 0) return [];
  const pauses = await listPauses(transaction);
  const returned = await returnsOf(transaction, milestones);
  const evidence = await listEvidence(
    transaction,
    milestones.map(({ id }) => `milestone:${id}`),
  );
  return milestones.map((milestone) => ({
    ...milestone,
    returned: returned.get(milestone.id) ?? null,
    unitName: names.get(milestone.unit) ?? milestone.unit,
    evidence: evidence.get(`milestone:${milestone.id}`) ?? [],
    ...milestoneLight(milestone, today, services.calendar, pausesOf(milestone, pauses)),
  }));
}

/** Every measure and where its plan stands. */
export const planListQuery = query({
  name: 'plans.list-plans',
  route: 'GET /api/plans',
  input: Type.Object({}, { additionalProperties: false }),
  may: mayReadPlans,
  run: async (_input, { transaction }): Promise<PlanList> => {
    const found = await findProgramme(transaction);
    if (!found) return { plans: [] };
    const current = await listCurrent(transaction);
    const milestones = Map.groupBy(await listMilestones(transaction), ({ measure }) => measure);
    return {
      plans: found.programme.measures.map(({ no, title, lead }) => {
        const own = current.filter(({ measure }) => measure === no);
        const inForce = own.find(({ state }) => state === 'accepted');
        const inWork = own.find(({ state }) => state !== 'accepted');
        const steps = milestones.get(no) ?? [];
        return {
          measure: no,
          title,
          lead,
          inForce: inForce
            ? {
                acceptedAt: inForce.decidedAt ?? inForce.savedAt,
                milestones: steps.length,
                done: steps.filter(({ state }) => state === 'done').length,
              }
            : null,
          inWork: inWork ? { state: inWork.state, savedAt: inWork.savedAt, unit: inWork.unit } : null,
        };
      }),
    };
  },
});
