import { Worker } from 'node:worker_threads';
import type { Kernel } from '../../../kernel/command/run.ts';
import { inDistrict } from '../../../kernel/database/transaction.ts';
import { job } from '../../../kernel/job/declare.ts';
import { releaseOriginal } from './originals.ts';
import './services.ts';
import { findImport } from './store.ts';
import type { ThreadData } from './thread.ts';
import { failImport } from './work.ts';

/**
 * What the thread may take; a file that needs more is refused rather than taking the server down with it. Rows live for moments: with little
 * room for the young, they are cleared away sooner, and a hundred megabytes are never asked for.
 */
const HEAP_MB = { maxOldGenerationSizeMb: 400, maxYoungGenerationSizeMb: 24 };

/**
 * Works on an import in a thread of its own until its state is settled: checked, taken, reversed, or failed with the reason; an import
 * that has ended loses its original. Safe to repeat: what is settled is left alone, and what another worker holds is left to it.
 * Throws where it was broken off because Leye stops: nothing of it is kept, and the next start takes it up.
 */
export async function runImport(kernel: Kernel, district: string, id: string, stopping?: AbortSignal): Promise<void> {
  const file = await inDistrict(kernel.database, district, (transaction) => findImport(transaction, id), 'read');
  if (!file) return;
  if (running.has(file.state)) await runThread(kernel, district, id, stopping);
  await releaseOriginal(kernel, district, file.file_sha256);
}

async function runThread(kernel: Kernel, district: string, id: string, stopping?: AbortSignal): Promise<void> {
  stopping?.throwIfAborted();
  const { sealKeys, dataDirectory } = kernel.services;
  const appUrl = kernel.database.pool.options.connectionString;
  if (!sealKeys || !appUrl) throw new TypeError('imports need services.sealKeys and the address of the database');
  const workerData: ThreadData = { appUrl, keys: sealKeys, dataDirectory, district, id };
  try {
    await new Promise<void>((resolve, reject) => {
      const thread = new Worker(new URL('./thread.ts', import.meta.url), {
        workerData,
        resourceLimits: HEAP_MB,
      });
      const breakOff = () => void thread.terminate();
      stopping?.addEventListener('abort', breakOff);
      thread.once('error', reject);
      thread.once('exit', (code) => {
        stopping?.removeEventListener('abort', breakOff);
        if (code === 0) resolve();
        else reject(new Error(`the import's thread ended with ${code}`));
      });
    });
  } catch (error) {
    stopping?.throwIfAborted();
    if (isLost(error)) throw error; // the database is away: the job is tried again
    const file = await inDistrict(kernel.database, district, (transaction) => findImport(transaction, id), 'read');
    if (file && running.has(file.state)) await failImport({ kernel, district, id }, file, { code: codeOf(error), params: {} });
    if (codeOf(error) === 'import-interrupted') throw error;
  }
}

const running = new Set(['checking', 'taking', 'reversing']);
const isLost = (error: unknown): boolean =>
  error instanceof Error &&
  /ECONNREFUSED|ECONNRESET|Connection terminated|terminating connection|57P0|08006|outcome-unknown|timeout exceeded/.test(
    `${'code' in error ? error.code : ''} ${error.message}`,
  );
const codeOf = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  return code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'file-bomb' : code === '53100' ? 'disk-full' : 'import-interrupted';
};

/** Sent in the transaction of upload, take, discard and reverse. */
export const runImportJob = job<{ district: string; import: string }>({
  name: 'records.run-import',
  run: async ({ district, import: id }, kernel, stopping) => runImport(kernel, district, id, stopping),
});

/** Every minute: what a killed server left half done is taken up again. Its transaction is gone, so nothing of it is there twice. */
export const resumeImportsJob = job({
  name: 'records.resume-imports',
  schedule: '* * * * *',
  run: async (_data, kernel, stopping) => {
    const { rows: districts } = await kernel.database.pool.query<{ code: string }>('SELECT code FROM district ORDER BY code');
    for (const { code } of districts) {
      const left = await inDistrict(
        kernel.database,
        code,
        async ({ client }) =>
          (
            await client.query<{ id: string }>(
              `SELECT id FROM record_import WHERE district = $1 AND state IN ('checking', 'taking', 'reversing')
                 AND coalesce(reversed_at, decided_at, uploaded_at) < $2 ORDER BY uploaded_at`,
              [code, new Date(kernel.clock.now().getTime() - 30_000)],
            )
          ).rows,
        'read',
      );
      for (const { id } of left) await runImport(kernel, code, id, stopping);
    }
  },
});
