import type { Transaction } from '../../../kernel/database/transaction.ts';
import { Problem } from '../../../kernel/problem.ts';

export type OfferState = 'offered' | 'accepted' | 'declined' | 'lapsed' | 'withdrawn';

export type Offer = {
  readonly id: string;
  readonly worker: string;
  readonly order: string;
  readonly station: string;
  readonly day: string;
  readonly way: 'batch' | 'counter' | 'replacement';
  readonly batch: string | null;
  readonly team: string | null;
  readonly state: OfferState;
  readonly offeredAt: Date;
  readonly answerBy: Date;
  readonly answeredAt: Date | null;
  readonly reason: string | null;
  readonly parts: unknown;
};

const offers = ({ db, district }: Transaction) => db.selectFrom('gig_offer').selectAll().where('district', '=', district);
type Row = Awaited<ReturnType<ReturnType<typeof offers>['execute']>>[number];

const asOffer = (row: Row): Offer => ({
  id: row.id,
  worker: row.worker,
  order: row.order,
  station: row.station,
  day: row.day,
  way: row.way as Offer['way'], // reason: the columns' CHECKs name exactly these
  batch: row.batch,
  team: row.team,
  state: row.state as OfferState,
  offeredAt: row.offered_at,
  answerBy: row.answer_by,
  answeredAt: row.answered_at,
  reason: row.reason,
  parts: row.parts,
});

/** @throws Problem `no-gig-offer` */
export async function holdOffer(transaction: Transaction, id: string): Promise<Offer> {
  const row = await offers(transaction).where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) throw new Problem('not-found', 'no-gig-offer');
  return asOffer(row);
}

/**
 * The offer and its worker, held: the worker first, as everybody does who holds both. @throws Problem `no-gig-offer`
 */
export async function holdOfferOfWorker({ client, district }: Transaction, id: string): Promise<Offer> {
  const { rows } = await client.query<Row>({
    name: 'gig_hold_offer',
    text: `SELECT o.* FROM gig_worker w JOIN gig_offer o ON o.district = $1 AND o.worker = w.id AND o.id = $2
           WHERE w.district = $1 FOR UPDATE OF w, o`,
    values: [district, id],
  });
  const [row] = rows;
  if (!row) throw new Problem('not-found', 'no-gig-offer');
  return asOffer(row);
}

/** Whose offer it is. */
export async function workerOfOffer({ client, district }: Transaction, id: string): Promise<string | undefined> {
  const { rows } = await client.query<{ worker: string }>({
    name: 'gig_worker_of_offer',
    text: 'SELECT worker FROM gig_offer WHERE district = $1 AND id = $2',
    values: [district, id],
  });
  return rows[0]?.worker;
}

/** What a worker was offered on a day, the latest first. */
export const listOffersOfWorker = async (transaction: Transaction, worker: string, day: string): Promise<Offer[]> =>
  (await offers(transaction).where('worker', '=', worker).where('day', '=', day).orderBy('offered_at', 'desc').execute()).map(
    asOffer,
  );

/** Offers whose time is up, the oldest first. */
export const listLapsed = async (transaction: Transaction, before: Date, limit: number): Promise<Offer[]> =>
  (
    await offers(transaction)
      .where('state', '=', 'offered')
      .where('answer_by', '<', before)
      .orderBy('answer_by')
      .limit(limit)
      .execute()
  ).map(asOffer);

export const settleOffer = async (
  { db, district }: Transaction,
  id: string,
  state: Exclude<OfferState, 'offered'>,
  answer: { readonly at: Date; readonly reason?: string | undefined },
): Promise<void> =>
  void (await db
    .updateTable('gig_offer')
    .set({ state, answered_at: answer.at, ...(answer.reason === undefined ? {} : { reason: answer.reason }) })
    .where('district', '=', district)
    .where('id', '=', id)
    .execute());
