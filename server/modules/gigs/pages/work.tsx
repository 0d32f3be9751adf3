import type { ComponentChildren } from 'preact';
import { type Language, say } from '../../../kernel/i18n/said.ts';
import type { PageContent } from '../../../kernel/page/page.tsx';
import { writeDay, writeMonth } from '../../../kernel/page/written.ts';
import {
  CheckField,
  ChineseName,
  ChoiceField,
  Hidden,
  type Shown,
  TextField,
  type Visit,
  type Wrong,
  WrongSummary,
} from '../../portal/module.ts';
import { type ComplaintRow, complaintAbouts } from '../complaints/contract.ts';
import type { WageSlip, WageSummary, WorkedShift, WorkerWages } from '../day/contract.ts';
import { yuanOf } from '../money.ts';
import { appealReasons, type RatingOfMe, type RatingsOfMe } from '../ratings/contract.ts';
import { pageWords } from '../words/pages.ts';
import { workWords as words } from '../words/pages-work.ts';
import { WorkerFrame } from './frame.tsx';
import { Slip } from './slip.tsx';

export type OwnWork = {
  readonly number: number;
  readonly wages: WorkerWages;
  readonly complaints: readonly ComplaintRow[];
  readonly ratings: RatingsOfMe;
};

/** What I have worked, what it earned and whether it arrived; complaints, and what was said of me. */
export function workPage({ language }: Visit, { number, wages, complaints, ratings }: OwnWork, wrong?: Wrong): PageContent {
  const title = say(words.title, language);
  const body = (
    <WorkerFrame language={language} number={number}>
      <h1>{title}</h1>
      {wrong && <WrongSummary wrong={wrong} language={language} />}
      <dl class="pairs">
        <div>
          <dt>{say(words.earned, language)}</dt>
          <dd>{say(pageWords.yuan, language, { yuan: yuanOf(wages.earnedThisMonth) })}</dd>
        </div>
        <div>
          <dt>{say(words.owed, language)}</dt>
          <dd>{say(pageWords.yuan, language, { yuan: yuanOf(wages.owed) })}</dd>
        </div>
      </dl>
      <h2>{say(words.shifts, language)}</h2>
      {wages.shifts.length === 0 ? (
        <p>{say(words.none, language)}</p>
      ) : (
        <ul class="ways">
          {wages.shifts.map((shift) => (
            <li key={shift.placement}>
              <a href={`/gigs/work/${shift.placement}`}>{shiftTitle(shift, language)}</a>
              <p>
                <ChineseName name={shift.employerName} language={language} />
                <br />
                {shiftState(shift, language)}
              </p>
            </li>
          ))}
        </ul>
      )}
      {complaints.length > 0 && (
        <section aria-labelledby="complaints">
          <h2 id="complaints">{say(words.complaints, language)}</h2>
          {complaints.map((complaint) => (
            <ComplaintLine key={complaint.id} complaint={complaint} language={language} />
          ))}
        </section>
      )}
      <section aria-labelledby="of-me">
        <h2 id="of-me">{say(words.ofMe, language)}</h2>
        <p>
          {ratings.list.length === 0
            ? say(words.ofMeNone, language)
            : ratings.stars === null
              ? say(words.meanHidden, language)
              : say(words.mean, language, { stars: ratings.stars, ratings: ratings.ratings })}
        </p>
        {ratings.list.map((rating) => (
          <OfMe key={rating.rating} rating={rating} language={language} />
        ))}
      </section>
      <ul class="ways">
        <li>
          <a href="/gigs/today">{say(pageWords.toToday, language)}</a>
        </li>
      </ul>
    </WorkerFrame>
  );
  return { title, description: title, body };
}

const shiftTitle = ({ tradeName, day }: WorkedShift, language: Language): string =>
  say(words.shift, language, { trade: say(tradeName, language), day: writeDay(day, language) });

