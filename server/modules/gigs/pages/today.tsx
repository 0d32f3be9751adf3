import { createHash } from 'node:crypto';
import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type Language, type Said, say } from '../../../kernel/i18n/said.ts';
import type { PageContent } from '../../../kernel/page/page.tsx';
import { dayOf } from '../../../kernel/term/day.ts';
import { Hidden, type Visit, type Wrong, WrongSummary } from '../../portal/module.ts';
import type { ShownPlacement, WorkerDay } from '../dawn/contract.ts';
import type { ShownOrder } from '../orders/contract.ts';
import { timeOf } from '../shifts.ts';
import { pageWords } from '../words/pages.ts';
import { joinWords } from '../words/pages-join.ts';
import { todayWords as words } from '../words/pages-today.ts';
import { WorkerFrame } from './frame.tsx';
import { MissedOffer, OfferToAnswer, OrderFacts } from './offer.tsx';
import type { OwnDay, Way } from './own-day.ts';
import { Declined, justDeclined, Why } from './round.tsx';
import { clockText, dayText, stretchText } from './written.ts';

/** What the fields of the forms on it are called. Of several jobs each has its own form: `at` is the one that was sent. */
const labelsAt = (at: string): Readonly<Record<string, Said>> => ({
  [`code-${at}`]: words.code,
  [`why-${at}`]: words.withdrawWhy,
});

/** The command's names for them, as the page has them. */
const wrongAt = (wrong: Wrong, at: string): Wrong => {
  const names: Readonly<Record<string, string>> = { code: `code-${at}`, reason: `why-${at}` };
  return { ...wrong, fields: new Map([...wrong.fields].map(([name, message]) => [names[name] ?? name, message])) };
};

/** What was typed into the form of one job and is wrong: `at` names the job. */
export type Typed = { readonly at: string; readonly wrong: Wrong; readonly code: string; readonly reason: string };

/** The worker's page of today. What changes by itself stands in one element, which the page's script asks for again. */
export function todayPage({ language }: Visit, day: OwnDay, now: Date, typed?: Typed): PageContent {
  const title = say(words.title, language);
  // The tag is that of what everybody reads: what was typed stays until something else is new.
  const { tag } = renderToday(day, now, language);
  const { html } = renderToday(day, now, language, typed);
  const wrong = typed && wrongAt(typed.wrong, typed.at);
  const body = (
    <WorkerFrame language={language} number={day.number} polls="/gigs/today/part">
      <h1>{title}</h1>
      {wrong && <WrongSummary wrong={wrong} labels={labelsAt(typed?.at ?? '')} language={language} />}
      <div
        id="live"
        tabIndex={-1}
        data-at={now.toISOString()}
        data-tag={tag}
        // Our own markup, rendered just now.
        dangerouslySetInnerHTML={{ __html: html }}
      />
      <p class="way refresh">
        <a href="/gigs/today">{say(words.refresh, language)}</a>
      </p>
      <ul class="ways">
        <li>
          <a href="/gigs/work">{say(pageWords.toWork, language)}</a>
        </li>
        <li>
          <a href="/gigs/team">{say(pageWords.toTeam, language)}</a>
        </li>
        <li>
          <a href="/gigs/profile">{say(pageWords.toProfile, language)}</a>
        </li>
        <li>
          <a href="/gigs/rules">{say(pageWords.toRules, language)}</a>
        </li>
      </ul>
    </WorkerFrame>
  );
  return { title, description: title, body };
}

/** What changes by itself, and the tag by which the page's script asks whether it has. */
export function renderToday(
  day: OwnDay,
  now: Date,
  language: Language,
  typed?: Typed,
): { readonly html: string; readonly tag: string } {
  const html = renderToString(<TodayPart day={day} now={now} typed={typed} language={language} />);
  // Weak, because the same goes out plain and compressed.
  return { html, tag: `W/"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"` };
}

/** Nothing of it depends on the minute, so that the same day reads the same. */
type Part = { day: OwnDay; now: Date; typed: Typed | undefined; language: Language };

