import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../../../kernel/problem.ts';
import { cookiePrefix } from '../accounts/auth.ts';
import { readSessionCookie } from '../accounts/session-cookie.ts';
import { accountOfChallenge, secondFactorLockedUntil } from '../accounts/store.ts';
import type { Identity } from '../identify.ts';
import type { PeopleService } from '../service.ts';
import { authHeaders, passCookies, refusalOf } from './ask-auth.ts';
import type { SignInAnswer } from './password.ts';

/** Ends a sign-in whose password was right with a code of the authenticator, or with one of the ten codes kept on paper. */
export async function giveSecondFactor(
  people: PeopleService,
  district: string,
  given: { code?: string | undefined; backupCode?: string | undefined },
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<SignInAnswer> {
  const { config, database, clock } = people.foundation;
  const cookie = `${config.publicAddress.startsWith('https:') ? '__Secure-' : ''}${cookiePrefix}.two_factor`;
  const challenge = readSessionCookie(request.headers.cookie, cookie, config.secrets.sessionSecret);
  const account = challenge && (await accountOfChallenge(database.pool, challenge));
  if (!account) throw new Problem('not-signed-in', 'challenge-lapsed');

  const ask = { headers: authHeaders(request, ['.session_token']), asResponse: true } as const;
  const response =
    given.backupCode === undefined
      ? await people.auth.api.verifyTOTP({ body: { code: (given.code ?? '').replace(/\s/g, '') }, ...ask })
      : await people.auth.api.verifyBackupCode({ body: { code: given.backupCode.trim() }, ...ask });
  const refusal = await refusalOf(response);
  if (refusal !== undefined) {
    await people.audit(district, {
      action: 'sign-in',
      outcome: 'refused',
      account,
      method: 'second-factor',
      why: refusal.toLowerCase(),
    });
    if (refusal === 'INVALID_CODE' || refusal === 'INVALID_BACKUP_CODE') throw new Problem('not-signed-in', 'code-wrong');
    const until = refusal === 'ACCOUNT_TEMPORARILY_LOCKED' ? await secondFactorLockedUntil(database.pool, account) : undefined;
    if (!until) throw new Problem('not-signed-in', 'challenge-lapsed');
    const seconds = Math.max(1, Math.ceil((until.getTime() - clock.now().getTime()) / 1000));
    throw new Problem('too-many', 'sign-in-locked', { seconds });
  }
  passCookies(response, reply);
  await people.audit(district, { action: 'sign-in', outcome: 'done', account, method: 'second-factor' });
  const { rows } = await database.pool.query('SELECT 1 FROM "user" WHERE id = $1 AND one_time_until IS NOT NULL', [account]);
  return { next: rows.length > 0 ? 'new-password' : 'done', secondFactor: 'on' };
}

/** Begins to set up a second factor: the address for the QR code (otpauth:) and ten codes to keep on paper, both shown once. */
export async function startSecondFactor(
  people: PeopleService,
  identity: Identity,
  password: string,
  request: FastifyRequest,
): Promise<{ uri: string; backupCodes: readonly string[] }> {
  const account = signedIn(identity);
  if (identity.session?.pending === 'new-password') throw new Problem('forbidden', 'new-password-first');
  await people.attempts.begin(account, request.ip);
  const response = await people.auth.api.enableTwoFactor({
    body: { password, method: 'totp' },
    headers: authHeaders(request),
    asResponse: true,
  });
  const refusal = await refusalOf(response);
  if (refusal === 'TOTP_ALREADY_ENABLED') throw new Problem('conflict', 'second-factor-on');
  if (refusal !== undefined) throw new Problem('invalid', 'password-wrong');
  await people.attempts.succeed(account, request.ip);
  const { totpURI, backupCodes } = (await response.json()) as { totpURI: string; backupCodes: string[] }; // reason: better-auth's documented answer for totp
  return { uri: totpURI, backupCodes };
}

/**
 * The first right code binds the authenticator. This session becomes a full one; others that came by password alone end, because
 * whoever holds them has not shown the second factor.
 */
export async function confirmSecondFactor(
  people: PeopleService,
  district: string,
  identity: Identity,
  code: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<SignInAnswer> {
  const account = signedIn(identity);
  if (identity.session?.hasSecondFactor) throw new Problem('conflict', 'second-factor-on');
  const response = await people.auth.api.verifyTOTP({
    body: { code: code.replace(/\s/g, '') },
    headers: authHeaders(request, ['.two_factor']),
    asResponse: true,
  });
  const refusal = await refusalOf(response);
  if (refusal === 'TOTP_NOT_ENABLED') throw new Problem('conflict', 'second-factor-not-started');
  if (refusal !== undefined) throw new Problem('invalid', 'code-wrong');
  await people.foundation.database.pool.query(`DELETE FROM session WHERE user_id = $1 AND assurance = 'password'`, [account]);
  await people.audit(district, { action: 'set-second-factor', outcome: 'done', account, method: 'second-factor' });
  passCookies(response, reply);
  return { next: 'done', secondFactor: 'on' };
}

export function signedIn(identity: Identity): string {
  if (identity.actor.kind !== 'staff' || !identity.session) throw new Problem('not-signed-in', 'not-signed-in');
  return identity.actor.id;
}
