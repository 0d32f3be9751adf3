import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { DatabaseError } from 'pg';
import type { Work } from '../../../kernel/command/command.ts';
import { Problem } from '../../../kernel/problem.ts';

/** Thirty-two signs that nobody mistakes for one another, so that a random byte picks evenly (256 = 8 × 32). */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789-';
/** How long a handed-out password waits for its person. */
const ONE_TIME_DAYS = 7;

/** A password to hand out: 16 signs, 80 random bits. */
export const oneTimePassword = (random: (bytes: number) => Buffer): string =>
  [...random(16)].map((byte) => SIGNS[byte % SIGNS.length]).join('');

export const oneTimeUntil = (now: Date): Date => new Date(now.getTime() + ONE_TIME_DAYS * 86_400_000);

/** A password that was hashed before: where many accounts have the same. */
export type Hashed = { readonly hash: string };

/** An account with a password, in the command's transaction. The e-mail counts as verified: who creates the account vouches for it. */
export async function createAccount(
  { transaction: { client }, now, newId }: Pick<Work, 'transaction' | 'now' | 'newId'>,
  account: { name: string; email: string; userName?: string; password: string | Hashed; oneTimeUntil?: Date; isDemo?: boolean },
): Promise<string> {
  const id = newId();
  const hash = typeof account.password === 'string' ? await hashPassword(account.password) : account.password.hash;
  try {
    await client.query(
      `INSERT INTO "user" (id, name, email, email_verified, created_at, updated_at, user_name, one_time_until, is_demo)
       VALUES ($1, $2, $3, true, $4, $4, $5, $6, $7)`,
      [
        id,
        account.name,
        account.email.toLowerCase(),
        now,
        account.userName ?? null,
        account.oneTimeUntil ?? null,
        account.isDemo ?? false,
      ],
    );
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== '23505') throw error;
    throw new Problem('conflict', error.constraint === 'user_user_name_key' ? 'user-name-taken' : 'e-mail-taken');
  }
  await client.query(
    `INSERT INTO account (id, account_id, provider_id, user_id, password, created_at, updated_at) VALUES ($1, $2::text, 'credential', $2::uuid, $3, $4, $4)`,
    [newId(), id, hash, now],
  );
  return id;
}

/** Whether this is the account's password now; undefined where the account has none. */
export async function isPasswordOf(
  { client }: Work['transaction'],
  account: string,
  password: string,
): Promise<boolean | undefined> {
  const { rows } = await client.query<{ password: string | null }>(
    `SELECT password FROM account WHERE user_id = $1 AND provider_id = 'credential' FOR UPDATE`,
    [account],
  );
  const hash = rows[0]?.password;
  return hash ? await verifyPassword({ hash, password }) : undefined;
}

/** Sets the password. `oneTimeUntil`: it was handed out and must be changed before then; absent: the person's own. */
export async function setPassword(
  { transaction: { client }, now, newId }: Pick<Work, 'transaction' | 'now' | 'newId'>,
  account: string,
  password: string,
  oneTimeUntil?: Date,
): Promise<void> {
  const hash = await hashPassword(password);
  await client.query(
    `INSERT INTO account (id, account_id, provider_id, user_id, password, created_at, updated_at) VALUES ($1, $2::text, 'credential', $2::uuid, $3, $4, $4)
     ON CONFLICT (provider_id, account_id) DO UPDATE SET password = excluded.password, updated_at = excluded.updated_at`,
    [newId(), account, hash, now],
  );
  await client.query('UPDATE "user" SET one_time_until = $2, updated_at = $3 WHERE id = $1', [
    account,
    oneTimeUntil ?? null,
    now,
  ]);
}
