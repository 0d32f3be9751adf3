import type { Transaction } from '../../../kernel/database/transaction.ts';
import type { Day } from '../../../kernel/term/day.ts';
import { listEmployers } from '../../employers/module.ts';
import { type MeasureCode, measures } from './catalogue.ts';

/** What the records of a station say of some days. `value` is a share in percent, or a number of cases; null: nothing happened. */
export type Measured = {
  readonly measure: MeasureCode;
  readonly part: number;
  readonly whole: number;
  readonly value: number | null;
};

/** The days asked about, both included. What came due after `to` is not looked at. */
export type Span = { readonly from: Day; readonly to: Day };

const BEIJING = "AT TIME ZONE 'Asia/Shanghai'";

/** For each station of $2: what is asked about (`whole`), and what of it is as it should be (`part`), on the days from $3 to $4. */
const counted: Readonly<Record<Exclude<MeasureCode, 'employers-verified'>, string>> = {
  'fee-complaints': `SELECT station, count(*) FILTER (WHERE state = 'settled') AS part, count(*) AS whole FROM gig_complaint
    WHERE district = $1 AND station = ANY ($2) AND about = 'fee' AND (closed_at ${BEIJING})::date BETWEEN $3 AND $4 GROUP BY station`,
  'licences-checked': `SELECT c.station, count(DISTINCT l.id) FILTER (WHERE l.state <> 'claimed') AS part, count(DISTINCT l.id) AS whole
    FROM gig_licence l JOIN gig_check_in c ON c.district = l.district AND c.worker = l.worker AND c.day BETWEEN $3 AND $4
    WHERE l.district = $1 AND c.station = ANY ($2) AND (l.claimed_at ${BEIJING})::date BETWEEN $3 AND $4 GROUP BY c.station`,
  'offers-answered': `SELECT station, count(*) FILTER (WHERE state IN ('accepted', 'declined')) AS part, count(*) AS whole FROM gig_offer
    WHERE district = $1 AND station = ANY ($2) AND day BETWEEN $3 AND $4 AND state IN ('accepted', 'declined', 'lapsed') GROUP BY station`,
  'third-morning-seen': `SELECT c.station, count(*) FILTER (WHERE
      EXISTS (SELECT FROM gig_offer o WHERE o.district = c.district AND o.worker = c.worker AND o.day = c.day)
      OR EXISTS (SELECT FROM gig_service s WHERE s.district = c.district AND s.worker = c.worker AND s.day = c.day AND s.reversed_at IS NULL)) AS part,
      count(*) AS whole FROM gig_check_in c
    WHERE c.district = $1 AND c.station = ANY ($2) AND c.day BETWEEN $3 AND $4 AND c.mornings >= 2 GROUP BY c.station`,
  'reasons-given': `SELECT c.station, count(*) FILTER (WHERE c.reason IS NOT NULL
      OR EXISTS (SELECT FROM gig_offer o WHERE o.district = c.district AND o.worker = c.worker AND o.day = c.day)) AS part, count(*) AS whole
    FROM gig_check_in c WHERE c.district = $1 AND c.station = ANY ($2) AND c.day BETWEEN $3 AND $4
      AND NOT EXISTS (SELECT FROM gig_placement p WHERE p.district = c.district AND p.worker = c.worker AND p.day = c.day AND p.state IN ('placed', 'started', 'finished'))
      AND (c.left_at IS NULL OR c.batch IS NOT NULL) GROUP BY c.station`,
  'seats-filled': `SELECT o.station, sum(least(o.seats, p.n)) AS part, sum(o.seats) AS whole FROM gig_order o,
      LATERAL (SELECT count(*) AS n FROM gig_placement q WHERE q.district = o.district AND q."order" = o.id AND q.state IN ('placed', 'started', 'finished')) p
    WHERE o.district = $1 AND o.station = ANY ($2) AND o.day BETWEEN $3 AND $4 AND o.state <> 'cancelled' GROUP BY o.station`,
  'wages-in-time': `SELECT p.station, count(*) FILTER (WHERE w.state = 'confirmed' AND (w.paid_at ${BEIJING})::date <= w.due_on) AS part, count(*) AS whole
    FROM gig_wage w JOIN gig_placement p ON p.district = w.district AND p.id = w.placement
    WHERE w.district = $1 AND p.station = ANY ($2) AND w.due_on BETWEEN $3 AND $4 GROUP BY p.station`,
  'complaints-in-term': `SELECT station, count(*) FILTER (WHERE closed_at IS NOT NULL
      AND (closed_at ${BEIJING})::date <= coalesce(mediation_due_on, due_on)) AS part, count(*) AS whole FROM gig_complaint
    WHERE district = $1 AND station = ANY ($2) AND coalesce(mediation_due_on, due_on) BETWEEN $3 AND $4 AND state <> 'withdrawn' GROUP BY station`,
  'orders-insured': `SELECT o.station, count(*) FILTER (WHERE o.insurance <> 'none' AND o.insured_at <= o.starts_at) AS part, count(*) AS whole FROM gig_order o
    WHERE o.district = $1 AND o.station = ANY ($2) AND o.day BETWEEN $3 AND $4 AND EXISTS (SELECT FROM gig_placement p
      WHERE p.district = o.district AND p."order" = o.id AND p.state IN ('started', 'finished')) GROUP BY o.station`,
  'insurance-told': `SELECT station, count(*) FILTER (WHERE insurance_told) AS part, count(*) AS whole FROM gig_placement
    WHERE district = $1 AND station = ANY ($2) AND day BETWEEN $3 AND $4 GROUP BY station`,
  'weather-recorded': `SELECT c.station, count(DISTINCT c.day) FILTER (WHERE EXISTS (SELECT FROM gig_weather w WHERE w.district = c.district AND w.day = c.day)) AS part,
      count(DISTINCT c.day) AS whole FROM gig_check_in c
    WHERE c.district = $1 AND c.station = ANY ($2) AND c.day BETWEEN $3 AND $4 GROUP BY c.station`,
  'workers-trained': `SELECT c.station, count(DISTINCT c.worker) FILTER (WHERE EXISTS (SELECT FROM gig_service s WHERE s.district = c.district
      AND s.worker = c.worker AND s.service = 'trained' AND s.day BETWEEN $3 AND $4 AND s.reversed_at IS NULL)) AS part,
      count(DISTINCT c.worker) AS whole FROM gig_check_in c
    WHERE c.district = $1 AND c.station = ANY ($2) AND c.day BETWEEN $3 AND $4 GROUP BY c.station`,
};

