import { Type } from 'typebox';
import { actorKey, conflictingRoles, type StaffGrant } from '../../../kernel/actor/actor.ts';
import { command, type Work } from '../../../kernel/command/command.ts';
import { Problem } from '../../../kernel/problem.ts';
import { endSessions } from '../accounts/store.ts';
import { RoleName } from '../contract.ts';
import { faultOfGrant } from '../rules.ts';
import { beginChangeOfRights, findServingGrant, requirePlace, rolesOf } from '../store.ts';
import { Id, mayChangeRights } from './shapes.ts';

const Place = { unit: Type.Optional(Type.String({ maxLength: 100 })), area: Type.Optional(Type.String({ maxLength: 12 })) };
export const GrantInput = Type.Object({ role: RoleName, ...Place }, { additionalProperties: false });

/** Gives somebody a role, in a unit or area where the role needs one. Their sessions end at once: the next one has the new role. */
export const grantRole = command({
  name: 'people.grant-role',
  route: 'POST /api/people/:account/roles',
  input: Type.Object({ account: Id, role: RoleName, ...Place }, { additionalProperties: false }),
  may: mayChangeRights,
  run: async ({ account, ...grant }, work) => {
    await beginChangeOfRights(work, account);
    return { grant: await addGrant(work, account, grant) };
  },
  audit: ({ account, role, unit, area }, { grant }) => ({ account, grant, role, unit, area }),
});

/** The rules of a grant, and the grant. */
export async function addGrant(work: Work, account: string, grant: StaffGrant): Promise<string> {
  const { transaction, district, now, newId, actor } = work;
  await requireGrant(work, grant);
  const conflict = conflictingRoles([...new Set([...(await rolesOf(transaction, account)), grant.role])]);
  if (conflict) throw new Problem('conflict', 'roles-conflict', { one: conflict[0], other: conflict[1] });
  const id = newId();
  const added = await transaction.db
    .insertInto('staff_grant')
    .values({
      district,
      id,
      account,
      role: grant.role,
      unit: grant.unit ?? null,
      area: grant.area ?? null,
      granted_by: actorKey(actor),
      granted_at: now,
    })
    .onConflict((clash) => clash.doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows === 0n) throw new Problem('conflict', 'role-already-held');
  await endSessions(transaction.client, account);
  return id;
}

/** A grant must name what its role needs, and what it names must exist. */
export async function requireGrant({ transaction }: Work, grant: StaffGrant): Promise<void> {
  const fault = faultOfGrant(grant);
  if (fault) throw new Problem('invalid', fault, { role: grant.role });
  await requirePlace(transaction, grant);
}

/** Ends a role. What was done under it stays; whoever held it is signed out at once. */
export const endRole = command({
  name: 'people.end-role',
  route: 'POST /api/people/roles/:grant/end',
  input: Type.Object({ grant: Id }, { additionalProperties: false }),
  may: mayChangeRights,
  run: async ({ grant }, work) => {
    const found = await findServingGrant(work.transaction, grant);
    if (!found) throw new Problem('not-found', 'not-found');
    await beginChangeOfRights(work, found.account);
    const { numUpdatedRows } = await work.transaction.db
      .updateTable('staff_grant')
      .set({ ended_at: work.now, ended_by: actorKey(work.actor) })
      .where('district', '=', work.district)
      .where('id', '=', grant)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new Problem('not-found', 'not-found'); // somebody else ended it meanwhile
    await endSessions(work.transaction.client, found.account);
    return found;
  },
  audit: ({ grant }, { account, role }) => ({ account, grant, role }),
});
