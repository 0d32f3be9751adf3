import { createHash } from 'node:crypto';
import { renderToString } from 'preact-render-to-string';
import { type Language, type Said, say } from '../../../kernel/i18n/said.ts';
import type { PageContent } from '../../../kernel/page/page.tsx';
import { Hidden, type Visit, WrongSummary } from '../../portal/module.ts';
import type { ShownPlacement, WorkerDay } from '../dawn/contract.ts';
import type { ShownOrder } from '../orders/contract.ts';
import { pageWords } from '../words/pages.ts';
import { joinWords } from '../words/pages-join.ts';
import { todayWords as words } from '../words/pages-today.ts';
import { WorkerFrame } from './frame.tsx';
import { Job, labelsAt, type Typed, wrongAt } from './job.tsx';
import { MissedOffer, OfferToAnswer } from './offer.tsx';
import type { OwnDay } from './own-day.ts';
import { Declined, justDeclined, Parted, Why } from './round.tsx';
import { clockText, stretchText } from './written.ts';

/** A place in another station's line that was given up by checking in here. */
export type PlaceGivenUp = { readonly station: Said; readonly number: number };

/** The worker's page of today. What changes by itself stands in one element, which the page's script asks for again. */
export function todayPage({ language }: Visit, day: OwnDay, now: Date, typed?: Typed, gaveUp?: PlaceGivenUp): PageContent {
  const title = say(words.title, language);
  // The tag is that of what everybody reads: what was typed stays until something else is new.
  const { tag } = renderToday(day, now, language);
  const { html } = renderToday(day, now, language, typed);
  const wrong = typed && wrongAt(typed.wrong, typed.at);
  const body = (
    <WorkerFrame language={language} number={day.number} polls="/gigs/today/part">
      <h1>{title}</h1>
      {wrong && <WrongSummary wrong={wrong} labels={labelsAt(typed?.at ?? '')} language={language} />}
      {gaveUp && (
        <p class="lead">{say(words.gaveUp, language, { station: say(gaveUp.station, language), number: gaveUp.number })}</p>
      )}
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

/** Nothing of it counts minutes: it reads the same until something happens, or a moment that it names has come. */
type Part = { day: OwnDay; now: Date; typed: Typed | undefined; language: Language };

function TodayPart({ day, now, typed, language }: Part) {
  const { checkIn, offers, placements } = day;
  const offer = offers.find(({ state }) => state === 'offered');
  const standing = placements.filter(({ state }) => state !== 'withdrawn').toSorted(nextFirst);
  const agreed = standing.filter(({ state }) => state === 'placed' || state === 'started');
  const isBusy = agreed.length > 0;
  const declined = justDeclined(day);
  const missed = offers.find(({ state, order }) => state === 'lapsed' && Date.parse(order.startsAt) > now.getTime());
  return (
    <>
      {checkIn && !checkIn.hasLeft && <Place checkIn={checkIn} isBusy={isBusy} language={language} />}
      {day.isPaused && <Paused isIn={checkIn !== null && !checkIn.hasLeft} language={language} />}
      {day.calledOff.map((order) => (
        <CalledOff key={order.id} order={order} today={day.day} language={language} />
      ))}
      <Parted day={day} language={language} />
      {!offer && declined && <Declined offer={declined} day={day} language={language} />}
      {offer && (
        <OfferToAnswer offer={offer} isLate={Date.parse(offer.answerBy) <= now.getTime()} today={day.day} language={language} />
      )}
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
              earliestMinutes={day.earliestMinutes}
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

const turns = ['started', 'placed'];

/** What is being worked, then what comes next, by the hour; what is over last. */
function nextFirst(one: ShownPlacement, other: ShownPlacement): number {
  const turn = ({ state }: ShownPlacement) => (turns.includes(state) ? turns.indexOf(state) : turns.length);
  return turn(one) - turn(other) || (one.order.startsAt < other.order.startsAt ? -1 : 1);
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

/** Where in the line; how many stand before them is nothing to whoever has work and looks for no more. */
const Place = ({
  checkIn: { number, ahead, calledUpTo, stationName, mornings, wantsMore },
  isBusy,
  language,
}: {
  checkIn: CheckIn;
  isBusy: boolean;
  language: Language;
}) => (
  <div class="place">
    <p>
      <span class="quiet">{say(words.myNumber, language)}</span> <strong class="number-big">{number}</strong>
    </p>
    <p>
      {(!isBusy || wantsMore) && (
        <>
          {ahead === 0 ? say(words.first, language) : say(words.ahead, language, { ahead })}
          {calledUpTo > 0 && <> · {say(words.called, language, { number: calledUpTo })}</>}
          <br />
        </>
      )}
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
