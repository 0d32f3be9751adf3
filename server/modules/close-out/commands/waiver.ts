import { actorKey } from '../../../kernel/actor/actor.ts';
import { command } from '../../../kernel/command/command.ts';
import { writeDay } from '../../../kernel/page/written.ts';
import { Problem } from '../../../kernel/problem.ts';
import { judgeOne } from '../judge.ts';
import { mayDecide, maySign } from '../may.ts';
import { inBoth } from '../say.ts';
import { nextState, requireSeen, takeStep } from '../take-step.ts';
import { hold, matterOf, Reason, Seen } from './shapes.ts';

/**
 * The office proposes to close a measure although it is short: after the period has ended, with the reason. It closes nothing before a
 * leader has signed, and stays visible wherever the measure is.
 */
export const proposeWaiver = command({
  name: 'close-out.propose-waiver',
  route: 'POST /api/measures/:measure/close-outs/:period/waiver',
  input: matterOf({ reason: Reason }),
  may: mayDecide,
  run: async ({ reason, ...asked }, work) => {
    const { item, measure, period } = await hold(work, asked);
    nextState(item, 'propose-waiver');
    if (work.today <= period.to)
      throw new Problem(
        'conflict',
        'close-out-waiver-early',
        inBoth('day', (language) => writeDay(period.to, language)),
      );
    const { evaluation } = await judgeOne(work, measure.no, period);
    if (!evaluation.isShort) throw new Problem('conflict', 'close-out-not-short');
    const change = { proposed_by: actorKey(work.actor) };
    return { step: await takeStep(work, item, 'propose-waiver', { reason: reason.trim(), evaluation, change }) };
  },
  audit: ({ measure, period }, { step }) => ({ measure, period, step }),
});

/** The second signature: another person's, a leader's. Judged once more: late records may have brought everything. */
export const signWaiver = command({
  name: 'close-out.sign-waiver',
  route: 'POST /api/measures/:measure/close-outs/:period/waiver/sign',
  input: matterOf({ seen: Seen, reason: Reason }),
  may: maySign,
  run: async ({ seen, reason, ...asked }, work) => {
    const { item, measure, period } = await hold(work, asked);
    nextState(item, 'sign-waiver');
    requireSeen(item, seen);
    const self = actorKey(work.actor);
    if (item.proposedBy === self || item.appliedBy === self) throw new Problem('forbidden', 'close-out-own-waiver');
    const { evaluation } = await judgeOne(work, measure.no, period);
    if (!evaluation.isShort) throw new Problem('conflict', 'close-out-not-short');
    const id = work.newId();
    const change = { closed_step: id, grade: 'unqualified' } as const;
    await takeStep(work, item, 'sign-waiver', { id, reason: reason.trim(), evaluation, change });
    return { step: id };
  },
  audit: ({ measure, period }, { step }) => ({ measure, period, step }),
});

/** A leader declines: the lead unit has to get there after all. */
export const declineWaiver = command({
  name: 'close-out.decline-waiver',
  route: 'POST /api/measures/:measure/close-outs/:period/waiver/decline',
  input: matterOf({ seen: Seen, reason: Reason }),
  may: maySign,
  run: async ({ seen, reason, ...asked }, work) => {
    const { item } = await hold(work, asked);
    nextState(item, 'decline-waiver');
    requireSeen(item, seen);
    return { step: await takeStep(work, item, 'decline-waiver', { reason: reason.trim(), change: { proposed_by: null } }) };
  },
  audit: ({ measure, period }, { step }) => ({ measure, period, step }),
});
