import { say } from '../../../kernel/i18n/said.ts';
import type { PageContent } from '../../../kernel/page/page.tsx';
import {
  CheckField,
  ChineseName,
  ChoiceField,
  Hidden,
  type Shown,
  TextField,
  type Visit,
  WrongSummary,
} from '../../portal/module.ts';
import { type ComplaintRow, complaintAbouts } from '../complaints/contract.ts';
import type { WageSlip, WorkedShift } from '../day/contract.ts';
import { yuanOf } from '../money.ts';
import { workWords as words } from '../words/pages-work.ts';
import { ComplaintList } from './complaint-list.tsx';
import { aboutText } from './complaint-text.ts';
import { WorkerFrame } from './frame.tsx';
import { OwnRatingText } from './own-rating.tsx';
import { Slip } from './slip.tsx';
import { shiftState, shiftTitle } from './work-text.ts';

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
  complaints: readonly ComplaintRow[],
  shown: ShiftShown,
): PageContent {
  const title = shiftTitle(shift, language);
  const action = (what: string) => `/gigs/work/${shift.placement}/${what}`;
  const field = { shown, language };
  const isOpen = slip !== undefined && slip.amount > 0 && ['due', 'paid', 'disputed'].includes(slip.state);
  // A part is not what was agreed: whoever got it says how much, and the counter deals with the rest.
  const isWhole = slip !== undefined && (slip.paidAmount ?? slip.amount) >= slip.amount;
  const body = (
    <WorkerFrame language={language} number={number}>
      <h1>{title}</h1>
      {shown.wrong && <WrongSummary wrong={shown.wrong} labels={labels} language={language} />}
      <p class="lead">
        {shift.from}–{shift.to} · <ChineseName name={shift.site} language={language} />
        <br />
        <ChineseName name={shift.employerName} language={language} />
        <br />
        {shiftState(shift, language)}
      </p>
      {slip && <Slip slip={slip} language={language} />}
      {complaints.length > 0 && (
        <section aria-labelledby="complained">
          <h2 id="complained">{say(words.complained, language)}</h2>
          <ComplaintList complaints={complaints} language={language} />
        </section>
      )}
      {slip && isOpen && (
        <>
          {isWhole && (
            <form class="form" method="post" action={action('received')}>
              <Hidden once={shown.once} fields={{ received: yuanOf(slip.paidAmount ?? slip.amount) }} />
              <button type="submit" class="big">
                {say(words.received, language, { yuan: yuanOf(slip.paidAmount ?? slip.amount) })}
              </button>
            </form>
          )}
          <details open={shown.wrong !== undefined && (shown.filled.received !== '' || shown.wrong.fields.has('received'))}>
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
      {shift.rating && (
        <section aria-labelledby="rated">
          <h2 id="rated">{say(words.rate, language)}</h2>
          <OwnRatingText rating={shift.rating} says={words} language={language} />
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
