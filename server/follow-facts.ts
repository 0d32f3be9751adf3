import type { Kernel } from './kernel/command/run.ts';
import { recheckCloseOuts } from './modules/close-out/module.ts';
import { relightDistrict } from './modules/lights/module.ts';
import { followMilestones } from './modules/plans/module.ts';

/** What follows from new facts, within a second of them: milestones that figures prove, every light, and close-outs that no longer hold. */
export async function followFacts(kernel: Kernel, district: string): Promise<void> {
  await followMilestones(kernel, district);
  await relightDistrict(kernel, district);
  await recheckCloseOuts(kernel, district);
}
