/** Residents' sessions: a random token in a cookie, its hash in the database. ADR 0015. */
import { createHash } from 'node:crypto';
import type { Work } from '../../kernel/command/command.ts';
import type { Transaction } from '../../kernel/database/transaction.ts';

/** Counted from the last day it was used: a cheap phone must not ask every dawn. */
export const SESSION_DAYS = 180;
const DAY_MS = 86_400_000;

export type Device = 'phone' | 'computer';

/** As much as tells one's own devices apart. */
export const deviceOf = (userAgent: string | undefined): Device =>
  /mobile|android|iphone|harmony/i.test(userAgent ?? '') ? 'phone' : 'computer';

export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

const isSecure = (publicAddress: string): boolean => publicAddress.startsWith('https:');
/** Browsers take the `__Host-` one over https only, for this host alone. */
const cookieName = (publicAddress: string): string => `${isSecure(publicAddress) ? '__Host-' : ''}leye.resident`;

export const sessionCookie = (publicAddress: string, token: string): string =>
  `${cookieName(publicAddress)}=${token}; Path=/; Max-Age=${token === '' ? 0 : SESSION_DAYS * 86_400}; HttpOnly; SameSite=Lax${isSecure(publicAddress) ? '; Secure' : ''}`;

/** The token in a Cookie header; undefined where none of its form is. */
export function readToken(header: string | undefined, publicAddress: string): string | undefined {
  const name = cookieName(publicAddress);
  for (const part of (header ?? '').split(';')) {
    const [found = '', token = ''] = part.trim().split('=', 2);
    if (found === name && /^[\w-]{43}$/.test(token)) return token;
  }
  return undefined;
}

/** Begins a session and answers its token, which is kept nowhere. */
export async function openSession(work: Work, resident: string, device: Device): Promise<string> {
  const { transaction, district, now, newId, services } = work;
  const token = services.people.foundation.clock.random(32).toString('base64url');
  await transaction.client.query('DELETE FROM resident_session WHERE district = $1 AND expires_at < $2', [district, now]);
  await transaction.db
    .insertInto('resident_session')
    .values({
      district,
      id: newId(),
      resident,
      token_hash: tokenHash(token),
      device,
      begun_at: now,
      seen_at: now,
      expires_at: expiryOf(now),
    })
    .execute();
  return token;
}

export const expiryOf = (now: Date): Date => new Date(now.getTime() + SESSION_DAYS * DAY_MS);
export const isWorthRenewing = (seenAt: Date, now: Date): boolean => now.getTime() - seenAt.getTime() > DAY_MS;

/** Ends somebody's sessions, or one of them. Answers how many. */
export async function endSessions({ db, district }: Transaction, resident: string, session?: string): Promise<number> {
  let ended = db.deleteFrom('resident_session').where('district', '=', district).where('resident', '=', resident);
  if (session !== undefined) ended = ended.where('id', '=', session);
  return Number((await ended.executeTakeFirst()).numDeletedRows);
}
