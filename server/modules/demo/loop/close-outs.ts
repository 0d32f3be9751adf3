import type { Actor } from '../../../kernel/actor/actor.ts';
import { execute, type Kernel } from '../../../kernel/command/run.ts';
import { inDistrict } from '../../../kernel/database/transaction.ts';
import { Problem } from '../../../kernel/problem.ts';
import { applyCloseOut, approveCloseOut, proposeWaiver, signWaiver } from '../../close-out/module.ts';
import { findProgramme } from '../../programme/module.ts';

export type Signing = {
  readonly unitActor: (unit: string) => Actor;
  readonly officeActor: Actor;
  readonly leaderActor: Actor;
};

/** Of those that fall short, so many are closed by a waiver, and one more waits for its signature. */
const WAIVED = 1;

/**
 * The close-outs of a year gone by: every lead unit whose promises the records bear out applies and is approved, the last application is
 * left to whoever looks; of those that fall short one is waived by a leader, and one waiver waits for a signature.
 */
export async function closeYear(
  kernel: Kernel,
  district: string,
  period: string,
  { unitActor, officeActor, leaderActor }: Signing,
): Promise<void> {
  const found = await inDistrict(kernel.database, district, (transaction) => findProgramme(transaction), 'read');
  const applied: { measure: number; seen: string }[] = [];
  const short: number[] = [];
  for (const { no: measure, lead } of found?.programme.measures ?? []) {
    const call = { district, actor: unitActor(lead[0] ?? ''), key: `loop-close-${period}-${measure}` };
    try {
      applied.push({ measure, seen: (await execute(kernel, applyCloseOut, { measure, period }, call)).step });
    } catch (error) {
      // One that a telling cut off has waived already was short as well.
      if (!(error instanceof Problem) || !['close-out-short', 'close-out-state'].includes(error.code)) throw error;
      short.push(measure);
    }
  }
  const call = (actor: Actor, measure: number) => ({ district, actor, key: `loop-close-${period}-${measure}` });
  for (const { measure, seen } of applied.slice(0, -1))
    await execute(kernel, approveCloseOut, { measure, period, seen }, call(officeActor, measure));
  for (const [at, measure] of short.slice(0, WAIVED + 1).entries()) {
    const reason = '年度数字差一点，已列入下一年补齐计划，逐月调度。';
    const { step } = await execute(kernel, proposeWaiver, { measure, period, reason }, call(officeActor, measure));
    const opinion = '情况属实，同意，限期补齐。';
    if (at < WAIVED)
      await execute(kernel, signWaiver, { measure, period, seen: step, reason: opinion }, call(leaderActor, measure));
  }
}
