import type { Transaction } from '../../kernel/database/transaction.ts';
import type { DraftContent, DraftSummary } from './draft/contract.ts';
import { countUnconfirmed } from './draft/programme-of.ts';
import { done } from './paper-store.ts';

type By = { readonly key: string; readonly name: string; readonly at: Date };
export type KeptDraft = { readonly summary: DraftSummary; readonly content: DraftContent };

/** Opens a draft, unless somebody already works on one of this paper: then that one. */
export async function openDraft(
  { client, district }: Transaction,
  draft: { id: string; paper: string; content: DraftContent },
  by: By,
): Promise<{ draft: string; isNew: boolean }> {
  const { rowCount } = await client.query(
    `INSERT INTO programme_draft (district, id, paper, content, revision, state, started_by, started_by_name, started_at, saved_by,
       saved_by_name, saved_at)
     VALUES ($1, $2, $3, $4, 1, 'open', $5, $6, $7, $5, $6, $7) ON CONFLICT (district, paper) WHERE state = 'open' DO NOTHING`,
    [district, draft.id, draft.paper, JSON.stringify(draft.content), by.key, by.name, by.at],
  );
  if (rowCount === 1) return { draft: draft.id, isNew: true };
  return { draft: (await findOpenDraft({ client, district }, draft.paper)) ?? draft.id, isNew: false };
}

export async function findOpenDraft(
  { client, district }: Pick<Transaction, 'client' | 'district'>,
  paper: string,
): Promise<string | undefined> {
  const { rows } = await client.query<{ id: string }>(
    "SELECT id FROM programme_draft WHERE district = $1 AND paper = $2 AND state = 'open'",
    [district, paper],
  );
  return rows[0]?.id;
}

/** Writes a save, confirmation or discarding. The caller holds the draft's row and has compared its revision. */
export async function changeDraft(
  { client, district }: Transaction,
  id: string,
  change: { content: DraftContent; state: DraftSummary['state']; version: number | null },
  by: By,
): Promise<number> {
  const { rows } = await client.query<{ revision: number }>(
    `UPDATE programme_draft SET content = $3, state = $4, version = $5, revision = revision + 1, saved_by = $6, saved_by_name = $7,
       saved_at = $8 WHERE district = $1 AND id = $2 RETURNING revision`,
    [district, id, JSON.stringify(change.content), change.state, change.version, by.key, by.name, by.at],
  );
  return rows[0]?.revision ?? 0;
}

const rowsOf = ({ db, district }: Transaction) =>
  db
    .selectFrom('programme_draft as d')
    .innerJoin('policy_paper as p', (join) => join.onRef('p.district', '=', 'd.district').onRef('p.id', '=', 'd.paper'))
    .selectAll('d')
    .select('p.name')
    .where('d.district', '=', district);

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number];

function asKept(row: Row): KeptDraft {
  const content = row.content as unknown as DraftContent; // reason: only openDraft and changeDraft write this column
  return {
    content,
    summary: {
      draft: row.id,
      paper: row.paper,
      paperName: row.name,
      state: row.state as DraftSummary['state'], // reason: the column's CHECK names exactly these
      revision: row.revision,
      started: done(row.started_by, row.started_by_name, row.started_at),
      saved: done(row.saved_by, row.saved_by_name, row.saved_at),
      unconfirmed: countUnconfirmed(content),
      version: row.version,
    },
  };
}

/** Newest first. */
export const listDrafts = async (transaction: Transaction): Promise<DraftSummary[]> =>
  (await rowsOf(transaction).orderBy('d.saved_at', 'desc').orderBy('d.id', 'desc').limit(200).execute()).map(
    (row) => asKept(row).summary,
  );

export async function findDraft(transaction: Transaction, id: string): Promise<KeptDraft | undefined> {
  const row = await rowsOf(transaction).where('d.id', '=', id).executeTakeFirst();
  return row && asKept(row);
}

/** The same, held until the transaction ends: who else changes it waits. */
export async function holdDraft(transaction: Transaction, id: string): Promise<KeptDraft | undefined> {
  const { client, district } = transaction;
  await client.query('SELECT 1 FROM programme_draft WHERE district = $1 AND id = $2 FOR UPDATE', [district, id]);
  return findDraft(transaction, id);
}

/** The draft that became a version; undefined for one loaded from a file. */
export async function findDraftOfVersion(transaction: Transaction, version: number): Promise<KeptDraft | undefined> {
  const row = await rowsOf(transaction).where('d.version', '=', version).orderBy('d.saved_at', 'asc').executeTakeFirst();
  return row && asKept(row);
}
