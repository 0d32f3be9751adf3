import { Type } from 'typebox';
import { command, type Work } from '../../../kernel/command/command.ts';
import { Text } from '../../../kernel/command/text.ts';
import { together } from '../../../kernel/database/transaction.ts';
import { Problem } from '../../../kernel/problem.ts';
import { mayActForWorker } from '../may.ts';
import type { Order } from '../orders/contract.ts';
import { fillOf, holdOrder, shareOrder } from '../orders/store.ts';
import { requireWeather } from '../rules/weather-store.ts';
import { Id, Instant } from '../shapes.ts';
import { checkedInstant } from './instant.ts';
import { holdOffer, holdOfferOfWorker, type Offer, settleOffer, workerOfOffer } from './offer-store.ts';
import { partTeam } from './part-team.ts';
import { place, unplace } from './place.ts';
import { holdPlacement, scopeOfPlacement } from './placement-store.ts';
import { askNextReplacement } from './replacement.ts';

/** Why a worker turns an offer down: one tap. */
export const declineReasons = [
  'too-far',
  'pay-too-low',
  'hours',
  'trade',
  'employer',
  'found-other',
  'going-home',
  'other',
] as const;

const scopeOfOffer = async ({ offer: id }: { readonly offer: string }, { transaction }: Pick<Work, 'transaction'>) => {
  const worker = await workerOfOffer(transaction, id);
  return worker === undefined ? undefined : { person: worker };
};

/**
 * Takes an offer. The same yes sent twice is one; a yes that was tapped in time and came late for want of network still holds, and so
 * does a late one while the seat is free.
 * @throws Problem `gig-offer-settled`, `gig-offer-late` (the seat has gone), `gig-busy`, `gig-order-not-open`, `gig-weather-stop`
 */
export const acceptOffer = command({
  name: 'gigs.accept-offer',
  route: 'POST /api/gig-offers/:offer/accept',
  input: Type.Object({ offer: Id, at: Type.Optional(Instant) }, { additionalProperties: false }),
  may: mayActForWorker,
  scope: scopeOfOffer,
  run: async ({ offer: id, at }, work) => {
    const { transaction, now } = work;
    const offer = await holdOfferOfWorker(transaction, id);
    const answeredAt = checkedInstant(at, now);
    if (offer.state === 'accepted') return { offer: id, placement: id };
    if (offer.state === 'declined' || offer.state === 'withdrawn') throw new Problem('conflict', 'gig-offer-settled');
    const order = await orderFor(work, offer);
    if (order.outdoors) await requireWeather(transaction, order, { hours: false });
    const [placement] = await together(place(work, offer, order), settleOffer(transaction, id, 'accepted', { at: answeredAt }));
    return { offer: id, placement };
  },
  audit: ({ offer }) => ({ offer }),
});

/** The offer's order, still to be had. A lapsed offer no longer holds its seat: it is looked for again, with the order held. */
async function orderFor({ transaction, now }: Work, offer: Offer): Promise<Order> {
  if (offer.state === 'offered') {
    const order = await shareOrder(transaction, offer.order);
    if (order.state === 'cancelled' || order.endsAt <= now) throw new Problem('conflict', 'gig-order-not-open');
    return order;
  }
  const order = await holdOrder(transaction, offer.order);
  if (order.state !== 'open' || order.startsAt <= now) throw new Problem('conflict', 'gig-order-not-open');
  const fill = (await fillOf(transaction, [order.id])).get(order.id);
  if (!fill || fill.open === 0) throw new Problem('conflict', 'gig-offer-late');
  return order;
}

/** Turns an offer down, with the reason: the next batch looks elsewhere. The rest of a team is not waited for. */
export const declineOffer = command({
  name: 'gigs.decline-offer',
  route: 'POST /api/gig-offers/:offer/decline',
  input: Type.Object(
    { offer: Id, reason: Type.Enum([...declineReasons]), at: Type.Optional(Instant) },
    { additionalProperties: false },
  ),
  may: mayActForWorker,
  scope: scopeOfOffer,
  run: async ({ offer: id, reason, at }, work) => {
    const { transaction, now } = work;
    const offer = await holdOffer(transaction, id);
    if (offer.state === 'declined') return { offer: id };
    if (offer.state === 'accepted') throw new Problem('conflict', 'gig-offer-settled');
    await settleOffer(transaction, id, 'declined', { at: checkedInstant(at, now), reason });
    if (offer.way === 'replacement') await askNextReplacement(work, offer.order);
    await partTeam(work, offer);
    return { offer: id };
  },
  audit: ({ offer, reason }) => ({ offer, reason }),
});

/** Cannot come after all: the seat goes to the next batch. Once the shift has started it is ended, not withdrawn. */
export const withdrawPlacement = command({
  name: 'gigs.withdraw-placement',
  route: 'POST /api/gig-placements/:placement/withdraw',
  input: Type.Object({ placement: Id, reason: Text(2, 200) }, { additionalProperties: false }),
  may: mayActForWorker,
  scope: scopeOfPlacement,
  run: async ({ placement: id, reason }, work) => {
    const placement = await holdPlacement(work.transaction, id);
    if (placement.state === 'withdrawn') return { placement: id };
    if (placement.state !== 'placed') throw new Problem('conflict', 'gig-placement-state');
    await unplace(work, placement, 'withdrawn', reason);
    // A placement has the number of the offer that it came from.
    await partTeam(work, await holdOffer(work.transaction, id));
    return { placement: id };
  },
  audit: ({ placement }) => ({ placement }),
});
