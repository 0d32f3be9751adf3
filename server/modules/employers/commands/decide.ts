import { Type } from 'typebox';
import { actorKey } from '../../../kernel/actor/actor.ts';
import { command, type Work } from '../../../kernel/command/command.ts';
import { Problem } from '../../../kernel/problem.ts';
import { mayDecide, mayManageOrHelp } from '../acting.ts';
import { lockEmployer } from '../store.ts';
import { addMember } from './register-employer.ts';
import { Id, nameOf, OneEmployer, Reason } from './shapes.ts';

/** An officer has seen the licence: the employer may offer work. */
export const verifyEmployer = command({
  name: 'employers.verify-employer',
  route: 'POST /api/employers/:employer/verify',
  input: OneEmployer,
  may: mayDecide,
  run: async ({ employer }, work) => {
    if ((await lockEmployer(work.transaction, employer)).state === 'verified')
      throw new Problem('conflict', 'employer-verified-already');
    await decide(work, employer, 'verified', null);
    return { employer };
  },
  audit: ({ employer }) => ({ employer }),
});

/** It may not, or no longer; its manager reads why, and may hand it in again. */
export const refuseEmployer = command({
  name: 'employers.refuse-employer',
  route: 'POST /api/employers/:employer/refuse',
  input: Type.Object({ employer: Id, reason: Reason }, { additionalProperties: false }),
  may: mayDecide,
  run: async ({ employer, reason }, work) => {
    if ((await lockEmployer(work.transaction, employer)).state === 'refused')
      throw new Problem('conflict', 'employer-refused-already');
    await decide(work, employer, 'refused', reason.trim());
    return { employer };
  },
  audit: ({ employer }) => ({ employer }),
});

async function decide(work: Work, employer: string, state: 'verified' | 'refused', reason: string | null): Promise<void> {
  const { transaction, district, now, actor } = work;
  await transaction.db
    .updateTable('employer')
    .set({ state, reason, decided_by: actorKey(actor), decided_by_name: nameOf(work), decided_at: now })
    .where('district', '=', district)
    .where('id', '=', employer)
    .execute();
}

/** Whether somebody who registered an employer that was here already acts for it too, and as what. */
export const decideRequest = command({
  name: 'employers.decide-request',
  route: 'POST /api/employer-requests/:request/decide',
  input: Type.Object(
    {
      request: Id,
      decision: Type.Union([Type.Literal('manager'), Type.Literal('foreman'), Type.Literal('declined')]),
    },
    { additionalProperties: false },
  ),
  may: mayManageOrHelp,
  scope: async ({ request }, work) => {
    const found = await findRequest(work, request);
    return found && { employer: found.employer };
  },
  run: async ({ request, decision }, work) => {
    const { transaction, district, now, actor } = work;
    const found = await findRequest(work, request);
    if (!found) throw new Problem('not-found', 'not-found');
    await lockEmployer(transaction, found.employer);
    const { numUpdatedRows } = await transaction.db
      .updateTable('employer_request')
      .set({ decision, decided_by: actorKey(actor), decided_at: now })
      .where('district', '=', district)
      .where('id', '=', request)
      .where('decision', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new Problem('conflict', 'employer-request-decided');
    if (decision !== 'declined') await addMember(work, found.employer, found.resident, decision);
    return found;
  },
  audit: ({ request, decision }, { employer, resident }) => ({ request, decision, employer, resident }),
});

const findRequest = async ({ transaction: { db, district } }: Work, request: string) =>
  await db
    .selectFrom('employer_request')
    .select(['employer', 'resident'])
    .where('district', '=', district)
    .where('id', '=', request)
    .executeTakeFirst();
