import { Type } from 'typebox';
import { command, type Work } from '../../../kernel/command/command.ts';
import { Text } from '../../../kernel/command/text.ts';
import { said } from '../../../kernel/i18n/said.ts';
import { Problem } from '../../../kernel/problem.ts';
import { unplace } from '../dawn/place.ts';
import { listPlacementsOfOrders } from '../dawn/placement-store.ts';
import { mayOrder } from '../may.ts';
import { requireHarmless } from '../ratings/harmless.ts';
import { Id } from '../shapes.ts';
import { timeOf } from '../shifts.ts';
import { tellResident } from '../tell.ts';
import { scopeOfOrder } from './commands.ts';
import type { Order } from './contract.ts';
import { holdOrder } from './store.ts';

/**
 * The work falls through. Whoever was placed goes back into the line where they stood, with what they waited counted; open offers are
 * withdrawn. After the start nothing is cancelled any more: people are there.
 */
export const cancelOrder = command({
  name: 'gigs.cancel-order',
  route: 'POST /api/gig-orders/:order/cancel',
  input: Type.Object({ order: Id, reason: Text(4, 200) }, { additionalProperties: false }),
  may: mayOrder,
  scope: scopeOfOrder,
  run: async ({ order: id, reason }, work) => {
    const { transaction, now } = work;
    const { db, district } = transaction;
    requireHarmless(reason);
    const order = await holdOrder(transaction, id);
    if (order.state === 'cancelled') return { order: id, placements: 0 };
    const placements = await listPlacementsOfOrders(transaction, [id]);
    if (placements.some(({ state }) => state === 'started' || state === 'finished'))
      throw new Problem('conflict', 'gig-order-begun');
    await db
      .updateTable('gig_order')
      .set({ state: 'cancelled', reason })
      .where('district', '=', district)
      .where('id', '=', id)
      .execute();
    await db
      .updateTable('gig_offer')
      .set({ state: 'withdrawn', answered_at: now, reason: 'order-cancelled' })
      .where('district', '=', district)
      .where('order', '=', id)
      .where('state', '=', 'offered')
      .execute();
    const standing = placements.filter(({ state }) => state === 'placed');
    for (const placement of standing) {
      await unplace(work, placement, 'cancelled', reason);
      await tellCancelled(work, placement.worker, order, reason);
    }
    return { order: id, placements: standing.length };
  },
  audit: ({ order, reason }, { placements }) => ({ order, reason, placements }),
});

const tellCancelled = (work: Work, worker: string, { day, startsAt, site }: Order, reason: string): Promise<boolean> =>
  tellResident(work, worker, {
    subject: said('说好的活取消了', 'Agreed work was cancelled'),
    text: said(
      '【乐业】您 {day} {from} 在“{site}”的活，单位取消了：{reason}。不用去了。今天签过到的，还排在原来的位置。',
      'Leye: the employer has cancelled your work of {day} at {from}, “{site}”: {reason}. Do not go. If you have checked in today you still stand where you stood in the line.',
    ),
    params: { day, from: timeOf(startsAt), site, reason },
  });
