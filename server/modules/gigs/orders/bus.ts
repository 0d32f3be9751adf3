import { Problem } from '../../../kernel/problem.ts';
import { dayOf } from '../../../kernel/term/day.ts';
import { instantAt } from '../shifts.ts';
import type { Order } from './contract.ts';

/** No bus waits longer for work than so. */
const LONGEST_BUS_MS = 4 * 3_600_000;

/**
 * When the employer's bus leaves, by a time of day given in the field `at`: before the work begins, so of work soon after midnight on the evening before.
 * @throws Problem `gig-bus-none`, `gig-bus-time`
 */
export function busOf({ transport, startsAt }: Pick<Order, 'transport' | 'startsAt'>, time: string, at: string): Date {
  if (transport !== 'bus-from-station') throw new Problem('invalid', 'gig-bus-none');
  const sameDay = instantAt(dayOf(startsAt), time);
  const leaves = sameDay < startsAt ? sameDay : new Date(sameDay.getTime() - 24 * 3_600_000);
  if (startsAt.getTime() - leaves.getTime() > LONGEST_BUS_MS)
    throw new Problem('invalid', 'gig-bus-time', {}, [{ at, code: 'gig-bus-time' }]);
  return leaves;
}
