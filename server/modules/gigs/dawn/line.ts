import { Type } from 'typebox';
import { query, type Reading } from '../../../kernel/command/query.ts';
import type { Said } from '../../../kernel/i18n/said.ts';
import { residentNames } from '../../residents/module.ts';
import { scopeOfStation } from '../market/stations.ts';
import { shippedTrades } from '../market/trades.ts';
import { mayRunStation } from '../may.ts';
import { Id } from '../shapes.ts';
import type { Line, LineEntry } from './contract.ts';
import { sayUnmatched } from './why.ts';

type Row = {
  worker: string;
  worker_number: number;
  number: number;
  at: Date;
  way: LineEntry['way'];
  mornings: number;
  wants_more: boolean;
  reason: string | null;
  reason_params: Record<string, unknown> | null;
  is_aided: boolean;
  team: string | null;
  skills: { trade: string; level: number }[] | null;
  is_offered: boolean;
  order_number: number | null;
};

/** The line of the day, for the counter: who waits, since when, and why nothing was found yet. */
export const lineQuery = query({
  name: 'gigs.line',
  route: 'GET /api/gig-stations/:station/line',
  input: Type.Object({ station: Id }, { additionalProperties: false }),
  may: mayRunStation,
  scope: scopeOfStation,
  run: async ({ station }, reading): Promise<Line> => {
    const { transaction, today } = reading;
    const { client, district } = transaction;
    const day = await client.query<{ called_up_to: number; last_number: number }>(
      'SELECT called_up_to, last_number FROM gig_station_day WHERE district = $1 AND station = $2 AND day = $3',
      [district, station, today],
    );
    return {
      station,
      day: today,
      calledUpTo: day.rows[0]?.called_up_to ?? 0,
      lastNumber: day.rows[0]?.last_number ?? 0,
      entries: await listEntries(reading, station),
    };
  },
  audit: ({ station }) => ({ station }),
});

/** Who stands in the line now, by number; `from`: only those who have waited so many mornings. */
export async function listEntries(reading: Reading, station: string, from = 0): Promise<LineEntry[]> {
  const rows = await readLine(reading, station, from);
  const names = await residentNames(
    reading.transaction,
    reading.services,
    rows.map(({ worker }) => worker),
  );
  return rows.map((row) => entryOf(row, names.get(row.worker)?.masked ?? ''));
}

async function readLine({ transaction: { client, district }, today }: Reading, station: string, from: number): Promise<Row[]> {
  const { rows } = await client.query<Row>(
    `SELECT c.worker, w.number AS worker_number, c.number, c.at, c.way, c.mornings, c.wants_more, c.reason, c.reason_params,
       coalesce(w.aided_until >= $3::date, false) AS is_aided,
       CASE WHEN EXISTS (SELECT 1 FROM gig_team_member t WHERE t.district = $1 AND t.team = m.team AND t.left_at IS NULL AND t.worker <> c.worker)
         THEN m.team END AS team,
       (SELECT jsonb_agg(jsonb_build_object('trade', s.trade, 'level', coalesce(s.checked_level, s.level)) ORDER BY s.level DESC, s.trade)
        FROM gig_skill s WHERE s.district = $1 AND s.worker = c.worker) AS skills,
       EXISTS (SELECT 1 FROM gig_offer f WHERE f.district = $1 AND f.worker = c.worker AND f.state = 'offered') AS is_offered,
       (SELECT o.number FROM gig_placement p JOIN gig_order o ON o.district = $1 AND o.id = p."order"
        WHERE p.district = $1 AND p.worker = c.worker AND p.placed_at >= $4 AND p.state IN ('placed', 'started', 'finished')
        ORDER BY p.placed_at DESC LIMIT 1) AS order_number
     FROM gig_check_in c JOIN gig_worker w ON w.district = $1 AND w.id = c.worker
     LEFT JOIN gig_team_member m ON m.district = $1 AND m.worker = c.worker AND m.left_at IS NULL
     WHERE c.district = $1 AND c.station = $2 AND c.day = $3::date AND c.left_at IS NULL AND c.mornings >= $5 ORDER BY c.number`,
    [district, station, today, new Date(`${today}T00:00:00+08:00`), from],
  );
  return rows;
}

function entryOf(row: Row, name: string): LineEntry {
  const trades = shippedTrades();
  const state = row.is_offered ? 'offered' : row.order_number === null ? 'waiting' : row.wants_more ? 'wants-more' : 'placed';
  const why: Said | null = row.reason === null || state !== 'waiting' ? null : sayUnmatched(row.reason, row.reason_params ?? {});
  return {
    worker: row.worker,
    workerNumber: row.worker_number,
    name,
    number: row.number,
    at: row.at.toISOString(),
    way: row.way,
    mornings: row.mornings,
    skills: (row.skills ?? []).map(({ trade, level }) => ({
      trade,
      level,
      name: trades.find(trade)?.name ?? { zh: trade, en: trade },
    })),
    team: row.team,
    isAided: row.is_aided,
    state,
    order: row.order_number,
    why,
  };
}
