import { rm } from 'node:fs/promises';
import { Type } from 'typebox';
import { actorKey, system } from '../../../kernel/actor/actor.ts';
import { allowSystem } from '../../../kernel/actor/permission.ts';
import { command } from '../../../kernel/command/command.ts';
import { execute, type Kernel } from '../../../kernel/command/run.ts';
import type { Services } from '../../../kernel/command/services.ts';
import { inDistrict, type Transaction } from '../../../kernel/database/transaction.ts';
import { dropFile, type FileStore, type FoundFile, listFiles } from '../../../kernel/files/keep-file.ts';
import { job } from '../../../kernel/job/declare.ts';
import './services.ts';
import { changeImport, clearProblems, findImport } from './store.ts';

/** A preview that nobody decides on is discarded after so many days, and its file with it. */
export const DECIDE_WITHIN_DAYS = 7;
/** An upload that became no import within this time never will; nor will one that has brought no byte for the longer time. */
const BECOMES_WITHIN_MS = 10 * 60_000;
const ARRIVES_WITHIN_MS = 60 * 60_000;
const DAY_MS = 24 * 60 * 60_000;

/** Where a district's originals lie. */
export function originalsOf({ dataDirectory, sealKeys }: Services, district: string): FileStore {
  if (!sealKeys) throw new TypeError('imports need services.sealKeys');
  return { dataDirectory, district, keys: sealKeys };
}

/** Until the transaction's end nobody else settles or drops this original, on whatever server. */
export async function holdOriginal({ client, district }: Transaction, sha256: string): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 23))', [`original ${district} ${sha256}`]);
}

/**
 * Deletes an original that no import needs any more: all that came with it are taken, discarded, failed, or had nothing to take and
 * nothing to put right. An original holds people's numbers, so it is not kept for longer than the work with it takes.
 */
export async function releaseOriginal(kernel: Kernel, district: string, sha256: string): Promise<void> {
  const release = async (transaction: Transaction): Promise<void> => {
    await holdOriginal(transaction, sha256);
    const { rows } = await transaction.client.query<{ sees: boolean; needed: boolean }>(
      `SELECT current_district() = $1 AS sees, EXISTS (SELECT FROM record_import
         WHERE district = $1 AND file_sha256 = $2 AND (state IN ('checking', 'taking')
           OR state = 'checked' AND (counts ->> 'good')::int + (counts ->> 'bad')::int > 0)) AS needed`,
      [district, sha256],
    );
    // Whoever does not see the district sees no import of it either, and may conclude nothing from that.
    if (rows[0]?.sees && !rows[0].needed) await dropFile(originalsOf(kernel.services, district), sha256);
  };
  // Nothing is written, and a full disk is no reason to keep a file.
  await inDistrict(kernel.database, district, release, 'read');
}

/** Discards a preview that nobody decided on in time; one that somebody has just decided on is left alone. */
export const discardAbandonedImport = command({
  name: 'records.discard-abandoned-import',
  input: Type.Object({ import: Type.String() }, { additionalProperties: false }),
  may: allowSystem,
  run: async ({ import: id }, work): Promise<{ readonly discarded: boolean }> => {
    const file = await findImport(work.transaction, id, true);
    if (file?.state !== 'checked' || !isAbandoned(file.decided_at ?? file.uploaded_at, work.now)) return { discarded: false };
    await clearProblems(work.transaction, id);
    await changeImport(work.transaction, id, { state: 'discarded', decided_by: actorKey(work.actor), decided_at: work.now });
    return { discarded: true };
  },
  audit: ({ import: id }, { discarded }) => ({ import: id, discarded }),
});

const isAbandoned = (since: Date, now: Date): boolean => now.getTime() - since.getTime() > DECIDE_WITHIN_DAYS * DAY_MS;

/** Every minute: whatever a killed server, a failed upload or an absent person left behind. */
export async function sweepOriginals(kernel: Kernel): Promise<void> {
  const { rows } = await kernel.database.pool.query<{ code: string }>('SELECT code FROM district ORDER BY code');
  const districts = new Set(rows.map(({ code }) => code));
  for (const district of districts) await discardAbandoned(kernel, district);
  for (const file of await listFiles(kernel.services.dataDirectory)) {
    if (file.district && file.sha256 && districts.has(file.district)) await releaseOriginal(kernel, file.district, file.sha256);
    else if (isLeftBehind(file, kernel.clock.now())) await rm(file.path, { force: true });
  }
}

async function discardAbandoned(kernel: Kernel, district: string): Promise<void> {
  const before = new Date(kernel.clock.now().getTime() - DECIDE_WITHIN_DAYS * DAY_MS);
  const { rows } = await inDistrict(
    kernel.database,
    district,
    ({ client }) =>
      client.query<{ id: string }>(
        `SELECT id FROM record_import WHERE district = $1 AND state = 'checked' AND coalesce(decided_at, uploaded_at) < $2`,
        [district, before],
      ),
    'read',
  );
  for (const { id } of rows)
    await execute(kernel, discardAbandonedImport, { import: id }, { district, actor: system('records') });
}

function isLeftBehind({ path, changedAt }: FoundFile, now: Date): boolean {
  const within = path.endsWith('.uploaded') ? BECOMES_WITHIN_MS : ARRIVES_WITHIN_MS;
  return now.getTime() - changedAt.getTime() > within;
}

export const sweepOriginalsJob = job({
  name: 'records.sweep-originals',
  schedule: '* * * * *',
  run: async (_data, kernel) => sweepOriginals(kernel),
});
