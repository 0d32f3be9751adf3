import { type Language, type Said, say } from '../../../kernel/i18n/said.ts';
import type { PageContent } from '../../../kernel/page/page.tsx';
import { writeDay } from '../../../kernel/page/written.ts';
import type { PublicText } from '../queries/public.ts';
import { pageWords as words } from './words.ts';

/** What the form held when it was sent. */
export type Filled = Readonly<Record<'kind' | 'oldWords' | 'newWords' | 'why' | 'contact', string>>;
export const emptyForm: Filled = { kind: 'remark', oldWords: '', newWords: '', why: '', contact: '' };

/** One of several places where the words typed stand. */
export type Place = { readonly value: string; readonly said: string };
export type Shown = {
  readonly filled: Filled;
  /** Names this very form, so that sending it twice is one opinion. */
  readonly once: string;
  readonly problem?: string;
  readonly places?: readonly Place[];
};

const kinds: readonly (readonly [string, Said])[] = [
  ['replace', words.kindReplace],
  ['add', words.kindAdd],
  ['remove', words.kindRemove],
  ['remark', words.kindRemark],
];

/** The paper with the form under it; above it when something is wrong. */
export function paperPage(language: Language, paper: PublicText, shown: Shown): PageContent {
  const { problem } = shown;
  const { title, dueOn, isOpen, isLate, text } = paper;
  const due = say(words.due, language, { day: writeDay(dueOn, language) });
  const body = (
    <>
      <h1>{title}</h1>
      <p class="lead">{isOpen ? due : say(words.published, language)}</p>
      {problem && (
        <div class="wrong" role="alert">
          <p>
            {say(words.wrong, language)} {problem}
          </p>
          <p>{say(words.kept, language)}</p>
        </div>
      )}
      {isOpen && problem && <Form language={language} paper={paper} shown={shown} />}
      <section aria-labelledby="text">
        <h2 id="text">{say(words.read, language)}</h2>
        <div class="paper-text" lang="zh-CN">
          {text
            .split('\n')
            .filter((line) => line.trim() !== '')
            .map((line, at) => (
              <p key={at}>{line}</p>
            ))}
        </div>
      </section>
      {isOpen && isLate && <p>{say(words.late, language)}</p>}
      {isOpen && !problem && <Form language={language} paper={paper} shown={shown} />}
      <ul class="ways">
        <li>
          <a href="/consultations">{say(words.all, language)}</a>
        </li>
      </ul>
    </>
  );
  return { title, description: due, body };
}

type FormProps = { readonly language: Language; readonly paper: PublicText; readonly shown: Shown };

function Form({ language, paper, shown: { filled, once, places = [] } }: FormProps) {
  return (
    <section aria-labelledby="say">
      <h2 id="say">{say(words.say, language)}</h2>
      <form class="form" method="post" action={`/consultations/${paper.consultation}`}>
        <input type="hidden" name="once" value={once} />
        <input type="hidden" name="version" value={String(paper.version)} />
        <fieldset>
          <legend>{say(words.kind, language)}</legend>
          {kinds.map(([kind, word]) => (
            <label class="choice" key={kind}>
              <input type="radio" name="kind" value={kind} checked={filled.kind === kind} />
              {say(word, language)}
            </label>
          ))}
        </fieldset>
        <label for="old">{say(words.oldWords, language)}</label>
        <textarea id="old" name="oldWords" rows={2} maxLength={2000}>
          {filled.oldWords}
        </textarea>
        {places.length > 0 && (
          <fieldset>
            <legend>{say(words.places, language)}</legend>
            {[...places, { value: 'everywhere', said: say(words.everywhere, language) }].map(({ value, said }) => (
              <label class="choice" key={value}>
                <input type="radio" name="place" value={value} required />
                {said}
              </label>
            ))}
          </fieldset>
        )}
        <label for="new">{say(words.newWords, language)}</label>
        <textarea id="new" name="newWords" rows={3} maxLength={2000}>
          {filled.newWords}
        </textarea>
        <label for="why">{say(words.why, language)}</label>
        <textarea id="why" name="why" rows={4} maxLength={1000} required>
          {filled.why}
        </textarea>
        <label for="contact">{say(words.contact, language)}</label>
        <input id="contact" name="contact" type="text" autocomplete="off" maxLength={100} value={filled.contact} />
        <button type="submit">{say(words.send, language)}</button>
      </form>
    </section>
  );
}

/** The number by which the sender asks what became of it. */
export function sentPage(language: Language, consultation: string, receipt: string): PageContent {
  const body = (
    <>
      <h1>{say(words.sentTitle, language)}</h1>
      <p class="lead">{say(words.sent, language)}</p>
      <p class="lead">
        <strong class="receipt">{receipt}</strong>
      </p>
      <p>{say(words.sentHint, language)}</p>
      <ul class="ways">
        <li>
          <a href={`/consultations/${consultation}`}>{say(words.back, language)}</a>
        </li>
        <li>
          <a href="/consultations">{say(words.lookTitle, language)}</a>
        </li>
      </ul>
    </>
  );
  return { title: say(words.sentTitle, language), description: say(words.sent, language), body };
}
