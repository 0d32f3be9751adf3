import { Type } from 'typebox';
import { command, type Work } from '../../../kernel/command/command.ts';
import { Text } from '../../../kernel/command/text.ts';
import { Problem } from '../../../kernel/problem.ts';
import { dueOn } from '../../../kernel/term/term.ts';
import { holdWageIfAny, isClosed, setWage } from '../day/wage-store.ts';
import { scopeOfStation } from '../market/stations.ts';
import { mayRunStation } from '../may.ts';
import { yuanOf } from '../money.ts';
import { requireHarmless } from '../ratings/harmless.ts';
import { termsOn } from '../rules/terms.ts';
import { Id, Money } from '../shapes.ts';
import { requireOpen, undispute } from './open.ts';
import { addStep, findComplaint, holdComplaint, type KeptComplaint, setComplaint } from './store.ts';
import { tellStep } from './tell-step.ts';

/** The station whose desk deals with it. */
const scopeOfDesk = async ({ complaint: id }: { readonly complaint: string }, work: Pick<Work, 'transaction'>) => {
  const complaint = await findComplaint(work.transaction, id);
  return complaint && (await scopeOfStation(complaint, work));
};

/** What the desk did: whom it called, what was found. Both sides read it. */
export const noteComplaint = command({
  name: 'gigs.note-complaint',
  route: 'POST /api/gig-complaints/:complaint/notes',
  input: Type.Object({ complaint: Id, text: Text(2, 1000) }, { additionalProperties: false }),
  may: mayRunStation,
  scope: scopeOfDesk,
  run: async ({ complaint: id, text }, work) => {
    requireHarmless(text);
    const complaint = await holdComplaint(work.transaction, id);
    requireOpen(complaint);
    await addStep(work, id, { by: 'station', code: 'noted', text });
    await tellStep(work, complaint, 'noted', '');
    return { complaint: id };
  },
  audit: ({ complaint }) => ({ complaint }),
});

/**
 * The desk could not settle it: mediation, with the law's term. How its days are counted stands in the terms.
 * @throws Problem `gig-complaint-state` where it is in mediation already
 */
export const mediateComplaint = command({
  name: 'gigs.mediate-complaint',
  route: 'POST /api/gig-complaints/:complaint/mediate',
  input: Type.Object({ complaint: Id, text: Text(2, 1000) }, { additionalProperties: false }),
  may: mayRunStation,
  scope: scopeOfDesk,
  run: async ({ complaint: id, text }, work) => {
    const { transaction, today, services } = work;
    requireHarmless(text);
    const complaint = await holdComplaint(transaction, id);
    requireOpen(complaint);
    if (complaint.state === 'mediation') throw new Problem('conflict', 'gig-complaint-state');
    const { days, counts } = (await termsOn(transaction, today)).mediation;
    const length = counts === 'working' ? { workingDays: days } : { calendarDays: days };
    const due = dueOn({ startedOn: today, length }, services.calendar) ?? today;
    await setComplaint(transaction, id, { state: 'mediation', mediation_due_on: due });
    await addStep(work, id, { by: 'station', code: 'mediation', text });
    await tellStep(work, complaint, 'mediation', due);
    return { complaint: id, dueOn: due };
  },
  audit: ({ complaint }, { dueOn: due }) => ({ complaint, dueOn: due }),
});

/** What both agreed on, with the amount where it is about money. The wage it is about is settled with it. */
export const settleComplaint = command({
  name: 'gigs.settle-complaint',
  route: 'POST /api/gig-complaints/:complaint/settle',
  input: Type.Object({ complaint: Id, outcome: Text(4, 1000), amount: Type.Optional(Money) }, { additionalProperties: false }),
  may: mayRunStation,
  scope: scopeOfDesk,
  run: async ({ complaint: id, outcome, amount }, work) => {
    const { transaction, now } = work;
    requireHarmless(outcome);
    const complaint = await holdComplaint(transaction, id);
    requireOpen(complaint);
    if (complaint.about === 'wage' && amount === undefined) throw new Problem('invalid', 'gig-settle-amount');
    await setComplaint(transaction, id, { state: 'settled', closed_at: now, outcome, settled_amount: amount ?? null });
    if (complaint.about === 'wage' && complaint.placement !== null && amount !== undefined)
      await settleWage(work, complaint.placement, amount);
    await addStep(work, id, { by: 'station', code: 'settled', text: outcome });
    await tellStep(work, complaint, 'settled', '');
    return { complaint: id };
  },
  audit: ({ complaint, amount }) => ({ complaint, ...(amount === undefined ? {} : { amount }) }),
});

/**
 * What was agreed before the desk is the whole wage of the shift and its end; one that both had confirmed before stays confirmed.
 * @throws Problem `gig-settle-below`: less than the worker has received already
 */
async function settleWage({ transaction, now }: Work, placement: string, amount: number): Promise<void> {
  const wage = await holdWageIfAny(transaction, placement);
  const received = wage?.receivedAmount ?? 0;
  if (amount < received) throw new Problem('invalid', 'gig-settle-below', { yuan: yuanOf(received) });
  if (wage && !isClosed(wage.state))
    await setWage(transaction, placement, { state: 'settled', received_amount: amount, confirmed_at: now });
}

/**
 * Looked into, and not upheld: neither settled nor referred. Both sides read why. A wage that was disputed stands again as it was, and
 * what is owed of it stays owed.
 */
export const dismissComplaint = command({
  name: 'gigs.dismiss-complaint',
  route: 'POST /api/gig-complaints/:complaint/dismiss',
  input: Type.Object({ complaint: Id, reason: Text(4, 1000) }, { additionalProperties: false }),
  may: mayRunStation,
  scope: scopeOfDesk,
  run: async ({ complaint: id, reason }, work) => {
    const { about, placement } = await endUnsettled(work, id, 'dismissed', reason);
    if (about === 'wage' && placement !== null) await undispute(work, placement);
    return { complaint: id };
  },
  audit: ({ complaint }) => ({ complaint }),
});

/** Beyond the desk: to labour inspection (劳动保障监察). An unpaid wage stays unpaid, and goes on to keep new orders out. */
export const referComplaint = command({
  name: 'gigs.refer-complaint',
  route: 'POST /api/gig-complaints/:complaint/refer',
  input: Type.Object({ complaint: Id, reason: Text(4, 1000) }, { additionalProperties: false }),
  may: mayRunStation,
  scope: scopeOfDesk,
  run: async ({ complaint: id, reason }, work) => {
    await endUnsettled(work, id, 'referred', reason);
    return { complaint: id };
  },
  audit: ({ complaint }) => ({ complaint }),
});

/** Nothing was agreed, and the desk is done with it; both sides read why. */
async function endUnsettled(work: Work, id: string, end: 'dismissed' | 'referred', reason: string): Promise<KeptComplaint> {
  const { transaction, now } = work;
  requireHarmless(reason);
  const complaint = await holdComplaint(transaction, id);
  requireOpen(complaint);
  await setComplaint(transaction, id, { state: end, closed_at: now, outcome: reason });
  await addStep(work, id, { by: 'station', code: end, text: reason });
  await tellStep(work, complaint, end, '');
  return complaint;
}
