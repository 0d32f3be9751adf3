import type { EmployerGrant, ResidentActor } from '../../kernel/actor/actor.ts';
import { inDistrict, readOnce } from '../../kernel/database/transaction.ts';
import type { IdentitySource } from '../../kernel/http/identity.ts';
import { maskedOf } from './sealed.ts';
import { expiryOf, isWorthRenewing, readToken, sessionCookie, tokenHash } from './session.ts';

type Row = {
  session: string;
  seen_at: Date;
  id: string;
  name: Buffer | null;
  mobile: Buffer | null;
  id_number: Buffer | null;
  employer: string | null;
  acts_as: 'manager' | 'foreman' | null;
};

/**
 * Who a session's cookie belongs to, with the employers they act for: one query a request, one small write a day. Nothing is kept
 * between requests, so what ended is gone with the next one.
 */
export const identifyResident: IdentitySource = async (request, { kernel, districtOf, publicAddress }) => {
  const token = readToken(request.headers.cookie, publicAddress);
  if (token === undefined) return undefined;
  const { code: district } = await districtOf(request);
  const now = kernel.clock.now();
  const rows = await readOnce<Row>(kernel.database, district, {
    name: 'identify_resident',
    // The memberships of employers' own table, in the same query: every request pays it.
    text: `SELECT s.id AS session, s.seen_at, r.id, r.name, r.mobile, r.id_number, m.employer, m.acts_as
           FROM resident_session s JOIN resident r ON r.district = s.district AND r.id = s.resident
           LEFT JOIN employer_member m ON m.district = s.district AND m.resident = s.resident AND m.ended_at IS NULL
           WHERE s.district = $1 AND s.token_hash = $2 AND s.expires_at > $3 ORDER BY m.id`,
    values: [district, tokenHash(token), now],
  });
  const [first] = rows;
  if (!first) return undefined;
  const actor: ResidentActor = {
    kind: 'resident',
    id: first.id,
    name: maskedOf(kernel.services, district, first),
    grants: [
      { role: 'resident', person: first.id },
      ...rows.flatMap(({ employer, acts_as }): EmployerGrant[] =>
        employer && acts_as ? [{ role: 'employer', employer, as: acts_as }] : [],
      ),
    ],
  };
  if (!isWorthRenewing(first.seen_at, now)) return { actor, session: first.session };
  await inDistrict(kernel.database, district, ({ client }) =>
    client.query('UPDATE resident_session SET seen_at = $3, expires_at = $4 WHERE district = $1 AND id = $2', [
      district,
      first.session,
      now,
      expiryOf(now),
    ]),
  ).catch(() => undefined); // a full disk keeps nobody out
  return { actor, session: first.session, cookie: sessionCookie(publicAddress, token) };
};
