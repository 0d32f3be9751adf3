import { type Language, say } from '../../../kernel/i18n/said.ts';
import type { PageContent } from '../../../kernel/page/page.tsx';
import { writeMonth } from '../../../kernel/page/written.ts';
import { Hidden, SelectField, type Shown, TextField, type Visit, WrongSummary } from '../../portal/module.ts';
import type { RatingOfMe, RatingsOfMe } from '../ratings/contract.ts';
import { Back } from './back.tsx';
import { dayWords as words } from './day-words.ts';
import { employerWords } from './words.ts';

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
      <Back to={`${base}/orders`} said={employerWords.back} language={language}>
        {list.map((rating) => (
          <li key={rating.rating}>
            <a href={`${base}/ratings/${rating.rating}`}>
              <strong>{say(words.starsOf, language, { n: rating.stars })}</strong> {rating.text}{' '}
              <small>
                {writeMonth(rating.month, language)}
                {markOf(rating, language)}
              </small>
            </a>
          </li>
        ))}
      </Back>
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
      {rating.answer !== null && <p>{say(words.answered, language, { text: rating.answer })}</p>}
      {rating.answer === null && (
        <form class="form" method="post" action={`${base}/${rating.rating}/answer`}>
          <Hidden once={shown.once} />
          <TextField name="text" label={words.answerRating} maxLength={300} required {...field} />
          <button type="submit">{say(words.answerRating, language)}</button>
        </form>
      )}
      {rating.appeal !== null && <p>{appealOf(rating, language)}</p>}
      <Back to={base} said={words.ratings} language={language}>
        {rating.appeal === null && (
          <li>
            <a href={`${base}/${rating.rating}/appeal`}>{say(words.appeal, language)}</a>
          </li>
        )}
      </Back>
    </>
  );
  return { title, description: title, body };
}

/** In the list: that one does not count, or may not for long. One that stands is like any other. */
function markOf({ appeal, appealOutcome }: RatingOfMe, language: Language): string {
  if (appealOutcome === 'removed') return ` · ${say(words.removedMark, language)}`;
  return appeal !== null && appealOutcome === null ? ` · ${say(words.appealedMark, language)}` : '';
}

const appealOf = ({ appealOutcome, appealReason }: RatingOfMe, language: Language): string =>
  appealOutcome === null
    ? say(words.appealed, language)
    : say(appealOutcome === 'removed' ? words.removed : words.stands, language, { reason: appealReason ?? '' });

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
      <Back to={base} said={words.ratings} language={language} />
    </>
  );
  return { title, description: title, body };
}
