import { actorKey } from '../../../kernel/actor/actor.ts';
import { command, type Work } from '../../../kernel/command/command.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Period } from '../contract.ts';
import { keepFactList } from '../fact-list-store.ts';
import { judgeOne, listFacts, shortage } from '../judge.ts';
import { mayDecide } from '../may.ts';
import { nextState, requireSeen, takeStep } from '../take-step.ts';
import { hold, matterOf, Reason, Seen } from './shapes.ts';

const ATTEMPTS = 3;

/**
 * The office closes a measure out. It is judged once more, by the programme in force now, and what it rests on is frozen: every finding,
 * and a hash over exactly the facts that were counted. Whoever applied cannot approve, whatever roles they hold.
 */
export const approveCloseOut = command({
  name: 'close-out.approve',
  route: 'POST /api/measures/:measure/close-outs/:period/approve',
  input: matterOf({ seen: Seen }),
  may: mayDecide,
  run: async ({ seen, ...asked }, work) => {
    const { item, measure, period } = await hold(work, asked);
    nextState(item, 'approve');
    requireSeen(item, seen);
    if (item.appliedBy === actorKey(work.actor)) throw new Problem('forbidden', 'close-out-own');
    const { evaluation, rows, hash } = await judgeAndFreeze(work, measure.no, period);
    const { grade } = evaluation;
    const id = work.newId();
    await keepFactList(work.transaction, id, rows);
    await takeStep(work, item, 'approve', { id, evaluation, factHash: hash, change: { closed_step: id, grade } });
    // Facts that arrive while this is being committed are seen by nobody here: they are looked at right after it.
    await work.jobs.send('close-out.recheck', {});
    return { step: id, grade, facts: rows.reduce((sum, { facts }) => sum + facts, 0), hash };
  },
  audit: ({ measure, period }, { step, grade, hash }) => ({ measure, period, step, grade, hash }),
});

/** Judged and listed by two readings; facts may arrive between them, and then both are done again. */
async function judgeAndFreeze(work: Work, no: number, period: Period) {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const { evaluation, seen } = await judgeOne(work, no, period);
    if (evaluation.isShort) throw shortage(evaluation.findings);
    const { rows, hash, agrees } = await listFacts(work, seen);
    if (agrees) return { evaluation, rows, hash };
  }
  throw new Problem('conflict', 'close-out-moving');
}

/** The office returns an application, with the reason. */
export const returnCloseOut = command({
  name: 'close-out.return',
  route: 'POST /api/measures/:measure/close-outs/:period/return',
  input: matterOf({ seen: Seen, reason: Reason }),
  may: mayDecide,
  run: async ({ seen, reason, ...asked }, work) => {
    const { item } = await hold(work, asked);
    nextState(item, 'return');
    requireSeen(item, seen);
    return { step: await takeStep(work, item, 'return', { reason: reason.trim() }) };
  },
  audit: ({ measure, period }, { step }) => ({ measure, period, step }),
});
