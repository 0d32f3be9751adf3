import { type Static, Type } from 'typebox';
import { allowSystem } from '../../../kernel/actor/permission.ts';
import { command, type Work } from '../../../kernel/command/command.ts';
import { getStation } from '../market/stations.ts';
import { rungs } from '../matching/ladder.ts';
import { Day, Id, Instant } from '../shapes.ts';

export type BatchMatch = {
  readonly worker: string;
  readonly order: string;
  readonly team?: string;
  readonly cost: number;
  readonly parts: unknown;
};
/** `params`: numbers, codes, and the one change that would have helped. */
export type BatchUnmatched = {
  readonly worker: string;
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
};

/** What a batch came to, ready to be written. Bytes as base64, hashes as hex. */
export const BatchResult = Type.Object(
  {
    station: Id,
    day: Day,
    at: Instant,
    salt: Type.String(),
    policy: Type.String(),
    input: Type.String(),
    inputHash: Type.String(),
    /** Left out where only the hash is known. */
    output: Type.Optional(Type.String()),
    outputHash: Type.String(),
    falls: Type.Optional(Type.Array(Type.Object({ rung: Type.String(), why: Type.String() }))),
    rung: Type.Enum([...rungs]),
    steps: Type.Integer(),
    isProven: Type.Boolean(),
    workers: Type.Integer(),
    seats: Type.Integer(),
    filled: Type.Integer(),
    cost: Type.Integer(),
    bound: Type.Object({ filled: Type.Number(), cost: Type.Number() }),
    milliseconds: Type.Integer(),
    fairness: Type.Unknown(),
    // Thousands, made by the thread beside this file and checked by `checkMatching` there: not looked at one by one again.
    matches: Type.Unsafe<readonly BatchMatch[]>(Type.Unknown()),
    unmatched: Type.Unsafe<readonly BatchUnmatched[]>(Type.Unknown()),
  },
  { additionalProperties: false },
);
export type BatchResult = Static<typeof BatchResult>;

/**
 * Writes a batch and its offers. Between freezing and now people answered, left or were served at the counter: an offer is made only
 * where its worker is still free and its order has a seat; the rest wait for the next batch. A team of which one can no longer go is
 * not offered anything.
 */
export const keepBatch = command({
  name: 'gigs.keep-batch',
  input: BatchResult,
  may: allowSystem,
  run: async (result, work) => {
    const { transaction, newId, now } = work;
    const station = await getStation(transaction, result.station);
    const batch = newId();
    const offered = await offerWhatStands(work, result, batch, new Date(now.getTime() + station.answerMinutes * 60_000));
    await tellReasons(work, result, batch);
    // Last: the row of the day is the one that everybody who checks in waits for.
    const number = await nextBatchNumber(work, result);
    await transaction.db
      .insertInto('gig_batch')
      .values({
        district: transaction.district,
        id: batch,
        station: result.station,
        day: result.day,
        number,
        at: new Date(result.at),
        salt: result.salt,
        policy: result.policy,
        input: Buffer.from(result.input, 'base64'),
        input_hash: Buffer.from(result.inputHash, 'hex'),
        output: result.output === undefined ? null : Buffer.from(result.output, 'base64'),
        falls: result.falls === undefined ? null : JSON.stringify(result.falls),
        output_hash: Buffer.from(result.outputHash, 'hex'),
        rung: result.rung,
        steps: result.steps,
        is_proven: result.isProven,
        workers: result.workers,
        seats: result.seats,
        filled: result.filled,
        cost: result.cost,
        bound: JSON.stringify(result.bound),
        written: offered.length,
        milliseconds: result.milliseconds,
        fairness: JSON.stringify(result.fairness),
      })
      .execute();
    return { batch, number, offered };
  },
  audit: ({ station, inputHash, outputHash, rung, isProven, filled }, { batch, number, offered }) => ({
    batch,
    number,
    station,
    inputHash,
    outputHash,
    rung,
    isProven,
    filled,
    offered: offered.length,
  }),
  keeps: ({ batch, number }) => ({ batch, number }),
});

async function nextBatchNumber({ transaction: { client, district } }: Work, { station, day }: BatchResult): Promise<number> {
  const { rows } = await client.query<{ last_batch: number }>(
    `INSERT INTO gig_station_day (district, station, day, last_batch) VALUES ($1, $2, $3, 1)
     ON CONFLICT (district, station, day) DO UPDATE SET last_batch = gig_station_day.last_batch + 1 RETURNING last_batch`,
    [district, station, day],
  );
  return rows[0]?.last_batch ?? 1;
}

/**
 * Orders are held in the order of their ids, as everybody does who holds several; a worker whose row somebody else holds is answering
 * or being served at this very moment, and is skipped. Seats are counted again under the hold.
 */
