import type { Transaction } from '../../kernel/database/transaction.ts';
import type { Known } from '../../kernel/figure/recount.ts';
import type { BulletinKind, BulletinState, BulletinSummary, By, Paragraph, Span } from './contract.ts';

type Row = {
  id: string;
  kind: BulletinKind;
  starts: string;
  ends: string;
  state: BulletinState;
  snapshot: string | null;
  number_year: number | null;
  number: number | null;
  edition: number;
  replaces: string | null;
  is_public: boolean;
  opened_by_name: string;
  opened_at: Date;
  released_by_name: string | null;
  released_at: Date | null;
  withdrawn_by_name: string | null;
  withdrawn_at: Date | null;
  withdrawn_why: string | null;
};
export type KeptBulletin = BulletinSummary & { readonly snapshot: string | null; readonly replaces: string | null };

const columns = `id, kind, starts, ends, state, snapshot, number_year, number, edition, replaces, is_public, opened_by_name, opened_at,
  released_by_name, released_at, withdrawn_by_name, withdrawn_at, withdrawn_why`;

const by = (name: string | null, at: Date | null): By | null => (at ? { name: name ?? '', at: at.toISOString() } : null);

const kept = (row: Row): KeptBulletin => {
  const withdrawn = by(row.withdrawn_by_name, row.withdrawn_at);
  return {
    id: row.id,
    kind: row.kind,
    from: row.starts,
    to: row.ends,
    state: row.state,
    number: row.number === null ? null : `${row.number_year}-${row.number}`,
    edition: row.edition,
    isFrozen: row.snapshot !== null,
    isPublic: row.is_public,
    opened: { name: row.opened_by_name, at: row.opened_at.toISOString() },
    released: by(row.released_by_name, row.released_at),
    withdrawn: withdrawn && { ...withdrawn, why: row.withdrawn_why ?? '' },
    snapshot: row.snapshot,
    replaces: row.replaces,
  };
};

export const asSummary = ({ snapshot: _snapshot, replaces: _replaces, ...summary }: KeptBulletin): BulletinSummary => summary;

/** Latest span first. Whoever does not write sees what was released. */
export async function listBulletins(
  { client, district }: Transaction,
  which: { drafts: boolean; onlyPublic?: boolean },
): Promise<KeptBulletin[]> {
  const { rows } = await client.query<Row>(
    `SELECT ${columns} FROM bulletin WHERE district = $1 AND state <> 'discarded' AND ($2 OR state <> 'draft') AND (NOT $3 OR is_public)
     ORDER BY ends DESC, starts DESC, id DESC LIMIT 500`,
    [district, which.drafts, which.onlyPublic ?? false],
  );
  return rows.map(kept);
}

export async function findBulletin(
  { client, district }: Transaction,
  id: string,
  held = false,
): Promise<KeptBulletin | undefined> {
  const { rows } = await client.query<Row>(
    `SELECT ${columns} FROM bulletin WHERE district = $1 AND id = $2 ${held ? 'FOR UPDATE' : ''}`,
    [district, id],
  );
  return rows[0] && kept(rows[0]);
}

/** By the number of its public address, `2026-3`. */
export async function findByNumber({ client, district }: Transaction, number: string): Promise<KeptBulletin | undefined> {
  const [year, no] = number.split('-').map(Number);
  if (!/^\d{4}-\d{1,6}$/.test(number)) return undefined;
  const { rows } = await client.query<Row>(
    `SELECT ${columns} FROM bulletin WHERE district = $1 AND number_year = $2 AND number = $3`,
    [district, year, no],
  );
  return rows[0] && kept(rows[0]);
}

/** Opens a draft of a span, unless somebody already has one: then that one. */
export async function openDraft(
  transaction: Transaction,
  draft: { id: string } & Span,
  opened: { key: string; name: string; at: Date },
): Promise<{ bulletin: string; isNew: boolean }> {
  const { client, district } = transaction;
  const { rowCount } = await client.query(
    `INSERT INTO bulletin (district, id, kind, starts, ends, state, opened_by, opened_by_name, opened_at)
     VALUES ($1, $2, $3, $4, $5, 'draft', $6, $7, $8) ON CONFLICT (district, starts, ends) WHERE state = 'draft' DO NOTHING`,
    [district, draft.id, draft.kind, draft.from, draft.to, opened.key, opened.name, opened.at],
  );
  if (rowCount === 1) return { bulletin: draft.id, isNew: true };
  const { rows } = await client.query<{ id: string }>(
    "SELECT id FROM bulletin WHERE district = $1 AND starts = $2 AND ends = $3 AND state = 'draft'",
    [district, draft.from, draft.to],
  );
  return { bulletin: rows[0]?.id ?? draft.id, isNew: false };
}

/** The released bulletins of exactly this span, the latest edition first. */
export async function editionsOf(
  { client, district }: Transaction,
  { from, to }: Pick<Span, 'from' | 'to'>,
): Promise<KeptBulletin[]> {
  const { rows } = await client.query<Row>(
    `SELECT ${columns} FROM bulletin WHERE district = $1 AND starts = $2 AND ends = $3 AND number IS NOT NULL ORDER BY edition DESC`,
    [district, from, to],
  );
  return rows.map(kept);
}