function shiftState({ state, wage, isUnsaid }: WorkedShift, language: Language): string {
  if (wage) return wageState(wage, language);
  if (isUnsaid) return say(words.unsaid, language);
  return say(words[state], language);
}

function wageState({ state, amount, paidAmount, receivedAmount, dueOn, isOverdue }: WageSummary, language: Language): string {
  const day = writeDay(dueOn, language);
  if (state === 'due') return say(isOverdue ? words.overdue : words.due, language, { yuan: yuanOf(amount), day });
  if (state === 'disputed') return say(words.disputed, language);
  return say(words[state], language, { yuan: yuanOf((state === 'paid' ? paidAmount : receivedAmount) ?? amount) });
}

const complaintState = ({ state, dueOn }: ComplaintRow, language: Language): string => {
  if (state === 'open') return say(words.open, language, { day: writeDay(dueOn, language) });
  const closed = {
    settled: words.complaintSettled,
    withdrawn: words.complaintWithdrawn,
    mediation: words.mediation,
    referred: words.referred,
  };
  return say(closed[state], language);
};
const aboutText = (about: ComplaintRow['about']) => (about === 'other' ? words.otherAbout : words[about]);

const ComplaintLine = ({ complaint, language }: { complaint: ComplaintRow; language: Language }) => (
  <div class="job">
    <p>
      {say(words.complaintOne, language, {
        number: complaint.number,
        about: say(aboutText(complaint.about), language),
        state: complaintState(complaint, language),
      })}
    </p>
    {(complaint.state === 'open' || complaint.state === 'mediation') && (
      <Asking
        title={say(words.withdraw, language)}
        action={`/gigs/complaints/${complaint.id}/withdraw`}
        send={say(words.withdraw, language)}
      >
        <PlainText name="reason" id={`reason-${complaint.id}`} label={say(words.why, language)} most={200} />
      </Asking>
    )}
  </div>
);

/** A form behind its title, opened with one tap. */
const Asking = ({
  title,
  action,
  send,
  children,
}: {
  title: string;
  action: string;
  send: string;
  children: ComponentChildren;
}) => (
  <details>
    <summary>{title}</summary>
    <form class="form" method="post" action={action}>
      {children}
      <button type="submit">{send}</button>
    </form>
  </details>
);

const PlainText = ({ name, id, label, most }: { name: string; id: string; label: string; most: number }) => (
  <>
    <label for={id}>{label}</label>
    <textarea id={id} name={name} rows={3} maxLength={most} required />
  </>
);

const OfMe = ({ rating, language }: { rating: RatingOfMe; language: Language }) => (
  <div class="job">
    <p>
      <span aria-hidden="true">{'★'.repeat(rating.stars)}</span>{' '}
      {say(words.ratedOne, language, { month: writeMonth(rating.month, language), stars: rating.stars })}
    </p>
    {rating.text !== '' && (
      <p>
        <ChineseName name={rating.text} language={language} />
      </p>
    )}
    {rating.answer !== null && <p class="quiet">{say(words.answered, language, { text: rating.answer })}</p>}
    <AppealState rating={rating} language={language} />
    {rating.answer === null && rating.appealOutcome !== 'removed' && (
      <Asking
        title={say(words.answer, language)}
        action={`/gigs/ratings/${rating.rating}/answer`}
        send={say(words.answer, language)}
      >
        <PlainText name="text" id={`answer-${rating.rating}`} label={say(words.answer, language)} most={300} />
      </Asking>
    )}
    {rating.appeal === null && (
      <Asking
        title={say(words.appeal, language)}
        action={`/gigs/ratings/${rating.rating}/appeal`}
        send={say(words.appeal, language)}
      >
        <fieldset>
          <legend>{say(words.appealWhy, language)}</legend>
          {appealReasons.map((why) => (
            <label class="choice" key={why}>
              <input type="radio" name="why" value={why} required />
              {say(words[why], language)}
            </label>
          ))}
        </fieldset>
        <PlainText name="text" id={`appeal-${rating.rating}`} label={say(words.text, language)} most={500} />
      </Asking>
    )}
  </div>
);

