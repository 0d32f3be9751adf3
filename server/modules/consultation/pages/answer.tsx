import { type Language, say } from '../../../kernel/i18n/said.ts';
import type { PageContent } from '../../../kernel/page/page.tsx';
import { writeDay } from '../../../kernel/page/written.ts';
import type { PublicAnswer } from '../queries/public.ts';
import { askOf } from '../summary.ts';
import { decisionSaid } from '../words.ts';
import { pageWords as words } from './words.ts';

/** What was chosen and typed, and for which opinion. */
export type Response = Readonly<Record<'receipt' | 'response' | 'why', string>>;

/** What became of an opinion, for whoever holds its number; they may accept it or not. */
export function answerPage(
  language: Language,
  { title, mayRespond, opinion }: PublicAnswer,
  filled: Response,
  problem?: string,
): PageContent {
  const heading = say(words.of, language, { title });
  const latest = opinion.decisions.at(-1);
  const body = (
    <>
      <h1>{heading}</h1>
      {problem && <Wrong language={language} problem={problem} />}
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
      {latest && mayRespond && (
        <>
          <p>{say(words.respondBy, language, { day: writeDay(latest.respondBy, language) })}</p>
          <ResponseForm language={language} filled={{ ...filled, revision: latest.revision }} />
        </>
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

const Wrong = ({ language, problem }: { language: Language; problem: string }) => (
  <div class="wrong" role="alert">
    <p>
      {say(words.wrong, language)} {problem}
    </p>
    <p>{say(words.kept, language)}</p>
  </div>
);

function ResponseForm({ language, filled }: { language: Language; filled: Response & { readonly revision: number } }) {
  return (
    <form class="form" method="post" action="/consultations/response">
      <input type="hidden" name="receipt" value={filled.receipt} />
      <input type="hidden" name="revision" value={String(filled.revision)} />
      <fieldset>
        <legend>{say(words.answer, language)}</legend>
        <label class="choice">
          <input type="radio" name="response" value="accepted" required checked={filled.response === 'accepted'} />
          {say(words.accept, language)}
        </label>
        <label class="choice">
          <input type="radio" name="response" value="contested" checked={filled.response === 'contested'} />
          {say(words.contest, language)}
        </label>
      </fieldset>
      <label for="why">{say(words.contestWhy, language)}</label>
      <textarea id="why" name="why" rows={3} maxLength={1000}>
        {filled.why}
      </textarea>
      <button type="submit">{say(words.respond, language)}</button>
    </form>
  );
}

/** The form with what was typed, where the opinion itself cannot be shown. */
export function responsePage(language: Language, filled: Response & { readonly revision: number }, problem: string): PageContent {
  const title = say(words.lookTitle, language);
  const body = (
    <>
      <h1>{title}</h1>
      <Wrong language={language} problem={problem} />
      <ResponseForm language={language} filled={filled} />
    </>
  );
  return { title, description: title, body };
}