/** The standing bulletin that changes refer to: of those whose days ended earlier the latest. */
export async function findBefore({ client, district }: Transaction, to: string): Promise<KeptBulletin | undefined> {
  const { rows } = await client.query<Row>(
    `SELECT ${columns} FROM bulletin WHERE district = $1 AND state = 'released' AND ends < $2 ORDER BY ends DESC, released_at DESC LIMIT 1`,
    [district, to],
  );
  return rows[0] && kept(rows[0]);
}

/** The next number of a year. Whoever else wants one waits until this transaction has ended; a refused one gives none away. */
export async function nextNumber({ client, district }: Transaction, year: number): Promise<number> {
  const { rows } = await client.query<{ last: number }>(
    `INSERT INTO bulletin_year AS y (district, year, last) VALUES ($1, $2, 1)
     ON CONFLICT (district, year) DO UPDATE SET last = y.last + 1 RETURNING last`,
    [district, year],
  );
  return rows[0]?.last ?? 1;
}

export async function keepSnapshot(
  { client, district }: Transaction,
  taken: { id: string; bulletin: string; moment: string; known: Known; content: string; sha256: string; by: string },
): Promise<void> {
  await client.query(
    `INSERT INTO bulletin_snapshot (district, id, bulletin, moment, known_until, known_also, content, sha256, taken_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      district,
      taken.id,
      taken.bulletin,
      taken.moment,
      taken.known.until,
      taken.known.also,
      taken.content,
      taken.sha256,
      taken.by,
    ],
  );
  await client.query('UPDATE bulletin SET snapshot = $3 WHERE district = $1 AND id = $2', [district, taken.bulletin, taken.id]);
}

export async function readSnapshot(
  { client, district }: Transaction,
  id: string,
): Promise<{ content: string; sha256: string } | undefined> {
  const { rows } = await client.query<{ content: string; sha256: string }>(
    'SELECT content, sha256 FROM bulletin_snapshot WHERE district = $1 AND id = $2',
    [district, id],
  );
  return rows[0];
}

export async function readKnown({ client, district }: Transaction, id: string): Promise<Known | undefined> {
  const { rows } = await client.query<Known>(
    'SELECT known_until AS until, known_also AS also FROM bulletin_snapshot WHERE district = $1 AND id = $2',
    [district, id],
  );
  return rows[0];
}

export type KeptWords = Readonly<Record<string, Omit<Paragraph, 'id'>>>;

/** The latest words that the office saved; revision 0 where it changed none. */
export async function readWords(
  { client, district }: Transaction,
  bulletin: string,
): Promise<{ revision: number; words: KeptWords }> {
  const { rows } = await client.query<{ revision: number; words: KeptWords }>(
    'SELECT revision, words FROM bulletin_words WHERE district = $1 AND bulletin = $2 ORDER BY revision DESC LIMIT 1',
    [district, bulletin],
  );
  return rows[0] ?? { revision: 0, words: {} };
}

export async function keepWords(
  { client, district }: Transaction,
  { bulletin, revision, words }: { bulletin: string; revision: number; words: KeptWords },
  saved: { key: string; name: string; at: Date },
): Promise<void> {
  await client.query(
    `INSERT INTO bulletin_words (district, bulletin, revision, words, saved_by, saved_by_name, saved_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [district, bulletin, revision, JSON.stringify(words), saved.key, saved.name, saved.at],
  );
}

export async function markReleased(
  { client, district }: Transaction,
  id: string,
  { year, number, edition, replaces }: { year: number; number: number; edition: number; replaces: string | null },
  released: { key: string; name: string; at: Date },
): Promise<void> {
  await client.query(
    `UPDATE bulletin SET state = 'released', number_year = $3, number = $4, edition = $5, replaces = $6, released_by = $7, released_by_name = $8,
       released_at = $9 WHERE district = $1 AND id = $2`,
    [district, id, year, number, edition, replaces, released.key, released.name, released.at],
  );
}

export async function markWithdrawn(
  { client, district }: Transaction,
  id: string,
  why: string,
  withdrawn: { key: string; name: string; at: Date },
): Promise<void> {
  await client.query(
    `UPDATE bulletin SET state = 'withdrawn', withdrawn_by = $3, withdrawn_by_name = $4, withdrawn_at = $5, withdrawn_why = $6
     WHERE district = $1 AND id = $2`,
    [district, id, withdrawn.key, withdrawn.name, withdrawn.at, why],
  );
}

export async function markDiscarded({ client, district }: Transaction, id: string): Promise<void> {
  await client.query("UPDATE bulletin SET state = 'discarded' WHERE district = $1 AND id = $2", [district, id]);
}

export async function markPublic({ client, district }: Transaction, id: string, isPublic: boolean): Promise<void> {
  await client.query('UPDATE bulletin SET is_public = $3 WHERE district = $1 AND id = $2', [district, id, isPublic]);
}
