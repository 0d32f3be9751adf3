import { Problem } from '../../../kernel/problem.ts';
import { addMonths, isDay } from '../../../kernel/term/day.ts';

/** No licence of the market's trades holds longer; what is later is a slip of the pen. */
const LONGEST_YEARS = 30;

/** Days before its end on which the worker and the office are reminded of a licence: time to renew it. */
export const RENEW_DAYS = 30;

/** A day until which a licence can hold. @throws Problem `gig-no-such-day`, `gig-licence-over`, `gig-licence-far` */
export function requireLicenceDay(day: string, today: string): void {
  if (!isDay(day)) throw new Problem('invalid', 'gig-no-such-day', { day });
  if (day < today) throw new Problem('invalid', 'gig-licence-over', { day });
  const last = addMonths(today, 12 * LONGEST_YEARS);
  if (day > last) throw new Problem('invalid', 'gig-licence-far', { day: last });
}
