import { type Language, type Said, say } from '../../../kernel/i18n/said.ts';
import type { PageContent } from '../../../kernel/page/page.tsx';
import { Hidden, type Shown, type TownListed, type Visit, WrongSummary } from '../../portal/module.ts';
import type { ListedStation } from '../dawn/board.ts';
import type { ShownOrder } from '../orders/contract.ts';
import { type OrderField, siteNumbers } from './form.ts';
import { Care, Days, Hours, Part, type PartOf, Pay, Seats, Sites, Work } from './order-parts.tsx';
import { OrderLine } from './posted.tsx';
import { employerWords as words } from './words.ts';
import { dayText, hoursText, payText } from './written.ts';

export type PostGround = {
  readonly employer: string;
  readonly today: string;
  readonly stations: readonly ListedStation[];
  readonly towns: readonly TownListed[];
  /** The order that this one copies, and the day that it is for: then only days and numbers are asked, and everything else lies behind a tap. */
  readonly copied?: { readonly order: ShownOrder; readonly to: string | undefined } | undefined;
  /** False: an officer has not looked at the employer yet, and nothing can be posted. */
  readonly isVerified?: boolean | undefined;
  /** What stands already of what was sent: whether another is meant, is asked before anything is posted. */
  readonly twice?: readonly ShownOrder[] | undefined;
  /** The places that what was sent names more than once. */
  readonly within?: readonly string[] | undefined;
};

/** A day order in one page, the commonest already filled in. */
export function postPage({ language, contact }: Visit, ground: PostGround, shown: Shown<OrderField>): PageContent {
  const title = say(words.post, language);
  const parts: PartOf = { ...ground, shown, language, sites: siteNumbers(shown.filled) };
  const body =
    ground.stations.length === 0 ? (
      <>
        <h1>{title}</h1>
        <p>{say(words.noStation, language, { telephone: contact.telephone })}</p>
      </>
    ) : (
      <>
        <h1>{title}</h1>
        {ground.isVerified === false && <p class="note warning">{say(words.notVerified, language)}</p>}
        {ground.copied && <Copied {...ground.copied} today={ground.today} language={language} />}
        {shown.wrong && !ground.twice && <WrongSummary wrong={shown.wrong} labels={labels} language={language} />}
        <form class="form" method="post" action={`/employer/${ground.employer}/orders/new`}>
          <Hidden once={shown.once} fields={{ sites: String(parts.sites.length) }} />
          <Default language={language} />
          {ground.twice && <Twice ground={ground} twice={ground.twice} language={language} />}
          {ground.copied ? <Again {...parts} /> : <Anew {...parts} />}
        </form>
      </>
    );
  return { title, description: title, body };
}

/** Which order of which day is copied to which day. */
const Copied = ({ order, to, today, language }: NonNullable<PostGround['copied']> & { today: string; language: Language }) => (
  <>
    <p class="lead">
      {say(order.tradeName, language)} · {hoursText(order, language)} · {payText(order, language)}
    </p>
    <p class="note">
      {say(to === undefined ? words.copiedFromAny : words.copiedFrom, language, {
        from: dayText(order.day, today, language),
        to: to === undefined ? '' : dayText(to, today, language),
      })}
    </p>
  </>
);

/** The same shift is ordered already: is another meant? Nothing was posted, nothing typed is lost. */
const Twice = ({ ground, twice, language }: { ground: PostGround; twice: readonly ShownOrder[]; language: Language }) => (
  <div class="wrong" role="alert">
    <p>
      <strong>{say(twice.length > 0 ? words.twice : words.twiceHere, language)}</strong>
    </p>
    {ground.within?.map((site, at) => (
      <p key={at}>{say(words.twiceWithin, language, { site })}</p>
    ))}
    {twice.length > 0 && <p>{say(words.twiceLead, language)}</p>}
    {twice.length > 0 && (
      <ul class="ways">
        {twice.map((order) => (
          <li key={order.id}>
            <a href={`/employer/${ground.employer}/orders/${order.id}`}>
              <OrderLine order={order} today={ground.today} language={language} />
            </a>
          </li>
        ))}
      </ul>
    )}
    <p>{say(words.twiceKept, language)}</p>
    <button type="submit" name="again" value="yes" class="second">
      {say(twice.length > 0 ? words.twiceSend : words.twiceAll, language)}
    </button>
    <p class="way">
      <a href={`/employer/${ground.employer}/orders`}>{say(words.twiceOther, language)}</a>
    </p>
  </div>
);

const Anew = (parts: PartOf) => (
  <>
    <Work {...parts} />
    <Sites {...parts} />
    <Part title={words.when} language={parts.language}>
      <Days {...parts} />
      <Hours {...parts} />
    </Part>
    <Pay {...parts} />
    <Care {...parts} />
    <Send language={parts.language} />
  </>
);

/** The same again: usually only the day is another, sometimes the number. */
const Again = (parts: PartOf) => (
  <>
    <Days {...parts} />
    <Seats {...parts} />
    <Send language={parts.language} />
    <details>
      <summary>{say(words.changeMore, parts.language)}</summary>
      <Work {...parts} />
      <Sites {...parts} withSeats={false} />
      <Part title={words.hours} language={parts.language}>
        <Hours {...parts} />
      </Part>
      <Pay {...parts} />
      <Care {...parts} />
      <Send language={parts.language} />
    </details>
  </>
);

/** What a phone's “Go” presses, which takes the first button of a form: without it, one more place would be asked for. */
const Default = ({ language }: { language: Language }) => (
  <button type="submit" class="skip" tabIndex={-1} aria-hidden="true">
    {say(words.send, language)}
  </button>
);

const Send = ({ language }: { language: Language }) => (
  <button type="submit" class="big">
    {say(words.send, language)}
  </button>
);

const labels: Readonly<Record<string, Said>> = {
  trade: words.trade,
  level: words.level,
  startsAt: words.startsAt,
  endsAt: words.endsAt,
  breakMinutes: words.breakMinutes,
  yuan: words.yuan,
  insurer: words.insurer,
  busLeavesAt: words.busLeavesAt,
  meetingPoint: words.meetingPoint,
  bring: words.bring,
  station: words.station,
  days: words.days,
  ...Object.fromEntries(
    [0, 1, 2, 3].flatMap((at) => [
      [`site${at}`, words.site],
      [`area${at}`, words.area],
      [`seats${at}`, words.seats],
    ]),
  ),
};
