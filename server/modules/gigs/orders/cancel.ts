import { Type } from 'typebox';
import { command } from '../../../kernel/command/command.ts';
import { Text } from '../../../kernel/command/text.ts';
import { Problem } from '../../../kernel/problem.ts';
import { unplace } from '../dawn/place.ts';
import { listPlacementsOfOrders } from '../dawn/placement-store.ts';
import { mayOrder } from '../may.ts';
import { Id } from '../shapes.ts';
import { scopeOfOrder } from './commands.ts';
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
    for (const placement of standing) await unplace(work, placement, 'cancelled', reason);
    return { order: id, placements: standing.length };
  },
  audit: ({ order, reason }, { placements }) => ({ order, reason, placements }),
});
