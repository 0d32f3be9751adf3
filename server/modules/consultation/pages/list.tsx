import { type Language, say } from '../../../kernel/i18n/said.ts';
import type { PageContent } from '../../../kernel/page/page.tsx';
import { writeDay } from '../../../kernel/page/written.ts';
import type { PublicConsultation } from '../queries/public.ts';
import { pageWords as words } from './words.ts';

/** A number that was asked after, and why nothing is shown; no problem: there is no such number. */
export type Looked = { readonly receipt: string; readonly problem?: string };

/** The papers that anybody may speak on, and the way to see what became of one's opinion. */
export function listPage(language: Language, papers: readonly PublicConsultation[], looked?: Looked): PageContent {
  const open = papers.filter(({ isOpen }) => isOpen);
  const past = papers.filter(({ isOpen }) => !isOpen);
  const body = (
    <>
      <h1>{say(words.title, language)}</h1>
      <p class="lead">{say(words.lead, language)}</p>
      {looked && (
        <div class="wrong" role="alert">
          <p>{looked.problem ?? say(words.lookNone, language)}</p>
        </div>
      )}
      <section aria-labelledby="open">
        <h2 id="open">{say(words.open, language)}</h2>
        {open.length === 0 ? <p>{say(words.none, language)}</p> : <Papers papers={open} language={language} />}
      </section>
      <section aria-labelledby="look">
        <h2 id="look">{say(words.lookTitle, language)}</h2>
        <form class="form" method="post" action="/consultations/answer">
          <label for="receipt">{say(words.look, language)}</label>
          <input
            id="receipt"
            name="receipt"
            type="text"
            autocomplete="off"
            maxLength={40}
            value={looked?.receipt ?? ''}
            required
          />
          <button type="submit">{say(words.lookSend, language)}</button>
        </form>
      </section>
      {past.length > 0 && (
        <section aria-labelledby="past">
          <h2 id="past">{say(words.past, language)}</h2>
          <Papers papers={past} language={language} />
        </section>
      )}
    </>
  );
  return { title: say(words.title, language), description: say(words.lead, language), body };
}

const Papers = ({ papers, language }: { papers: readonly PublicConsultation[]; language: Language }) => (
  <ul class="ways">
    {papers.map(({ consultation, title, dueOn, publishedOn }) => (
      <li key={consultation}>
        <a href={`/consultations/${consultation}`}>
          {title}{' '}
          <small>
            {publishedOn === null
              ? say(words.due, language, { day: writeDay(dueOn, language) })
              : say(words.publishedOn, language, { day: writeDay(publishedOn, language) })}
          </small>
        </a>
      </li>
    ))}
  </ul>
);
