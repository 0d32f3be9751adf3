import { createHmac, timingSafeEqual } from 'node:crypto';
import { cookiePrefix } from './auth.ts';

/** The session cookie's name; browsers refuse the `__Secure-` one over plain HTTP. */
export const sessionCookieName = (publicAddress: string): string =>
  `${publicAddress.startsWith('https:') ? '__Secure-' : ''}${cookiePrefix}.session_token`;

/**
 * The session's token in a Cookie header, if its signature (HMAC-SHA-256, as better-auth writes it) is ours. Checked here because
 * better-auth's own reading costs two queries, and every request pays it.
 */
export function readSessionCookie(header: string | undefined, name: string, secret: string): string | undefined {
  if (header === undefined) return undefined;
  for (const part of header.split(';')) {
    const equals = part.indexOf('=');
    if (equals < 0 || part.slice(0, equals).trim() !== name) continue;
    const value = decoded(part.slice(equals + 1).trim());
    const dot = value.lastIndexOf('.');
    if (dot < 1) continue;
    const expected = createHmac('sha256', secret).update(value.slice(0, dot)).digest();
    const given = Buffer.from(value.slice(dot + 1), 'base64');
    if (given.length === expected.length && timingSafeEqual(given, expected)) return value.slice(0, dot);
  }
  return undefined;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return ''; // a broken escape is a broken cookie
  }
}
