import type { Transaction } from '../../kernel/database/transaction.ts';
import type { EvidenceItem, EvidenceType } from './contract.ts';

type Row = {
  readonly sha256: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly uploaded_by_name: string;
  readonly uploaded_at: Date;
};

const columns = 'e.sha256, e.name, e.type, e.size, e.uploaded_by_name, e.uploaded_at';

const itemOf = (row: Row): EvidenceItem => ({
  sha256: row.sha256,
  name: row.name,
  type: row.type as EvidenceType, // reason: only keep-file writes this column
  size: row.size,
  uploadedByName: row.uploaded_by_name,
  uploadedAt: row.uploaded_at.toISOString(),
});

/** Until the transaction's end nobody else keeps, uses or drops this file, on whatever server. */
export async function holdEvidence({ client, district }: Transaction, sha256: readonly string[]): Promise<void> {
  // In order, so that two that want the same files never wait crosswise.
  for (const one of [...sha256].sort())
    await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 29))', [`evidence ${district} ${one}`]);
}

/** Keeps what is known of a file, and whose it now is too. Answers the evidence as first uploaded. */
export async function keepEvidence(
  { client, district }: Transaction,
  file: { sha256: string; name: string; type: EvidenceType; size: number },
  by: { key: string; name: string; at: Date; holders: readonly string[] },
): Promise<{ item: EvidenceItem; isNew: boolean }> {
  const { rowCount } = await client.query(
    `INSERT INTO evidence (district, sha256, name, type, size, uploaded_by, uploaded_by_name, uploaded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (district, sha256) DO NOTHING`,
    [district, file.sha256, file.name, file.type, file.size, by.key, by.name, by.at],
  );
  await client.query(
    `INSERT INTO evidence_holder (district, holder, sha256, uploaded_at) SELECT $1, unnest($2::text[]), $3, $4
     ON CONFLICT (district, holder, sha256) DO UPDATE SET uploaded_at = excluded.uploaded_at`,
    [district, by.holders, file.sha256, by.at],
  );
  const { rows } = await client.query<Row>(`SELECT ${columns} FROM evidence e WHERE e.district = $1 AND e.sha256 = $2`, [
    district,
    file.sha256,
  ]);
  const [row] = rows;
  if (!row) throw new TypeError('evidence was kept and is not there');
  return { item: itemOf(row), isNew: rowCount === 1 };
}

/** Those of these files that the asker may open: all of them, or the own ones and those shown to the own units. */
export async function findOpenable(
  { client, district }: Transaction,
  sha256: readonly string[],
  asker: { all: boolean; holders: readonly string[]; units: readonly string[] },
): Promise<EvidenceItem[]> {
  const { rows } = await client.query<Row>(
    `SELECT ${columns} FROM evidence e WHERE e.district = $1 AND e.sha256 = ANY ($2) AND ($3
       OR EXISTS (SELECT FROM evidence_holder h WHERE h.district = e.district AND h.sha256 = e.sha256 AND h.holder = ANY ($4))
       OR EXISTS (SELECT FROM evidence_use u WHERE u.district = e.district AND u.sha256 = e.sha256 AND u.units && $5))`,
    [district, sha256, asker.all, asker.holders, asker.units],
  );
  return rows.map(itemOf);
}

/** Latest upload first. */
export async function listOfHolders(
  { client, district }: Transaction,
  holders: readonly string[],
  limit: number,
): Promise<EvidenceItem[]> {
  const { rows } = await client.query<Row>(
    `SELECT ${columns} FROM evidence e JOIN (SELECT sha256, max(uploaded_at) AS latest FROM evidence_holder
       WHERE district = $1 AND holder = ANY ($2) GROUP BY sha256) h ON h.sha256 = e.sha256
     WHERE e.district = $1 ORDER BY h.latest DESC, e.sha256 LIMIT $3`,
    [district, holders, limit],
  );
  return rows.map(itemOf);
}

export async function markUsed(
  { client, district }: Transaction,
  place: string,
  sha256: readonly string[],
  by: { key: string; at: Date; units: readonly string[] },
): Promise<void> {
  await client.query(
    `INSERT INTO evidence_use (district, place, sha256, units, by, at) SELECT $1, $2, unnest($3::text[]), $4, $5, $6
     ON CONFLICT (district, place, sha256) DO NOTHING`,
    [district, place, sha256, by.units, by.key, by.at],
  );
}

/** What each of these places uses, in the order in which it was put there. */
export async function readUsed(
  { client, district }: Transaction,
  places: readonly string[],
): Promise<ReadonlyMap<string, readonly EvidenceItem[]>> {
  const { rows } = await client.query<Row & { place: string }>(
    `SELECT u.place, ${columns} FROM evidence_use u JOIN evidence e ON e.district = u.district AND e.sha256 = u.sha256
     WHERE u.district = $1 AND u.place = ANY ($2) ORDER BY u.at, e.name`,
    [district, places],
  );
  return new Map([...Map.groupBy(rows, ({ place }) => place)].map(([place, own]) => [place, own.map(itemOf)]));
}

const unused = `e.uploaded_at < $2
  AND NOT EXISTS (SELECT FROM evidence_use u WHERE u.district = e.district AND u.sha256 = e.sha256)
  AND NOT EXISTS (SELECT FROM evidence_holder h WHERE h.district = e.district AND h.sha256 = e.sha256 AND h.uploaded_at >= $2)`;

/** What nobody uses and nobody has uploaded again since `before`. */
export async function listUnused({ client, district }: Transaction, before: Date, limit: number): Promise<string[]> {
  const { rows } = await client.query<{ sha256: string }>(
    `SELECT e.sha256 FROM evidence e WHERE e.district = $1 AND ${unused} ORDER BY e.sha256 LIMIT $3`,
    [district, before, limit],
  );
  return rows.map(({ sha256 }) => sha256);
}

/** Forgets what nobody uses and nobody has uploaded again since `before`; answers which files those were. */
export async function forgetUnused(transaction: Transaction, before: Date, limit: number): Promise<string[]> {
  const { client, district } = transaction;
  const found = await listUnused(transaction, before, limit);
  await holdEvidence(transaction, found);
  const { rows: gone } = await client.query<{ sha256: string }>(
    `DELETE FROM evidence e WHERE e.district = $1 AND ${unused} AND e.sha256 = ANY ($3) RETURNING e.sha256`,
    [district, before, found],
  );
  const dropped = gone.map(({ sha256 }) => sha256);
  await client.query('DELETE FROM evidence_holder WHERE district = $1 AND sha256 = ANY ($2)', [district, dropped]);
  return dropped;
}

export async function isKnown({ client, district }: Transaction, sha256: string): Promise<boolean | undefined> {
  const { rows } = await client.query<{ sees: boolean; known: boolean }>(
    `SELECT current_district() = $1 AS sees, EXISTS (SELECT FROM evidence WHERE district = $1 AND sha256 = $2) AS known`,
    [district, sha256],
  );
  // Whoever does not see the district sees no evidence of it either, and may conclude nothing from that.
  return rows[0]?.sees ? rows[0].known : undefined;
}
