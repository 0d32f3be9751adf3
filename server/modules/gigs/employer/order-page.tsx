import { type Language, type Said, say } from '../../../kernel/i18n/said.ts';
import type { PageContent } from '../../../kernel/page/page.tsx';
import { Hidden, type Shown, TextField, TimeField, type Visit, WrongSummary } from '../../portal/module.ts';
import type { OneOrder } from '../orders/queries.ts';
import { timeOf } from '../shifts.ts';
import { Back } from './back.tsx';
import { type Choices, insurances, levels, paid, ways } from './choices.ts';
import { Codes, Everybody, People } from './day-sections.tsx';
import { stateOf } from './list-page.tsx';
import { Posted } from './posted.tsx';
import { employerWords as words } from './words.ts';
import { dayText, hoursText, payText } from './written.ts';

export const orderPageFields = ['seats', 'meetingPoint', 'busLeavesAt', 'bring', 'insurer', 'number', 'reason'] as const;
type Field = (typeof orderPageFields)[number];

const labels: Readonly<Record<string, Said>> = {
  seats: words.seats,
  insurer: words.insurer,
  number: words.policyNumber,
  reason: words.cancelReason,
};

export type OrderGround = OneOrder & {
  readonly employer: string;
  /** The codes of the day; null before it and long after. */
  readonly code: { readonly start: string; readonly end: string } | null;
  readonly isManager: boolean;
  /** What became of a seat that was reported empty: somebody was asked, or nobody could be. */
  readonly next: 'asked' | 'nobody' | undefined;
  /** The posting that has just been sent, to be said once. */
  readonly posted: string | undefined;
  readonly today: string;
  readonly now: string;
};

/** One order: who comes, what the day needs, and what can still be done about it. */
export function orderPage({ language }: Visit, ground: OrderGround, shown: Shown<Field>): PageContent {
  const { order, people, employer, code, isManager } = ground;
  const title = say(words.order, language, { number: order.number, trade: say(order.tradeName, language) });
  const base = `/employer/${employer}/orders`;
  const action = `${base}/${order.id}`;
  const body = (
    <>
      <h1>{title}</h1>
      {shown.wrong && <WrongSummary wrong={shown.wrong} labels={labels} language={language} />}
      <Posted orders={[order]} posting={ground.posted} today={ground.today} isTooLate={isTooLate(ground)} language={language} />
      <p class="lead">
        {dayText(order.day, ground.today, language)} {hoursText(order, language)}
        <br />
        {order.site}
      </p>
      <p>
        <strong>{stateOf(order, language)}</strong> · {payText(order, language)}
      </p>
      {order.warnings.map(({ code, says, law }) => (
        <p key={code} class="note warning">
          {say(says, language)} <span class="quiet">{say(law, language)}</span>
        </p>
      ))}
      <Sending ground={ground} language={language} />
      {ground.next && (
        <p class="note" role="status">
          {say(ground.next === 'asked' ? words.nextAsked : words.nextNobody, language)}
        </p>
      )}
      {code !== null && <Codes code={code} language={language} />}
      <Everybody order={order} people={people} action={action} once={shown.once} now={ground.now} language={language} />
      <People order={order} people={people} action={action} now={ground.now} language={language} />
      {isManager && <Insure ground={ground} action={action} shown={shown} language={language} />}
      <Promised ground={ground} language={language} />
      {isManager && <Change ground={ground} action={action} shown={shown} language={language} />}
      <Back to={base} said={words.back} language={language}>
        {isManager && (
          <li>
            <a href={`${base}/new?copy=${order.id}`}>{say(words.postAgain, language)}</a>
          </li>
        )}
      </Back>
    </>
  );
  return { title, description: title, body };
}

type Section = {
  readonly ground: OrderGround;
  readonly action: string;
  readonly shown: Shown<Field>;
  readonly language: Language;
};

const isOpen = ({ order, now }: OrderGround): boolean => order.state === 'open' && order.endsAt > now;

const isTooLate = ({ now, roundsUntil }: OrderGround): boolean => now > roundsUntil;

/** Until when rounds send people to work of today; then what to do about the places that are left. */
function Sending({ ground, language }: Pick<Section, 'ground' | 'language'>) {
  const { order, now, today } = ground;
  const missing = order.seats - order.fill.placed;
  if (order.state !== 'open' || order.day !== today || missing === 0 || order.startsAt <= now) return null;
  const time = timeOf(new Date(ground.roundsUntil));
  if (!isTooLate(ground)) return <p class="quiet">{say(words.sentUntil, language, { time })}</p>;
  return <p class="note">{say(words.sentNoMore, language, { time, n: missing, telephone: ground.stationTelephone })}</p>;
}

