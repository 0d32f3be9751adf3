import type { Transaction } from '../../../kernel/database/transaction.ts';
import { Problem } from '../../../kernel/problem.ts';
import { holdDraft, type KeptDraft } from '../draft-store.ts';

const beijing = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/**
 * Holds an open draft at the revision a person saw. Nothing is ever overwritten unseen: who comes second learns whose save came first.
 *
 * @throws Problem `draft-closed`, `draft-moved-on`
 */
export async function holdOpenDraft(transaction: Transaction, id: string, revision: number): Promise<KeptDraft> {
  const draft = await holdDraft(transaction, id);
  if (!draft) throw new Problem('not-found', 'not-found');
  const { state, saved, revision: kept } = draft.summary;
  const params = { name: saved.name, at: beijing.format(new Date(saved.at)) };
  if (state !== 'open') throw new Problem('conflict', 'draft-closed', { ...params, state });
  if (kept !== revision) throw new Problem('conflict', 'draft-moved-on', { ...params, revision: kept });
  return draft;
}
