import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Config } from '../../config.ts';
import { type Actor, type StaffGrant, staffRoles, visitor } from '../../kernel/actor/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database/connect.ts';
import { readOnce } from '../../kernel/database/transaction.ts';
import type { District } from '../../kernel/http/host.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Assurance } from './accounts/auth.ts';
import { readSessionCookie, sessionCookieName } from './accounts/session-cookie.ts';

/** A session without a request for this long has ended, though its cookie lives on: somebody left a shared desktop. */
const IDLE_MINUTES = 120;
/** How exactly the last request is known; each renewal is one small write. */
const SEEN_MINUTES = 5;

/** What a session still lacks before it opens its account's powers. */
export type Pending = 'new-password' | 'second-factor';

/** Who is asking, with what only the sign-in pages need to know. */
export type Identity = {
  readonly actor: Actor;
  readonly session?: {
    readonly id: string;
    readonly token: string;
    readonly assurance: Assurance;
    readonly isDemoAccount: boolean;
    readonly hasSecondFactor: boolean;
    readonly pending?: Pending;
  };
};

type Options = {
  readonly config: Config;
  readonly database: Database;
  readonly clock: Clock;
  readonly districtOf: (request: FastifyRequest) => Promise<District>;
};

const nobody: Identity = Object.freeze({ actor: visitor });

/**
 * Says who a request comes from: a program by its bearer token, staff by their session's cookie, anybody else a visitor (who costs no
 * query). Nothing is kept between requests, so a session or grant that ended is gone with the next request, on every server.
 */
export function createIdentify({ config, database, clock, districtOf }: Options): (request: FastifyRequest) => Promise<Identity> {
  const cookie = sessionCookieName(config.publicAddress);
  const asked = new WeakMap<FastifyRequest, Promise<Identity>>();

  const find = async (request: FastifyRequest): Promise<Identity> => {
    const bearer = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (bearer !== undefined) return await client(bearer, (await districtOf(request)).code);
    const token = readSessionCookie(request.headers.cookie, cookie, config.secrets.sessionSecret);
    if (token === undefined) return nobody;
    return await staff(token, (await districtOf(request)).code);
  };

  const client = async (bearer: string, district: string): Promise<Identity> => {
    const found = bearer.startsWith('leye_') ? await clientOf(database, district, bearer) : undefined;
    if (!found) throw new Problem('not-signed-in', 'token-unknown');
    return {
      actor: {
        kind: 'client',
        id: found.id,
        name: found.name,
        grants: found.grants.flatMap(({ role, unit, area }) => grantOf(role, unit, area)),
      },
    };
  };

  const staff = async (token: string, district: string): Promise<Identity> => {
    const now = clock.now();
    const rows = await sessionRows(database, district, token, now);
    const [first] = rows;
    if (!first || (first.is_demo && config.mode !== 'demo')) return nobody;
    const pending = pendingOf(first);
    if (now.getTime() - first.seen_at.getTime() > SEEN_MINUTES * 60_000)
      await database.pool.query('UPDATE session SET updated_at = $2 WHERE id = $1', [first.session, now]);
    const grants = pending ? [] : rows.flatMap(({ role, unit, area }) => grantOf(role, unit, area));
    return {
      actor: { kind: 'staff', id: first.account, name: first.name, grants },
      session: {
        id: first.session,
        token,
        assurance: first.assurance,
        isDemoAccount: first.is_demo,
        hasSecondFactor: first.has_second_factor,
        pending,
      },
    };
  };

  return (request) => {
    let answer = asked.get(request);
    if (!answer) {
      answer = find(request);
      asked.set(request, answer);
    }
    return answer;
  };
}

/** A one-time password must be changed first; a password alone is not enough, whoever knows it. */
function pendingOf(row: SessionRow): Pending | undefined {
  if (row.assurance === 'identity-provider') return undefined;
  if (row.is_one_time) return 'new-password';
  return row.assurance === 'second-factor' || row.is_demo ? undefined : 'second-factor';
}

type SessionRow = {
  session: string;
  account: string;
  seen_at: Date;
  assurance: Assurance;
  is_demo: boolean;
  is_one_time: boolean;
  has_second_factor: boolean;
  name: string;
  role: string | null;
  unit: string | null;
  area: string | null;
};

/** One row a serving grant; one with nulls where there is none. Empty: no live session of serving staff in this district. */
async function sessionRows(database: Database, district: string, token: string, now: Date): Promise<SessionRow[]> {
  return await readOnce<SessionRow>(database, district, {
    name: 'identify_session',
    text: `SELECT s.id AS session, s.user_id AS account, s.updated_at AS seen_at, s.assurance, u.is_demo,
             u.one_time_until IS NOT NULL AS is_one_time, coalesce(u.two_factor_enabled, false) AS has_second_factor,
             f.name, g.role, g.unit, g.area
           FROM session s JOIN "user" u ON u.id = s.user_id
           JOIN staff f ON f.district = $1 AND f.account = s.user_id AND f.suspended_at IS NULL
           LEFT JOIN staff_grant g ON g.district = $1 AND g.account = s.user_id AND g.ended_at IS NULL
           WHERE s.token = $2 AND s.expires_at > $3 AND s.updated_at > $3::timestamptz - make_interval(mins => ${IDLE_MINUTES})`,
    values: [district, token, now],
  });
}

type StoredGrant = { role: string; unit?: string; area?: string };

async function clientOf(
  database: Database,
  district: string,
  bearer: string,
): Promise<{ id: string; name: string; grants: StoredGrant[] } | undefined> {
  const [found] = await readOnce<{ id: string; name: string; grants: StoredGrant[] }>(database, district, {
    name: 'identify_client',
    text: 'SELECT id, name, grants FROM api_client WHERE district = $1 AND token_hash = $2 AND revoked_at IS NULL',
    values: [district, createHash('sha256').update(bearer).digest()],
  });
  return found;
}

/** A role that this version does not know opens nothing. */
function grantOf(role: string | null, unit?: string | null, area?: string | null): StaffGrant[] {
  const known = staffRoles.find((one) => one === role);
  return known ? [{ role: known, unit: unit ?? undefined, area: area ?? undefined }] : [];
}
