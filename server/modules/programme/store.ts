import type { Transaction } from '../../kernel/database/transaction.ts';
import type { Programme } from './contract.ts';
import { keepUnits } from './unit-store.ts';

export type ConfirmedProgramme = { readonly version: number; readonly programme: Programme };

/**
 * Confirmed versions never change, so what was read once is kept. Keyed by district and version, and by the transaction that confirmed it:
 * a process may meet more than one database.
 */
const kept = new Map<string, ConfirmedProgramme>();

/** The programme in force: the latest confirmed version. Undefined where none was confirmed yet. */
export async function findProgramme(
  { client, district }: Transaction,
  version?: number,
): Promise<ConfirmedProgramme | undefined> {
  const { rows } = await client.query<{ version: number | null; fingerprint: string | null }>({
    name: 'programme_in_force',
    text: `SELECT version, confirmed_by || confirmed_at || xmin AS fingerprint FROM programme_version
           WHERE district = $1 AND ($2::int IS NULL OR version = $2) ORDER BY version DESC LIMIT 1`,
    values: [district, version ?? null],
  });
  const found = rows[0];
  if (!found?.version) return undefined;
  const key = `${district} ${found.version} ${found.fingerprint}`;
  const known = kept.get(key);
  if (known) return known;
  const read = await client.query<{ content: Programme }>(
    'SELECT content FROM programme_version WHERE district = $1 AND version = $2',
    [district, found.version],
  );
  const programme = read.rows[0]?.content;
  if (!programme) return undefined;
  const confirmed = Object.freeze({ version: found.version, programme });
  kept.set(key, confirmed);
  return confirmed;
}

export type VersionSince = { readonly version: number; readonly confirmedAt: string; readonly programme: Programme };

/** A version and all that were confirmed after it, oldest first. */
export async function listVersionsSince({ client, district }: Transaction, version: number): Promise<VersionSince[]> {
  const { rows } = await client.query<{ version: number; confirmed_at: Date; content: Programme }>(
    'SELECT version, confirmed_at, content FROM programme_version WHERE district = $1 AND version >= $2 ORDER BY version',
    [district, version],
  );
  return rows.map(({ version: number, confirmed_at, content }) => ({
    version: number,
    confirmedAt: confirmed_at.toISOString(),
    programme: content,
  }));
}

/** What Leye itself last confirmed under a note, e.g. from a file of this name. */
export async function findLastLoaded({ client, district }: Transaction, note: string): Promise<Programme | undefined> {
  const { rows } = await client.query<{ content: Programme }>(
    `SELECT content FROM programme_version
     WHERE district = $1 AND note = $2 AND confirmed_by LIKE 'system:%' ORDER BY version DESC LIMIT 1`,
    [district, note],
  );
  return rows[0]?.content;
}

/** One confirmation at a time in a district: what is read of the version in force stays true until the transaction ends. */
export const lockProgramme = async ({ client, district }: Transaction): Promise<void> =>
  void (await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 11))', [`programme ${district}`]));

/** Keeps a confirmed version and brings the units it names up to date. Returns the new version's number. */
export async function keepProgramme(
  transaction: Transaction,
  programme: Programme,
  by: { actor: string; at: Date; note: string },
): Promise<number> {
  const { client, district } = transaction;
  await lockProgramme(transaction);
  const { rows } = await client.query<{ next: number }>(
    'SELECT coalesce(max(version), 0) + 1 AS next FROM programme_version WHERE district = $1',
    [district],
  );
  const version = rows[0]?.next ?? 1;
  await client.query(
    'INSERT INTO programme_version (district, version, content, note, confirmed_by, confirmed_at) VALUES ($1, $2, $3, $4, $5, $6)',
    [district, version, JSON.stringify(programme), by.note, by.actor, by.at],
  );
  await keepUnits(transaction, programme);
  return version;
}
