import { Type } from 'typebox';
import { readCheckpoints } from '../../kernel/audit/checkpoint.ts';
import type { AuditFinding } from '../../kernel/audit/finding.ts';
import { auditFindingWords } from '../../kernel/audit/words.ts';
import { query } from '../../kernel/command/query.ts';
import { say } from '../../kernel/i18n/said.ts';
import { LOST_AFTER_MS, mayAudit } from './commands.ts';
import { type AuditCheckpoints, type AuditEntries, EntriesInput, type SaidFinding, type Verification } from './contract.ts';
import { latestVerification, listEntries, type StoredVerification } from './store.ts';

/** Who did what, newest first. Looking is itself noted, once an hour. */
export const entries = query({
  name: 'audit.list-entries',
  route: 'GET /api/audit/entries',
  input: EntriesInput,
  may: mayAudit,
  run: async (input, { transaction, actor, district, services }): Promise<AuditEntries> => {
    await services.audit.noteReading(district, actor, 'entries');
    return await listEntries(transaction, input);
  },
});

export const checkpoints = query({
  name: 'audit.list-checkpoints',
  route: 'GET /api/audit/checkpoints',
  input: Type.Object(
    {
      after: Type.Optional(Type.String({ pattern: '^\\d{1,16}\\.[0-9a-f-]{36}$' })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    },
    { additionalProperties: false },
  ),
  may: mayAudit,
  run: async ({ after, limit = 50 }, { transaction, district, services }): Promise<AuditCheckpoints> => {
    const [micros, id = ''] = after?.split('.') ?? [];
    const page = await readCheckpoints(transaction.client, district, {
      newestFirst: true,
      after: micros === undefined ? undefined : { micros: Number(micros), id },
      limit,
    });
    const { keys, witness } = services.audit;
    return {
      checkpoints: page.rows.map(({ id: checkpoint, at, heads, hash }) => ({
        id: checkpoint,
        at,
        entries: Array.isArray(heads) ? heads.reduce((sum, { seq }) => sum + seq, 0) : 0,
        hash,
      })),
      next: page.next && `${page.next.micros}.${page.next.id}`,
      publicKey: keys.publicText,
      witness: { directory: witness.directory !== undefined, address: witness.url !== undefined },
    };
  },
});

/** The latest verification asked for, with its progress; null where none ever was. */
export const verification = query({
  name: 'audit.get-verification',
  route: 'GET /api/audit/verification',
  input: Type.Object({}, { additionalProperties: false }),
  may: mayAudit,
  run: async (_input, { transaction, now }): Promise<Verification | null> => {
    const stored = await latestVerification(transaction);
    if (!stored) return null;
    const { id, asked_at, done, total, finished_at, result } = stored;
    return {
      id,
      askedAt: asked_at.toISOString(),
      done,
      total,
      state: stateOf(stored, now),
      finishedAt: finished_at?.toISOString(),
      result: result
        ? {
            entries: result.entries,
            checkpoints: result.checkpoints,
            lastCheckpoint: result.lastCheckpoint,
            entriesSince: result.entriesSince,
            findings: result.findings.map(saidFinding),
            more: result.more,
          }
        : undefined,
    };
  },
});

function stateOf({ asked_at, finished_at, done, result }: StoredVerification, now: Date): Verification['state'] {
  if (finished_at && result) return result.findings.length > 0 ? 'broken' : 'intact';
  if (now.getTime() - asked_at.getTime() >= LOST_AFTER_MS) return 'unfinished';
  return done > 0 ? 'running' : 'waiting';
}

export function saidFinding(finding: AuditFinding): SaidFinding {
  const words = auditFindingWords[`auditFinding.${finding.code}`];
  const { lane = '', seq = '', checkpoint = '', params } = finding;
  const filled = { lane, seq, checkpoint, ...params };
  return { ...finding, text: { zh: say(words, 'zh', filled), en: say(words, 'en', filled) } };
}
