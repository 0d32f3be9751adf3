import { Type } from 'typebox';
import { actorKey, grantsOf } from '../../../kernel/actor/actor.ts';
import { command } from '../../../kernel/command/command.ts';
import { EvidenceHashes, useEvidence } from '../../evidence/module.ts';
import { scopeOfMeasure } from '../../plans/module.ts';
import { judgeOne, shortage } from '../judge.ts';
import { mayApply } from '../may.ts';
import { isWaived } from '../states.ts';
import { nextState, requireSeen, takeStep } from '../take-step.ts';
import { hold, matterOf, Seen } from './shapes.ts';

/**
 * The lead unit applies to close a measure out for a period. Leye judges at once: what is short is named, thing by thing, and nothing is
 * kept. Documents are for what no record shows. Over a signed waiver it changes nothing before it is approved.
 */
export const applyCloseOut = command({
  name: 'close-out.apply',
  route: 'POST /api/measures/:measure/close-outs/:period/apply',
  input: matterOf({ note: Type.Optional(Type.String({ maxLength: 1000 })), evidence: Type.Optional(EvidenceHashes) }),
  may: mayApply,
  scope: scopeOfMeasure,
  run: async ({ note = '', evidence = [], ...asked }, work) => {
    const { item, measure, period } = await hold(work, asked);
    nextState(item, 'apply');
    const { evaluation } = await judgeOne(work, measure.no, period);
    if (evaluation.isShort) throw shortage(evaluation.findings);
    const unit = grantsOf(work.actor).find((grant) => grant.unit !== undefined && measure.lead.includes(grant.unit))?.unit ?? '';
    const applied_by = actorKey(work.actor);
    const change = isWaived(item.state) ? { applied_by } : { applied_by, proposed_by: null, closed_step: null, grade: null };
    const step = await takeStep(work, item, 'apply', { reason: note.trim(), unit, evaluation, change });
    await useEvidence(work, evidence, `close-out:${step}`, { units: measure.lead });
    return { step };
  },
  audit: ({ measure, period }, { step }) => ({ measure, period, step }),
});

/** The unit takes its application back, as long as nobody has decided. */
export const withdrawCloseOut = command({
  name: 'close-out.withdraw',
  route: 'POST /api/measures/:measure/close-outs/:period/withdraw',
  input: matterOf({ seen: Seen }),
  may: mayApply,
  scope: scopeOfMeasure,
  run: async ({ seen, ...asked }, work) => {
    const { item, measure } = await hold(work, asked);
    nextState(item, 'withdraw');
    requireSeen(item, seen);
    const unit = grantsOf(work.actor).find((grant) => grant.unit !== undefined && measure.lead.includes(grant.unit))?.unit ?? '';
    return { step: await takeStep(work, item, 'withdraw', { unit, change: { applied_by: null } }) };
  },
  audit: ({ measure, period }, { step }) => ({ measure, period, step }),
});
