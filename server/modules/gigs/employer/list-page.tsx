import { type Language, say } from '../../../kernel/i18n/said.ts';
import type { PageContent } from '../../../kernel/page/page.tsx';
import { writeDay } from '../../../kernel/page/written.ts';
import type { Visit } from '../../portal/module.ts';
import { yuanOf } from '../money.ts';
import type { ShownOrder } from '../orders/contract.ts';
import type { Unpaid } from '../orders/unpaid.ts';
import { Back } from './back.tsx';
import { dayWords } from './day-words.ts';
import { type Copy, likelyCopies } from './form.ts';
import { Posted } from './posted.tsx';
import { employerWords as words } from './words.ts';
import { dayText, hoursText } from './written.ts';

export type OrdersGround = {
  readonly employer: string;
  readonly today: string;
  readonly now: Date;
  /** The posting that has just been sent, to be said once. */
  readonly posted: string | undefined;
  readonly isManager: boolean;
  /** Before an officer has looked at the employer nothing can be posted. */
  readonly isVerified: boolean;
  readonly orders: readonly ShownOrder[];
  readonly unpaid: Unpaid;
  /** Orders that are over and of whose people nobody has said who came. */
  readonly unsaid: readonly string[];
};

/** How many that are over are shown; what is older is in the list of wages. */
const MOST_PAST = 30;

/** What an employer ordered: what is to be done first, then what is to come, each with how far it is filled. */
export function ordersPage({ language }: Visit, ground: OrdersGround): PageContent {
  const { employer, today, isManager, orders, unsaid } = ground;
  const title = say(words.orders, language);
  const toNote = orders.filter(({ id }) => unsaid.includes(id)).toReversed();
  const rest = orders.filter(({ id }) => !unsaid.includes(id));
  const upcoming = rest.filter(({ day }) => day >= today).toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  const past = rest.filter(({ day }) => day < today).slice(0, MOST_PAST);
  const listed = { base: `/employer/${employer}/orders`, today, language };
  const body = (
    <>
      <h1>{title}</h1>
      <Posted orders={orders} posting={ground.posted} today={today} language={language} />
      {isManager ? <Post ground={ground} language={language} /> : <p class="lead">{say(words.foremanLead, language)}</p>}
      {toNote.length > 0 && (
        <section aria-labelledby="to-note">
          <h2 id="to-note">{say(words.toNote, language)}</h2>
          <Orders orders={toNote} {...listed} />
        </section>
      )}
      <section aria-labelledby="upcoming">
        <h2 id="upcoming">{say(words.upcoming, language)}</h2>
        {upcoming.length === 0 ? (
          <p>{say(orders.length === 0 ? words.none : words.noneUpcoming, language)}</p>
        ) : (
          <Orders orders={upcoming} {...listed} />
        )}
      </section>
      <section aria-labelledby="more">
        <h2 id="more">{say(words.more, language)}</h2>
        <ul class="ways">
          {(isManager ? (['wages', 'complaints', 'ratings'] as const) : (['ratings'] as const)).map((path) => (
            <li key={path}>
              <a href={`/employer/${employer}/${path}`}>{say(dayWords[path], language)}</a>
            </li>
          ))}
          <li>
            <a href={`/employer/${employer}`}>{say(words.toEmployer, language)}</a>
          </li>
        </ul>
      </section>
      {past.length > 0 && (
        <details>
          <summary>{say(words.past, language)}</summary>
          <Orders orders={past} {...listed} />
        </details>
      )}
    </>
  );
  return { title, description: title, body };
}

/** The one thing to do here: post the same again; or pay first, where wages are overdue. */
function Post({
  ground: { employer, today, now, isVerified, orders, unpaid },
  language,
}: {
  ground: OrdersGround;
  language: Language;
}) {
  const base = `/employer/${employer}/orders`;
  const [next, ...others] = likelyCopies(orders, now);
  if (!isVerified) return <p class="note warning">{say(words.notVerified, language)}</p>;
  if (unpaid.wages > 0)
    return (
      <>
        <div class="wrong" role="alert">
          <p>
            {say(words.unpaid, language, {
              wages: unpaid.wages,
              yuan: yuanOf(unpaid.amount),
              since: writeDay(unpaid.since ?? today, language),
            })}
          </p>
        </div>
        <p class="go">
          <a class="button" href={`/employer/${employer}/wages`}>
            {say(words.settleWages, language)}
          </a>
        </p>
      </>
    );
  if (!next)
    return (
      <>
        <p class="lead">{say(words.ordersLead, language)}</p>
        <p class="go">
          <a class="button" href={`${base}/new`}>
            {say(words.post, language)}
          </a>
        </p>
      </>
    );
  return (
    <>
      <p class="go">
        <a class="button" href={`${base}/new?copy=${next.orders[0].id}`}>
          <FromTo copy={next} today={today} language={language} />
        </a>
        {next.orders.map((order) => (
          <span class="quiet" key={order.id}>
            {workOf(order, language)} · {say(words.forPeople, language, { n: order.seats })}
          </span>
        ))}
      </p>
      {others.length > 0 && <p>{say(words.copyAlso, language)}</p>}
      <Back to={`${base}/new`} said={words.postOther} language={language}>
        {others.map((copy) => (
          <li key={copy.orders[0].id}>
            <a href={`${base}/new?copy=${copy.orders[0].id}`}>
              <FromTo copy={copy} today={today} language={language} />
              {copy.orders.map((order) => (
                <small key={order.id}>
                  <br />
                  {workOf(order, language)}
                </small>
              ))}
            </a>
          </li>
        ))}
      </Back>
    </>
  );
}

/** Which day's order is posted again, and for which day. */
const FromTo = ({ copy: { orders, to }, today, language }: { copy: Copy; today: string; language: Language }) => (
  <>
    {say(words.copyFrom, language, { day: dayText(orders[0].day, today, language) })}
    <br />
    {to === undefined ? say(words.copyToAny, language) : say(words.copyTo, language, { day: dayText(to, today, language) })}
  </>
);

const workOf = (order: ShownOrder, language: Language): string =>
  `${say(order.tradeName, language)} · ${order.site} · ${hoursText(order, language)}`;

const Orders = ({
  orders,
  base,
  today,
  language,
}: {
  orders: readonly ShownOrder[];
  base: string;
  today: string;
  language: Language;
}) => (
  <ul class="ways">
    {orders.map((order) => (
      <li key={order.id}>
        <a href={`${base}/${order.id}`}>
          <strong>{dayText(order.day, today, language)}</strong> {stateOf(order, language)}
          <br />
          <small>{workOf(order, language)}</small>
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
