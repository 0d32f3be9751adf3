import type { Transaction } from '../../kernel/database/transaction.ts';
import type { Programme } from './contract.ts';

export type ConfirmedProgramme = { readonly version: number; readonly programme: Programme };

/** Confirmed versions never change, so what was read once is kept. Keyed by district and version. */
const kept = new Map<string, ConfirmedProgramme>();

/** The programme in force: the latest confirmed version. Undefined where none was confirmed yet. */
export async function findProgramme(
  { client, district }: Transaction,
  version?: number,
): Promise<ConfirmedProgramme | undefined> {
  const { rows } = await client.query<{ version: number | null; fingerprint: string | null }>({
    name: 'programme_in_force',
    text: `SELECT version, confirmed_by || confirmed_at AS fingerprint FROM programme_version
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

/** Keeps a confirmed version and brings the units it names up to date. Returns the new version's number. */
export async function keepProgramme(
  transaction: Transaction,
  programme: Programme,
  by: { actor: string; at: Date; note: string },
): Promise<number> {
  const { client, district } = transaction;
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 11))', [`programme ${district}`]);
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

/** Every unit that the paper names; one a street or town where it says 各街道办事处、乡镇政府. */
async function keepUnits({ client, district }: Transaction, programme: Programme): Promise<void> {
  const named = programme.units
    .filter((unit) => !unit.everyTown)
    .map((unit) => ({ code: unit.code, name: unit.name.zh, area: null as string | null }));
  const towns = programme.units.some((unit) => unit.everyTown)
    ? (
        await client.query<{ code: string; name: string }>("SELECT code, name FROM area WHERE district = $1 AND level = 'town'", [
          district,
        ])
      ).rows
    : [];
  const offices = towns.map((town) => ({
    code: `town-${town.code}`,
    name: `${town.name}${town.name.endsWith('街道') ? '办事处' : '政府'}`,
    area: town.code as string | null,
  }));
  await client.query(
    `INSERT INTO unit (district, code, name, area)
     SELECT $1, u.code, u.name, u.area FROM jsonb_to_recordset($2::jsonb) AS u (code text, name text, area text)
     ON CONFLICT (district, code) DO UPDATE SET name = excluded.name, area = excluded.area`,
    [district, JSON.stringify([...named, ...offices])],
  );
}
