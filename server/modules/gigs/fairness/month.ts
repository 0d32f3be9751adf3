import type { Transaction } from '../../../kernel/database/transaction.ts';
import { type Fairness, type FairnessRow, fairnessOf } from '../matching/fairness.ts';
import type { FairnessRules } from '../matching/fairness-rules.ts';
import { payPerDay } from '../orders/pay.ts';
import type { LongWait } from './contract.ts';
import { groupsOn, type Traits, traitsOf } from './groups.ts';

export type Span = { readonly from: string; readonly to: string };

type Morning = {
  worker: string;
  day: string;
  mornings: number;
  at: Date;
  left_at: Date | null;
  last_round: Date | null;
  placed_at: Date | null;
  pay_by: 'day' | 'hour' | null;
  pay: number | null;
  break_minutes: number | null;
  starts_at: Date | null;
  ends_at: Date | null;
};

export type Measured = { readonly fairness: Fairness; readonly longWait: LongWait | null };

/**
 * The mornings of some stations. Whoever checked in waited until they had work, however it came (a round, the counter); else until they
 * left, or until the last round that looked for them. Work that the employer cancelled was none. What fewer people than may be shown did is
 * left out, those who waited long like any group.
 */
export async function measureSpan(
  transaction: Transaction,
  stations: readonly string[],
  span: Span,
  rules: FairnessRules,
): Promise<Measured> {
  const mornings = await listMornings(transaction, stations, span);
  const traits = await traitsOf(
    transaction,
    mornings.map(({ worker }) => worker),
  );
  const rows = mornings.map((morning) => asRow(morning, traits.get(morning.worker), rules));
  const long = mornings.filter((morning) => morning.mornings >= rules.morningsSeen);
  return {
    fairness: fairnessOf(rows, await countPlaces(transaction, stations, span), rules),
    longWait: longWaitOf(long, rules),
  };
}

function longWaitOf(long: readonly Morning[], { smallestShown }: FairnessRules): LongWait | null {
  const people = new Set(long.map(({ worker }) => worker)).size;
  if (people > 0 && people < smallestShown) return null;
  return { people, mornings: long.length, matched: long.filter(({ placed_at }) => placed_at !== null).length };
}

/** The month in which some stations had their first round; null before it. */
export async function firstMonthOf({ client, district }: Transaction, stations: readonly string[]): Promise<string | null> {
  const { rows } = await client.query<{ month: string | null }>(
    `SELECT to_char(min(first), 'YYYY-MM') AS month FROM unnest($2::uuid[]) AS s (id),
       LATERAL (SELECT b.day AS first FROM gig_batch b WHERE b.district = $1 AND b.station = s.id ORDER BY b.day LIMIT 1) b`,
    [district, stations],
  );
  return rows[0]?.month ?? null;
}

async function listMornings(
  { client, district }: Transaction,
  stations: readonly string[],
  { from, to }: Span,
): Promise<Morning[]> {
  const { rows } = await client.query<Morning>(
    `SELECT c.worker, c.day::text, c.mornings, c.at, c.left_at, b.last AS last_round, p.placed_at, o.pay_by, o.pay, o.break_minutes, o.starts_at, o.ends_at
     FROM gig_check_in c
     LEFT JOIN (SELECT station, day, max(at) AS last FROM gig_batch
                WHERE district = $1 AND station = ANY($2::uuid[]) AND day BETWEEN $3::date AND $4::date GROUP BY station, day) b
       ON b.station = c.station AND b.day = c.day
     LEFT JOIN LATERAL (SELECT p.placed_at, p."order" FROM gig_placement p
       WHERE p.district = $1 AND p.worker = c.worker AND p.state <> 'cancelled' AND p.starts_at >= $5 AND p.placed_at < $6
         AND (p.day = c.day OR (p.placed_at AT TIME ZONE 'Asia/Shanghai')::date = c.day)
       ORDER BY p.placed_at, p.id LIMIT 1) p ON true
     LEFT JOIN gig_order o ON o.district = $1 AND o.id = p."order"
     WHERE c.district = $1 AND c.station = ANY($2::uuid[]) AND c.day BETWEEN $3::date AND $4::date`,
    [district, stations, from, to, new Date(`${from}T00:00:00+08:00`), new Date(`${to}T24:00:00+08:00`)],
  );
  return rows;
}

function asRow(morning: Morning, traits: Traits | undefined, rules: FairnessRules): FairnessRow {
  const { worker, day, at, left_at, last_round, placed_at } = morning;
  const until = placed_at ?? left_at ?? last_round ?? at;
  const pay = payOf(morning);
  return {
    person: worker,
    groups: traits ? groupsOn(traits, day, rules) : [],
    waitedMinutes: Math.max(0, Math.floor((until.getTime() - at.getTime()) / 60_000)),
    isMatched: placed_at !== null,
    ...(pay === undefined ? {} : { pay }),
  };
}

function payOf({ pay_by, pay, break_minutes, starts_at, ends_at }: Morning): number | undefined {
  if (pay_by === null || pay === null || break_minutes === null || starts_at === null || ends_at === null) return undefined;
  return payPerDay({ payBy: pay_by, pay, breakMinutes: break_minutes, startsAt: starts_at, endsAt: ends_at });
}

async function countPlaces(
  { client, district }: Transaction,
  stations: readonly string[],
  { from, to }: Span,
): Promise<{ open: number; taken: number }> {
  const { rows } = await client.query<{ open: number; taken: number }>(
    `SELECT coalesce(sum(o.seats), 0)::integer AS open, coalesce(sum(least(o.seats, p.n)), 0)::integer AS taken
     FROM gig_order o, LATERAL (SELECT count(*)::integer AS n FROM gig_placement q
       WHERE q.district = $1 AND q."order" = o.id AND q.state IN ('placed', 'started', 'finished')) p
     WHERE o.district = $1 AND o.station = ANY($2::uuid[]) AND o.day BETWEEN $3::date AND $4::date AND o.state <> 'cancelled'`,
    [district, stations, from, to],
  );
  return rows[0] ?? { open: 0, taken: 0 };
}