function TodayPart({ day, now, typed, language }: Part) {
  const { checkIn, offers, placements } = day;
  const offer = offers.find(({ state }) => state === 'offered');
  const standing = placements.filter(({ state }) => state !== 'withdrawn');
  const agreed = standing.filter(({ state }) => state === 'placed' || state === 'started');
  const isBusy = agreed.length > 0;
  const declined = justDeclined(day);
  const missed = offers.find(({ state, order }) => state === 'lapsed' && Date.parse(order.startsAt) > now.getTime());
  return (
    <>
      {checkIn && !checkIn.hasLeft && <Place checkIn={checkIn} language={language} />}
      {day.isPaused && <Paused isIn={checkIn !== null && !checkIn.hasLeft} language={language} />}
      {day.calledOff.map((order) => (
        <CalledOff key={order.id} order={order} today={day.day} language={language} />
      ))}
      {!offer && declined && <Declined offer={declined} day={day} language={language} />}
      {offer && <OfferToAnswer offer={offer} today={day.day} language={language} />}
      {!offer && !isBusy && missed && <MissedOffer offer={missed} today={day.day} language={language} />}
      {standing.length > 0 && (
        <section aria-labelledby="mine">
          <h2 id="mine">{say(words.mine, language)}</h2>
          {standing.map((placement) => (
            <Job
              key={placement.id}
              placement={placement}
              way={day.ways[placement.id]}
              today={day.day}
              now={now}
              lateMinutes={day.lateWithdrawalMinutes}
              typed={typed?.at === placement.id ? typed : undefined}
              language={language}
            />
          ))}
        </section>
      )}
      {!checkIn && !day.isPaused && standing.length === 0 && (
        <>
          <h2>{say(words.notIn, language)}</h2>
          <p>{say(words.notInLead, language)}</p>
        </>
      )}
      {checkIn?.hasLeft && (
        <>
          <p class="lead">{say(words.hasLeft, language)}</p>
          {isBusy && <p>{say(words.hasLeftAgreed, language)}</p>}
          <p>{say(words.hasLeftHint, language)}</p>
        </>
      )}
      {checkIn && !checkIn.hasLeft && !offer && !day.isPaused && (
        <Waiting day={day} checkIn={checkIn} isBusy={isBusy} language={language} />
      )}
      {day.passedOver.length > 0 && (
        <section aria-labelledby="passed">
          <h2 id="passed">{say(words.passedOver, language)}</h2>
          <ul>
            {day.passedOver.map(({ order, at, reason }) => (
              <li key={`${order} ${at}`}>{say(words.passedOverOne, language, { order, time: clockText(at), reason })}</li>
            ))}
          </ul>
        </section>
      )}
      {checkIn && !checkIn.hasLeft && !agreed.some(({ order }) => order.day === day.day) && (
        <Leave isBusy={isBusy} language={language} />
      )}
    </>
  );
}

/** Whoever has work today has nothing to leave: it would look like calling it off. Work of another day stays agreed, and it says so. */
const Leave = ({ isBusy, language }: { isBusy: boolean; language: Language }) => (
  <form
    class="form"
    method="post"
    action="/gigs/today/leave"
    data-offline={say(isBusy ? words.leaveAgreed : words.leave, language)}
  >
    <Hidden />
    <button type="submit" class="second">
      {say(isBusy ? words.leaveAgreed : words.leave, language)}
    </button>
    {isBusy && <p class="quiet">{say(words.leaveAgreedHint, language)}</p>}
  </form>
);

type CheckIn = NonNullable<WorkerDay['checkIn']>;

const Place = ({
  checkIn: { number, ahead, calledUpTo, stationName, mornings },
  language,
}: {
  checkIn: CheckIn;
  language: Language;
}) => (
  <div class="place">
    <p>
      <span class="quiet">{say(words.myNumber, language)}</span> <strong class="number-big">{number}</strong>
    </p>
    <p>
      {ahead === 0 ? say(words.first, language) : say(words.ahead, language, { ahead })}
      {calledUpTo > 0 && <> · {say(words.called, language, { number: calledUpTo })}</>}
      <br />
      <span class="quiet">{say(words.atStation, language, { station: say(stationName, language) })}</span>
    </p>
    {mornings > 0 && <p>{say(words.mornings, language, { mornings })}</p>}
  </div>
);

