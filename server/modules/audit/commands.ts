import { Type } from 'typebox';
import { actorKey, system } from '../../kernel/actor/actor.ts';
import { allow, allowSystem } from '../../kernel/actor/permission.ts';
import { type AuditVerification, verifyAudit } from '../../kernel/audit/verify.ts';
import { command } from '../../kernel/command/command.ts';
import { execute } from '../../kernel/command/run.ts';
import { inDistrict } from '../../kernel/database/transaction.ts';
import { job } from '../../kernel/job/declare.ts';
import { Problem } from '../../kernel/problem.ts';
import { addVerification, finishVerification, latestVerification, noteProgress } from './store.ts';

export const mayAudit = allow({ 'audit-administrator': 'district' });

/** A verification that has not moved for this long was lost with its server; another may be asked for. */
export const LOST_AFTER_MS = 15 * 60_000;
/** How often a running verification says how far it is. */
const PROGRESS_MS = 500;

/** Asks for the whole log to be verified; a worker does it. Answers the id under which progress and result can be read. */
export const verify = command({
  name: 'audit.verify',
  route: 'POST /api/audit/verify',
  input: Type.Object({}, { additionalProperties: false }),
  may: mayAudit,
  run: async (_input, { transaction, actor, now, newId, jobs }) => {
    const latest = await latestVerification(transaction);
    if (latest && !latest.finished_at && now.getTime() - latest.asked_at.getTime() < LOST_AFTER_MS)
      throw new Problem('conflict', 'verification-running');
    const id = newId();
    await addVerification(transaction, id, actorKey(actor), now);
    await jobs.send('audit.verify', { verification: id });
    return { id };
  },
  audit: (_input, { id }) => ({ verification: id }),
});

/** Keeps the result, and an entry that says how it ended. */
export const recordVerification = command({
  name: 'audit.record-verification',
  input: Type.Object({ id: Type.String(), result: Type.Unsafe<AuditVerification>(Type.Object({})) }),
  may: allowSystem,
  run: async ({ id, result }, { transaction, now }) => {
    await finishVerification(transaction, id, now, result);
    const { entries, checkpoints, findings, more } = result;
    return { entries, checkpoints, findings: findings.length + more };
  },
  audit: ({ id }, answer) => ({ verification: id, ...answer }),
});

/** Safe to repeat: a verification that has ended is not begun again. */
export const verifyJob = job<{ district: string; verification: string }>({
  name: 'audit.verify',
  run: async ({ district, verification: id }, kernel) => {
    const { database, services } = kernel;
    const isOpen = await inDistrict(
      database,
      district,
      async ({ client }) =>
        (
          await client.query('SELECT 1 FROM audit_verification WHERE district = $1 AND id = $2 AND finished_at IS NULL', [
            district,
            id,
          ])
        ).rowCount === 1,
      'read',
    );
    if (!isOpen) return;
    let told = 0;
    const onProgress = async (done: number, total: number) => {
      if (performance.now() - told < PROGRESS_MS) return;
      told = performance.now();
      await inDistrict(database, district, (transaction) => noteProgress(transaction, id, done, total));
    };
    const call = { district, actor: system('audit') };
    const result = await verifyAudit(database, district, services.audit.keys.publicKeys, { onProgress });
    await execute(kernel, recordVerification, { id, result }, call);
  },
});
