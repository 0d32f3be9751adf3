import { type Language, say } from '../../../kernel/i18n/said.ts';
import type { PageContent } from '../../../kernel/page/page.tsx';
import type { PublicAnswer } from '../queries/public.ts';
import { askOf } from '../summary.ts';
import { decisionSaid } from '../words.ts';
import { pageWords as words } from './words.ts';

/** What became of an opinion, for whoever holds its number; they may accept it or not. */
export function answerPage(
  language: Language,
  { title, isOpen, opinion }: PublicAnswer,
  receipt: string,
  problem?: string,
): PageContent {
  const heading = say(words.of, language, { title });
  const latest = opinion.decisions.at(-1);
  const body = (
    <>
      <h1>{heading}</h1>
      {problem && (
        <div class="wrong" role="alert">
          <p>
            {say(words.wrong, language)} {problem}
          </p>
        </div>
      )}
      <section aria-labelledby="yours">
        <h2 id="yours">{say(words.yours, language)}</h2>
        <p>{say(askOf(opinion), language)}</p>
      </section>
      <section aria-labelledby="outcome">
        <h2 id="outcome">{say(words.outcome, language)}</h2>
        {latest ? (
          <p>{say(words.decided, language, { decision: say(decisionSaid[latest.decision], language), reason: latest.reason })}</p>
        ) : (
          <p>{say(words.waiting, language)}</p>
        )}
        {latest?.response === 'accepted' && <p>{say(words.accepted, language)}</p>}
        {latest?.response === 'contested' && <p>{say(words.contested, language, { why: latest.responseWhy ?? '' })}</p>}
      </section>
      {latest && latest.response === null && isOpen && (
        <form class="form" method="post" action="/consultations/response">
          <input type="hidden" name="receipt" value={receipt} />
          <input type="hidden" name="revision" value={String(latest.revision)} />
          <fieldset>
            <legend>{say(words.answer, language)}</legend>
            <label class="choice">
              <input type="radio" name="response" value="accepted" required />
              {say(words.accept, language)}
            </label>
            <label class="choice">
              <input type="radio" name="response" value="contested" />
              {say(words.contest, language)}
            </label>
          </fieldset>
          <label for="why">{say(words.contestWhy, language)}</label>
          <textarea id="why" name="why" rows={3} maxLength={1000} />
          <button type="submit">{say(words.respond, language)}</button>
        </form>
      )}
      <ul class="ways">
        <li>
          <a href="/consultations">{say(words.all, language)}</a>
        </li>
      </ul>
    </>
  );
  return { title: heading, description: heading, body };
}
