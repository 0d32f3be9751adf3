import { Type } from 'typebox';
import { command } from '../../../kernel/command/command.ts';
import { Problem } from '../../../kernel/problem.ts';
import { nameFrom, unitNames } from '../../programme/module.ts';
import { byOf } from '../by.ts';
import type { Verdict } from '../contract.ts';
import { mayRun } from '../may.ts';
import { checksOf, decisionsOf, insertDecision } from '../opinion-store.ts';
import { recheck } from '../recheck.ts';
import { steps } from '../rules.ts';
import { getOpinion } from '../scope.ts';
import { getVersion, holdConsultation } from '../store.ts';
import { tellOfOpinion } from '../telling.ts';
import { decisionSaid, publicSaid } from '../words.ts';
import { Id, Reason, Words } from './shapes.ts';

export type DecidedAnswer = { readonly revision: number; readonly verdict: Verdict | null };

/**
 * 采纳、部分采纳、不采纳, always with a reason. It names the decision seen before (0: none), so that of two officers the second learns
 * what the first decided. The text is held against the decision at once.
 */
export const decideOpinion = command({
  name: 'consultation.decide-opinion',
  route: 'POST /api/opinions/:opinion/decision',
  input: Type.Object(
    {
      opinion: Id,
      revision: Type.Integer({ minimum: 0 }),
      decision: Type.Enum(['adopted', 'partly', 'not adopted']),
      reason: Reason,
      /** The words that will stand, where they are not those proposed. */
      promised: Type.Optional(Words),
    },
    { additionalProperties: false },
  ),
  may: mayRun,
  run: async ({ opinion: id, revision, decision, reason, promised }, work): Promise<DecidedAnswer> => {
    const { transaction, actor, now } = work;
    const opinion = await getOpinion(transaction, id);
    const held = await holdConsultation(transaction, opinion.consultation);
    if (!steps[held.state].includes('decide')) throw new Problem('conflict', 'consultation-published');
    const before = (await decisionsOf(transaction, [id])).get(id)?.at(-1);
    if ((before?.revision ?? 0) !== revision)
      throw new Problem('conflict', 'opinion-decided-meanwhile', { by: before?.decided_by_name ?? '', number: opinion.number });
    const by = byOf(actor, now);
    await insertDecision(transaction, {
      opinion: id,
      revision: revision + 1,
      decision,
      reason: reason.trim(),
      promised: decision === 'not adopted' ? null : (promised?.trim() ?? null),
      decided_by: by.key,
      decided_by_name: by.name,
      decided_at: now,
      response: null,
      response_why: null,
      response_by_name: null,
      responded_at: null,
    });
    const current = await getVersion(transaction, held.id, held.version);
    await recheck(transaction, held.id, current, [opinion]);
    const check = (await checksOf(transaction, held.id, held.version)).get(id);
    const told = {
      code: 'opinion-decided',
      params: {
        title: held.title,
        number: opinion.number,
        unit: opinion.unit === null ? publicSaid : nameFrom(await unitNames(transaction))(opinion.unit),
        decision: decisionSaid[decision],
      },
    };
    const { outline } = await getVersion(transaction, held.id, opinion.version);
    const measure = opinion.span_from === null ? null : opinion.measure;
    await tellOfOpinion(work, held.id, told, { outline, measure });
    return { revision: revision + 1, verdict: check?.verdict ?? null };
  },
  audit: ({ opinion, decision }, { revision, verdict }) => ({ opinion, decision, revision, verdict }),
});
