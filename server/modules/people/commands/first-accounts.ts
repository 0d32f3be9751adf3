import { hashPassword } from 'better-auth/crypto';
import { Type } from 'typebox';
import { allowSystem } from '../../../kernel/actor/permission.ts';
import { command } from '../../../kernel/command/command.ts';
import { Problem } from '../../../kernel/problem.ts';
import { oneTimePassword, oneTimeUntil } from '../accounts/create.ts';
import { RoleName } from '../contract.ts';
import { DEMO_PASSWORD, demoEmail } from '../demo-accounts.ts';
import { openStaffAccount, StaffInput } from './invite-staff.ts';
import { addGrant } from './roles.ts';
import { Name, UserName } from './shapes.ts';

/**
 * Opens the first security administrator's account, from the command line of who runs the server. Refused once the district has
 * one: from then on only people grant.
 */
export const appointFirstAdministrator = command({
  name: 'people.appoint-first-administrator',
  input: StaffInput,
  may: allowSystem,
  run: async (input, work): Promise<{ account: string; oneTimePassword: string | null }> => {
    const { client } = work.transaction;
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('rights'), hashtext($1))`, [work.district]);
    const { rowCount } = await client.query(
      `SELECT 1 FROM staff_grant WHERE district = $1 AND role = 'security-administrator' AND ended_at IS NULL LIMIT 1`,
      [work.district],
    );
    if (rowCount) throw new Problem('conflict', 'administrators-exist');
    const password = oneTimePassword(work.services.people.foundation.clock.random);
    const account = await openStaffAccount(work, { ...input, password, oneTimeUntil: oneTimeUntil(work.now) });
    await addGrant(work, account, { role: 'security-administrator' });
    return { account, oneTimePassword: password };
  },
  audit: (_input, { account }) => ({ account }),
  keeps: ({ account }) => ({ account, oneTimePassword: null }),
});

/** Everybody knows this password, and all accounts of a demonstration have it: it is hashed once, which takes a tenth of a second. */
let demoHash: Promise<string> | undefined;

/** Opens a demonstration account with its role and the password that everybody knows. Production refuses it. */
export const addDemoAccount = command({
  name: 'people.add-demo-account',
  input: Type.Object(
    {
      userName: UserName,
      name: Name,
      role: RoleName,
      unit: Type.Optional(Type.String({ maxLength: 100 })),
      area: Type.Optional(Type.String({ maxLength: 12 })),
    },
    { additionalProperties: false },
  ),
  may: allowSystem,
  run: async ({ userName, name, role, unit, area }, work) => {
    if (work.services.people.foundation.config.mode !== 'demo') throw new Problem('forbidden', 'demo-account');
    demoHash ??= hashPassword(DEMO_PASSWORD);
    const account = await openStaffAccount(work, {
      name,
      userName,
      email: demoEmail(userName),
      unit,
      password: { hash: await demoHash },
      isDemo: true,
    });
    await addGrant(work, account, { role, unit, area });
    return { account };
  },
  audit: ({ role }, { account }) => ({ account, role }),
});
