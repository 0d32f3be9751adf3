import type { Work } from '../../../kernel/command/command.ts';
import { together } from '../../../kernel/database/transaction.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Order } from '../orders/contract.ts';
import { countService, takeBackServices } from '../services/count.ts';
import type { Offer } from './offer-store.ts';
import { findHeld, findOverlap, type Placement } from './placement-store.ts';

/**
 * A person has work: the placement, and the service that figure 14 counts, in one transaction. Call with the worker held.
 * @throws Problem `gig-busy` where it overlaps what the worker has promised, `gig-worked-already` where they have had this order
 */
export async function place(
  work: Work,
  offer: Pick<Offer, 'id' | 'worker' | 'order' | 'station'>,
  order: Order,
  replaces?: string,
): Promise<string> {
  const { transaction, now, today } = work;
  const { db, district } = transaction;
  const [overlap, held] = await together(
    findOverlap(transaction, offer.worker, order),
    findHeld(transaction, offer.worker, order.id),
  );
  if (held && held.state !== 'placed') throw new Problem('conflict', 'gig-worked-already');
  if (overlap) throw new Problem('conflict', 'gig-busy');
  const placing = db
    .insertInto('gig_placement')
    .values({
      district,
      id: offer.id,
      worker: offer.worker,
      order: offer.order,
      employer: order.employer,
      station: offer.station,
      day: order.day,
      starts_at: order.startsAt,
      ends_at: order.endsAt,
      state: 'placed',
      placed_at: now,
      insurance_told: true,
      replaces: replaces ?? null,
    })
    .execute();
  const counting = countService(work, {
    worker: offer.worker,
    service: 'placed',
    day: today,
    station: offer.station,
    desk: 'market',
    note: '',
    source: `placement:${offer.id}`,
  });
  await together(placing, counting);
  return offer.id;
}

/** A placement that comes to nothing gives the seat back, and what was counted for it. */
export async function unplace(
  work: Work,
  placement: Placement,
  state: 'withdrawn' | 'cancelled' | 'no-show',
  reason: string,
): Promise<void> {
  const { transaction, now } = work;
  const { db, district } = transaction;
  await db
    .updateTable('gig_placement')
    .set({ state, reason, ...(state === 'withdrawn' ? { withdrawn_at: now } : {}) })
    .where('district', '=', district)
    .where('id', '=', placement.id)
    .execute();
  await takeBackServices(work, `placement:${placement.id}`, state);
  await takeBackServices(work, insuranceOf(placement.id), state);
}

/** What the insurance of a placement is counted by. */
export const insuranceOf = (placement: string): string => `placement:${placement}:insured`;
