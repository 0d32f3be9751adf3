import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/connect.ts';
import { inDistrict } from '../database/transaction.ts';
import { canonicalJson } from './canonical.ts';
import type { CheckpointKeys } from './checkpoint-key.ts';
import { checkpointGenesis, type Head } from './lane.ts';

/**
 * What the log looked like at one moment: the head of every lane, linked to the checkpoint before and signed. Whoever holds one
 * outside can tell whether anything up to that moment was changed since.
 */
export type Checkpoint = {
  readonly district: string;
  readonly id: string;
  /** ISO 8601 in UTC, to the millisecond. */
  readonly at: string;
  readonly heads: readonly Head[];
  /** Hash of the checkpoint before, hex. */
  readonly previous: string;
  /** SHA-256 of everything above as canonical JSON, hex. */
  readonly hash: string;
  /** Ed25519 over the hash, base64. */
  readonly signature: string;
};

export const checkpointHash = ({ district, id, at, heads, previous }: Omit<Checkpoint, 'hash' | 'signature'>): string =>
  createHash('sha256').update(canonicalJson({ district, id, at, heads, previous })).digest('hex');

/**
 * Takes a checkpoint of one district, if any lane has moved since the last one. Several servers may try at once: they take turns,
 * and the second finds that nothing has moved. Returns undefined where there was nothing new.
 */
export async function takeCheckpoint(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  district: string,
  keys: CheckpointKeys,
): Promise<Checkpoint | undefined> {
  return await inDistrict(database, district, async ({ client }) => {
    await client.query("SELECT pg_advisory_xact_lock(hashtext('audit checkpoint'), hashtext($1))", [district]);
    const [last] = (await readCheckpoints(client, district, { newestFirst: true, limit: 1 })).rows;
    const heads = await readHeads(client, district);
    if (heads.every(({ seq }) => seq === 0)) return undefined;
    if (last && canonicalJson(last.heads) === canonicalJson(heads)) return undefined;
    // Always after the last one, even where two servers' clocks differ: the order in time is the order of the chain.
    const at = new Date(Math.max(clock.now().getTime(), last ? Date.parse(last.at) + 1 : 0)).toISOString();
    const open = { district, id: clock.newId(), at, heads, previous: last?.hash ?? checkpointGenesis(district) };
    const hash = checkpointHash(open);
    const checkpoint: Checkpoint = Object.freeze({ ...open, hash, signature: keys.sign(hash) });
    await client.query(
      'INSERT INTO audit_checkpoint (district, id, at, heads, previous, hash, signature) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [district, checkpoint.id, at, JSON.stringify(heads), checkpoint.previous, hash, checkpoint.signature],
    );
    return checkpoint;
  });
}

export async function readHeads(client: pg.ClientBase, district: string): Promise<Head[]> {
  const { rows } = await client.query<Head>(
    `SELECT lane, seq, encode(hash, 'hex') AS hash FROM audit_lane WHERE district = $1 ORDER BY lane`,
    [district],
  );
  return rows;
}

type Row = Omit<Checkpoint, 'at'> & { readonly micros: number };
/** Where a page of checkpoints ended; the next begins after it. */
export type CheckpointPlace = { readonly micros: number; readonly id: string };

/** A page of a district's checkpoints as they are stored, unverified, and where the next one begins. */
export async function readCheckpoints(
  client: pg.ClientBase,
  district: string,
  page: { readonly newestFirst?: boolean; readonly after?: CheckpointPlace; readonly limit: number },
): Promise<{ rows: Checkpoint[]; next: CheckpointPlace | undefined }> {
  const [beyond, order] = page.newestFirst ? ['<', 'DESC'] : ['>', 'ASC'];
  const { rows } = await client.query<Row>(
    `SELECT district, id, ${microsOf('at')} AS micros, heads, previous, hash, signature
     FROM audit_checkpoint
     WHERE district = $1 AND ($2::bigint IS NULL OR (at, id) ${beyond} (timestamptz 'epoch' + $2::bigint * interval '1 microsecond', $3::uuid))
     ORDER BY at ${order}, id ${order} LIMIT $4`,
    [district, page.after?.micros ?? null, page.after?.id ?? null, page.limit],
  );
  const last = rows.length === page.limit ? rows.at(-1) : undefined;
  return {
    rows: rows.map(({ micros, ...row }) => ({ ...row, at: isoOfMicros(micros) })),
    next: last && { micros: last.micros, id: last.id },
  };
}

/** A timestamp as microseconds since 1970, exactly; 0 for infinity, which Leye never writes. */
export const microsOf = (column: string): string =>
  `CASE WHEN isfinite(${column}) THEN (extract(epoch FROM ${column}) * 1000000)::bigint ELSE 0 END`;

/** Leye writes milliseconds; what lies between them was written by somebody else, and stays visible. */
export const isoOfMicros = (micros: number): string =>
  micros % 1000 === 0 && Math.abs(micros) <= 8.64e18 ? new Date(micros / 1000).toISOString() : `${micros} µs`;