function Waiting({ day, checkIn, isBusy, language }: { day: OwnDay; checkIn: CheckIn; isBusy: boolean; language: Language }) {
  if (isBusy || day.placements.some(({ state }) => state === 'finished'))
    return <SecondJob day={day} checkIn={checkIn} language={language} />;
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">{say(words.waiting, language)}</h2>
      <p>{say(words.waitingLead, language)}</p>
      <Why day={day} language={language} />
    </section>
  );
}

const SecondJob = ({ day, checkIn, language }: { day: OwnDay; checkIn: CheckIn; language: Language }) => (
  <form class="form" method="post" action="/gigs/today/more">
    <Hidden fields={{ more: checkIn.wantsMore ? '' : '1' }} />
    {checkIn.wantsMore && (
      <>
        <p>{say(words.wantsMore, language)}</p>
        <Why day={day} language={language} />
      </>
    )}
    <button type="submit" class="second">
      {say(checkIn.wantsMore ? words.noMore : words.more, language)}
    </button>
    {!checkIn.wantsMore && <p class="quiet">{say(words.moreHint, language)}</p>}
  </form>
);

/** Work that was agreed, and what is to be done about it next. */
function Job({
  placement,
  way,
  today,
  now,
  lateMinutes,
  typed,
  language,
}: {
  placement: ShownPlacement;
  way: Way | undefined;
  today: string;
  now: Date;
  lateMinutes: number;
  typed: Typed | undefined;
  language: Language;
}) {
  const { id, order, state, byHand } = placement;
  const isLate = order.day === today && way?.leaveBy != null && Date.parse(way.leaveBy) < now.getTime();
  // Whoever has begun, or comes late as was agreed, needs no time to leave.
  const shownWay = way && (state === 'started' || isLate) ? { ...way, leaveBy: null } : way;
  return (
    <article class="job">
      <h3>
        {say(order.tradeName, language)} · {stretchText(order, today, language)}
      </h3>
      <p>
        <strong>{say(words[state as Exclude<typeof state, 'withdrawn'>], language)}</strong>
        {/* reason: withdrawn ones are left out above */}
      </p>
      {state === 'placed' && byHand !== null && <p>{say(words.byHand, language, { reason: byHand })}</p>}
      {state === 'no-show' && <p>{say(words.noShowHint, language)}</p>}
      {state === 'placed' && <Going order={order} isLate={isLate} leaveBy={way?.leaveBy ?? null} language={language} />}
      {state === 'placed' && order.day === today && (
        <AtSite placement={id} what="start" typed={typed?.code} language={language} />
      )}
      {state === 'started' && (
        <AtSite
          placement={id}
          what="end"
          isEarly={Date.parse(order.endsAt) > now.getTime()}
          typed={typed?.code}
          language={language}
        />
      )}
      {(state === 'placed' || state === 'started') && (
        <OrderFacts order={order} way={shownWay} today={today} language={language} />
      )}
      {state === 'placed' && (
        <Withdraw placement={placement} today={today} now={now} lateMinutes={lateMinutes} typed={typed} language={language} />
      )}
    </article>
  );
}

/** Where to be, and when: of a bus, before it leaves the station. */
function Going({
  order: { meetingPoint, from, transport },
  isLate,
  leaveBy,
  language,
}: {
  order: ShownOrder;
  isLate: boolean;
  leaveBy: string | null;
  language: Language;
}) {
  if (meetingPoint === '') return isLate ? <Next language={language}>{say(words.nextLate, language)}</Next> : null;
  const place = { place: meetingPoint };
  const told = isLate
    ? say(words.nextSoon, language, place)
    : transport !== 'bus-from-station'
      ? say(words.nextGo, language, { ...place, time: from })
      : leaveBy === null
        ? say(words.nextBus, language, place)
        : say(words.nextBusBy, language, { ...place, time: clockText(leaveBy) });
  return <Next language={language}>{told}</Next>;
}