function AppealState({ rating: { appeal, appealOutcome, appealReason }, language }: { rating: RatingOfMe; language: Language }) {
  if (appeal === null) return null;
  if (appealOutcome === null) return <p class="quiet">{say(words.appealed, language)}</p>;
  return <p class="quiet">{say(words[appealOutcome], language, { reason: appealReason ?? '' })}</p>;
}

/** The fields of the forms on a shift's page. */
export const shiftFields = ['received', 'about', 'text', 'stars', 'said', 'neverAgain'] as const;
export type ShiftShown = Shown<(typeof shiftFields)[number]>;
const labels = { received: words.amount, about: words.about, text: words.text, stars: words.stars, said: words.rateText };

/** One shift: its slip, what arrived, and what there is to say about it. */
export function shiftPage(
  { language }: Visit,
  number: number,
  shift: WorkedShift,
  slip: WageSlip | undefined,
  shown: ShiftShown,
): PageContent {
  const title = shiftTitle(shift, language);
  const action = (what: string) => `/gigs/work/${shift.placement}/${what}`;
  const field = { shown, language };
  const isOpen = slip !== undefined && ['due', 'paid', 'disputed'].includes(slip.state);
  const body = (
    <WorkerFrame language={language} number={number}>
      <h1>{title}</h1>
      {shown.wrong && <WrongSummary wrong={shown.wrong} labels={labels} language={language} />}
      <p class="lead">
        <ChineseName name={shift.employerName} language={language} />
        <br />
        {shiftState(shift, language)}
      </p>
      {slip && <Slip slip={slip} language={language} />}
      {slip && isOpen && (
        <>
          <form class="form" method="post" action={action('received')}>
            <Hidden once={shown.once} fields={{ received: yuanOf(slip.paidAmount ?? slip.amount) }} />
            <button type="submit" class="big">
              {say(words.received, language, { yuan: yuanOf(slip.paidAmount ?? slip.amount) })}
            </button>
          </form>
          <details open={shown.wrong !== undefined && shown.filled.received !== ''}>
            <summary>{say(words.other, language)}</summary>
            <form class="form" method="post" action={action('received')}>
              <TextField
                name="received"
                label={words.amount}
                hint={words.amountHint}
                inputMode="numeric"
                maxLength={9}
                required
                {...field}
              />
              <button type="submit">{say(words.send, language)}</button>
            </form>
          </details>
        </>
      )}
      {shift.mayRate && (
        <section aria-labelledby="rate">
          <h2 id="rate">{say(words.rate, language)}</h2>
          <form class="form" method="post" action={action('rate')}>
            <ChoiceField
              name="stars"
              label={words.stars}
              choices={[
                ['5', words.star5],
                ['4', words.star4],
                ['3', words.star3],
                ['2', words.star2],
                ['1', words.star1],
              ]}
              required
              {...field}
            />
            <TextField name="said" label={words.rateText} hint={words.rateHint} maxLength={300} {...field} />
            <CheckField name="neverAgain" label={words.neverAgain} {...field} />
            <button type="submit">{say(words.rateSend, language)}</button>
          </form>
        </section>
      )}
      <details open={shown.wrong !== undefined && shown.filled.text !== ''}>
        <summary>{say(words.complain, language)}</summary>
        <form class="form" method="post" action={action('complain')}>
          <Hidden once={shown.once} />
          <ChoiceField
            name="about"
            label={words.about}
            choices={complaintAbouts.map((about) => [about, aboutText(about)] as const)}
            required
            {...field}
          />
          <TextField name="text" label={words.text} hint={words.textHint} maxLength={1000} required {...field} />
          <button type="submit">{say(words.complainSend, language)}</button>
        </form>
      </details>
      <ul class="ways">
        <li>
          <a href="/gigs/work">{say(words.back, language)}</a>
        </li>
      </ul>
    </WorkerFrame>
  );
  return { title, description: title, body };
}
