import { Type } from 'typebox';
import { command, type Work } from '../../../kernel/command/command.ts';
import { said } from '../../../kernel/i18n/said.ts';
import { Problem } from '../../../kernel/problem.ts';
import { listPlacementsOfOrders } from '../dawn/placement-store.ts';
import { mayOrder } from '../may.ts';
import { Id, Revision, Time } from '../shapes.ts';
import { tellResident } from '../tell.ts';
import { busOf } from './bus.ts';
import { scopeOfOrder } from './commands.ts';
import type { Order } from './contract.ts';
import { holdOrder } from './store.ts';

/** How many, what to bring, where and when people meet. Hours and pay were promised: for others, cancel or close, and post anew. */
export const changeOrder = command({
  name: 'gigs.change-order',
  route: 'PUT /api/gig-orders/:order',
  input: Type.Object(
    {
      order: Id,
      revision: Revision,
      seats: Type.Integer({ minimum: 1, maximum: 500 }),
      bring: Type.String({ maxLength: 200 }),
      meetingPoint: Type.String({ maxLength: 120 }),
      /** Absent: as it is. Null: not said any more. */
      busLeavesAt: Type.Optional(Type.Union([Time, Type.Null()])),
    },
    { additionalProperties: false },
  ),
  may: mayOrder,
  scope: scopeOfOrder,
  run: async ({ order: id, revision, seats, bring, meetingPoint, busLeavesAt }, work) => {
    const { transaction } = work;
    const { db, district, client } = transaction;
    const order = await holdOrder(transaction, id);
    if (order.state !== 'open') throw new Problem('conflict', 'gig-order-not-open');
    if (order.revision !== revision) throw new Problem('conflict', 'gig-order-changed');
    const { rows } = await client.query<{ held: number }>(
      `SELECT (SELECT count(*) FROM gig_placement WHERE district = $1 AND "order" = $2 AND state IN ('placed', 'started', 'finished'))::integer
            + (SELECT count(*) FROM gig_offer WHERE district = $1 AND "order" = $2 AND state = 'offered')::integer AS held`,
      [district, id],
    );
    const held = rows[0]?.held ?? 0;
    if (seats < held) throw new Problem('conflict', 'gig-seats-promised', { held });
    const bus =
      busLeavesAt === undefined ? order.busLeavesAt : busLeavesAt === null ? null : busOf(order, busLeavesAt, '/busLeavesAt');
    await db
      .updateTable('gig_order')
      .set({ seats, bring, meeting_point: meetingPoint, bus_leaves_at: bus, revision: revision + 1 })
      .where('district', '=', district)
      .where('id', '=', id)
      .execute();
    if (meetingPoint !== order.meetingPoint || bus?.getTime() !== order.busLeavesAt?.getTime()) await tellMeeting(work, order);
    return { revision: revision + 1 };
  },
  audit: ({ order, seats }) => ({ order, seats }),
});

/** Whoever is placed meets elsewhere, or at another time, than they were told: it stands on their page, and they hear of it. */
async function tellMeeting(work: Work, { id, day, site }: Order): Promise<void> {
  const placed = (await listPlacementsOfOrders(work.transaction, [id])).filter(({ state }) => state === 'placed');
  const told = {
    subject: said('集合有变', 'Where or when you meet has changed'),
    text: said(
      '【乐业】您 {day} 在“{site}”的活，集合地点或发车时间改了。新的请看手机上“今天”的页面，或问零工站窗口。',
      'Leye: for your shift on {day}, “{site}”, where you meet or when the bus leaves has changed. See your page of today, or ask the station’s counter.',
    ),
    params: { day, site },
  };
  for (const { worker } of placed) await tellResident(work, worker, told);
}
