import { say } from '../../../kernel/i18n/said.ts';
import { type PageContent, Telephone } from '../../../kernel/page/page.tsx';
import { Hidden, type Shown, TextField, type Visit, WrongSummary } from '../../portal/module.ts';
import { CODE_MINUTES } from '../commands/sign-in.ts';
import { pageWords as words } from './words.ts';

/** What the pages of signing in know besides the form. */
export type Door = {
  /** Where the person goes on to. */
  readonly next: string;
  /** Demonstration without a gateway: where the message lies. */
  readonly isOutbox: boolean;
  /** Whether a message can be sent at all; where it cannot, the counter helps. */
  readonly sends: boolean;
};

const labels = { mobile: words.mobile, code: words.code };

/** The first of two questions: which number? */
export function mobilePage({ language, contact }: Visit, { next, sends }: Door, shown: Shown<'mobile'>, why = ''): PageContent {
  const title = say(words.signIn, language);
  const body = (
    <>
      <h1>{title}</h1>
      {shown.wrong && <WrongSummary wrong={shown.wrong} labels={labels} language={language} />}
      {sends ? (
        <>
          <p class="lead">{say(words.signInLead, language)}</p>
          <form class="form" method="post" action="/sign-in/code">
            <Hidden once={shown.once} fields={{ next }} />
            <TextField
              name="mobile"
              label={words.mobile}
              hint={words.mobileHint}
              shown={shown}
              language={language}
              inputMode="tel"
              autocomplete="tel-national"
              maxLength={40}
              required
            />
            <button type="submit">{say(words.sendCode, language)}</button>
          </form>
        </>
      ) : (
        <p class="lead">{why}</p>
      )}
      <section aria-labelledby="no-phone">
        <h2 id="no-phone">{say(words.noPhone, language)}</h2>
        <p>{say(words.counter, language)}</p>
        <p class="ring">
          <Telephone number={contact.telephone} />
        </p>
      </section>
    </>
  );
  return { title, description: say(words.signInLead, language), body };
}

/** The second: which code? The same whether or not the number is known. */
export function codePage({ language }: Visit, { next, isOutbox }: Door, shown: Shown<'mobile' | 'code'>): PageContent {
  const title = say(words.codeTitle, language);
  const { mobile } = shown.filled;
  const body = (
    <>
      <h1>{title}</h1>
      {shown.wrong && <WrongSummary wrong={shown.wrong} labels={labels} language={language} />}
      <p class="lead">{say(words.codeLead, language, { minutes: CODE_MINUTES })}</p>
      {isOutbox && (
        <>
          <p>{say(words.demoOutbox, language)}</p>
          <p class="way">
            <a href="/office/messages">{say(words.demoOpen, language)}</a>
          </p>
        </>
      )}
      <form class="form" method="post" action="/sign-in">
        <Hidden fields={{ next, mobile }} />
        <TextField
          name="code"
          label={words.code}
          shown={{ ...shown, filled: { ...shown.filled, code: '' } }}
          language={language}
          inputMode="numeric"
          autocomplete="one-time-code"
          maxLength={10}
          required
        />
        <button type="submit">{say(words.codeSend, language)}</button>
      </form>
      <form class="form" method="post" action="/sign-in/code">
        <Hidden once={shown.once} fields={{ next, mobile }} />
        <button type="submit" class="second">
          {say(words.again, language)}
        </button>
      </form>
      <ul class="ways">
        <li>
          <a href={`/sign-in?${new URLSearchParams({ next })}`}>{say(words.otherNumber, language)}</a>
        </li>
      </ul>
    </>
  );
  return { title, description: title, body };
}