type Row = { readonly station: string; readonly part: string; readonly whole: string };

/** What the records say of these stations, station by station; a station of which nothing is recorded has every measure at nothing. */
export async function measureStations(
  transaction: Transaction,
  stations: readonly string[],
  span: Span,
  codes: readonly MeasureCode[],
): Promise<ReadonlyMap<string, readonly Measured[]>> {
  const found = new Map(stations.map((station): [string, Measured[]] => [station, []]));
  for (const measure of codes) {
    const rows = await rowsOf(transaction, measure, stations, span);
    for (const [station, measured] of found) {
      const row = rows.find((one) => one.station === station);
      const [part, whole] = [Number(row?.part ?? 0), Number(row?.whole ?? 0)];
      measured.push({ measure, part, whole, value: shownValue(measure, part, whole) });
    }
  }
  return found;
}

/** Of cases there is always a number; a share of nothing is none. Multiplied first, so that 29 of 100 is 29. */
const shownValue = (measure: MeasureCode, part: number, whole: number): number | null =>
  measures[measure].counts === 'cases' ? part : whole > 0 ? (part * 100) / whole : null;

async function rowsOf(
  transaction: Transaction,
  measure: MeasureCode,
  stations: readonly string[],
  { from, to }: Span,
): Promise<readonly Row[]> {
  if (measure === 'employers-verified') return await employersVerified(transaction, stations, { from, to });
  const { client, district } = transaction;
  const { rows } = await client.query<Row>(counted[measure], [district, stations, from, to]);
  return rows;
}

/** Orders whose employer an officer had verified before they were posted. */
async function employersVerified(
  transaction: Transaction,
  stations: readonly string[],
  { from, to }: Span,
): Promise<readonly Row[]> {
  const { client, district } = transaction;
  const { rows } = await client.query<{ station: string; employer: string; posted_at: Date }>(
    `SELECT station, employer, posted_at FROM gig_order
     WHERE district = $1 AND station = ANY ($2) AND day BETWEEN $3 AND $4 AND state <> 'cancelled'`,
    [district, stations, from, to],
  );
  const employers = await listEmployers(transaction, [...new Set(rows.map(({ employer }) => employer))]);
  const verifiedAt = new Map(
    employers.flatMap(({ id, state, decidedAt }) => (state === 'verified' && decidedAt ? [[id, decidedAt]] : [])),
  );
  return [...Map.groupBy(rows, ({ station }) => station)].map(([station, own]) => {
    const verified = own.filter(({ employer, posted_at }) => {
      const at = verifiedAt.get(employer);
      return at !== undefined && at <= posted_at;
    });
    return { station, part: String(verified.length), whole: String(own.length) };
  });
}
