import { type Language, type Said, say } from '../../../kernel/i18n/said.ts';
import type { PageContent } from '../../../kernel/page/page.tsx';
import { dayOfInstant, writeDay, writeMonth } from '../../../kernel/page/written.ts';
import { Hidden, SelectField, type Shown, TextField, type Visit, WrongSummary } from '../../portal/module.ts';
import type { ComplaintAbout as About, Complaint, ComplaintRow, ComplaintStep, StepCode } from '../complaints/contract.ts';
import { yuanOf } from '../money.ts';
import type { RatingOfMe, RatingsOfMe } from '../ratings/contract.ts';
import { dayWords as words } from './day-words.ts';
import { employerWords } from './words.ts';

const abouts: Readonly<Record<About, Said>> = {
  wage: words.aboutWage,
  safety: words.aboutSafety,
  conduct: words.aboutConduct,
  fee: words.aboutFee,
  other: words.aboutOther,
};
const sides: Readonly<Record<ComplaintStep['by'], Said>> = {
  worker: words.byWorker,
  employer: words.byEmployer,
  station: words.byStation,
  leye: words.byLeye,
};
const steps: Readonly<Record<StepCode, Said>> = {
  opened: words.stepOpened,
  answered: words.stepAnswered,
  noted: words.stepNoted,
  mediation: words.stepMediation,
  settled: words.stepSettled,
  withdrawn: words.stepWithdrawn,
  referred: words.stepReferred,
};

/** What workers complained of, the open first. */
export function complaintsPage({ language }: Visit, employer: string, complaints: readonly ComplaintRow[]): PageContent {
  const title = say(words.complaints, language);
  const base = `/employer/${employer}`;
  const body = (
    <>
      <h1>{title}</h1>
      {complaints.length === 0 && <p>{say(words.complaintsNone, language)}</p>}
      <ul class="ways">
        {complaints.map(({ id, number, about, dueOn, closedAt }) => (
          <li key={id}>
            <a href={`${base}/complaints/${id}`}>
              {say(words.complaint, language, { number, about: say(abouts[about], language) })}{' '}
              {closedAt === null && <small>{say(words.dueOn, language, { day: writeDay(dueOn, language) })}</small>}
            </a>
          </li>
        ))}
        <li>
          <a href={`${base}/orders`}>{say(employerWords.back, language)}</a>
        </li>
      </ul>
    </>
  );
  return { title, description: title, body };
}

/** One complaint with its steps, and the employer's word on it. */
export function complaintPage({ language }: Visit, employer: string, complaint: Complaint, shown: Shown<'text'>): PageContent {
  const title = say(words.complaint, language, { number: complaint.number, about: say(abouts[complaint.about], language) });
  const base = `/employer/${employer}/complaints`;
  const body = (
    <>
      <h1>{title}</h1>
      {shown.wrong && <WrongSummary wrong={shown.wrong} labels={{ text: words.complaintAnswer }} language={language} />}
      <ComplaintAbout complaint={complaint} employer={employer} language={language} />
      <ol class="steps">
        {complaint.steps.map(({ at, by, code, text }) => (
          <li key={`${at} ${code}`}>
            {writeDay(dayOfInstant(at), language)} · {say(sides[by], language)} {say(steps[code], language)}
            {text !== null && text !== '' && <>: {text}</>}
          </li>
        ))}
      </ol>
      {complaint.closedAt === null && (
        <form class="form" method="post" action={`${base}/${complaint.id}`}>
          <Hidden once={shown.once} />
          <TextField name="text" label={words.complaintAnswer} maxLength={1000} required shown={shown} language={language} />
          <button type="submit">{say(words.send, language)}</button>
        </form>
      )}
      <ul class="ways">
        <li>
          <a href={base}>{say(words.complaints, language)}</a>
        </li>
      </ul>
    </>
  );
  return { title, description: title, body };
}

/** What it is about: the worker's own words, and of a wage how much is missing, with the way to its slip. */
const ComplaintAbout = ({ complaint, employer, language }: { complaint: Complaint; employer: string; language: Language }) => (
  <>
    {complaint.text !== '' && <p class="lead">{complaint.text}</p>}
    <p>
      {complaint.day !== null &&
        say(words.ofWorker, language, { number: complaint.workerNumber, day: writeDay(complaint.day, language) })}
      {complaint.claimed !== null && (
        <>
          <br />
          <strong>{say(words.missing, language, { yuan: yuanOf(complaint.claimed) })}</strong>
        </>
      )}
      {complaint.closedAt === null && (
        <>
          <br />
          {say(words.dueOn, language, { day: writeDay(complaint.dueOn, language) })}
        </>
      )}
    </p>
    {complaint.about === 'wage' && complaint.placement !== null && (
      <ul class="ways">
        <li>
          <a href={`/employer/${employer}/wages/${complaint.placement}`}>{say(words.toSlip, language)}</a>
        </li>
      </ul>
    )}
  </>
);

