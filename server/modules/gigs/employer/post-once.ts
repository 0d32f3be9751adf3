import { Type } from 'typebox';
import { command } from '../../../kernel/command/command.ts';
import { Problem } from '../../../kernel/problem.ts';
import { mayOrder } from '../may.ts';
import { postOrders } from '../orders/commands.ts';
import { Posting } from '../orders/contract.ts';
import { listOrdersOfEmployer } from '../orders/store.ts';
import { timeOf } from '../shifts.ts';
import { namedTwice, orderedAlready } from './form.ts';

/**
 * Posts day orders as `gigs.post-orders` does, unless the same work is ordered for one of the days already, or the posting itself names a
 * place twice: whoever means a second order says `again`. Asked last, so that what is refused anyway is refused first; nothing is posted then.
 * @throws Problem `gig-order-twice`, and those of `gigs.post-orders`
 */
export const postOnce = command({
  name: 'gigs.post-once',
  route: 'POST /api/gig-postings',
  input: Type.Object({ ...Posting.properties, again: Type.Boolean() }, { additionalProperties: false }),
  may: mayOrder,
  scope: async ({ again: _, ...posting }, work) => await postOrders.scope?.(posting, work),
  run: async ({ again, ...posting }, work) => {
    const posted = await postOrders.run(posting, work);
    if (again) return posted;
    const [from = work.today] = posting.days.toSorted();
    const orders = await listOrdersOfEmployer(work.transaction, posting.employer, from);
    const before = orders.flatMap((order) =>
      order.posting === posted.posting ? [] : [{ ...order, from: timeOf(order.startsAt) }],
    );
    const twice = orderedAlready(posting, before);
    const same = twice.length + namedTwice(posting).length;
    if (same > 0) throw new Problem('conflict', 'gig-order-twice', { orders: same });
    return posted;
  },
  audit: ({ employer, station }, { posting, orders }) => ({ employer, station, posting, orders: orders.length }),
});