/** By the code of the site a shift begins, and ends by another. Who ends early says why: the pay hangs on it. */
const AtSite = ({
  placement,
  what,
  isEarly = false,
  typed,
  language,
}: {
  placement: string;
  what: 'start' | 'end';
  isEarly?: boolean;
  typed: string | undefined;
  language: Language;
}) => (
  <form
    class="form at-site"
    method="post"
    action={`/gigs/placements/${placement}/${what}`}
    data-offline={say(words[what], language)}
  >
    <label for={`code-${placement}`}>{say(words.code, language)}</label>
    <p class="quiet" id={`code-${placement}-hint`}>
      {say(what === 'start' ? words.startHint : words.endHint, language)}
    </p>
    <input
      id={`code-${placement}`}
      name="code"
      type="text"
      inputMode="numeric"
      maxLength={8}
      value={typed}
      required
      autocomplete="off"
      aria-describedby={`code-${placement}-hint`}
    />
    {isEarly && (
      <fieldset>
        <legend>{say(words.early, language)}</legend>
        {(['left-early', 'sent-home'] as const).map((ending) => (
          <label class="choice" key={ending}>
            <input type="radio" name="ending" value={ending} />
            {say(words[ending], language)}
          </label>
        ))}
      </fieldset>
    )}
    <button type="submit" class="big">
      {say(words[what], language)}
    </button>
  </form>
);

const Next = ({ language, children }: { language: Language; children: ComponentChildren }) => (
  <p class="note">
    <span class="quiet">{say(words.next, language)}</span>
    <br />
    {children}
  </p>
);

type Withdrawing = {
  readonly placement: ShownPlacement;
  readonly today: string;
  readonly now: Date;
  readonly lateMinutes: number;
  readonly typed: Typed | undefined;
  readonly language: Language;
};

const Withdraw = ({ placement, today, now, lateMinutes, typed, language }: Withdrawing) => (
  <details open={typed?.wrong.fields.has('reason')}>
    <summary>{say(words.withdraw, language)}</summary>
    <form class="form" method="post" action={`/gigs/placements/${placement.id}/withdraw`}>
      <p class="quiet">{say(words.withdrawHint, language)}</p>
      {/* What an officer arranged by hand nobody had promised. */}
      {placement.byHand === null && lateMinutes > 0 && (
        <p>
          <strong>{lateText(placement.order, { today, now, lateMinutes, language })}</strong>
        </p>
      )}
      <label for={`why-${placement.id}`}>{say(words.withdrawWhy, language)}</label>
      <input
        id={`why-${placement.id}`}
        name="reason"
        type="text"
        maxLength={200}
        value={typed?.reason}
        required
        autocomplete="off"
      />
      <button type="submit">{say(words.withdrawSend, language)}</button>
    </form>
  </details>
);

/** From when on calling it off counts as a broken promise, or that it does by now. */
function lateText(order: ShownOrder, { today, now, lateMinutes, language }: Omit<Withdrawing, 'placement' | 'typed'>): string {
  const from = new Date(Date.parse(order.startsAt) - lateMinutes * 60_000);
  if (now >= from) return say(words.withdrawLate, language, { minutes: lateMinutes });
  return say(words.withdrawLateFrom, language, { day: dayText(dayOf(from), today, language), time: timeOf(from) });
}

/** Said after it: that it was taken down, and what becomes of the place. */
const CalledOff = ({ order, today, language }: { order: ShownOrder; today: string; language: Language }) => (
  <div class="note told" role="status">
    <p>
      <strong>{say(words.calledOff, language)}</strong>
      <br />
      {say(words.order, language, { order: order.number })} · {say(order.tradeName, language)} ·{' '}
      {stretchText(order, today, language)}
    </p>
    <p>{say(words.calledOffNext, language)}</p>
  </div>
);

/** Nothing is looked for: why, and the way on. */
const Paused = ({ isIn, language }: { isIn: boolean; language: Language }) => (
  <section aria-labelledby="paused">
    <h2 id="paused">{say(words.paused, language)}</h2>
    <form class="form" method="post" action="/gigs/profile/pause">
      <Hidden fields={{ paused: '', next: '/gigs/today' }} />
      <p>{say(isIn ? words.pausedInLine : words.pausedLead, language)}</p>
      <button type="submit" class="big">
        {say(joinWords.resume, language)}
      </button>
    </form>
  </section>
);
