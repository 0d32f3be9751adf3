import { decide } from '../../kernel/actor/permission.ts';
import type { Reading } from '../../kernel/command/query.ts';
import type { Task } from '../../kernel/module.ts';
import { saveDraft } from './commands/save-draft.ts';

/** Drafts of a programme that somebody who may work on them has not finished. */
export async function draftTasks({ transaction: { client, district }, actor }: Reading): Promise<Task[]> {
  if (decide(saveDraft.may, actor) !== 'allowed') return [];
  const { rows } = await client.query<{ id: string; name: string }>(
    `SELECT d.id, p.name FROM programme_draft d JOIN policy_paper p ON p.district = d.district AND p.id = d.paper
     WHERE d.district = $1 AND d.state = 'open' ORDER BY d.saved_at LIMIT 20`,
    [district],
  );
  return rows.map(({ id, name }) => ({
    code: 'draft-open',
    params: { paper: name },
    link: `/programme/drafts/${id}`,
    urgency: 2,
  }));
}
