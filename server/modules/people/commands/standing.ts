import { Type } from 'typebox';
import { command } from '../../../kernel/command/command.ts';
import { Text } from '../../../kernel/command/text.ts';
import { Problem } from '../../../kernel/problem.ts';
import { redact } from '../../../kernel/seal/redact.ts';
import { oneTimePassword, oneTimeUntil, setPassword } from '../accounts/create.ts';
import { endSessions } from '../accounts/store.ts';
import { beginChangeOfRights } from '../store.ts';
import { Id, mayChangeRights } from './shapes.ts';
import { passwordReset, tellAccount } from './tell-account.ts';

const OneAccount = Type.Object({ account: Id }, { additionalProperties: false });

/** Stops an account in this district: signed out at once, and no way in until reinstated. Roles are kept for that day. */
export const suspendStaff = command({
  name: 'people.suspend-staff',
  route: 'POST /api/people/:account/suspend',
  input: Type.Object({ account: Id, why: Text(1, 200) }, { additionalProperties: false }),
  may: mayChangeRights,
  run: async ({ account, why }, work) => {
    const { suspended } = await beginChangeOfRights(work, account);
    if (suspended) throw new Problem('conflict', 'already-suspended');
    await setSuspended(work, account, work.now, redact(why.trim()));
    await endSessions(work.transaction.client, account);
    return { account };
  },
  audit: ({ account }) => ({ account }),
});

export const reinstateStaff = command({
  name: 'people.reinstate-staff',
  route: 'POST /api/people/:account/reinstate',
  input: OneAccount,
  may: mayChangeRights,
  run: async ({ account }, work) => {
    const { suspended } = await beginChangeOfRights(work, account);
    if (!suspended) throw new Problem('conflict', 'not-suspended');
    await setSuspended(work, account, null, null);
    return { account };
  },
  audit: ({ account }) => ({ account }),
});

/** For a lost phone: the old authenticator and backup codes open nothing any more; a new one is set up at the next sign-in. */
export const resetSecondFactor = command({
  name: 'people.reset-second-factor',
  route: 'POST /api/people/:account/reset-second-factor',
  input: OneAccount,
  may: mayChangeRights,
  run: async ({ account }, work) => {
    await beginChangeOfRights(work, account);
    const { client } = work.transaction;
    await client.query('DELETE FROM two_factor WHERE user_id = $1', [account]);
    await client.query('UPDATE "user" SET two_factor_enabled = false, updated_at = $2 WHERE id = $1', [account, work.now]);
    await endSessions(client, account);
    return { account };
  },
  audit: ({ account }) => ({ account }),
});

/** For a forgotten password: a new one-time password, answered once. */
export const resetPassword = command({
  name: 'people.reset-password',
  route: 'POST /api/people/:account/reset-password',
  input: OneAccount,
  may: mayChangeRights,
  run: async ({ account }, work): Promise<{ account: string; oneTimePassword: string | null }> => {
    await beginChangeOfRights(work, account);
    const password = oneTimePassword(work.services.people.foundation.clock.random);
    await setPassword(work, account, password, oneTimeUntil(work.now));
    await endSessions(work.transaction.client, account);
    await tellAccount(work, account, passwordReset);
    return { account, oneTimePassword: password };
  },
  audit: ({ account }) => ({ account }),
  keeps: ({ account }) => ({ account, oneTimePassword: null }),
});

async function setSuspended(
  { transaction: { db }, district }: Parameters<typeof beginChangeOfRights>[0],
  account: string,
  at: Date | null,
  why: string | null,
): Promise<void> {
  await db
    .updateTable('staff')
    .set({ suspended_at: at, suspended_why: why })
    .where('district', '=', district)
    .where('account', '=', account)
    .execute();
}
