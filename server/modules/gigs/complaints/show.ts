import type { Reading } from '../../../kernel/command/query.ts';
import { listEmployers } from '../../employers/module.ts';
import type { ComplaintRow } from './contract.ts';
import { isOpen, type KeptComplaint } from './store.ts';

/** Until when something is to be done about it: the desk's term, or mediation's. */
export const termOf = ({ state, dueOn, mediationDueOn }: Pick<KeptComplaint, 'state' | 'dueOn' | 'mediationDueOn'>): string =>
  state === 'mediation' ? (mediationDueOn ?? dueOn) : dueOn;

/** Complaints as lists show them: nobody's name, the worker by the number on the card. */
export async function showComplaints(
  { transaction, services, today }: Reading,
  complaints: readonly KeptComplaint[],
): Promise<ComplaintRow[]> {
  const { client, district } = transaction;
  const employers = await listEmployers(transaction, [...new Set(complaints.flatMap(({ employer }) => employer ?? []))]);
  const names = new Map(employers.map(({ id, name }) => [id, name]));
  const { rows } = await client.query<{ id: string; number: number }>(
    'SELECT id, number FROM gig_worker WHERE district = $1 AND id = ANY($2::uuid[])',
    [district, complaints.map(({ worker }) => worker)],
  );
  const numbers = new Map(rows.map(({ id, number }) => [id, number]));
  const placements = await client.query<{ id: string; day: string }>(
    'SELECT id, day::text FROM gig_placement WHERE district = $1 AND id = ANY($2::uuid[])',
    [district, complaints.flatMap(({ placement }) => placement ?? [])],
  );
  const days = new Map(placements.rows.map(({ id, day }) => [id, day]));
  return complaints.map((complaint) => {
    const due = termOf(complaint);
    return {
      id: complaint.id,
      number: complaint.number,
      about: complaint.about,
      state: complaint.state,
      workerNumber: numbers.get(complaint.worker) ?? 0,
      employer: complaint.employer,
      employerName: complaint.employer === null ? null : (names.get(complaint.employer) ?? ''),
      placement: complaint.placement,
      day: complaint.placement === null ? null : (days.get(complaint.placement) ?? null),
      station: complaint.station,
      claimed: complaint.claimed,
      openedAt: complaint.openedAt.toISOString(),
      dueOn: due,
      workingDays: services.calendar.workingDaysBetween(today, due),
      isOverdue: isOpen(complaint) && today > due,
      closedAt: complaint.closedAt?.toISOString() ?? null,
      settledAmount: complaint.settledAmount,
    };
  });
}