async function offerWhatStands(
  { transaction: { client, district }, newId, now }: Work,
  { matches, station, day }: BatchResult,
  batch: string,
  answerBy: Date,
): Promise<readonly { readonly offer: string; readonly worker: string }[]> {
  if (matches.length === 0) return [];
  const free = await client.query<{ id: string }>(
    `SELECT w.id FROM gig_worker w JOIN gig_check_in c ON c.district = $1 AND c.worker = w.id AND c.day = $3::date
     WHERE w.district = $1 AND w.id = ANY($2::uuid[]) AND NOT w.paused AND c.left_at IS NULL AND c.station = $4
       AND NOT EXISTS (SELECT 1 FROM gig_offer f WHERE f.district = $1 AND f.worker = w.id AND f.state = 'offered')
     ORDER BY w.id FOR UPDATE OF w SKIP LOCKED`,
    [district, matches.map(({ worker }) => worker), day, station],
  );
  const seats = await client.query<{ id: string; open: number }>(
    `WITH held AS (SELECT id, seats FROM gig_order WHERE district = $1 AND id = ANY($2::uuid[]) AND state = 'open' AND starts_at > $3
                   ORDER BY id FOR UPDATE)
     SELECT h.id, h.seats
       - (SELECT count(*) FROM gig_placement p WHERE p.district = $1 AND p."order" = h.id AND p.state IN ('placed', 'started', 'finished'))::integer
       - (SELECT count(*) FROM gig_offer f WHERE f.district = $1 AND f."order" = h.id AND f.state = 'offered')::integer AS open
     FROM held h`,
    [district, [...new Set(matches.map(({ order }) => order))], now],
  );
  const clash = await client.query<{ worker: string }>(
    `SELECT m.worker FROM unnest($2::uuid[], $3::uuid[]) AS m (worker, "order")
     JOIN gig_order o ON o.district = $1 AND o.id = m."order"
     JOIN gig_placement p ON p.district = $1 AND p.worker = m.worker AND p.state IN ('placed', 'started')
      AND p.starts_at < o.ends_at AND p.ends_at > o.starts_at
     UNION SELECT m.worker FROM unnest($2::uuid[], $3::uuid[]) AS m (worker, "order")
     JOIN gig_placement p ON p.district = $1 AND p.worker = m.worker AND p."order" = m."order" AND p.state IN ('started', 'finished')`,
    [district, matches.map(({ worker }) => worker), matches.map(({ order }) => order)],
  );
  const standing = stillPossible(
    matches,
    new Set(free.rows.map(({ id }) => id)),
    new Map(seats.rows.map(({ id, open }) => [id, open])),
    new Set(clash.rows.map(({ worker }) => worker)),
  ).map((match) => ({ offer: newId(), ...match }));
  await client.query(
    `INSERT INTO gig_offer (district, id, worker, "order", station, day, way, batch, team, state, offered_at, offered_by, answer_by, cost, parts)
     SELECT $1, o.id, o.worker, o."order", $2, $3, 'batch', $4, o.team, 'offered', $5, 'system:gigs', $6, o.cost, o.parts
     FROM jsonb_to_recordset($7::jsonb) AS o (id uuid, worker uuid, "order" uuid, team uuid, cost integer, parts jsonb)`,
    [
      district,
      station,
      day,
      batch,
      now,
      answerBy,
      JSON.stringify(
        standing.map(({ offer, worker, order, team, cost, parts }) => ({ id: offer, worker, order, team, cost, parts })),
      ),
    ],
  );
  return standing.map(({ offer, worker }) => ({ offer, worker }));
}

/** The matches that may still be offered: free workers, seats left, and teams whole. Pure. */
export function stillPossible(
  matches: BatchResult['matches'],
  free: ReadonlySet<string>,
  open: ReadonlyMap<string, number>,
  clashing: ReadonlySet<string>,
): BatchResult['matches'] {
  const left = new Map(open);
  const kept: BatchMatch[] = [];
  const groups = Map.groupBy(matches, ({ team, worker, order }) => (team === undefined ? worker : `${team} ${order}`));
  for (const group of groups.values()) {
    const order = group[0]?.order ?? '';
    const seats = left.get(order) ?? 0;
    if (seats < group.length || group.some(({ worker }) => !free.has(worker) || clashing.has(worker))) continue;
    left.set(order, seats - group.length);
    kept.push(...group);
  }
  return kept;
}

/** Everybody for whom there was nothing reads why, until there is something. */
async function tellReasons({ transaction: { client, district } }: Work, { unmatched, matches, day }: BatchResult, batch: string) {
  await client.query(
    `UPDATE gig_check_in c SET batch = $3, reason = u.code, reason_params = u.params
     FROM jsonb_to_recordset($4::jsonb) AS u (worker uuid, code text, params jsonb)
     WHERE c.district = $1 AND c.day = $2::date AND c.worker = u.worker`,
    [district, day, batch, JSON.stringify(unmatched)],
  );
  await client.query(
    'UPDATE gig_check_in SET batch = $3, reason = NULL, reason_params = NULL WHERE district = $1 AND day = $2::date AND worker = ANY($4::uuid[]) AND reason IS NOT NULL',
    [district, day, batch, matches.map(({ worker }) => worker)],
  );
}
