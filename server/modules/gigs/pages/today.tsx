import { createHash } from 'node:crypto';
import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type Language, say } from '../../../kernel/i18n/said.ts';
import type { PageContent } from '../../../kernel/page/page.tsx';
import { Hidden, type Visit, type Wrong, WrongSummary } from '../../portal/module.ts';
import type { ShownPlacement, WorkerDay } from '../dawn/contract.ts';
import type { ShownOrder } from '../orders/contract.ts';
import { pageWords } from '../words/pages.ts';
import { todayWords as words } from '../words/pages-today.ts';
import { WorkerFrame } from './frame.tsx';
import { MissedOffer, OfferToAnswer, OrderFacts } from './offer.tsx';
import type { OwnDay, Way } from './own-day.ts';
import { Declined, justDeclined, Why } from './round.tsx';
import { clockText, stretchText } from './written.ts';

/** The worker's page of today. What changes by itself stands in one element, which the page's script asks for again. */
export function todayPage({ language }: Visit, day: OwnDay, now: Date, wrong?: Wrong): PageContent {
  const title = say(words.title, language);
  const part = renderToday(day, now, language);
  const body = (
    <WorkerFrame language={language} number={day.number} polls="/gigs/today/part">
      <h1>{title}</h1>
      {wrong && <WrongSummary wrong={wrong} language={language} />}
      <div
        id="live"
        tabIndex={-1}
        data-at={now.toISOString()}
        data-tag={part.tag}
        // Our own markup, rendered just now: its tag has to be that of these very bytes.
        dangerouslySetInnerHTML={{ __html: part.html }}
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
export function renderToday(day: OwnDay, now: Date, language: Language): { readonly html: string; readonly tag: string } {
  const html = renderToString(<TodayPart day={day} now={now} language={language} />);
  // Weak, because the same goes out plain and compressed.
  return { html, tag: `W/"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"` };
}

/** Nothing of it depends on the minute, so that the same day reads the same. */
function TodayPart({ day, now, language }: { day: OwnDay; now: Date; language: Language }) {
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
              language={language}
            />
          ))}
        </section>
      )}
      {!checkIn && standing.length === 0 && (
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
      {checkIn && !checkIn.hasLeft && !offer && <Waiting day={day} checkIn={checkIn} isBusy={isBusy} language={language} />}
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
  language,
}: {
  placement: ShownPlacement;
  way: Way | undefined;
  today: string;
  now: Date;
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
      {state === 'placed' && order.day === today && <AtSite placement={id} what="start" language={language} />}
      {state === 'started' && (
        <AtSite placement={id} what="end" isEarly={Date.parse(order.endsAt) > now.getTime()} language={language} />
      )}
      {(state === 'placed' || state === 'started') && (
        <OrderFacts order={order} way={shownWay} today={today} language={language} />
      )}
      {state === 'placed' && <Withdraw placement={id} language={language} />}
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
  language,
}: {
  placement: string;
  what: 'start' | 'end';
  isEarly?: boolean;
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

const Withdraw = ({ placement, language }: { placement: string; language: Language }) => (
  <details>
    <summary>{say(words.withdraw, language)}</summary>
    <form class="form" method="post" action={`/gigs/placements/${placement}/withdraw`}>
      <p class="quiet">{say(words.withdrawHint, language)}</p>
      <label for={`why-${placement}`}>{say(words.withdrawWhy, language)}</label>
      <input id={`why-${placement}`} name="reason" type="text" maxLength={200} required autocomplete="off" />
      <button type="submit">{say(words.withdrawSend, language)}</button>
    </form>
  </details>
);