/** The policy's number, as long as it can still be said; workers are told that there is none until then. */
function Insure({ ground, action, shown, language }: Section) {
  const { order, now } = ground;
  if (!isOpen(ground) || order.isInsured || order.startsAt <= now) return null;
  const field = { shown, language, required: true };
  return (
    <section aria-labelledby="insure">
      <h2 id="insure">{say(words.recordInsurance, language)}</h2>
      <p>{say(words.insureLead, language)}</p>
      <form class="form" method="post" action={`${action}/insurance`}>
        <Hidden once={shown.once} />
        <TextField name="insurer" label={words.insurer} maxLength={60} {...field} />
        <TextField name="number" label={words.policyNumber} maxLength={60} {...field} />
        <button type="submit">{say(words.recordInsurance, language)}</button>
      </form>
    </section>
  );
}

/** What the order promises, as workers read it. */
function Promised({ ground: { order, tradeLicence, tradeAge }, language }: { ground: OrderGround; language: Language }) {
  const named = (choices: Choices, value: string | number): string => {
    const found = choices.find(([one]) => one === String(value))?.[1];
    return found === undefined ? String(value) : typeof found === 'string' ? found : say(found, language);
  };
  const rows: readonly (readonly [Said, string])[] = [
    [words.level, named(levels, order.level)],
    [words.breakMinutes, String(order.breakMinutes)],
    [words.paidWithinDays, named(paid, order.paidWithinDays)],
    [
      words.insurance,
      order.insurance === 'none'
        ? say(words.insuranceNone, language)
        : `${named(insurances, order.insurance)} · ${say(order.isInsured ? words.insured : words.notInsured, language)}`,
    ],
    [words.outdoors, say(order.outdoors ? words.yes : words.no, language)],
    [words.meals, say(order.meals ? words.yes : words.no, language)],
    [
      words.transport,
      order.bus === null
        ? named(ways, order.transport)
        : say(words.busAt, language, { way: named(ways, order.transport), time: order.bus }),
    ],
    ...(order.meetingPoint === '' ? [] : [[words.meetingPoint, order.meetingPoint] as const]),
    ...(order.bring === '' ? [] : [[words.bring, order.bring] as const]),
  ];
  return (
    <section aria-labelledby="said">
      <h2 id="said">{say(words.said, language)}</h2>
      {tradeAge && (
        <p class="quiet">{say(words.ageFrom, language, { youngest: tradeAge.youngest, law: say(tradeAge.law, language) })}</p>
      )}
      {tradeLicence && <p class="quiet">{say(words.licenceNeeded, language, { licence: say(tradeLicence, language) })}</p>}
      <dl class="pairs lines">
        {rows.map(([label, text]) => (
          <div key={label.en}>
            <dt>{say(label, language)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Changing, closing, cancelling: seldom, so behind a tap. */
function Change({ ground, action, shown, language }: Section) {
  if (!isOpen(ground)) return null;
  const field = { shown, language };
  const isCancellable = !ground.people.some(({ state }) => state === 'started' || state === 'finished');
  return (
    <>
      <details open={shown.wrong !== undefined}>
        <summary>{say(words.change, language)}</summary>
        <form class="form" method="post" action={`${action}/change`}>
          <Hidden once={shown.once} fields={{ revision: String(ground.order.revision) }} />
          <TextField name="seats" label={words.seats} inputMode="numeric" maxLength={3} required {...field} />
          <TextField name="meetingPoint" label={words.meetingPoint} maxLength={120} {...field} />
          {ground.order.transport === 'bus-from-station' && (
            <TimeField name="busLeavesAt" label={words.busLeavesAt} hint={words.busHint} isOptional {...field} />
          )}
          <TextField name="bring" label={words.bring} maxLength={200} {...field} />
          <button type="submit">{say(words.save, language)}</button>
        </form>
      </details>
      <details>
        <summary>{say(words.close, language)}</summary>
        <p>{say(words.closeLead, language)}</p>
        <form class="form" method="post" action={`${action}/close`}>
          <Hidden once={shown.once} />
          <button type="submit">{say(words.close, language)}</button>
        </form>
      </details>
      {isCancellable && (
        <details open={shown.wrong !== undefined}>
          <summary>{say(words.cancel, language)}</summary>
          <form class="form" method="post" action={`${action}/cancel`}>
            <Hidden once={shown.once} />
            <TextField name="reason" label={words.cancelReason} maxLength={200} required {...field} />
            <button type="submit">{say(words.cancel, language)}</button>
          </form>
        </details>
      )}
    </>
  );
}
