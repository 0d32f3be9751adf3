import type { Work } from '../../../kernel/command/command.ts';
import { findPlacement } from '../dawn/placement-store.ts';
import type { KeptWage } from '../day/wage-store.ts';
import { addComplaint, addStep, findOpenWageComplaint, holdComplaint, isOpen, setComplaint } from './store.ts';
import { tellStep } from './tell-step.ts';

/**
 * A worker who got less than the slip says, or whose counter says so for them, complains by that, once; a second word on the same wage goes
 * on with it. Answers its number.
 */
export async function openWageComplaint(work: Work, wage: KeptWage, claimed: number): Promise<string | null> {
  const { transaction } = work;
  const open = await findOpenWageComplaint(transaction, wage.placement);
  if (open) return open.number;
  const placement = await findPlacement(transaction, wage.placement);
  if (!placement) return null;
  const complaint = await addComplaint(work, {
    about: 'wage',
    worker: wage.worker,
    employer: wage.employer,
    placement: wage.placement,
    station: placement.station,
    claimed,
    text: '',
  });
  await addStep(work, complaint.id, { by: work.actor.kind === 'resident' ? 'worker' : 'station', code: 'opened' });
  await tellStep(work, complaint, 'opened', complaint.dueOn);
  return complaint.number;
}

/** The rest has arrived, and both have said so; `by`: who said it last. What was complained of is settled. */
export async function settleWageComplaint(
  work: Work,
  placement: string,
  amount: number,
  by: 'worker' | 'employer',
): Promise<void> {
  const { transaction, now } = work;
  const found = await findOpenWageComplaint(transaction, placement);
  const open = found && (await holdComplaint(transaction, found.id));
  // The desk may have settled it at this very moment.
  if (!open || !isOpen(open)) return;
  await setComplaint(transaction, open.id, { state: 'settled', closed_at: now, outcome: '', settled_amount: amount });
  await addStep(work, open.id, { by, code: 'settled' });
  await tellStep(work, open, 'settled', '', by);
}
