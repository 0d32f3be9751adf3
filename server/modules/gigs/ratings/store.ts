import type { Transaction } from '../../../kernel/database/transaction.ts';
import type { EmployerRating } from '../dawn/contract.ts';

/** Fewer ratings than this and the mean would tell who gave them. */
const LEAST_RATINGS = 3;

/** What workers said of employers; a rating taken down on appeal counts no more. */
export async function ratingsOf(
  { client, district }: Transaction,
  employers: readonly string[],
): Promise<Map<string, EmployerRating>> {
  if (employers.length === 0) return new Map();
  const { rows } = await client.query<{ employer: string; stars: number; ratings: number }>(
    `SELECT employer, avg(stars)::float8 AS stars, count(*)::integer AS ratings FROM gig_rating
     WHERE district = $1 AND side = 'worker' AND employer = ANY($2::uuid[]) AND appeal_outcome IS DISTINCT FROM 'removed' GROUP BY employer`,
    [district, employers],
  );
  return new Map(
    rows.map(({ employer, stars, ratings }) => [
      employer,
      { stars: ratings >= LEAST_RATINGS ? Math.round(stars * 10) / 10 : null, ratings },
    ]),
  );
}
