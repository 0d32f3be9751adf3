import { Type } from 'typebox';
import { actorKey } from '../../../kernel/actor/actor.ts';
import { command } from '../../../kernel/command/command.ts';
import { Problem } from '../../../kernel/problem.ts';
import { registerPerson, requireMobile } from '../../residents/module.ts';
import { mayActForOrHelp, mayManage, requireManager } from '../acting.ts';
import { listMembers, lockEmployer } from '../store.ts';
import { addMember } from './register-employer.ts';
import { Id } from './shapes.ts';

/** Enough for any site; and nobody finds out about whole lists of numbers this way. */
const MOST_MEMBERS = 50;

/** Lets somebody call workers together for the employer. Whether the number was known here before is not told. */
export const addForeman = command({
  name: 'employers.add-foreman',
  route: 'POST /api/employers/:employer/foremen',
  input: Type.Object({ employer: Id, mobile: Type.String({ minLength: 1, maxLength: 40 }) }, { additionalProperties: false }),
  may: mayManage,
  scope: async ({ employer }) => ({ employer }),
  run: async ({ employer, mobile }, work) => {
    await lockEmployer(work.transaction, employer);
    const { resident } = await registerPerson(work, { mobile: requireMobile(mobile) });
    const members = await listMembers(work.transaction, [employer]);
    if (members.some((member) => member.resident === resident)) throw new Problem('conflict', 'employer-member-already');
    if (members.length >= MOST_MEMBERS) throw new Problem('conflict', 'employer-members-many', { most: MOST_MEMBERS });
    await addMember(work, employer, resident, 'foreman');
    return { employer, resident };
  },
  audit: (_input, answer) => answer,
});

/** Somebody no longer acts for the employer: a manager says so, an officer, or they themselves. One manager must stay. */
export const endMember = command({
  name: 'employers.end-member',
  route: 'POST /api/employers/:employer/members/:resident/end',
  input: Type.Object({ employer: Id, resident: Id }, { additionalProperties: false }),
  may: mayActForOrHelp,
  scope: async ({ employer }) => ({ employer }),
  run: async ({ employer, resident }, work) => {
    const { transaction, actor, district, now } = work;
    if (actor.kind !== 'resident' || actor.id !== resident) requireManager(actor, employer);
    await lockEmployer(transaction, employer);
    const members = await listMembers(transaction, [employer]);
    const member = members.find((one) => one.resident === resident);
    if (!member) throw new Problem('not-found', 'not-found');
    if (member.as === 'manager' && members.filter(({ as }) => as === 'manager').length === 1)
      throw new Problem('conflict', 'employer-last-manager');
    await transaction.db
      .updateTable('employer_member')
      .set({ ended_at: now, ended_by: actorKey(actor) })
      .where('district', '=', district)
      .where('id', '=', member.id)
      .execute();
    return { employer, resident };
  },
  audit: (_input, answer) => answer,
});
