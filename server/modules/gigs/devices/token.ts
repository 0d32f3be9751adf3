/** What a device of a station shows: a random token in a cookie, only its hash in the database. */
import { createHash } from 'node:crypto';

/** As long as browsers keep a cookie: a kiosk that has to be set up again every few months would be asked for at dawn. */
const KEPT_SECONDS = 400 * 86_400;

export const deviceHash = (token: string): Buffer => createHash('sha256').update(token).digest();

const isSecure = (publicAddress: string): boolean => publicAddress.startsWith('https:');
/** Browsers take the `__Host-` one over https only, for this host alone. */
const cookieName = (publicAddress: string): string => `${isSecure(publicAddress) ? '__Host-' : ''}leye.device`;

export const deviceCookie = (publicAddress: string, token: string): string =>
  `${cookieName(publicAddress)}=${token}; Path=/; Max-Age=${KEPT_SECONDS}; HttpOnly; SameSite=Strict${isSecure(publicAddress) ? '; Secure' : ''}`;

/** The token in a Cookie header; undefined where none of its form is. */
export function readDeviceToken(header: string | undefined, publicAddress: string): string | undefined {
  const name = cookieName(publicAddress);
  for (const part of (header ?? '').split(';')) {
    const [found = '', token = ''] = part.trim().split('=', 2);
    if (found === name && /^[\w-]{43}$/.test(token)) return token;
  }
  return undefined;
}
