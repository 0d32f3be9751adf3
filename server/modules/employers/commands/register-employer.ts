import { Type } from 'typebox';
import { actorKey } from '../../../kernel/actor/actor.ts';
import { allow } from '../../../kernel/actor/permission.ts';
import { command, type Work } from '../../../kernel/command/command.ts';
import { lockKeys } from '../../../kernel/database/lock.ts';
import { said } from '../../../kernel/i18n/said.ts';
import { parseCreditCode } from '../../../kernel/identifier/credit-code.ts';
import { Problem } from '../../../kernel/problem.ts';
import { writeToResident } from '../../residents/module.ts';
import { asEmployer, type Employer, employersIn, listMembers, managersOf } from '../store.ts';
import { EmployerName, ownSelf } from './shapes.ts';

export type RegisteredEmployer = {
  readonly employer: string;
  /** `requested`: it is here already, and a manager or an officer decides whether the person acts for it too. */
  readonly became: 'manager' | 'requested' | 'already-member';
};

/**
 * A resident registers the employer they speak for. The register behind the credit code is not asked: an officer verifies. A second
 * registration of the same code makes no second employer; a manager hands a refused one in again, with its name put right.
 */
export const registerEmployer = command({
  name: 'employers.register-employer',
  route: 'POST /api/employers',
  input: Type.Object(
    { name: EmployerName, creditCode: Type.String({ minLength: 1, maxLength: 40 }) },
    { additionalProperties: false },
  ),
  may: allow({ resident: 'own-person' }),
  run: async ({ name, creditCode }, work): Promise<RegisteredEmployer> => {
    const self = ownSelf(work);
    const read = parseCreditCode(creditCode);
    if (!read.ok) {
      const { code, params } = read.error;
      throw new Problem('invalid', code, params, [{ at: '/creditCode', code, params }]);
    }
    await lockKeys(work.transaction, 'employer', [read.value]);
    const row = await employersIn(work.transaction).where('credit_code', '=', read.value).forUpdate().executeTakeFirst();
    if (row) return await joinKnown(work, asEmployer(row), name.trim(), self.id);

    const employer = work.newId();
    const { district, now } = work;
    await work.transaction.db
      .insertInto('employer')
      .values({
        district,
        id: employer,
        name: name.trim(),
        credit_code: read.value,
        state: 'registered',
        registered_by: actorKey(self),
        registered_at: now,
      })
      .execute();
    await addMember(work, employer, self.id, 'manager');
    return { employer, became: 'manager' };
  },
  audit: (_input, answer) => answer,
});

async function joinKnown(work: Work, known: Employer, name: string, resident: string): Promise<RegisteredEmployer> {
  const { transaction, district, now } = work;
  const own = (await listMembers(transaction, [known.id])).find((member) => member.resident === resident);
  if (own?.as === 'manager' && known.state === 'refused') {
    await transaction.db
      .updateTable('employer')
      .set({ name, state: 'registered', decided_by: null, decided_by_name: null, decided_at: null, reason: null })
      .where('district', '=', district)
      .where('id', '=', known.id)
      .execute();
    return { employer: known.id, became: 'manager' };
  }
  if (own) return { employer: known.id, became: 'already-member' };
  const { numInsertedOrUpdatedRows } = await transaction.db
    .insertInto('employer_request')
    .values({ district, id: work.newId(), employer: known.id, resident, asked_at: now })
    .onConflict((clash) => clash.doNothing()) // asked before, and still waiting
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows) await tellManagers(work, known);
  return { employer: known.id, became: 'requested' };
}

const asked = {
  subject: said('有人想替您的单位办事', 'Somebody asks to act for your employer'),
  text: said(
    '【乐业】有人申请替“{employer}”办事。是不是自己人，请到“我的单位”里答复。',
    'Leye: somebody asks to act for “{employer}”. Say under “My employer” whether they may.',
  ),
};

/** Nobody's name is in it: a manager reads on the page who asks. */
async function tellManagers(work: Work, { id, name }: Employer): Promise<void> {
  for (const manager of await managersOf(work.transaction, id))
    await writeToResident(work, manager, { ...asked, params: { employer: name } });
}

/** Makes somebody act for the employer; a foreman who is made a manager stays one member. */
export async function addMember(work: Work, employer: string, resident: string, as: 'manager' | 'foreman'): Promise<void> {
  await work.transaction.client.query(
    `INSERT INTO employer_member (district, id, employer, resident, acts_as, since, added_by) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (district, resident, employer) WHERE ended_at IS NULL DO UPDATE SET acts_as = excluded.acts_as`,
    [work.district, work.newId(), employer, resident, as, work.now, actorKey(work.actor)],
  );
}
