import { type Language, say } from '../../../kernel/i18n/said.ts';
import type { PageContent } from '../../../kernel/page/page.tsx';
import { writeDay } from '../../../kernel/page/written.ts';
import type { Visit } from '../../portal/module.ts';
import { yuanOf } from '../money.ts';
import type { ShownOrder } from '../orders/contract.ts';
import type { Unpaid } from '../orders/unpaid.ts';
import { dayWords } from './day-words.ts';
import { employerWords as words } from './words.ts';

/** What an employer ordered: what is to come first, each with how far it is filled. */
export function ordersPage(
  { language }: Visit,
  { employer, today, orders, unpaid }: { employer: string; today: string; orders: readonly ShownOrder[]; unpaid: Unpaid },
): PageContent {
  const title = say(words.orders, language);
  const base = `/employer/${employer}/orders`;
  const upcoming = orders.filter(({ day }) => day >= today).toReversed();
  const past = orders.filter(({ day }) => day < today);
  const [last] = past;
  const body = (
    <>
      <h1>{title}</h1>
      <p class="lead">{say(words.ordersLead, language)}</p>
      {unpaid.wages > 0 && (
        <div class="wrong" role="alert">
          <p>
            {say(words.unpaid, language, {
              wages: unpaid.wages,
              yuan: yuanOf(unpaid.amount),
              since: writeDay(unpaid.since ?? today, language),
            })}
          </p>
        </div>
      )}
      <ul class="ways">
        <li>
          <a href={`${base}/new`}>{say(words.post, language)}</a>
        </li>
        {(['wages', 'complaints', 'ratings'] as const).map((path) => (
          <li key={path}>
            <a href={`/employer/${employer}/${path}`}>{say(dayWords[path], language)}</a>
          </li>
        ))}
        {last && (
          <li>
            <a href={`${base}/new?copy=${last.id}`}>
              {say(words.postAgain, language)} <small>{lineOf(last, language)}</small>
            </a>
          </li>
        )}
      </ul>
      <section aria-labelledby="upcoming">
        <h2 id="upcoming">{say(words.upcoming, language)}</h2>
        {upcoming.length === 0 ? (
          <p>{say(words.none, language)}</p>
        ) : (
          <Orders orders={upcoming} base={base} language={language} />
        )}
      </section>
      {past.length > 0 && (
        <section aria-labelledby="past">
          <h2 id="past">{say(words.past, language)}</h2>
          <Orders orders={past.slice(0, 30)} base={base} language={language} />
        </section>
      )}
    </>
  );
  return { title, description: title, body };
}

const lineOf = ({ day, from, to, tradeName, site }: ShownOrder, language: Language): string =>
  `${writeDay(day, language)} ${from}–${to} · ${say(tradeName, language)} · ${site}`;

const Orders = ({ orders, base, language }: { orders: readonly ShownOrder[]; base: string; language: Language }) => (
  <ul class="ways">
    {orders.map((order) => (
      <li key={order.id}>
        <a href={`${base}/${order.id}`}>
          {lineOf(order, language)} <small>{stateOf(order, language)}</small>
        </a>
      </li>
    ))}
  </ul>
);

/** How far it is, in words: never by colour alone. */
export function stateOf({ state, seats, fill: { placed, offered, open } }: ShownOrder, language: Language): string {
  if (state === 'cancelled') return say(words.cancelled, language);
  const filled = say(words.filled, language, { placed, seats });
  if (state === 'closed') return `${filled} · ${say(words.closed, language)}`;
  if (open === 0 && offered === 0) return `${filled} · ${say(words.full, language)}`;
  return offered === 0 ? filled : `${filled}${say(words.asked, language, { offered })}`;
}
