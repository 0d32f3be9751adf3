import { actorKey } from '../../kernel/actor/actor.ts';
import type { Reading } from '../../kernel/command/query.ts';
import type { Task } from '../../kernel/module.ts';
import { addDays } from '../../kernel/term/day.ts';
import { coversAll, reachOf } from './access.ts';
import { recordTypes } from './catalogue.ts';

/** A month ahead: time enough to verify a place again, or to renew an agreement. */
const AHEAD_DAYS = 30;

/** What waits for this person among the records: files to decide about, and what will soon no longer stand in the own unit or area. */
export async function recordTasks(reading: Reading): Promise<Task[]> {
  if (reading.actor.kind !== 'staff') return [];
  return [...(await waitingImports(reading)), ...(await lapsing(reading))];
}

async function waitingImports({ transaction: { client, district }, actor }: Reading): Promise<Task[]> {
  const { rows } = await client.query<{ id: string; file_name: string }>(
    `SELECT id, file_name FROM record_import WHERE district = $1 AND state = 'checked' AND uploaded_by = $2 ORDER BY uploaded_at LIMIT 20`,
    [district, actorKey(actor)],
  );
  return rows.map(({ id, file_name }) => ({
    code: 'import-waiting',
    params: { file: file_name },
    link: `/records/imports/${id}`,
    urgency: 1,
  }));
}

/** The earliest of a type says by when. */
async function lapsing({ transaction: { client, district }, actor, today }: Reading): Promise<Task[]> {
  const reach = reachOf(actor);
  if (reach !== 'district' && reach.units.length === 0 && reach.areas.length === 0) return [];
  const isAll = reach === 'district' || coversAll(reach.areas);
  const { rows } = await client.query<{ type: string; n: number; due: string }>(
    `SELECT type, count(*)::int AS n, min(until) - 1 AS due FROM record
     WHERE district = $1 AND type = ANY ($2) AND until > $3 AND until <= $4 AND revised_by IS NULL AND reversed_at IS NULL AND ended_on IS NULL
       AND ($5 OR unit = ANY ($6) OR area = ANY ($7) OR town = ANY ($7))
     GROUP BY type ORDER BY due, type`,
    [
      district,
      recordTypes.filter(({ until }) => until !== undefined).map(({ name }) => name),
      today,
      addDays(today, AHEAD_DAYS),
      isAll,
      reach === 'district' ? [] : reach.units,
      reach === 'district' ? [] : reach.areas,
    ],
  );
  return rows.flatMap(({ type, n, due }): Task[] => {
    const title = recordTypes.find(({ name }) => name === type)?.title;
    return title
      ? [{ code: 'records-lapsing', params: { n, zh: title.zh, en: title.en }, link: `/records/${type}`, urgency: 2, due }]
      : [];
  });
}
