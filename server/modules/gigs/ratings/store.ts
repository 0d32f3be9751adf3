import type { Transaction } from '../../../kernel/database/transaction.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { EmployerRating } from '../dawn/contract.ts';
import { type Terms, termsOn } from '../rules/terms.ts';
import type { AppealOutcome, AppealReason, Reliability } from './contract.ts';

/** What workers said of employers; a rating taken down on appeal counts no more. */
export async function ratingsOf(
  transaction: Transaction,
  employers: readonly string[],
  today: string,
): Promise<Map<string, EmployerRating>> {
  if (employers.length === 0) return new Map();
  const { client, district } = transaction;
  const { least } = (await termsOn(transaction, today)).ratings;
  const { rows } = await client.query<{ employer: string; stars: number; ratings: number }>(
    `SELECT employer, avg(stars)::float8 AS stars, count(*)::integer AS ratings FROM gig_rating
     WHERE district = $1 AND side = 'worker' AND employer = ANY($2::uuid[]) AND appeal_outcome IS DISTINCT FROM 'removed' GROUP BY employer`,
    [district, employers],
  );
  return new Map(rows.map(({ employer, stars, ratings }) => [employer, meanOf(stars, ratings, least)]));
}

/** The mean with one decimal, from the least number on: below it, it would tell who gave them. */
const meanOf = (stars: number | null, ratings: number, least: number): EmployerRating => ({
  stars: stars !== null && ratings >= least ? Math.round(stars * 10) / 10 : null,
  ratings,
});

/** A column of a query over placements `p`, `$1` the district: what a side gave after the shift, as `OwnRating`; null where it has not. */
export const ownRatingOf = (side: 'worker' | 'employer'): string =>
  `(SELECT jsonb_build_object('stars', r.stars, 'text', r.text, 'neverAgain', r.never_again, 'answer', r.answer,
      'removedFor', CASE r.appeal_outcome WHEN 'removed' THEN coalesce(r.appeal_reason, '') END)
    FROM gig_rating r WHERE r.district = $1 AND r.placement = p.id AND r.side = '${side}')`;

export type KeptRating = {
  readonly id: string;
  readonly placement: string;
  /** Who rates. */
  readonly side: 'worker' | 'employer';
  readonly worker: string;
  readonly employer: string;
  readonly stars: number;
  readonly text: string;
  readonly ratedAt: Date;
  readonly answer: string | null;
  readonly appealWhy: AppealReason | null;
  readonly appeal: string | null;
  readonly appealedAt: Date | null;
  readonly appealOutcome: AppealOutcome | null;
  readonly appealReason: string | null;
  readonly appealDecidedAt: Date | null;
};

const ratings = ({ db, district }: Transaction) => db.selectFrom('gig_rating').selectAll().where('district', '=', district);
type Row = Awaited<ReturnType<ReturnType<typeof ratings>['execute']>>[number];

export const asRating = (row: Row): KeptRating => ({
  id: row.id,
  placement: row.placement,
  side: row.side as KeptRating['side'], // reason: this and the two below are named by the columns' CHECKs
  worker: row.worker,
  employer: row.employer,
  stars: row.stars,
  text: row.text,
  ratedAt: row.rated_at,
  answer: row.answer,
  appealWhy: row.appeal_why as AppealReason | null,
  appeal: row.appeal,
  appealedAt: row.appealed_at,
  appealOutcome: row.appeal_outcome as AppealOutcome | null,
  appealReason: row.appeal_reason,
  appealDecidedAt: row.appeal_decided_at,
});

export async function findRating(transaction: Transaction, id: string): Promise<KeptRating | undefined> {
  const row = await ratings(transaction).where('id', '=', id).executeTakeFirst();
  return row && asRating(row);
}

/** @throws Problem `no-gig-rating` */
export async function holdRating(transaction: Transaction, id: string): Promise<KeptRating> {
  const row = await ratings(transaction).where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) throw new Problem('not-found', 'no-gig-rating');
  return asRating(row);
}

/** What the other side said of a worker, or of an employer, and the mean of what still counts. */
export async function ratingsAbout(
  transaction: Transaction,
  about: { readonly worker: string } | { readonly employer: string },
  terms: Terms,
): Promise<{ readonly mean: EmployerRating; readonly list: KeptRating[] }> {
  const all = ratings(transaction).orderBy('rated_at', 'desc').orderBy('id', 'desc').limit(500);
  const rows =
    'worker' in about
      ? await all.where('side', '=', 'employer').where('worker', '=', about.worker).execute()
      : await all.where('side', '=', 'worker').where('employer', '=', about.employer).execute();
  const list = rows.map(asRating);
  const counting = list.filter(({ appealOutcome }) => appealOutcome !== 'removed');
  const stars = counting.length === 0 ? null : counting.reduce((sum, one) => sum + one.stars, 0) / counting.length;
  return { mean: meanOf(stars, counting.length, terms.ratings.least), list };
}

/**
 * How workers keep their promises: shifts worked, of those worked, missed, or given up shortly before the start. What an employer called
 * off says nothing about them, and neither does giving up what an officer arranged: nobody had promised it.
 */
export async function reliabilityOf(
  { client, district }: Transaction,
  workers: readonly string[],
  terms: Terms,
): Promise<Map<string, Reliability>> {
  if (workers.length === 0) return new Map();
  const { leastPromises, lateWithdrawalMinutes } = terms.ratings;
  const { rows } = await client.query<{ worker: string; kept: number; broken: number }>(
    `SELECT worker, count(*) FILTER (WHERE state IN ('started', 'finished'))::integer AS kept,
       count(*) FILTER (WHERE state = 'no-show'
         OR (state = 'withdrawn' AND withdrawn_at > starts_at - $3 * interval '1 minute'
             AND NOT EXISTS (SELECT 1 FROM gig_offer f WHERE f.district = $1 AND f.id = p.id AND f.way = 'counter')))::integer AS broken
     FROM gig_placement p WHERE district = $1 AND worker = ANY($2::uuid[]) GROUP BY worker`,
    [district, workers, lateWithdrawalMinutes],
  );
  return new Map(rows.map(({ worker, kept, broken }) => [worker, shareOf(kept, broken, leastPromises)]));
}

/** A share of too few promises says more about chance than about somebody. */
export const shareOf = (kept: number, broken: number, least: number): Reliability => {
  const of = kept + broken;
  return of < least ? null : { percent: Math.floor((100 * kept) / of), of };
};
