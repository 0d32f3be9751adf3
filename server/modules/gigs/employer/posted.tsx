import { type Language, say } from '../../../kernel/i18n/said.ts';
import { addDays } from '../../../kernel/term/day.ts';
import { ChineseName } from '../../portal/module.ts';
import type { ShownOrder } from '../orders/contract.ts';
import { employerWords as words } from './words.ts';
import { dayText, hoursText } from './written.ts';

/** So many are named; the others stand in the list below. */
const MOST_NAMED = 8;

/** What has just been posted, said once on the page that follows: how many, when, where and for how many people. */
export function Posted({
  orders,
  posting,
  today,
  isTooLate = false,
  language,
}: {
  orders: readonly ShownOrder[];
  /** As the page's address names it. */
  posting: string | undefined;
  today: string;
  /** Nobody is looked for any more. */
  isTooLate?: boolean;
  language: Language;
}) {
  const posted = orders.filter((order) => order.posting === posting && order.state !== 'cancelled');
  if (posted.length === 0) return null;
  const soonest = posted.toSorted((one, other) => one.startsAt.localeCompare(other.startsAt));
  // Rounds fill today's orders and tomorrow's.
  const isNear = soonest.some(({ day }) => day <= addDays(today, 1));
  return (
    <div class="note told" role="status">
      <p>
        <strong>{say(words.posted, language, { n: posted.length })}</strong>
      </p>
      <ul>
        {soonest.slice(0, MOST_NAMED).map((order) => (
          <li key={order.id}>
            <OrderLine order={order} today={today} language={language} />
          </li>
        ))}
      </ul>
      {posted.length > MOST_NAMED && <p>{say(words.postedMore, language, { n: posted.length - MOST_NAMED })}</p>}
      {!isTooLate && <p class="quiet">{say(isNear ? words.postedNext : words.postedLater, language)}</p>}
    </div>
  );
}

/** An order in a line: when, what, where, how many people. */
export const OrderLine = ({ order, today, language }: { order: ShownOrder; today: string; language: Language }) => (
  <>
    {dayText(order.day, today, language)} {hoursText(order, language)}
    <br />
    {say(order.tradeName, language)} · <ChineseName name={order.site} language={language} /> ·{' '}
    {say(words.forPeople, language, { n: order.seats })}
  </>
);
