import { say } from '../../../kernel/i18n/said.ts';
import type { PageContent } from '../../../kernel/page/page.tsx';
import { Hidden, type Shown, TextField, type Visit, WrongSummary } from '../../portal/module.ts';
import { pageWords } from '../words/pages.ts';
import { joinWords as words } from '../words/pages-join.ts';
import { Step } from './asked.tsx';
import { WorkerFrame } from './frame.tsx';

const meLabels = { name: words.name, birthYear: words.birthYear };

/** The first question: who comes? */
export function mePage({ language }: Visit, shown: Shown<'name' | 'birthYear'>, next: string): PageContent {
  const title = say(words.meTitle, language);
  const field = { shown, language, required: true };
  const body = (
    <WorkerFrame language={language}>
      <Step step={1} language={language} />
      <h1>{title}</h1>
      {shown.wrong && <WrongSummary wrong={shown.wrong} labels={meLabels} language={language} />}
      <p class="lead">{say(words.meLead, language)}</p>
      <form class="form" method="post" action="/gigs/join/me">
        <Hidden once={shown.once} fields={{ next }} />
        <TextField name="name" label={words.name} hint={words.nameHint} autocomplete="name" maxLength={60} {...field} />
        <TextField
          name="birthYear"
          label={words.birthYear}
          hint={words.birthHint}
          inputMode="numeric"
          autocomplete="bday-year"
          maxLength={4}
          {...field}
        />
        <button type="submit" class="big">
          {say(pageWords.on, language)}
        </button>
      </form>
    </WorkerFrame>
  );
  return { title: say(words.title, language), description: say(words.meLead, language), body };
}
