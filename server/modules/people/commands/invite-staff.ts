import { Type } from 'typebox';
import { actorKey } from '../../../kernel/actor/actor.ts';
import { command, type Work } from '../../../kernel/command/command.ts';
import { createAccount, type Hashed, oneTimePassword, oneTimeUntil } from '../accounts/create.ts';
import { requireUnit } from '../store.ts';
import { Email, mayOpenAccounts, Name, UserName } from './shapes.ts';
import { accountOpened, tellAccount } from './tell-account.ts';

export const StaffInput = Type.Object(
  {
    name: Name,
    email: Email,
    /** Absent: the person signs in with the e-mail. */
    userName: Type.Optional(UserName),
    /** Where the person works; grants nothing. */
    unit: Type.Optional(Type.String({ maxLength: 100 })),
  },
  { additionalProperties: false },
);

/**
 * Opens an account that can do nothing yet: rights are granted apart from it. The password is answered once, holds for seven days
 * and must be changed at the first sign-in.
 */
export const inviteStaff = command({
  name: 'people.invite-staff',
  route: 'POST /api/people',
  input: StaffInput,
  may: mayOpenAccounts,
  run: async (input, work): Promise<{ account: string; oneTimePassword: string | null }> => {
    const password = oneTimePassword(work.services.people.foundation.clock.random);
    const account = await openStaffAccount(work, { ...input, password, oneTimeUntil: oneTimeUntil(work.now) });
    await tellAccount(work, account, accountOpened);
    return { account, oneTimePassword: password };
  },
  audit: (_input, { account }) => ({ account }),
  keeps: ({ account }) => ({ account, oneTimePassword: null }),
});

/** The account and the person's row in this district. */
export async function openStaffAccount(
  work: Work,
  person: {
    name: string;
    email: string;
    userName?: string;
    unit?: string;
    password: string | Hashed;
    oneTimeUntil?: Date;
    isDemo?: boolean;
  },
): Promise<string> {
  if (person.unit !== undefined) await requireUnit(work.transaction, person.unit);
  const name = person.name.trim();
  const account = await createAccount(work, { ...person, name });
  await work.transaction.db
    .insertInto('staff')
    .values({
      district: work.district,
      account,
      name,
      unit: person.unit ?? null,
      invited_by: actorKey(work.actor),
      invited_at: work.now,
    })
    .execute();
  return account;
}
