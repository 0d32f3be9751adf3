import type { Work } from '../../../kernel/command/command.ts';
import type { Transaction } from '../../../kernel/database/transaction.ts';
import { type Said, said } from '../../../kernel/i18n/said.ts';
import { getOrder } from '../orders/store.ts';
import { tellResident } from '../tell.ts';
import type { Offer } from './offer-store.ts';

/** The reason that stands at an offer withdrawn because somebody of its team does not go. */
export const TEAM_PARTED = 'team-parted';

/** What one round offered a team: everybody's offer of the same order. */
export type TeamOffer = Pick<Offer, 'id' | 'team' | 'batch' | 'order'>;

/**
 * One of a team does not go. A team goes together or not at all, so the offers of the others that still wait are withdrawn. Promises are
 * kept: whoever has said yes keeps the work, hears of it, and decides.
 */
export async function partTeam(work: Work, { id, team, batch, order: of }: TeamOffer): Promise<void> {
  if (team === null || batch === null) return;
  const { client, district } = work.transaction;
  const its = [district, batch, team, of, id];
  const waiting = await client.query<{ worker: string }>(
    `UPDATE gig_offer SET state = 'withdrawn', answered_at = $6, reason = $7
     WHERE district = $1 AND batch = $2 AND team = $3 AND "order" = $4 AND id <> $5 AND state = 'offered' RETURNING worker`,
    [...its, work.now, TEAM_PARTED],
  );
  const placed = await client.query<{ worker: string }>(
    `SELECT p.worker FROM gig_offer f JOIN gig_placement p ON p.district = $1 AND p.id = f.id AND p.state = 'placed'
     WHERE f.district = $1 AND f.batch = $2 AND f.team = $3 AND f."order" = $4 AND f.id <> $5`,
    its,
  );
  if (waiting.rows.length + placed.rows.length === 0) return;
  const { day, site } = await getOrder(work.transaction, of);
  const tell = async (workers: readonly { worker: string }[], text: Said) => {
    const told = { subject: said('结伴的一位不去了', 'One of your team does not go'), text, params: { day, site } };
    for (const { worker } of workers) await tellResident(work, worker, told);
  };
  await tell(
    waiting.rows,
    said(
      '【乐业】{day}“{site}”的活，结伴的一位不去。要去一起去，这个活不再等您答复。您还排着队，下一轮接着给您找。',
      'Leye: one of your team does not go to the work of {day}, “{site}”. A team goes together or not at all, so it is not offered to you any more. You are still in the line.',
    ),
  );
  await tell(
    placed.rows,
    said(
      '【乐业】{day}“{site}”的活，结伴的一位不去了。您答应的还算数。您也不去的话，请早点在“今天”的页面上点“去不了了”。',
      'Leye: one of your team does not go to the work of {day}, “{site}”. Your yes still holds. If you do not want to go either, say so soon on your page of today.',
    ),
  );
}

/** How many of a team go by each of these offers, whoever has not answered yet counted in. Offers of nobody's team are not in it. */
export async function teamSizes({ client, district }: Transaction, offers: readonly Offer[]): Promise<Map<string, number>> {
  const ofTeams = offers.filter(({ team }) => team !== null).map(({ id }) => id);
  if (ofTeams.length === 0) return new Map();
  const { rows } = await client.query<{ id: string; n: number }>(
    `SELECT f.id, count(*)::integer AS n FROM gig_offer f
     JOIN gig_offer m ON m.district = $1 AND m.batch = f.batch AND m.team = f.team AND m."order" = f."order" AND m.state IN ('offered', 'accepted')
     WHERE f.district = $1 AND f.id = ANY($2::uuid[]) GROUP BY f.id`,
    [district, ofTeams],
  );
  return new Map(rows.map(({ id, n }) => [id, n]));
}
