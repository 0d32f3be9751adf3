import { decide, visibleScope } from '../../kernel/actor/permission.ts';
import type { Reading } from '../../kernel/command/query.ts';
import type { Task } from '../../kernel/module.ts';
import { termOf } from './complaints/show.ts';
import { isOpen, listComplaints } from './complaints/store.ts';
import { listUnseen } from './fairness/unseen.ts';
import { listStations, type Station } from './market/stations.ts';
import { mayRunStation, mayServeWorkers } from './may.ts';
import { listAppeals } from './ratings/appeals.ts';
import { fairnessRulesOn } from './rules/fairness.ts';
import { flagTasks } from './services/flags.ts';

/** Complaints due within so many working days are for today's list; the others wait on the station's page. */
const SOON = 1;

/**
 * What waits for whoever runs a station: people who have waited three mornings and for whom nothing was done today, licences to look at,
 * complaints whose term ends or is over, appeals against ratings, and employers who owe wages after their day. The office: series of
 * services that look unusual.
 */
export async function gigTasks(reading: Reading): Promise<Task[]> {
  if (decide(mayServeWorkers, reading.actor) !== 'allowed') return [];
  const stations = await ownStations(reading);
  const flags = await flagTasks(reading);
  if (stations.length === 0) return flags;
  return [
    ...flags,
    ...(await unseenTasks(reading, stations)),
    ...(await complaintTasks(reading, stations)),
    ...(await wageTasks(reading, stations)),
    ...(await appealTasks(reading, stations)),
    ...(await licenceTask(reading)),
  ];
}

/** The stations in whose area somebody works; the programme office's are all of them. */
async function ownStations({ transaction, actor, today }: Reading): Promise<Station[]> {
  const visible = visibleScope(mayRunStation, actor);
  const stations = await listStations(transaction, today);
  if (visible === 'district') return stations;
  return stations.filter(({ area, town }) =>
    visible?.areas.some((own) => own === area || own === town || own.endsWith('000000')),
  );
}

/** Nobody waits three mornings unseen: one task a station, as long as there is somebody. */
async function unseenTasks({ transaction, today }: Reading, stations: readonly Station[]): Promise<Task[]> {
  const { morningsSeen: mornings } = await fairnessRulesOn(transaction, today);
  const ids = stations.map(({ id }) => id);
  const unseen = await listUnseen(transaction, ids, { today, mornings });
  return ids.flatMap((station) => {
    const n = unseen.get(station)?.length ?? 0;
    if (n === 0) return [];
    const link = `/gig/fairness?view=mornings&station=${station}`;
    return [{ code: 'gig-three-mornings', params: { n, mornings }, link, urgency: 1 }];
  });
}

async function complaintTasks({ transaction, today, services }: Reading, stations: readonly Station[]): Promise<Task[]> {
  const tasks: Task[] = [];
  for (const { id } of stations)
    for (const complaint of (await listComplaints(transaction, { station: id })).filter(isOpen)) {
      const due = termOf(complaint);
      const workingDays = services.calendar.workingDaysBetween(today, due);
      if (workingDays > SOON) continue;
      tasks.push({
        code: complaint.state === 'mediation' ? 'gig-mediation-due' : 'gig-complaint-due',
        params: { number: complaint.number },
        link: `/gig/complaints/${complaint.id}`,
        urgency: due < today ? 0 : due === today ? 1 : 2,
        due,
        workingDays,
      });
    }
  return tasks;
}

async function wageTasks({ transaction, today }: Reading, stations: readonly Station[]): Promise<Task[]> {
  const { client, district } = transaction;
  const { rows } = await client.query<{ employer: string; name: string; wages: number; amount: string; since: string }>(
    `SELECT g.employer, e.name, count(*)::integer AS wages, sum(g.amount) AS amount, min(g.due_on)::text AS since
     FROM gig_wage g JOIN gig_placement p ON p.district = $1 AND p.id = g.placement JOIN employer e ON e.district = $1 AND e.id = g.employer
     WHERE g.district = $1 AND g.state = 'due' AND g.due_on < $2 AND coalesce(g.received_amount, 0) < g.amount
       AND p.station = ANY($3::uuid[])
     GROUP BY g.employer, e.name ORDER BY since, e.name LIMIT 50`,
    [district, today, stations.map(({ id }) => id)],
  );
  return rows.map(({ employer, name, wages, amount, since }) => ({
    code: 'gig-wages-overdue',
    params: { employer: name, wages, yuan: (Number(amount) / 100).toFixed(2) },
    link: `/gig/wages?employer=${employer}`,
    urgency: 0,
    due: since,
  }));
}

async function appealTasks({ transaction }: Reading, stations: readonly Station[]): Promise<Task[]> {
  const appeals = await listAppeals(
    transaction,
    stations.map(({ id }) => id),
  );
  return appeals.length === 0 ? [] : [{ code: 'gig-appeals', params: { n: appeals.length }, link: '/gig/appeals', urgency: 2 }];
}

/** A worker belongs to no station, so whoever serves workers sees all licences that wait. */
async function licenceTask({ transaction: { db, district } }: Reading): Promise<Task[]> {
  const { n } = await db
    .selectFrom('gig_licence')
    .select(({ fn }) => fn.countAll<string>().as('n'))
    .where('district', '=', district)
    .where('state', '=', 'claimed')
    .executeTakeFirstOrThrow();
  return Number(n) === 0 ? [] : [{ code: 'gig-licences', params: { n: Number(n) }, link: '/gig/licences', urgency: 2 }];
}
