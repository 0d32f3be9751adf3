import { isoOfMicros, microsOf } from '../../kernel/audit/checkpoint.ts';
import type { AuditVerification } from '../../kernel/audit/verify.ts';
import type { Transaction } from '../../kernel/database/transaction.ts';
import type { AuditEntries, AuditEntryRow, EntriesInput } from './contract.ts';

const PAGE = 50;
const FIXED = new Set(['id', 'at', 'actor', 'action']);

type Row = Omit<AuditEntryRow, 'at' | 'details'> & { micros: number; content: string };

/** A page of the log, newest first. Pages follow each other by time and id, so entries written meanwhile shift nothing. */
export async function listEntries({ client, district }: Transaction, input: EntriesInput): Promise<AuditEntries> {
  const limit = input.limit ?? PAGE;
  const [micros, id] = input.after?.split('.') ?? [];
  const { rows } = await client.query<Row>(
    `SELECT e.id, e.lane, e.seq, ${microsOf('e.at')} AS micros, e.actor, s.name AS "actorName", e.action, e.outcome, e.content,
            encode(e.hash, 'hex') AS hash
     FROM audit_entry e
     LEFT JOIN staff s ON s.district = e.district AND e.actor = 'staff:' || s.account
     WHERE e.district = $1
       AND ($2::date IS NULL OR e.at >= ($2::date::timestamp AT TIME ZONE 'Asia/Shanghai'))
       AND ($3::date IS NULL OR e.at < (($3::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'))
       AND ($4::text IS NULL OR e.actor = $4 OR e.actor IN (
             SELECT 'staff:' || account FROM staff WHERE district = $1 AND strpos(name, $4) > 0))
       AND ($5::text IS NULL OR starts_with(e.action, $5))
       AND ($6::text IS NULL OR e.outcome = $6)
       AND ($7::bigint IS NULL OR (e.at, e.id) < (timestamptz 'epoch' + $7::bigint * interval '1 microsecond', $8::uuid))
     ORDER BY e.at DESC, e.id DESC LIMIT $9`,
    [
      district,
      input.from ?? null,
      input.until ?? null,
      input.actor ?? null,
      input.action ?? null,
      input.outcome ?? null,
      micros ?? null,
      id ?? null,
      limit + 1,
    ],
  );
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { entries: shown.map(entryOf), next: last && `${last.micros}.${last.id}` };
}

function entryOf({ micros, content, actorName, ...row }: Row): AuditEntryRow {
  return { ...row, at: isoOfMicros(micros), actorName: actorName ?? undefined, details: detailsOf(content) };
}

/** An entry that somebody spoilt is still listed; the verification says what is wrong with it. */
function detailsOf(content: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(content);
    return Object.fromEntries(Object.entries(Object(parsed)).filter(([key]) => !FIXED.has(key)));
  } catch {
    return {};
  }
}

export type StoredVerification = {
  readonly id: string;
  readonly asked_at: Date;
  readonly done: number;
  readonly total: number;
  readonly finished_at: Date | null;
  readonly result: AuditVerification | null;
};

export async function latestVerification({ client, district }: Transaction): Promise<StoredVerification | undefined> {
  const { rows } = await client.query<StoredVerification>(
    `SELECT id, asked_at, done, total, finished_at, result FROM audit_verification
     WHERE district = $1 ORDER BY asked_at DESC, id DESC LIMIT 1`,
    [district],
  );
  return rows[0];
}

export async function addVerification({ client, district }: Transaction, id: string, by: string, at: Date): Promise<void> {
  await client.query('INSERT INTO audit_verification (district, id, asked_by, asked_at) VALUES ($1, $2, $3, $4)', [
    district,
    id,
    by,
    at,
  ]);
}

export async function noteProgress({ client, district }: Transaction, id: string, done: number, total: number): Promise<void> {
  await client.query('UPDATE audit_verification SET done = $3, total = $4 WHERE district = $1 AND id = $2', [
    district,
    id,
    done,
    total,
  ]);
}

export async function finishVerification(
  { client, district }: Transaction,
  id: string,
  at: Date,
  result: AuditVerification,
): Promise<void> {
  await client.query(
    `UPDATE audit_verification SET finished_at = $3, result = $4, done = $5, total = $5
     WHERE district = $1 AND id = $2 AND finished_at IS NULL`,
    [district, id, at, JSON.stringify(result), result.entries],
  );
}
