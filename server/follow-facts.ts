import type { Kernel } from './kernel/command/run.ts';
import { relightDistrict } from './modules/lights/module.ts';
import { followMilestones } from './modules/plans/module.ts';

/** What follows from new facts, within a second of them: milestones that figures prove, then every light. */
export async function followFacts(kernel: Kernel, district: string): Promise<void> {
  await followMilestones(kernel, district);
  await relightDistrict(kernel, district);
}
