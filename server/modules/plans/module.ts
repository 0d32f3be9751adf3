import type { Module } from '../../kernel/module.ts';
import { decidePlan } from './commands/decide-plan.ts';
import { decideMilestone, reportMilestone } from './commands/milestones.ts';
import { seeFigures } from './commands/see-figures.ts';
import { recallPlan, savePlan, submitPlan } from './commands/write-plan.ts';
import { planLights } from './lights.ts';
import { planListQuery, planQuery } from './queries/plan.ts';
import { unitListQuery, unitQuery } from './queries/units.ts';
import { planTasks } from './tasks.ts';
import { planTimeline } from './timeline.ts';
import { planWords } from './words.ts';

export { decidePlan } from './commands/decide-plan.ts';
export { decideMilestone, moveMilestone, reportMilestone, settleMilestone } from './commands/milestones.ts';
export { followMilestones } from './commands/see-figures.ts';
export { savePlan, submitPlan } from './commands/write-plan.ts';
export { pausesOf, planLights } from './lights.ts';
export { getMeasure, scopeOfMeasure } from './may.ts';
export { dateStands, milestoneLight } from './milestone-light.ts';
export { findMilestone, listMilestones } from './milestone-store.ts';
export { levelsInForce, serviceOptions } from './service-levels.ts';
export { listCurrent as listPlans } from './store.ts';
export { unitsOfMeasure } from './units.ts';

/** Implementation plans (实施方案): milestones, interim paths and service levels of each measure. */
export const plans: Module = {
  name: 'plans',
  commands: [savePlan, submitPlan, recallPlan, decidePlan, reportMilestone, decideMilestone, seeFigures],
  queries: [planQuery, planListQuery, unitListQuery, unitQuery],
  tasks: planTasks,
  timeline: planTimeline,
  lights: planLights,
  words: planWords,
};
