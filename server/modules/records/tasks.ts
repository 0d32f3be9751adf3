import { actorKey } from '../../kernel/actor/actor.ts';
import type { Reading } from '../../kernel/command/query.ts';
import type { Task } from '../../kernel/module.ts';

/** Files that this person has sent and not yet decided about. */
export async function importTasks({ transaction: { client, district }, actor }: Reading): Promise<Task[]> {
  if (actor.kind !== 'staff') return [];
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
