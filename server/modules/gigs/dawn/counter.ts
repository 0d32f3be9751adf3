import { Type } from 'typebox';
import { actorKey } from '../../../kernel/actor/actor.ts';
import { command, type Work } from '../../../kernel/command/command.ts';
import { Text } from '../../../kernel/command/text.ts';
import { Problem } from '../../../kernel/problem.ts';
import { scopeOfStation } from '../market/stations.ts';
import { brokenConditions } from '../matching/conditions.ts';
import { mayRunStation } from '../may.ts';
import type { Order } from '../orders/contract.ts';
import { fillOf, holdOrder } from '../orders/store.ts';
import { policyOn } from '../rules/policy.ts';
import { requireWeather } from '../rules/weather-store.ts';
import { Id } from '../shapes.ts';
import { holdWorker } from '../workers/store.ts';
import { place } from './place.ts';
import { findHeld } from './placement-store.ts';
import { asMatchOrder, readPool, type Waiting } from './pool.ts';

/**
 * An officer gives an order to somebody who stands before them. Always with the reason, which those read who stood further ahead and
 * could have taken it. What the law or the worker's own conditions forbid is not done by hand either.
 * @throws Problem `gig-not-checked-in`, `gig-condition-<broken>`, `gig-order-full`, `gig-order-not-open`, `gig-busy`, `gig-placed-already`, `gig-worked-already`, `gig-weather-stop`
 */
export const placeByHand = command({
  name: 'gigs.place-by-hand',
  route: 'POST /api/gig-stations/:station/placements',
  input: Type.Object({ station: Id, worker: Id, order: Id, reason: Text(4, 200) }, { additionalProperties: false }),
  may: mayRunStation,
  scope: scopeOfStation,
  run: async ({ station, worker, order: id, reason }, work) => {
    const { transaction, now, today, newId, actor } = work;
    const { db, district } = transaction;
    await holdWorker(transaction, worker);
    const held = await findHeld(transaction, worker, id);
    if (held) throw new Problem('conflict', held.state === 'placed' ? 'gig-placed-already' : 'gig-worked-already');
    const order = await orderWithSeat(work, id);
    if (order.station !== station) throw new Problem('not-found', 'no-gig-order');
    const pool = await readPool(transaction, { station, day: today, now, only: [worker] });
    const [waiting] = pool;
    if (!waiting) throw new Problem('conflict', 'gig-not-checked-in');
    await requirePossible(work, waiting, order);
    await requireWeather(transaction, order, { hours: false });
    // Whatever else they were being asked is settled by this.
    await db
      .updateTable('gig_offer')
      .set({ state: 'withdrawn', answered_at: now, reason: 'placed-by-hand' })
      .where('district', '=', district)
      .where('worker', '=', worker)
      .where('state', '=', 'offered')
      .execute();
    const offer = newId();
    const passed = await passedOver(work, station, waiting, order);
    await db
      .insertInto('gig_offer')
      .values({
        district,
        id: offer,
        worker,
        order: id,
        station,
        day: today,
        way: 'counter',
        state: 'accepted',
        offered_at: now,
        offered_by: actorKey(actor),
        answer_by: now,
        answered_at: now,
        reason,
      })
      .execute();
    if (passed.length > 0)
      await db
        .insertInto('gig_passed_over')
        .values(passed.map((person) => ({ district, worker: person, offer, day: today })))
        .execute();
    await place(work, { id: offer, worker, order: id, station }, order);
    return { placement: offer, passedOver: passed.length };
  },
  audit: ({ station, worker, order, reason }, { placement, passedOver: passed }) => ({
    station,
    worker,
    order,
    reason,
    placement,
    passedOver: passed,
  }),
});

async function orderWithSeat({ transaction, now }: Work, id: string): Promise<Order> {
  const order = await holdOrder(transaction, id);
  if (order.state !== 'open' || order.endsAt <= now) throw new Problem('conflict', 'gig-order-not-open');
  const fill = (await fillOf(transaction, [id])).get(id);
  if (!fill || fill.open === 0) throw new Problem('conflict', 'gig-order-full');
  return order;
}

async function requirePossible(work: Work, worker: Waiting, order: Order): Promise<void> {
  const policy = await policyOn(work.transaction, work.today);
  // What they turned down this morning they may take after all, now that they stand here and say so.
  const [broken] = brokenConditions({ ...worker, refused: [] }, asMatchOrder(order, 1), policy);
  if (broken) throw new Problem('conflict', `gig-condition-${broken}`);
}

/** Who stands further ahead, still waits, and could have taken it. */
export async function passedOver(
  { transaction, now, today }: Pick<Work, 'transaction' | 'now' | 'today'>,
  station: string,
  chosen: Waiting,
  order: Order,
): Promise<string[]> {
  const policy = await policyOn(transaction, today);
  const ahead = (await readPool(transaction, { station, day: today, now })).filter(({ number }) => number < chosen.number);
  return ahead.filter((worker) => brokenConditions(worker, asMatchOrder(order, 1), policy).length === 0).map(({ id }) => id);
}

/** The screen calls the numbers up to this one to the counter. Never backwards. */
export const callNumbers = command({
  name: 'gigs.call-numbers',
  route: 'POST /api/gig-stations/:station/call',
  input: Type.Object({ station: Id, upTo: Type.Integer({ minimum: 1 }) }, { additionalProperties: false }),
  may: mayRunStation,
  scope: scopeOfStation,
  run: async ({ station, upTo }, { transaction: { client, district }, today }) => {
    const { rows } = await client.query<{ called_up_to: number }>(
      `UPDATE gig_station_day SET called_up_to = greatest(called_up_to, least($4, last_number))
       WHERE district = $1 AND station = $2 AND day = $3 RETURNING called_up_to`,
      [district, station, today, upTo],
    );
    return { calledUpTo: rows[0]?.called_up_to ?? 0 };
  },
  audit: ({ station }, { calledUpTo }) => ({ station, calledUpTo }),
});
