import { type Language, type Said, say } from '../../../kernel/i18n/said.ts';
import type { PageContent } from '../../../kernel/page/page.tsx';
import { writeDay } from '../../../kernel/page/written.ts';
import { Hidden, type Shown, TextField, type Visit, WrongSummary } from '../../portal/module.ts';
import { yuanOf } from '../money.ts';
import type { ShownOrder } from '../orders/contract.ts';
import type { OrderPerson } from '../orders/queries.ts';
import { Codes, Everybody } from './day-sections.tsx';
import { stateOf } from './list-page.tsx';
import { employerWords as words } from './words.ts';

export const orderPageFields = ['seats', 'meetingPoint', 'bring', 'insurer', 'number', 'reason'] as const;
type Field = (typeof orderPageFields)[number];

const labels: Readonly<Record<string, Said>> = {
  seats: words.seats,
  insurer: words.insurer,
  number: words.policyNumber,
  reason: words.cancelReason,
};

const states: Readonly<Record<string, Said>> = {
  placed: words.statePlaced,
  started: words.stateStarted,
  finished: words.stateFinished,
  'no-show': words.stateNoShow,
  withdrawn: words.stateWithdrawn,
  cancelled: words.stateCancelled,
};

export type OrderGround = {
  readonly employer: string;
  readonly order: ShownOrder;
  readonly tradeLicence: Said | null;
  readonly people: readonly OrderPerson[];
  /** The codes of the day; null before it and long after. */
  readonly code: { readonly start: string; readonly end: string } | null;
  readonly now: string;
};

/** One order: who comes, and what can still be done about it. */
export function orderPage({ language }: Visit, ground: OrderGround, shown: Shown<Field>): PageContent {
  const { order, people, tradeLicence, employer, code } = ground;
  const title = say(words.order, language, { number: order.number, trade: say(order.tradeName, language) });
  const action = `/employer/${employer}/orders/${order.id}`;
  const isOpen = order.state === 'open' && order.endsAt > ground.now;
  const field = { shown, language };
  const body = (
    <>
      <h1>{title}</h1>
      {shown.wrong && <WrongSummary wrong={shown.wrong} labels={labels} language={language} />}
      <p class="lead">
        {writeDay(order.day, language)} {order.from}–{order.to} · {order.site}
      </p>
      <p>
        <strong>{stateOf(order, language)}</strong> · {yuanOf(order.pay)} {language === 'zh' ? '元' : 'yuan'}／
        {say(order.payBy === 'day' ? words.byDay : words.byHour, language)} ·{' '}
        {say(order.isInsured ? words.insured : words.notInsured, language)}
      </p>
      {tradeLicence && <p class="quiet">{say(words.licenceNeeded, language, { licence: say(tradeLicence, language) })}</p>}
      <ul class="ways">
        <li>
          <a href={`/employer/${employer}/orders/new?copy=${order.id}`}>{say(words.postAgain, language)}</a>
        </li>
        <li>
          <a href={`/employer/${employer}/orders`}>{say(words.back, language)}</a>
        </li>
      </ul>
      <section aria-labelledby="people">
        <h2 id="people">{say(words.people, language)}</h2>
        {people.length === 0 && <p>{say(words.nobody, language)}</p>}
        <ul class="ways">
          {people.map((person) => (
            <li key={person.placement}>
              <Person person={person} ground={ground} action={action} language={language} />
            </li>
          ))}
        </ul>
      </section>
      {code !== null && <Codes code={code} language={language} />}
      <Everybody order={order} people={people} action={action} once={shown.once} now={ground.now} language={language} />
      {isOpen && !order.isInsured && order.startsAt > ground.now && (
        <section aria-labelledby="insure">
          <h2 id="insure">{say(words.recordInsurance, language)}</h2>
          <form class="form" method="post" action={`${action}/insurance`}>
            <Hidden once={shown.once} />
            <TextField name="insurer" label={words.insurer} maxLength={60} required {...field} />
            <TextField name="number" label={words.policyNumber} maxLength={60} required {...field} />
            <button type="submit">{say(words.recordInsurance, language)}</button>
          </form>
        </section>
      )}
      {isOpen && (
        <section aria-labelledby="change">
          <h2 id="change">{say(words.change, language)}</h2>
          <form class="form" method="post" action={`${action}/change`}>
            <Hidden once={shown.once} fields={{ revision: String(order.revision) }} />
            <TextField name="seats" label={words.seats} inputMode="numeric" maxLength={3} required {...field} />
            <TextField name="meetingPoint" label={words.meetingPoint} maxLength={120} {...field} />
            <TextField name="bring" label={words.bring} maxLength={200} {...field} />
            <button type="submit">{say(words.save, language)}</button>
          </form>
          <form class="form" method="post" action={`${action}/close`}>
            <Hidden once={shown.once} />
            <button type="submit" class="second">
              {say(words.close, language)}
            </button>
          </form>
        </section>
      )}
      {isOpen && !people.some(({ state }) => state === 'started' || state === 'finished') && (
        <section aria-labelledby="cancel">
          <h2 id="cancel">{say(words.cancel, language)}</h2>
          <form class="form" method="post" action={`${action}/cancel`}>
            <Hidden once={shown.once} />
            <TextField name="reason" label={words.cancelReason} maxLength={200} required {...field} />
            <button type="submit" class="second">
              {say(words.cancel, language)}
            </button>
          </form>
        </section>
      )}
    </>
  );
  return { title, description: title, body };
}

/** Fifteen minutes after the start, in milliseconds: the tap appears when the command would take it. */
const LATE_MS = 15 * 60_000;

function Person({
  person,
  ground: { order, now },
  action,
  language,
}: {
  person: OrderPerson;
  ground: OrderGround;
  action: string;
  language: Language;
}) {
  const isLate = person.state === 'placed' && Date.parse(now) >= Date.parse(order.startsAt) + LATE_MS;
  return (
    <>
      <p>
        <a href={`${action}/people/${person.placement}`}>
          <strong>{person.name}</strong>
        </a>{' '}
        · {person.workerNumber} · {say(states[person.state] ?? words.statePlaced, language)}
      </p>
      {isLate && (
        <form class="form" method="post" action={`${action}/no-show`}>
          <Hidden fields={{ placement: person.placement, replace: 'yes' }} />
          <button type="submit">{say(words.noShow, language)}</button>
        </form>
      )}
    </>
  );
}
