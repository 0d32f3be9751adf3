import type { ComponentChildren } from 'preact';
import { type Language, type Said, say } from '../../../kernel/i18n/said.ts';
import { dayOf } from '../../../kernel/term/day.ts';
import { ChineseName, type Wrong } from '../../portal/module.ts';
import type { ShownPlacement } from '../dawn/contract.ts';
import type { ShownOrder } from '../orders/contract.ts';
import { timeOf } from '../shifts.ts';
import { todayWords as words } from '../words/pages-today.ts';
import { OrderFacts } from './offer.tsx';
import type { Way } from './own-day.ts';
import { clockText, dayText, stretchText } from './written.ts';

/** What the fields of a job's forms are called. Of several jobs each has its own: `at` is the one that was sent. */
export const labelsAt = (at: string): Readonly<Record<string, Said>> => ({
  [`code-${at}`]: words.code,
  [`why-${at}`]: words.withdrawWhy,
});

/** The command's names for them, as the page has them. */
export const wrongAt = (wrong: Wrong, at: string): Wrong => {
  const names: Readonly<Record<string, string>> = { code: `code-${at}`, reason: `why-${at}` };
  return { ...wrong, fields: new Map([...wrong.fields].map(([name, message]) => [names[name] ?? name, message])) };
};

/** What was typed into the form of one job and is wrong: `at` names the job. */
export type Typed = { readonly at: string; readonly wrong: Wrong; readonly code: string; readonly reason: string };

/** Work that was agreed, and what is to be done about it next. */
export function Job({
  placement,
  way,
  today,
  now,
  lateMinutes,
  earliestMinutes,
  typed,
  language,
}: {
  placement: ShownPlacement;
  way: Way | undefined;
  today: string;
  now: Date;
  lateMinutes: number;
  earliestMinutes: number;
  typed: Typed | undefined;
  language: Language;
}) {
  const { id, order, state, byHand, cancelledFor } = placement;
  const begins = new Date(Date.parse(order.startsAt) - earliestMinutes * 60_000);
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
      {cancelledFor && (
        <p>
          <ChineseName name={order.site} language={language} />
          <br />
          {say(words.cancelledFor, language, { reason: cancelledFor })}
        </p>
      )}
      {state === 'finished' && (
        <p class="way">
          <a href={`/gigs/work/${id}`}>{say(words.toSlip, language)}</a>
        </p>
      )}
      {state === 'no-show' && <p>{say(words.noShowHint, language)}</p>}
      {state === 'placed' && <Going order={order} isLate={isLate} leaveBy={way?.leaveBy ?? null} language={language} />}
      {state === 'placed' && order.day === today && now < begins && (
        <p class="quiet">{say(words.startFrom, language, { time: timeOf(begins) })}</p>
      )}
      {state === 'placed' && now >= begins && <AtSite placement={id} what="start" typed={typed?.code} language={language} />}
      {state === 'started' && (
        <AtSite
          placement={id}
          what="end"
          isEarly={Date.parse(order.endsAt) > now.getTime()}
          hasBegun={Date.parse(order.startsAt) <= now.getTime()}
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
  order: { meetingPoint, from, transport, bus },
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
    ? bus === null
      ? say(words.nextSoon, language, place)
      : say(words.nextBusGone, language, { time: bus })
    : transport !== 'bus-from-station'
      ? say(words.nextGo, language, { ...place, time: from })
      : leaveBy === null
        ? say(words.nextBus, language, place)
        : say(bus === null ? words.nextBusBy : words.nextBusAt, language, { ...place, time: clockText(leaveBy) });
  return <Next language={language}>{told}</Next>;
}

/** By the code of the site a shift begins, and ends by another. Who ends early says why: the pay hangs on it. */
const AtSite = ({
  placement,
  what,
  isEarly = false,
  hasBegun = true,
  typed,
  language,
}: {
  placement: string;
  what: 'start' | 'end';
  isEarly?: boolean;
  hasBegun?: boolean;
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
        {!hasBegun && <p>{say(words.earlyUnbegun, language)}</p>}
        {(hasBegun ? (['left-early', 'sent-home'] as const) : (['left-early'] as const)).map((ending) => (
          <label class="choice" key={ending}>
            <input type="radio" name="ending" value={ending} required />
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
