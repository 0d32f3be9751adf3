import { type Language, type Said, say } from '../../../kernel/i18n/said.ts';
import type { PageContent } from '../../../kernel/page/page.tsx';
import { writeMonth } from '../../../kernel/page/written.ts';
import { ChineseName, type Shown, type Visit, WrongSummary } from '../../portal/module.ts';
import type { ComplaintRow } from '../complaints/contract.ts';
import type { WorkerWages } from '../day/contract.ts';
import { yuanOf } from '../money.ts';
import { appealReasons, type RatingOfMe, type RatingsOfMe } from '../ratings/contract.ts';
import { pageWords } from '../words/pages.ts';
import { workWords as words } from '../words/pages-work.ts';
import { Asking, PlainText } from './asking.tsx';
import { ComplaintList } from './complaint-list.tsx';
import { WorkerFrame } from './frame.tsx';
import { shiftState, shiftTitle } from './work-text.ts';

export type OwnWork = {
  readonly number: number;
  readonly wages: WorkerWages;
  readonly complaints: readonly ComplaintRow[];
  readonly ratings: RatingsOfMe;
};

/** What was typed about a rating and is wrong: `at` is the rating, `names` the fields of the form that it was. */
export type TypedOfRating = Partial<Pick<Shown<'text' | 'why'>, 'filled'>> &
  Pick<Shown<never>, 'wrong'> & { readonly at: string; readonly names: readonly string[] };

/** The fields of the form that was sent, as its page calls them. */
const labelsOf = ({ names }: TypedOfRating): Readonly<Record<string, Said>> =>
  names.includes('why') ? { text: words.text, why: words.appealWhy } : { text: words.answer };

/** What I have worked, what it earned and whether it arrived; complaints, and what was said of me. */
export function workPage(
  { language }: Visit,
  { number, wages, complaints, ratings }: OwnWork,
  typed?: TypedOfRating,
): PageContent {
  const title = say(words.title, language);
  const body = (
    <WorkerFrame language={language} number={number}>
      <h1>{title}</h1>
      {typed?.wrong && <WrongSummary wrong={typed.wrong} labels={labelsOf(typed)} language={language} />}
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
                {shift.from}–{shift.to} · <ChineseName name={shift.site} language={language} />
                <br />
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
          <ComplaintList complaints={complaints} language={language} />
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
          <OfMe key={rating.rating} rating={rating} typed={typed?.at === rating.rating ? typed : undefined} language={language} />
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

const OfMe = ({ rating, typed, language }: { rating: RatingOfMe; typed: TypedOfRating | undefined; language: Language }) => (
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
        isOpen={typed !== undefined && !typed.names.includes('why')}
      >
        <PlainText
          name="text"
          id={`answer-${rating.rating}`}
          label={say(words.answer, language)}
          most={300}
          typed={typed?.filled?.text}
        />
      </Asking>
    )}
    {rating.appeal === null && (
      <Asking
        title={say(words.appeal, language)}
        action={`/gigs/ratings/${rating.rating}/appeal`}
        send={say(words.appeal, language)}
        isOpen={typed?.names.includes('why') ?? false}
      >
        <fieldset>
          <legend>{say(words.appealWhy, language)}</legend>
          {appealReasons.map((why) => (
            <label class="choice" key={why}>
              <input type="radio" name="why" value={why} checked={typed?.filled?.why === why} required />
              {say(words[why], language)}
            </label>
          ))}
        </fieldset>
        <PlainText
          name="text"
          id={`appeal-${rating.rating}`}
          label={say(words.text, language)}
          most={500}
          typed={typed?.filled?.text}
        />
      </Asking>
    )}
  </div>
);

function AppealState({ rating: { appeal, appealOutcome, appealReason }, language }: { rating: RatingOfMe; language: Language }) {
  if (appeal === null) return null;
  if (appealOutcome === null) return <p class="quiet">{say(words.appealed, language)}</p>;
  return <p class="quiet">{say(words[appealOutcome], language, { reason: appealReason ?? '' })}</p>;
}
