import type { ComponentChildren } from 'preact';
import { type Language, type Said, say } from '../../../kernel/i18n/said.ts';
import { ChineseName } from '../../portal/module.ts';
import { declineReasons } from '../dawn/answer.ts';
import type { EmployerRating, ShownOffer } from '../dawn/contract.ts';
import { NEAR_KM } from '../matching/reason-words.ts';
import type { ShownOrder } from '../orders/contract.ts';
import { todayWords as words } from '../words/pages-today.ts';
import type { Way } from './own-day.ts';
import { clockText, payText, stretchText } from './written.ts';

type Offered = { offer: ShownOffer; today: string; language: Language };
/** `isLate`: its time is over and its seat still kept, for an answer that is on its way. */
type Open = Offered & { isLate: boolean };

/** The open offer, as the one big thing of the page: what it pays and where, then yes or no, then the rest of it. */
export const OfferToAnswer = ({ offer, isLate, today, language }: Open) => (
  <section class="offer" aria-labelledby="offer">
    <h2 id="offer">{say(words.offer, language)}</h2>
    <Headline order={offer.order} today={today} language={language} />
    {offer.together !== null && <p>{say(words.togetherOffer, language, { n: offer.together })}</p>}
    <Take offer={offer.id} label={words.take} language={language} />
    <p class="by">
      <strong>{say(isLate ? words.answerNow : words.answerBy, language, { time: clockText(offer.answerBy) })}</strong>
    </p>
    <details>
      <summary>{say(words.no, language)}</summary>
      <form
        class="form"
        method="post"
        action={`/gigs/offers/${offer.id}/decline`}
        data-offline={say(words.no, language)}
        data-about={offer.id}
      >
        <p class="quiet">{say(words.noWhy, language)}</p>
        {declineReasons.map((reason) => (
          <button key={reason} type="submit" name="reason" value={reason} class="second">
            {say(words[reason], language)}
          </button>
        ))}
      </form>
    </details>
    <OfferFacts offer={offer} today={today} language={language} />
  </section>
);

/** An offer whose time ran out: still to be had while its seat is free. */
export const MissedOffer = ({ offer, today, language }: Offered) => (
  <section class="offer" aria-labelledby="missed">
    <h2 id="missed">{say(words.missed, language)}</h2>
    <Headline order={offer.order} today={today} language={language} />
    <p>{say(words.missedLead, language)}</p>
    <Take offer={offer.id} label={words.stillTake} language={language} />
  </section>
);

const Take = ({ offer, label, language }: { offer: string; label: Said; language: Language }) => (
  <form class="form" method="post" action={`/gigs/offers/${offer}/take`} data-offline={say(label, language)} data-about={offer}>
    <button type="submit" class="big">
      {say(label, language)}
    </button>
  </form>
);

const Headline = ({ order, today, language }: { order: ShownOrder; today: string; language: Language }) => (
  <>
    <p class="money">{payText(order, language)}</p>
    <p>
      <strong>{say(order.tradeName, language)}</strong>
      <br />
      {stretchText(order, today, language)}
      <br />
      <ChineseName name={order.site} language={language} />
    </p>
  </>
);

type Fact = readonly [label: Said, text: ComponentChildren];

const OfferFacts = ({ offer, today, language }: Offered) => (
  <>
    <Warnings order={offer.order} language={language} />
    <Facts
      facts={[
        [words.where, <Where order={offer.order} way={offer} language={language} />],
        ...factsOf(offer.order, language, offer.rating),
      ]}
      language={language}
    />
    {offer.reasons.length > 0 && (
      <>
        <h3>{say(words.reasons, language)}</h3>
        <ul>
          {offer.reasons.map((reason) => (
            <li key={reason.en}>{say(reason, language)}</li>
          ))}
        </ul>
      </>
    )}
    <p class="quiet">
      {say(words.order, language, { order: offer.order.number })} · {stretchText(offer.order, today, language)}
    </p>
  </>
);

