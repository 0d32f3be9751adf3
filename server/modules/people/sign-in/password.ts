import type { FastifyReply, FastifyRequest } from 'fastify';
import { inDistrict } from '../../../kernel/database/transaction.ts';
import { Problem } from '../../../kernel/problem.ts';
import { type AccountStanding, endSession, findAccount } from '../accounts/store.ts';
import type { PeopleService } from '../service.ts';
import { authHeaders, passCookies, refusalOf } from './ask-auth.ts';

/** What the person does next: nothing more, give the code, set up a second factor, or choose a password of their own. */
export type SignInAnswer = {
  readonly next: 'done' | 'second-factor' | 'set-up-second-factor' | 'new-password';
  /** A demonstration account goes without a second factor; the page says so. */
  readonly secondFactor: 'on' | 'skipped' | 'off';
};

/** Nobody has this address (RFC 2606); better-auth spends the same time on it as on a real one. */
const NOBODY = 'nobody@leye.invalid';

/** Checks a name and password. An unknown name and a wrong password read the same and take the same time. */
export async function signInWithPassword(
  people: PeopleService,
  district: string,
  given: { name: string; password: string },
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<SignInAnswer> {
  const { foundation, attempts, audit, auth } = people;
  await attempts.begin(given.name, request.ip);
  const account = await findAccount(foundation.database.pool, given.name);
  const response = await auth.api.signInEmail({
    body: { email: account?.email ?? NOBODY, password: given.password },
    headers: authHeaders(request, ['.session_token', '.two_factor']),
    asResponse: true,
  });
  const refused = async (why: string, problem: Problem): Promise<Problem> => {
    await audit(district, { action: 'sign-in', outcome: 'refused', account: account?.id, method: 'password', why });
    return problem;
  };
  if ((await refusalOf(response)) !== undefined || !account)
    throw await refused('wrong', new Problem('not-signed-in', 'sign-in-wrong'));

  const answer = (await response.json()) as { twoFactorRedirect?: boolean; token?: string }; // reason: better-auth's documented answer
  const barred = await barrierOf(people, district, account);
  if (barred) {
    if (answer.token) await endSession(foundation.database.pool, answer.token);
    throw await refused(barred, new Problem('forbidden', barred));
  }
  await attempts.succeed(given.name, request.ip);
  passCookies(response, reply);
  if (answer.twoFactorRedirect) return { next: 'second-factor', secondFactor: 'on' };
  await audit(district, { action: 'sign-in', outcome: 'done', account: account.id, method: 'password' });
  if (account.oneTimeUntil) return { next: 'new-password', secondFactor: 'off' };
  return account.isDemo ? { next: 'done', secondFactor: 'skipped' } : { next: 'set-up-second-factor', secondFactor: 'off' };
}

/** Why a right password opens nothing. Told only to who knows the password. */
export async function barrierOf(
  { foundation: { config, database, clock } }: PeopleService,
  district: string,
  account: Pick<AccountStanding, 'id' | 'isDemo' | 'oneTimeUntil'>,
): Promise<'demo-account' | 'one-time-password-lapsed' | 'account-elsewhere' | 'account-suspended' | undefined> {
  if (account.isDemo && config.mode !== 'demo') return 'demo-account';
  if (account.oneTimeUntil && account.oneTimeUntil <= clock.now()) return 'one-time-password-lapsed';
  const staff = await inDistrict(
    database,
    district,
    ({ db }) =>
      db
        .selectFrom('staff')
        .select('suspended_at')
        .where('district', '=', district)
        .where('account', '=', account.id)
        .executeTakeFirst(),
    'read',
  );
  if (!staff) return 'account-elsewhere';
  return staff.suspended_at ? 'account-suspended' : undefined;
}
