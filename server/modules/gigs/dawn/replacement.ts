import { actorKey, system } from '../../../kernel/actor/actor.ts';
import type { Work } from '../../../kernel/command/command.ts';
import { getStation } from '../market/stations.ts';
import { brokenConditions } from '../matching/conditions.ts';
import { costParts } from '../matching/policy.ts';
import { fillOf, getOrder, holdOrder } from '../orders/store.ts';
import { policyOn } from '../rules/policy.ts';
import { asMatchOrder, readPool } from './pool.ts';

/** Whoever was asked to replace somebody said no, or nothing: the next is asked, as long as the work goes on and the seat is free. */
export async function askNextReplacement(work: Work, id: string): Promise<string | null> {
  const order = await holdOrder(work.transaction, id);
  if (order.state !== 'open' || order.endsAt <= work.now) return null;
  const open = (await fillOf(work.transaction, [id])).get(id)?.open ?? 0;
  return open > 0 ? await askReplacement(work, id, actorKey(system('gigs'))) : null;
}

/** Asks the one who costs least among those who wait and could take a seat of an order that has begun. */
export async function askReplacement(work: Work, id: string, by: string): Promise<string | null> {
  const { transaction, now, today, newId } = work;
  const { db, district } = transaction;
  const order = await getOrder(transaction, id);
  const policy = await policyOn(transaction, today);
  const opening = asMatchOrder(order, 1);
  const possible = (await readPool(transaction, { station: order.station, day: today, now }))
    .filter((worker) => brokenConditions(worker, opening, policy).length === 0)
    .map((worker) => ({ worker, cost: costParts(worker, opening, policy).sum }))
    .sort((a, b) => a.cost - b.cost || a.worker.number - b.worker.number);
  const [best] = possible;
  if (!best) return null;
  const station = await getStation(transaction, order.station);
  const offer = newId();
  await db
    .insertInto('gig_offer')
    .values({
      district,
      id: offer,
      worker: best.worker.id,
      order: id,
      station: order.station,
      day: today,
      way: 'replacement',
      state: 'offered',
      offered_at: now,
      offered_by: by,
      answer_by: new Date(now.getTime() + station.answerMinutes * 60_000),
      cost: best.cost,
    })
    .execute();
  return offer;
}
