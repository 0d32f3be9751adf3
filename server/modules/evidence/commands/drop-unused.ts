import { rm } from 'node:fs/promises';
import { Type } from 'typebox';
import { system } from '../../../kernel/actor/actor.ts';
import { allowSystem } from '../../../kernel/actor/permission.ts';
import { command } from '../../../kernel/command/command.ts';
import { execute, type Kernel } from '../../../kernel/command/run.ts';
import { inDistrict } from '../../../kernel/database/transaction.ts';
import { dropFile, listFiles } from '../../../kernel/files/keep-file.ts';
import { job } from '../../../kernel/job/declare.ts';
import { evidenceFolder, evidenceOf } from '../files.ts';
import { UNUSED_FOR_DAYS } from '../rules.ts';
import { forgetUnused, holdEvidence, isKnown, listUnused } from '../store.ts';

const BATCH = 200;
const DAY_MS = 24 * 60 * 60_000;
/** An upload that became no evidence within this time never will. */
const BECOMES_WITHIN_MS = 60 * 60_000;

/** Forgets documents that were uploaded and never used. The bytes go after commit (`sweepEvidence`). */
export const dropUnused = command({
  name: 'evidence.drop-unused',
  input: Type.Object({}, { additionalProperties: false }),
  may: allowSystem,
  run: async (_input, { transaction, now }): Promise<{ readonly dropped: readonly string[] }> => ({
    dropped: await forgetUnused(transaction, new Date(now.getTime() - UNUSED_FOR_DAYS * DAY_MS), BATCH),
  }),
  audit: (_input, { dropped }) => ({ dropped }),
});

/** Drops what nobody used in time, then every file that no evidence stands for: also what a killed server left behind. */
export async function sweepEvidence(kernel: Kernel): Promise<void> {
  const { rows } = await kernel.database.pool.query<{ code: string }>('SELECT code FROM district ORDER BY code');
  const districts = new Set(rows.map(({ code }) => code));
  const folder = evidenceFolder(kernel.services.dataDirectory);
  const before = new Date(kernel.clock.now().getTime() - UNUSED_FOR_DAYS * DAY_MS);
  for (const district of districts) if (await hasUnused(kernel, district, before)) await dropAll(kernel, district);
  for (const file of await listFiles(folder)) {
    if (kernel.clock.now().getTime() - file.changedAt.getTime() < BECOMES_WITHIN_MS) continue;
    if (file.district && file.sha256 && districts.has(file.district)) await dropUnknown(kernel, file.district, file.sha256);
    else await rm(file.path, { force: true });
  }
}

/** Nothing is written into the audit where there is nothing to drop. */
const hasUnused = (kernel: Kernel, district: string, before: Date): Promise<boolean> =>
  inDistrict(kernel.database, district, async (transaction) => (await listUnused(transaction, before, 1)).length > 0, 'read');

async function dropAll(kernel: Kernel, district: string): Promise<void> {
  for (;;) {
    const { dropped } = await execute(kernel, dropUnused, {}, { district, actor: system('evidence') });
    if (dropped.length < BATCH) return;
  }
}

async function dropUnknown(kernel: Kernel, district: string, sha256: string): Promise<void> {
  await inDistrict(
    kernel.database,
    district,
    async (transaction) => {
      await holdEvidence(transaction, [sha256]);
      if ((await isKnown(transaction, sha256)) === false) await dropFile(evidenceOf(kernel.services, district), sha256);
    },
    'read',
  );
}

export const sweepEvidenceJob = job({
  name: 'evidence.sweep',
  schedule: '17 * * * *',
  run: async (_data, kernel) => sweepEvidence(kernel),
});
