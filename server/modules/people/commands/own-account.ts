import { Type } from 'typebox';
import { allowAnyone } from '../../../kernel/actor/permission.ts';
import { command, type Work } from '../../../kernel/command/command.ts';
import { Problem } from '../../../kernel/problem.ts';
import { isPasswordOf, setPassword } from '../accounts/create.ts';
import { endSessions } from '../accounts/store.ts';
import { faultOfPassword, PASSWORD_LENGTH } from '../rules.ts';
import { Id } from './shapes.ts';

/**
 * Replaces one's own password; one's other sessions end. Open to every account, also to one that may do nothing else before this.
 * It has no route of its own and takes no idempotency key, because a key keeps a plain hash of its content (sign-in/routes.ts calls it).
 */
export const changePassword = command({
  name: 'people.change-password',
  input: Type.Object(
    {
      current: Type.String({ minLength: 1, maxLength: 200 }),
      next: Type.String({ minLength: 1, maxLength: 200 }),
      /** The session that goes on. */
      session: Id,
    },
    { additionalProperties: false },
  ),
  may: allowAnyone,
  run: async ({ current, next, session }, work) => {
    const account = ownAccount(work);
    const right = await isPasswordOf(work.transaction, account, current);
    if (right === undefined) throw new Problem('conflict', 'no-password');
    if (!right) throw new Problem('invalid', 'password-wrong');
    if (next === current) throw new Problem('invalid', 'password-same');
    const fault = faultOfPassword(next, await ownNames(work, account));
    if (fault) throw new Problem('invalid', fault, PASSWORD_LENGTH);
    await setPassword(work, account, next);
    await endSessions(work.transaction.client, account, session);
    return { changed: true };
  },
});

/** Signs oneself out everywhere, this device included: for a phone left behind. */
export const endMySessions = command({
  name: 'people.end-my-sessions',
  route: 'POST /api/me/end-sessions',
  input: Type.Object({}, { additionalProperties: false }),
  may: allowAnyone,
  run: async (_input, work) => ({ ended: await endSessions(work.transaction.client, ownAccount(work)) }),
});

/** `allowAnyone` lets in accounts whose grants are still closed; visitors and programs have no account. */
function ownAccount({ actor }: Work): string {
  if (actor.kind !== 'staff') throw new Problem('not-signed-in', 'not-signed-in');
  return actor.id;
}

async function ownNames({ transaction: { client } }: Work, account: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string; email: string; user_name: string | null }>(
    'SELECT name, email, user_name FROM "user" WHERE id = $1',
    [account],
  );
  return rows.flatMap(({ name, email, user_name }) => [name, email.split('@')[0] ?? '', user_name ?? '']);
}
