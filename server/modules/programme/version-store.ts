import { sql } from 'kysely';
import type { Transaction } from '../../kernel/database/transaction.ts';
import type { Programme } from './contract.ts';
import type { Before } from './draft/carry-over.ts';
import type { Version, VersionSummary } from './draft/contract.ts';
import { findDraftOfVersion } from './draft-store.ts';
import { done, findPaper } from './paper-store.ts';
import { findProgramme } from './store.ts';

const versions = ({ db, district }: Transaction) =>
  db
    .selectFrom('programme_version as v')
    .leftJoin('programme_draft as d', (join) => join.onRef('d.district', '=', 'v.district').onRef('d.version', '=', 'v.version'))
    .select(['v.version', 'v.note', 'v.confirmed_by', 'v.confirmed_at', 'd.id as draft', 'd.paper', 'd.saved_by_name'])
    .select([
      sql<string>`v.content -> 'title' ->> 'zh'`.as('zh'),
      sql<string>`v.content -> 'title' ->> 'en'`.as('en'),
      sql<number>`jsonb_array_length(v.content -> 'measures')`.as('measures'),
      sql<number>`jsonb_array_length(jsonb_path_query_array(v.content, '$.measures[*].figures[*]'))`.as('figures'),
    ])
    .where('v.district', '=', district);

type Row = Awaited<ReturnType<ReturnType<typeof versions>['execute']>>[number];

const asSummary = (row: Row): VersionSummary => ({
  version: row.version,
  title: { zh: row.zh, en: row.en },
  note: row.note,
  confirmed: done(row.confirmed_by, row.saved_by_name ?? row.confirmed_by, row.confirmed_at),
  measures: row.measures,
  figures: row.figures,
  paper: row.paper,
  draft: row.draft,
});

/** Newest first. */
export const listVersions = async (transaction: Transaction): Promise<VersionSummary[]> =>
  (await versions(transaction).orderBy('v.version', 'desc').execute()).map(asSummary);

/** One version, or the one in force; undefined where there is none. */
export async function findVersion(transaction: Transaction, version?: number): Promise<Version | undefined> {
  const confirmed = await findProgramme(transaction, version);
  if (!confirmed) return undefined;
  const row = await versions(transaction).where('v.version', '=', confirmed.version).executeTakeFirst();
  return row && { ...asSummary(row), programme: confirmed.programme };
}

/** A version with the draft and paper behind it, from which a new draft carries over. */
export async function findBefore(
  transaction: Transaction,
  version?: number,
): Promise<(Before & { version: number; programme: Programme }) | undefined> {
  const confirmed = await findProgramme(transaction, version);
  if (!confirmed) return undefined;
  const draft = await findDraftOfVersion(transaction, confirmed.version);
  const paper = draft && (await findPaper(transaction, draft.summary.paper));
  return { version: confirmed.version, programme: confirmed.programme, draft: draft?.content, reading: paper?.reading };
}
