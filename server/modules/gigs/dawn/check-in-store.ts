import type { Transaction } from '../../../kernel/database/transaction.ts';

export type CheckIn = {
  readonly id: string;
  readonly worker: string;
  readonly station: string;
  readonly day: string;
  readonly number: number;
  readonly way: 'code' | 'kiosk' | 'counter';
  readonly at: Date;
  readonly mornings: number;
  readonly wantsMore: boolean;
  readonly leftAt: Date | null;
  readonly reason: string | null;
  readonly reasonParams: Readonly<Record<string, unknown>> | null;
};

const checkIns = ({ db, district }: Transaction) => db.selectFrom('gig_check_in').selectAll().where('district', '=', district);
type Row = Awaited<ReturnType<ReturnType<typeof checkIns>['execute']>>[number];

const asCheckIn = (row: Row): CheckIn => ({
  id: row.id,
  worker: row.worker,
  station: row.station,
  day: row.day,
  number: row.number,
  way: row.way as CheckIn['way'], // reason: the column's CHECK names exactly these
  at: row.at,
  mornings: row.mornings,
  wantsMore: row.wants_more,
  leftAt: row.left_at,
  reason: row.reason,
  reasonParams: row.reason_params as CheckIn['reasonParams'], // reason: only batches write it, from reasons.ts
});

export async function findCheckIn(transaction: Transaction, worker: string, day: string): Promise<CheckIn | undefined> {
  const row = await checkIns(transaction).where('worker', '=', worker).where('day', '=', day).executeTakeFirst();
  return row && asCheckIn(row);
}

/** The line of a station's day, by number. */
export const listLine = async (transaction: Transaction, station: string, day: string): Promise<CheckIn[]> =>
  (
    await checkIns(transaction)
      .where('station', '=', station)
      .where('day', '=', day)
      .where('left_at', 'is', null)
      .orderBy('number')
      .execute()
  ).map(asCheckIn);

export type Standing = {
  readonly isPaused: boolean;
  readonly before: Pick<CheckIn, 'station' | 'number' | 'leftAt'> | undefined;
  /**
   * Mornings in a row, before this one, on which somebody stood in the line, turned nothing down and went home without work. A morning on
   * which they stayed at home neither counts nor ends the row; thirty days are looked at.
   */
  readonly mornings: number;
};

/** All that a place in the line of a day depends on, in one question: thousands come at once. Undefined: not a worker. */
export async function standingOf({ client, district }: Transaction, worker: string, day: string): Promise<Standing | undefined> {
  const { rows } = await client.query<{
    paused: boolean;
    station: string | null;
    number: number;
    left_at: Date | null;
    mornings: number;
  }>({
    name: 'gig_standing',
    text: `SELECT w.paused, b.station, b.number, b.left_at,
             (SELECT count(*)::integer FROM gig_check_in c
              WHERE c.district = $1 AND c.worker = $2 AND c.day < $3::date AND c.day >= $3::date - 30
                AND c.day > coalesce((SELECT max(p.day) FROM gig_placement p WHERE p.district = $1 AND p.worker = $2 AND p.day < $3::date
                                      AND p.state IN ('placed', 'started', 'finished', 'withdrawn', 'no-show')), '-infinity')
                AND NOT EXISTS (SELECT 1 FROM gig_offer f WHERE f.district = $1 AND f.worker = $2 AND f.day = c.day AND f.state = 'declined')
             ) AS mornings
           FROM gig_worker w LEFT JOIN gig_check_in b ON b.district = $1 AND b.worker = $2 AND b.day = $3::date
           WHERE w.district = $1 AND w.id = $2`,
    values: [district, worker, day],
  });
  const [row] = rows;
  if (!row) return undefined;
  const { paused, station, number, left_at, mornings } = row;
  return { isPaused: paused, mornings, before: station === null ? undefined : { station, number, leftAt: left_at } };
}

/**
 * Takes the next number of a station's line for a worker. The row that counts is held from here to the end of the transaction, and
 * everybody who comes waits for it: let this be a command's last statement. Undefined: another device of the worker was first.
 */
export async function takeNumber(
  { client, district }: Transaction,
  place: Pick<CheckIn, 'id' | 'worker' | 'station' | 'day' | 'way' | 'at' | 'mornings'> & { readonly receivedAt: Date },
): Promise<number | undefined> {
  const { rows } = await client.query<{ number: number }>({
    name: 'gig_take_number',
    text: `WITH next AS (
             INSERT INTO gig_station_day (district, station, day, last_number) VALUES ($1, $2, $3, 1)
             ON CONFLICT (district, station, day) DO UPDATE SET last_number = gig_station_day.last_number + 1 RETURNING last_number)
           INSERT INTO gig_check_in AS c (district, worker, day, id, station, number, way, at, received_at, mornings)
           SELECT $1, $4::uuid, $3, $5::uuid, $2, next.last_number, $6, $7::timestamptz, $8::timestamptz, $9::smallint FROM next
           ON CONFLICT (district, worker, day) DO UPDATE SET station = excluded.station, number = excluded.number, way = excluded.way,
             at = excluded.at, received_at = excluded.received_at, mornings = excluded.mornings, left_at = NULL
           WHERE c.station <> excluded.station
           RETURNING number`,
    values: [district, place.station, place.day, place.worker, place.id, place.way, place.at, place.receivedAt, place.mornings],
  });
  return rows[0]?.number;
}

/** How many of the line stand before a number and have no work yet. */
export async function countAhead(
  { client, district }: Transaction,
  { station, day, number }: { readonly station: string; readonly day: string; readonly number: number },
): Promise<number> {
  const { rows } = await client.query<{ ahead: number }>({
    name: 'gig_ahead',
    text: `SELECT count(*)::integer AS ahead FROM gig_check_in c
           WHERE c.district = $1 AND c.station = $2 AND c.day = $3 AND c.number < $4 AND c.left_at IS NULL
             AND NOT EXISTS (SELECT 1 FROM gig_placement p WHERE p.district = $1 AND p.worker = c.worker AND p.placed_at >= $5
                             AND p.state IN ('placed', 'started', 'finished'))`,
    values: [district, station, day, number, new Date(`${day}T00:00:00+08:00`)],
  });
  return rows[0]?.ahead ?? 0;
}
