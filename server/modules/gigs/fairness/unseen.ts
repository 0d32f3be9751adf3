import type { Transaction } from '../../../kernel/database/transaction.ts';

/**
 * Those in today's line who have waited so many mornings and for whom nothing has been done today: no offer however it came, no work, no
 * desk. By station.
 */
export async function listUnseen(
  { client, district }: Transaction,
  stations: readonly string[],
  { today, mornings }: { readonly today: string; readonly mornings: number },
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await client.query<{ station: string; workers: string[] }>(
    `SELECT c.station, array_agg(c.worker)::text[] AS workers FROM gig_check_in c
     WHERE c.district = $1 AND c.station = ANY($2::uuid[]) AND c.day = $3::date AND c.left_at IS NULL AND c.mornings >= $4
       AND NOT EXISTS (SELECT 1 FROM gig_offer f WHERE f.district = $1 AND f.worker = c.worker AND f.day = c.day)
       AND NOT EXISTS (SELECT 1 FROM gig_placement p WHERE p.district = $1 AND p.worker = c.worker AND p.day = c.day
                       AND p.state IN ('placed', 'started', 'finished'))
       AND NOT EXISTS (SELECT 1 FROM gig_service s WHERE s.district = $1 AND s.worker = c.worker AND s.day = c.day
                       AND s.source = 'desk' AND s.reversed_at IS NULL)
     GROUP BY c.station`,
    [district, stations, today, mornings],
  );
  return new Map(rows.map(({ station, workers }) => [station, workers]));
}

/** What desks did today for some people. */
export async function servicesToday(
  { client, district }: Transaction,
  workers: readonly string[],
  today: string,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await client.query<{ worker: string; n: number }>(
    `SELECT worker, count(*)::integer AS n FROM gig_service
     WHERE district = $1 AND worker = ANY($2::uuid[]) AND day = $3 AND source = 'desk' AND reversed_at IS NULL GROUP BY worker`,
    [district, workers, today],
  );
  return new Map(rows.map(({ worker, n }) => [worker, n]));
}