const appealWhys = [
  ['rude', words.appealRude],
  ['false', words.appealFalse],
  ['not-about-work', words.appealOther],
] as const;

/** What workers said, without who said it. */
export function ratingsPage({ language }: Visit, employer: string, { stars, ratings, list }: RatingsOfMe): PageContent {
  const title = say(words.ratings, language);
  const base = `/employer/${employer}`;
  const body = (
    <>
      <h1>{title}</h1>
      <p class="lead">
        {stars !== null
          ? say(words.mean, language, { stars, ratings })
          : say(list.length === 0 ? words.ratingsNone : words.ratingsFew, language, { least: 3 })}
      </p>
      <ul class="ways">
        {list.map((rating) => (
          <li key={rating.rating}>
            <a href={`${base}/ratings/${rating.rating}`}>
              <strong>{say(words.starsOf, language, { n: rating.stars })}</strong> {rating.text}{' '}
              <small>{writeMonth(rating.month, language)}</small>
            </a>
          </li>
        ))}
        <li>
          <a href={`${base}/orders`}>{say(employerWords.back, language)}</a>
        </li>
      </ul>
    </>
  );
  return { title, description: title, body };
}

/** One rating: answer it once, or appeal once. */
export function ratingPage({ language }: Visit, employer: string, rating: RatingOfMe, shown: Shown<'text' | 'why'>): PageContent {
  const title = `${say(words.starsOf, language, { n: rating.stars })} · ${writeMonth(rating.month, language)}`;
  const base = `/employer/${employer}/ratings`;
  const field = { shown, language };
  const body = (
    <>
      <h1>{title}</h1>
      {shown.wrong && <WrongSummary wrong={shown.wrong} labels={{ text: words.appealText }} language={language} />}
      {rating.text !== '' && <p class="lead">{rating.text}</p>}
      {rating.answer !== null && (
        <p>
          {say(words.byEmployer, language)} {say(words.stepAnswered, language)}: {rating.answer}
        </p>
      )}
      {rating.answer === null && (
        <form class="form" method="post" action={`${base}/${rating.rating}/answer`}>
          <Hidden once={shown.once} />
          <TextField name="text" label={words.answerRating} maxLength={300} required {...field} />
          <button type="submit">{say(words.answerRating, language)}</button>
        </form>
      )}
      {rating.appeal !== null && <p>{appealOf(rating, language)}</p>}
      <ul class="ways">
        {rating.appeal === null && (
          <li>
            <a href={`${base}/${rating.rating}/appeal`}>{say(words.appeal, language)}</a>
          </li>
        )}
        <li>
          <a href={base}>{say(words.ratings, language)}</a>
        </li>
      </ul>
    </>
  );
  return { title, description: title, body };
}

const appealOf = ({ appealOutcome, appealReason }: RatingOfMe, language: 'zh' | 'en'): string =>
  appealOutcome === null
    ? say(words.appealed, language)
    : appealOutcome === 'removed'
      ? say(words.removed, language)
      : say(words.stands, language, { reason: appealReason ?? '' });

export function appealPage({ language }: Visit, employer: string, rating: string, shown: Shown<'text' | 'why'>): PageContent {
  const title = say(words.appeal, language);
  const base = `/employer/${employer}/ratings/${rating}`;
  const field = { shown, language };
  const body = (
    <>
      <h1>{title}</h1>
      {shown.wrong && (
        <WrongSummary wrong={shown.wrong} labels={{ text: words.appealText, why: words.appealWhy }} language={language} />
      )}
      <form class="form" method="post" action={`${base}/appeal`}>
        <Hidden once={shown.once} />
        <SelectField name="why" label={words.appealWhy} choices={appealWhys} {...field} />
        <TextField name="text" label={words.appealText} maxLength={500} required {...field} />
        <button type="submit">{title}</button>
      </form>
      <ul class="ways">
        <li>
          <a href={base}>{say(words.ratings, language)}</a>
        </li>
      </ul>
    </>
  );
  return { title, description: title, body };
}
