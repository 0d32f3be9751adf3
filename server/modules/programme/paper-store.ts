import { sql } from 'kysely';
import type { Transaction } from '../../kernel/database/transaction.ts';
import type { Done, PaperSummary } from './draft/contract.ts';
import type { PolicyReading } from './reader/reading.ts';

export type KeptPaper = { readonly summary: PaperSummary; readonly text: string; readonly reading: PolicyReading };

/** Keeps a paper, unless the very same file is there already: then that one. */
export async function keepPaper(
  { client, district }: Transaction,
  paper: { id: string; sha256: string; name: string; text: string; reading: PolicyReading },
  by: { key: string; name: string; at: Date },
): Promise<{ paper: string; isNew: boolean }> {
  const { rowCount } = await client.query(
    `INSERT INTO policy_paper (district, id, sha256, name, text, reading, uploaded_by, uploaded_by_name, uploaded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (district, sha256) DO NOTHING`,
    [district, paper.id, paper.sha256, paper.name, paper.text, JSON.stringify(paper.reading), by.key, by.name, by.at],
  );
  if (rowCount === 1) return { paper: paper.id, isNew: true };
  const { rows } = await client.query<{ id: string }>('SELECT id FROM policy_paper WHERE district = $1 AND sha256 = $2', [
    district,
    paper.sha256,
  ]);
  return { paper: rows[0]?.id ?? paper.id, isNew: false };
}

const summaries = ({ db, district }: Transaction) =>
  db
    .selectFrom('policy_paper as p')
    .select(['p.id', 'p.name', 'p.sha256', 'p.uploaded_by', 'p.uploaded_by_name', 'p.uploaded_at'])
    .select([
      sql<string | null>`p.reading ->> 'title'`.as('title'),
      sql<number>`jsonb_array_length(p.reading -> 'measures')`.as('measures'),
      sql<number>`coalesce(jsonb_array_length(jsonb_path_query_array(p.reading, '$.measures[*].targets[*]')), 0)`.as('figures'),
      sql<
        string | null
      >`(SELECT d.id FROM programme_draft d WHERE d.district = p.district AND d.paper = p.id AND d.state = 'open')`.as('draft'),
      sql<number | null>`(SELECT max(d.version) FROM programme_draft d WHERE d.district = p.district AND d.paper = p.id)`.as(
        'version',
      ),
    ])
    .where('p.district', '=', district);

type SummaryRow = Awaited<ReturnType<ReturnType<typeof summaries>['execute']>>[number];

const asSummary = (row: SummaryRow): PaperSummary => ({
  paper: row.id,
  name: row.name,
  sha256: row.sha256,
  title: row.title,
  measures: row.measures,
  figures: row.figures,
  uploaded: done(row.uploaded_by, row.uploaded_by_name, row.uploaded_at),
  draft: row.draft,
  version: row.version,
});

export const done = (by: string, name: string, at: Date | string): Done => ({ by, name, at: new Date(at).toISOString() });

/** Newest first. */
export const listPapers = async (transaction: Transaction): Promise<PaperSummary[]> =>
  (await summaries(transaction).orderBy('p.uploaded_at', 'desc').orderBy('p.id', 'desc').limit(200).execute()).map(asSummary);

export async function findPaper(transaction: Transaction, id: string): Promise<KeptPaper | undefined> {
  const row = await summaries(transaction).select(['p.text', 'p.reading']).where('p.id', '=', id).executeTakeFirst();
  if (!row) return undefined;
  return { summary: asSummary(row), text: row.text, reading: row.reading as unknown as PolicyReading }; // reason: only keepPaper writes this column
}

/** The reading of a paper that a draft points at. */
export async function getReading({ db, district }: Transaction, paper: string): Promise<PolicyReading> {
  const row = await db
    .selectFrom('policy_paper')
    .select('reading')
    .where('district', '=', district)
    .where('id', '=', paper)
    .executeTakeFirstOrThrow();
  return row.reading as unknown as PolicyReading; // reason: only keepPaper writes this column
}
