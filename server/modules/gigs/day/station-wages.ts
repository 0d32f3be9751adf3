import { Type } from 'typebox';
import { query, type Reading } from '../../../kernel/command/query.ts';
import { scopeOfStation } from '../market/stations.ts';
import { mayRunStation } from '../may.ts';
import { termsOn } from '../rules/terms.ts';
import { Id } from '../shapes.ts';
import type { Owed, StationWages } from './contract.ts';

type Row = {
  employer: string;
  name: string;
  due: Owed;
  overdue: Owed;
  disputed: Owed;
  unconfirmed: number;
  since: string | null;
};

/** What employers owe for work that a station gave out, and what keeps them from posting anew. Nobody's name but the employer's. */
export const stationWagesQuery = query({
  name: 'gigs.station-wages',
  route: 'GET /api/gig-stations/:station/wages',
  input: Type.Object({ station: Id }, { additionalProperties: false }),
  may: mayRunStation,
  scope: scopeOfStation,
  run: async ({ station }, reading): Promise<StationWages> => {
    const rows = await listOwed(reading, station);
    const blocks = await blocksOf(
      reading,
      rows.map(({ employer }) => employer),
    );
    return {
      station,
      day: reading.today,
      employers: rows.map((row) => ({ ...row, ...(blocks.get(row.employer) ?? { blockedBy: null, unsaid: 0 }) })),
    };
  },
});

/**
 * Whoever owes something here, or of whose people here nobody has said whether they came; those longest overdue first. A wage that is
 * argued about is owed like any other, and stands among the disputed besides.
 */
async function listOwed({ transaction: { client, district }, today, now }: Reading, station: string): Promise<Row[]> {
  const owed = (when: string) => `jsonb_build_object('wages', count(*) FILTER (WHERE ${when}),
    'amount', coalesce(sum(w.missing) FILTER (WHERE ${when}), 0))`;
  const { rows } = await client.query<Row>(
    `WITH wage AS (
       SELECT g.employer, g.state, g.due_on, g.state IN ('due', 'disputed') AND coalesce(g.received_amount, 0) < g.amount AS is_due,
         g.amount - CASE g.state WHEN 'due' THEN coalesce(g.paid_amount, 0) WHEN 'disputed' THEN coalesce(g.received_amount, 0) ELSE 0 END AS missing
       FROM gig_wage g JOIN gig_placement p ON p.district = $1 AND p.id = g.placement
       WHERE g.district = $1 AND p.station = $2 AND g.state IN ('due', 'paid', 'disputed')
       UNION ALL
       SELECT DISTINCT employer, NULL::text, NULL::date, false, 0 FROM gig_placement
       WHERE district = $1 AND station = $2 AND state IN ('placed', 'started') AND ends_at < $4)
     SELECT w.employer, e.name, ${owed('w.is_due AND w.due_on >= $3::date')} AS due, ${owed('w.is_due AND w.due_on < $3::date')} AS overdue,
       ${owed("w.state = 'disputed'")} AS disputed, (count(*) FILTER (WHERE w.state = 'paid'))::integer AS unconfirmed,
       (min(w.due_on) FILTER (WHERE w.is_due AND w.due_on < $3::date))::text AS since
     FROM wage w JOIN employer e ON e.district = $1 AND e.id = w.employer
     GROUP BY w.employer, e.name ORDER BY since NULLS LAST, e.name LIMIT 1000`,
    [district, station, today, now],
  );
  return rows;
}

type Block = { readonly blockedBy: 'wages' | 'attendance' | null; readonly unsaid: number };

/** What keeps each from posting new orders, by the rules that post-orders goes by, wherever the work was. */
async function blocksOf(
  { transaction, today, now, services }: Reading,
  employers: readonly string[],
): Promise<ReadonlyMap<string, Block>> {
  const { client, district } = transaction;
  const { rows } = await client.query<{ employer: string; unpaid: number; unsaid: number; oldest: string | null }>(
    `SELECT e.id AS employer,
       (SELECT count(*)::integer FROM gig_wage g WHERE g.district = $1 AND g.employer = e.id AND g.state IN ('due', 'disputed')
          AND g.due_on < $3::date AND coalesce(g.received_amount, 0) < g.amount) AS unpaid,
       u.n AS unsaid, u.oldest
     FROM employer e, LATERAL (SELECT count(*)::integer AS n, min(p.day)::text AS oldest FROM gig_placement p
       WHERE p.district = $1 AND p.employer = e.id AND p.state IN ('placed', 'started') AND p.ends_at < $4) u
     WHERE e.district = $1 AND e.id = ANY($2::uuid[])`,
    [district, employers, today, now],
  );
  const { sayWithinDays } = (await termsOn(transaction, today)).attendance;
  const isLong = (oldest: string | null) =>
    oldest !== null && services.calendar.workingDaysBetween(oldest, today) > sayWithinDays;
  return new Map(
    rows.map(({ employer, unpaid, unsaid, oldest }) => [
      employer,
      { blockedBy: unpaid > 0 ? 'wages' : isLong(oldest) ? 'attendance' : null, unsaid },
    ]),
  );
}
