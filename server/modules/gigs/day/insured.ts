import type { Work } from '../../../kernel/command/command.ts';
import { said } from '../../../kernel/i18n/said.ts';
import { insuranceOf } from '../dawn/place.ts';
import type { Placement } from '../dawn/placement-store.ts';
import { listPlacementsOfOrders } from '../dawn/placement-store.ts';
import type { Order } from '../orders/contract.ts';
import { countService } from '../services/count.ts';
import { timeOf } from '../shifts.ts';
import { tellResident } from '../tell.ts';

/** A shift begins with its insurance recorded: one person-time `insured`, once a placement. */
export const countInsured = (work: Work, placement: Placement): Promise<string> =>
  countService(work, {
    worker: placement.worker,
    service: 'insured',
    day: placement.day,
    station: placement.station,
    desk: 'insurance',
    note: '',
    source: insuranceOf(placement.id),
  });

/** A shift begins without it: the worker is told in so many words. */
export const tellUninsured = (work: Work, { worker }: Placement, order: Order): Promise<boolean> =>
  tellResident(work, worker, {
    subject: said('没有保险', 'No insurance'),
    text: said(
      '【乐业】您已上工（{day} {from}“{site}”的活），老板没有登记意外保险。干活请格外小心；有疑问找零工站窗口。',
      'Leye: you have begun work (the shift of {day}, {from}, “{site}”) and no accident insurance was recorded. Take extra care; ask the station’s counter if in doubt.',
    ),
    params: { day: order.day, from: timeOf(order.startsAt), site: order.site },
  });

/**
 * The policy was recorded before the start: whoever is placed is told. Who came early and has begun already counts as insured from now on,
 * because the shift itself has not begun.
 */
export async function tellInsured(work: Work, order: Order, insurer: string): Promise<number> {
  const { db, district } = work.transaction;
  const placed = (await listPlacementsOfOrders(work.transaction, [order.id])).filter(
    ({ state, isInsured }) => state === 'placed' || (state === 'started' && isInsured === false),
  );
  for (const placement of placed) {
    if (placement.state === 'started') {
      await db
        .updateTable('gig_placement')
        .set({ is_insured: true })
        .where('district', '=', district)
        .where('id', '=', placement.id)
        .execute();
      await countInsured(work, placement);
    }
    await tellResident(work, placement.worker, {
      subject: said('已登记保险', 'Insurance recorded'),
      text: said(
        '【乐业】您 {day} {from} 在“{site}”的活，老板已登记保险，承保公司：{insurer}。',
        'Leye: insurance is recorded for your shift on {day} at {from}, “{site}”. Insurer: {insurer}.',
      ),
      params: { day: order.day, from: timeOf(order.startsAt), site: order.site, insurer },
    });
  }
  return placed.length;
}
