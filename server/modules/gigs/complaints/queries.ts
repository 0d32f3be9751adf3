import { Type } from 'typebox';
import { query, type Reading } from '../../../kernel/command/query.ts';
import { dayOf } from '../../../kernel/term/day.ts';
import { residentNames } from '../../residents/module.ts';
import { findWage } from '../day/wage-store.ts';
import { scopeOfStation } from '../market/stations.ts';
import { mayActForWorker, mayLookAtItsAccounts, mayRunStation, maySeeBothSides } from '../may.ts';
import { termsOn } from '../rules/terms.ts';
import { Id } from '../shapes.ts';
import { scopeOfWorker } from '../workers/join.ts';
import type { Complaint, ComplaintList, ComplaintRow, DisputedWage } from './contract.ts';
import { showComplaints, termOf } from './show.ts';
import { findComplaint, isOpen, type KeptComplaint, listComplaints, listSteps } from './store.ts';

/** `GET /api/gig-workers/:worker/complaints` */
export const workerComplaintsQuery = query({
  name: 'gigs.worker-complaints',
  route: 'GET /api/gig-workers/:worker/complaints',
  input: Type.Object({ worker: Id }, { additionalProperties: false }),
  may: mayActForWorker,
  scope: scopeOfWorker,
  run: async ({ worker }, reading): Promise<{ complaints: ComplaintRow[] }> => ({
    complaints: await showComplaints(reading, await listComplaints(reading.transaction, { worker })),
  }),
});

/** `GET /api/employers/:employer/gig-complaints` */
export const employerComplaintsQuery = query({
  name: 'gigs.employer-complaints',
  route: 'GET /api/employers/:employer/gig-complaints',
  input: Type.Object({ employer: Id }, { additionalProperties: false }),
  may: mayLookAtItsAccounts,
  scope: async ({ employer }) => ({ employer }),
  run: async ({ employer }, reading): Promise<{ complaints: ComplaintRow[] }> => ({
    complaints: await showComplaints(reading, await listComplaints(reading.transaction, { employer })),
  }),
});

const DAYS_COUNTED = 90;

/** `GET /api/gig-stations/:station/complaints`: what the desk has to deal with, and how it did. */
export const stationComplaintsQuery = query({
  name: 'gigs.station-complaints',
  route: 'GET /api/gig-stations/:station/complaints',
  input: Type.Object({ station: Id }, { additionalProperties: false }),
  may: mayRunStation,
  scope: scopeOfStation,
  run: async ({ station }, reading): Promise<ComplaintList> => {
    const all = await listComplaints(reading.transaction, { station });
    return { complaints: await showComplaints(reading, all), counts: countsOf(all, reading) };
  },
});

function countsOf(all: readonly KeptComplaint[], { today, now }: Reading): ComplaintList['counts'] {
  const since = now.getTime() - DAYS_COUNTED * 86_400_000;
  const closed = all.filter(({ closedAt }) => closedAt !== null && closedAt.getTime() >= since);
  return {
    open: all.filter(({ state }) => state === 'open').length,
    mediation: all.filter(({ state }) => state === 'mediation').length,
    overdue: all.filter((one) => isOpen(one) && today > termOf(one)).length,
    closed: closed.length,
    // What went to mediation is measured by mediation's own term.
    inTerm: closed.filter(
      ({ closedAt, dueOn, mediationDueOn }) => closedAt !== null && dayOf(closedAt) <= (mediationDueOn ?? dueOn),
    ).length,
    dismissed: closed.filter(({ state }) => state === 'dismissed').length,
    referred: closed.filter(({ state }) => state === 'referred').length,
  };
}

/** `GET /api/gig-complaints/:complaint`: the same for the worker, the employer and the station, which alone sees the masked name. */
export const complaintQuery = query({
  name: 'gigs.complaint',
  route: 'GET /api/gig-complaints/:complaint',
  input: Type.Object({ complaint: Id }, { additionalProperties: false }),
  may: maySeeBothSides,
  scope: async ({ complaint: id }, { transaction }) => {
    const complaint = await findComplaint(transaction, id);
    if (!complaint) return undefined;
    const station = await scopeOfStation(complaint, { transaction });
    return { ...station, person: complaint.worker, ...(complaint.employer === null ? {} : { employer: complaint.employer }) };
  },
  run: async ({ complaint: id }, reading): Promise<Complaint> => {
    const { transaction, today } = reading;
    const complaint = await findComplaint(transaction, id);
    const [row] = complaint ? await showComplaints(reading, [complaint]) : [];
    if (!complaint || !row) throw new TypeError('a complaint that was found shows as itself');
    return {
      ...row,
      text: complaint.text,
      outcome: complaint.outcome,
      workerName: await nameFor(reading, complaint),
      wage: complaint.about === 'wage' ? await disputedWage(reading, complaint) : null,
      steps: await listSteps(transaction, id),
      mediation: complaint.mediationDueOn === null ? null : (await termsOn(transaction, today)).mediation.says,
    };
  },
  audit: ({ complaint }, { workerName }) => (workerName === null ? undefined : { complaint }),
});

/** Who stands at the counter calls people by their masked names, as in the line; the two sides know each other. */
async function nameFor({ transaction, services, actor }: Reading, { worker }: KeptComplaint): Promise<string | null> {
  if (actor.kind !== 'staff') return null;
  return (await residentNames(transaction, services, [worker])).get(worker)?.masked ?? '';
}

async function disputedWage({ transaction }: Reading, { placement }: KeptComplaint): Promise<DisputedWage | null> {
  const wage = placement === null ? undefined : await findWage(transaction, placement);
  if (!wage) return null;
  const { amount, state, paidAmount, receivedAmount } = wage;
  return { amount, state, paidAmount, receivedAmount };
}
