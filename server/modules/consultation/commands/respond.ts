import { type Static, Type } from 'typebox';
import { allowSystem } from '../../../kernel/actor/permission.ts';
import { command, type Work } from '../../../kernel/command/command.ts';
import { Problem } from '../../../kernel/problem.ts';
import { nameFrom, unitNames } from '../../programme/module.ts';
import { byOf } from '../by.ts';
import { mayAnswer } from '../may.ts';
import { decisionsOf, findByReceipt, noteResponse, type StoredOpinion } from '../opinion-store.ts';
import { mayNotHold } from '../personal.ts';
import { receiptIndex } from '../receipt.ts';
import { steps } from '../rules.ts';
import { getOpinion, scopeOfOpinion } from '../scope.ts';
import { respondByOf } from '../stand.ts';
import { holdConsultation } from '../store.ts';
import { tellOfConsultation } from '../telling.ts';
import { publicSaid } from '../words.ts';
import { Id } from './shapes.ts';

const Response = Type.Object({
  /** The decision that is answered. */
  revision: Type.Integer({ minimum: 1 }),
  response: Type.Enum(['accepted', 'contested']),
  /** Why it is contested; an acceptance needs none. */
  why: Type.String({ maxLength: 1000 }),
});

async function note(work: Work, opinion: StoredOpinion, given: Static<typeof Response>, name: string): Promise<void> {
  const { transaction, now, today, services } = work;
  const held = await holdConsultation(transaction, opinion.consultation);
  if (!steps[held.state].includes('respond')) throw new Problem('conflict', 'consultation-not-open');
  if (given.response === 'contested' && given.why.trim().length < 2)
    throw new Problem('invalid', 'opinion-contested-without-why');
  const latest = (await decisionsOf(transaction, [opinion.id])).get(opinion.id)?.at(-1);
  if (!latest || latest.revision !== given.revision) throw new Problem('conflict', 'opinion-decision-changed');
  if (latest.response === given.response) return; // sent twice
  const respondBy = respondByOf(new Date(latest.decided_at), services);
  if (held.state === 'published' && today > respondBy) throw new Problem('conflict', 'opinion-response-over', { day: respondBy });
  const response = { response: given.response, why: given.why.trim(), name, at: now };
  if (!(await noteResponse(transaction, { opinion: opinion.id, revision: given.revision }, response)))
    throw new Problem('conflict', 'opinion-responded-before');
  const unit = opinion.unit === null ? publicSaid : nameFrom(await unitNames(transaction))(opinion.unit);
  const code = `opinion-${given.response}${held.state === 'published' ? '-after' : ''}`;
  await tellOfConsultation(work, held.id, { code, params: { title: held.title, number: opinion.number, unit } });
}

/**
 * Whoever sent an opinion accepts what became of it, or contests it: then the office answers once more. For some days after each
 * decision also when the paper was published meanwhile; such a contest is kept and shown.
 */
export const respondToDecision = command({
  name: 'consultation.respond-to-decision',
  route: 'POST /api/opinions/:opinion/response',
  input: Type.Object({ opinion: Id, ...Response.properties }, { additionalProperties: false }),
  may: mayAnswer,
  scope: scopeOfOpinion,
  run: async ({ opinion: id, ...given }, work): Promise<{ response: string }> => {
    await note(work, await getOpinion(work.transaction, id), given, byOf(work.actor, work.now).name);
    return { response: given.response };
  },
  audit: ({ opinion, revision, response }) => ({ opinion, revision, response }),
});

/** The same for somebody of the public, who shows the number that they were given. */
export const respondAsPublic = command({
  name: 'consultation.respond-as-public',
  input: Type.Object(
    { receipt: Type.String({ minLength: 4, maxLength: 40 }), ...Response.properties },
    { additionalProperties: false },
  ),
  may: allowSystem,
  run: async ({ receipt, ...given }, work): Promise<{ opinion: string; response: string }> => {
    const { transaction, services, district } = work;
    const opinion = await findByReceipt(transaction, receiptIndex(services.seal, receipt, district));
    if (!opinion) throw new Problem('not-found', 'not-found');
    mayNotHold(given.why);
    await note(work, opinion, given, '');
    return { opinion: opinion.id, response: given.response };
  },
  audit: ({ revision }, { opinion, response }) => ({ opinion, revision, response }),
});
