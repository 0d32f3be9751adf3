import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Clock } from '../../../kernel/clock.ts';
import type { Database } from '../../../kernel/database/connect.ts';
import { Problem } from '../../../kernel/problem.ts';

const QUARTER_HOUR = 15 * 60;
const DAY = 24 * 60 * 60;
/** An office behind one address signs in together, so an address may err more often than a name. */
const signIns: Most = { name: 10, address: 50 };

/** How many attempts a window takes. */
type Most = { readonly name: number; readonly address: number };
type Options = {
  readonly database: Database;
  readonly clock: Clock;
  readonly secret: string;
  readonly most?: Most;
  /** How long attempts count; a day at most. */
  readonly seconds?: number;
};

/**
 * Limits guessing by the name typed (whether or not such an account exists) and by the address it comes from. An attempt is counted
 * before the password is looked at, so that many at once are limited too, and given back when it was right.
 */
export function createAttempts({ database, clock, secret, most = signIns, seconds: window = QUARTER_HOUR }: Options) {
  const hash = (kind: keyof Most, text: string) => createHmac('sha256', secret).update(`attempt ${kind} ${text}`).digest();
  const subjects = (name: string, address: string) =>
    ({ name: hash('name', name.toLowerCase()), address: hash('address', networkOf(address)) }) as const;

  const count = async (kind: keyof Most, subject: Buffer, now: Date): Promise<void> => {
    const { rows } = await database.pool.query<{ failures: number; since: Date }>(
      `INSERT INTO sign_in_attempt AS a (subject, failures, since) VALUES ($1, 1, $2)
       ON CONFLICT (subject) DO UPDATE SET
         failures = CASE WHEN a.since < $2::timestamptz - make_interval(secs => $3) THEN 1 ELSE a.failures + 1 END,
         since = CASE WHEN a.since < $2::timestamptz - make_interval(secs => $3) THEN $2 ELSE a.since END
       RETURNING failures, since`,
      [subject, now, window],
    );
    const [found] = rows;
    if (!found || found.failures <= most[kind]) return;
    const seconds = Math.max(1, Math.ceil(window - (now.getTime() - found.since.getTime()) / 1000));
    throw new Problem('too-many', 'sign-in-locked', { seconds });
  };

  return {
    /** Counts an attempt. Throws too-many with the seconds to wait. */
    async begin(name: string, address: string): Promise<void> {
      const now = clock.now();
      const subject = subjects(name, address);
      await count('address', subject.address, now);
      await count('name', subject.name, now);
    },
    /** The attempt was right: the name's count starts anew, the address has its attempt back. */
    async succeed(name: string, address: string): Promise<void> {
      const subject = subjects(name, address);
      await database.pool.query('DELETE FROM sign_in_attempt WHERE subject = $1', [subject.name]);
      await database.pool.query('UPDATE sign_in_attempt SET failures = failures - 1 WHERE subject = $1 AND failures > 0', [
        subject.address,
      ]);
      await database.pool.query('DELETE FROM sign_in_attempt WHERE since < $1', [new Date(clock.now().getTime() - DAY * 1000)]);
    },
  };
}

export type Attempts = ReturnType<typeof createAttempts>;

/** One household or office of IPv6 owns a /64, and could otherwise use a new address for every attempt. */
export const networkOf = (address: string): string => {
  if (!isIPv6(address) || address.startsWith('::ffff:')) return address;
  const [head = '', tail] = address.split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0');
  return [...front, ...zeros, ...back]
    .slice(0, 4)
    .map((group) => (group.split('%')[0] ?? '').replace(/^0+(?=.)/, ''))
    .join(':');
};