/** What heat or cold of the day means for it, with the rule that it comes from. */
const Warnings = ({ order: { warnings }, language }: { order: ShownOrder; language: Language }) => (
  <>
    {warnings.map(({ code, says, law, isKept }) => (
      <p key={code} class={isKept ? 'note' : 'note warning'}>
        {say(says, language)} <span class="quiet">{say(law, language)}</span>
      </p>
    ))}
  </>
);

/** An order that was agreed on, in full. */
export const OrderFacts = ({
  order,
  way,
  today,
  language,
}: {
  order: ShownOrder;
  way: Way | undefined;
  today: string;
  language: Language;
}) => (
  <>
    <Warnings order={order} language={language} />
    <Facts
      facts={[
        [words.pay, payText(order, language)],
        [words.when, stretchText(order, today, language)],
        [words.where, <Where order={order} way={way} language={language} />],
        ...factsOf(order, language),
      ]}
      language={language}
    />
  </>
);

const Where = ({ order, way, language }: { order: ShownOrder; way: Way | undefined; language: Language }) => (
  <>
    <ChineseName name={order.site} language={language} />
    {way && order.transport !== 'bus-from-station' && (
      <>
        <br />
        {say(way.kilometres < NEAR_KM ? words.wayNear : words.way, language, { km: way.kilometres, minutes: way.minutesThere })}
      </>
    )}
    {way?.leaveBy && (order.transport === 'bus-from-station' || way.leaveBy < order.startsAt) && (
      <>
        <br />
        <strong>{say(leaveWord(order), language, { time: clockText(way.leaveBy) })}</strong>
      </>
    )}
    <br />
    <a class="map" href={`geo:${order.latitude},${order.longitude}?q=${order.latitude},${order.longitude}`}>
      {say(words.map, language)}
    </a>
  </>
);

const leaveWord = ({ transport, bus }: ShownOrder) =>
  bus !== null ? words.busAt : transport === 'bus-from-station' ? words.busBy : words.leaveBy;

function factsOf(order: ShownOrder, language: Language, rating?: EmployerRating): Fact[] {
  const chinese = (text: string) => <ChineseName name={text} language={language} />;
  return [
    ...(order.outdoors ? [[words.outside, say(words.outdoors, language)] as const] : []),
    [
      words.paid,
      order.paidWithinDays === 0
        ? say(words.paidSameDay, language)
        : say(words.paidWithin, language, { days: order.paidWithinDays }),
    ],
    [
      words.rest,
      order.breakMinutes > 0 ? say(words.break, language, { minutes: order.breakMinutes }) : say(words.noBreak, language),
    ],
    [words.insurance, <Insurance order={order} language={language} />],
    [words.meals, say(order.meals ? words.mealsYes : words.mealsNo, language)],
    [words.transport, say(words[order.transport], language)],
    ...(order.meetingPoint === '' ? [] : [[words.meeting, chinese(order.meetingPoint)] as const]),
    ...(order.bring === '' ? [] : [[words.bring, chinese(order.bring)] as const]),
    [
      words.employerIs,
      <>
        {chinese(order.employerName)}
        {rating && (
          <>
            <br />
            <span class="quiet">
              {rating.stars === null
                ? say(words.noRating, language)
                : say(words.rating, language, { stars: rating.stars, ratings: rating.ratings })}
            </span>
          </>
        )}
      </>,
    ],
  ];
}

/** What is recorded before the shift counts; a promise that is not recorded is none. */
function Insurance({ order: { isInsured, insurance, insurer }, language }: { order: ShownOrder; language: Language }) {
  if (insurance === 'none') return <strong class="none">{say(words.notInsured, language)}</strong>;
  const kind = say(words[insurance], language);
  if (!isInsured) return <strong class="none">{say(words.notInsuredYet, language, { kind })}</strong>;
  return <>{say(words.insured, language, { kind, insurer: insurer ?? '' })}</>;
}

const Facts = ({ facts, language }: { facts: readonly Fact[]; language: Language }) => (
  <dl class="pairs lines">
    {facts.map(([label, text]) => (
      <div key={label.en}>
        <dt>{say(label, language)}</dt>
        <dd>{text}</dd>
      </div>
    ))}
  </dl>
);
