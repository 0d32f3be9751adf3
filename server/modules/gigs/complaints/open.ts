import { Type } from 'typebox';
import { command, type Work } from '../../../kernel/command/command.ts';
import { Text } from '../../../kernel/command/text.ts';
import { Problem } from '../../../kernel/problem.ts';
import { findPlacement } from '../dawn/placement-store.ts';
import { holdWageIfAny, setWage } from '../day/wage-store.ts';
import { getStation } from '../market/stations.ts';
import { mayActForWorker, mayManagerDo } from '../may.ts';
import { requireHarmless } from '../ratings/harmless.ts';
import { Id, Money } from '../shapes.ts';
import { scopeOfWorker } from '../workers/join.ts';
import { getWorker } from '../workers/store.ts';
import { complaintAbouts } from './contract.ts';
import {
  addComplaint,
  addStep,
  findComplaint,
  findOpenWageComplaint,
  holdComplaint,
  isOpen,
  type KeptComplaint,
  setComplaint,
} from './store.ts';
import { tellStep } from './tell-step.ts';

/**
 * A worker complains, or a counter writes it down for them: about a shift they were placed in, or about anything else at a station. About
 * a wage that nobody has confirmed it makes the wage a disputed one.
 * @throws Problem `gig-complaint-where` (neither a shift nor a station), `gig-complaint-open` (there is one), `no-gig-placement`
 */
export const openComplaint = command({
  name: 'gigs.open-complaint',
  route: 'POST /api/gig-workers/:worker/complaints',
  input: Type.Object(
    {
      worker: Id,
      about: Type.Enum([...complaintAbouts]),
      placement: Type.Optional(Id),
      station: Type.Optional(Id),
      claimed: Type.Optional(Money),
      text: Text(4, 1000),
    },
    { additionalProperties: false },
  ),
  may: mayActForWorker,
  scope: scopeOfWorker,
  run: async ({ worker, about, placement: of, station: at, claimed, text }, work) => {
    const { transaction, actor, today } = work;
    requireHarmless(text);
    await getWorker(transaction, worker, today);
    const placement = of === undefined ? undefined : await findPlacement(transaction, of);
    if (of !== undefined && placement?.worker !== worker) throw new Problem('not-found', 'no-gig-placement');
    const station = placement?.station ?? at;
    if (station === undefined || (about === 'wage' && !placement)) throw new Problem('invalid', 'gig-complaint-where');
    await getStation(transaction, station);
    if (about === 'wage' && placement) await dispute(work, placement.id);
    const complaint = await addComplaint(work, {
      about,
      worker,
      employer: placement?.employer ?? null,
      placement: placement?.id ?? null,
      station,
      claimed: claimed ?? null,
      text,
    });
    await addStep(work, complaint.id, { by: actor.kind === 'resident' ? 'worker' : 'station', code: 'opened' });
    await tellStep(work, complaint, 'opened', complaint.dueOn, actor.kind === 'resident' ? 'worker' : undefined);
    return { complaint: complaint.id, number: complaint.number, dueOn: complaint.dueOn };
  },
  audit: ({ worker, about }, { complaint, number }) => ({ worker, about, complaint, number }),
});

/** A wage that is complained of is disputed until it is settled; what both had confirmed stays so, and is spoken about all the same. */
async function dispute({ transaction }: Work, placement: string): Promise<void> {
  const wage = await holdWageIfAny(transaction, placement);
  const open = await findOpenWageComplaint(transaction, placement);
  if (open) throw new Problem('conflict', 'gig-complaint-open', { number: open.number });
  if (wage?.state === 'due' || wage?.state === 'paid') await setWage(transaction, placement, { state: 'disputed' });
}

const scopeOfComplainer = async (
  { complaint: id }: { readonly complaint: string },
  { transaction }: Pick<Work, 'transaction'>,
) => {
  const complaint = await findComplaint(transaction, id);
  return complaint && { person: complaint.worker };
};

const scopeOfEmployer = async ({ complaint: id }: { readonly complaint: string }, { transaction }: Pick<Work, 'transaction'>) => {
  const complaint = await findComplaint(transaction, id);
  return complaint?.employer ? { employer: complaint.employer } : undefined;
};

/** The worker lets it rest. A wage that was disputed stands again as it was: paid, or due. */
export const withdrawComplaint = command({
  name: 'gigs.withdraw-complaint',
  route: 'POST /api/gig-complaints/:complaint/withdraw',
  input: Type.Object({ complaint: Id, reason: Text(2, 200) }, { additionalProperties: false }),
  may: mayActForWorker,
  scope: scopeOfComplainer,
  run: async ({ complaint: id, reason }, work) => {
    const { transaction, now, actor } = work;
    requireHarmless(reason);
    const complaint = await holdComplaint(transaction, id);
    if (complaint.state === 'withdrawn') return { complaint: id };
    requireOpen(complaint);
    await setComplaint(transaction, id, { state: 'withdrawn', closed_at: now, outcome: reason });
    if (complaint.about === 'wage' && complaint.placement !== null) await undispute(work, complaint.placement);
    await addStep(work, id, { by: actor.kind === 'resident' ? 'worker' : 'station', code: 'withdrawn', text: reason });
    await tellStep(work, complaint, 'withdrawn', '', 'worker');
    return { complaint: id };
  },
  audit: ({ complaint }) => ({ complaint }),
});

/** What was complained of is disputed no more. */
export async function undispute({ transaction }: Work, placement: string): Promise<void> {
  const wage = await holdWageIfAny(transaction, placement);
  if (wage?.state === 'disputed')
    await setWage(transaction, placement, { state: (wage.paidAmount ?? 0) >= wage.amount ? 'paid' : 'due' });
}

/** The employer's side of it. */
export const answerComplaint = command({
  name: 'gigs.answer-complaint',
  route: 'POST /api/gig-complaints/:complaint/answer',
  input: Type.Object({ complaint: Id, text: Text(2, 1000) }, { additionalProperties: false }),
  may: mayManagerDo,
  scope: scopeOfEmployer,
  run: async ({ complaint: id, text }, work) => {
    requireHarmless(text);
    const complaint = await holdComplaint(work.transaction, id);
    requireOpen(complaint);
    await addStep(work, id, { by: 'employer', code: 'answered', text });
    await tellStep(work, complaint, 'answered', '', 'employer');
    return { complaint: id };
  },
  audit: ({ complaint }) => ({ complaint }),
});

/** @throws Problem `gig-complaint-closed` */
export function requireOpen(complaint: KeptComplaint): void {
  if (!isOpen(complaint)) throw new Problem('conflict', 'gig-complaint-closed');
}
