import { decide } from '../../kernel/actor/permission.ts';
import type { Reading } from '../../kernel/command/query.ts';
import type { Task } from '../../kernel/module.ts';
import { isAccount, mayAnswerFor, mayInspect, mayRun, worksAt } from './may.ts';
import { stationsById } from './show.ts';
import { listInspections, listRemedies, listStationRows } from './store.ts';

/** Nobody is told of a date that is further off. */
const AHEAD = 10;

/** A station: its own inspection, what it has to put right. Whoever was drawn: the other's. The office: what waits for its word. */
export async function marketTasks(reading: Reading): Promise<Task[]> {
  const { transaction, actor } = reading;
  const runs = decide(mayRun, actor) === 'allowed';
  if (!runs && decide(mayInspect, actor) !== 'allowed') return [];
  const open = await listInspections(transaction);
  const rows = await listStationRows(transaction);
  if (rows.length === 0) return [];
  const stations = await stationsById(reading);
  const named = (id: string) => stations.get(id)?.name ?? { zh: '—', en: '—' };
  const worksHere = (id: string): boolean => {
    const station = stations.get(id);
    return decide(mayAnswerFor, actor) === 'allowed' && station !== undefined && worksAt(actor, station);
  };
  const inspections = open
    .filter(({ kind, inspector, station }) => (kind === 'cross' ? isAccount(actor, inspector) : worksHere(station)))
    .flatMap(({ id, kind, station, dueOn }) =>
      dueTask(
        reading,
        { code: kind === 'self' ? 'market-self' : 'market-cross', params: named(station), link: `/market-inspections/${id}` },
        dueOn,
      ),
    );
  const remedies = (await listRemedies(transaction)).flatMap(({ round, station, item, dueOn, state }): Task[] => {
    const link = `/market-rounds/${round}?station=${station}`;
    const params = { ...named(station), item };
    if (state === 'reported') return runs ? [{ code: 'market-remedy-waits', params, link, urgency: 1 }] : [];
    return worksHere(station) ? dueTask(reading, { code: 'market-remedy', params, link }, dueOn) : [];
  });
  return [...inspections, ...remedies, ...(runs ? officeTasks(reading.today, rows, open, named) : [])];
}

function officeTasks(
  today: string,
  rows: Awaited<ReturnType<typeof listStationRows>>,
  open: Awaited<ReturnType<typeof listInspections>>,
  named: (id: string) => { readonly zh: string; readonly en: string },
): Task[] {
  return rows.flatMap(({ round, station, state }): Task[] => {
    const link = `/market-rounds/${round}?station=${station}`;
    if (state === 'objected') return [{ code: 'market-objection-waits', params: named(station), link, urgency: 1 }];
    if (state !== 'inspecting') return [];
    const own = open.filter((one) => one.round === round && one.station === station);
    const late = own.find(({ kind, dueOn }) => kind === 'cross' && dueOn < today);
    if (late)
      return [{ code: 'market-cross-late', params: { ...named(station), name: late.inspectorName ?? '' }, link, urgency: 1 }];
    const waits = own.some(({ kind, dueOn }) => kind === 'cross' || dueOn >= today);
    return waits ? [] : [{ code: 'market-settle-waits', params: named(station), link, urgency: 1 }];
  });
}

function dueTask({ services, today }: Reading, task: Pick<Task, 'code' | 'params' | 'link'>, due: string): Task[] {
  const workingDays = services.calendar.workingDaysBetween(today, due);
  if (workingDays > AHEAD) return [];
  return [{ ...task, urgency: due < today ? 0 : due === today ? 1 : 2, due, workingDays }];
}
