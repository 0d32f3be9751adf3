import { say } from '../../../kernel/i18n/said.ts';
import type { PageContent } from '../../../kernel/page/page.tsx';
import { Hidden, type Shown, TextField, type Visit, WrongSummary } from '../../portal/module.ts';
import { pageWords } from '../words/pages.ts';
import { teamWords as words } from '../words/pages-team.ts';
import type { WorkerWhole } from '../workers/contract.ts';
import { WorkerFrame } from './frame.tsx';

/** Whom I go with: begin a team, join one by its code, or leave. */
export function teamPage({ language }: Visit, { number, team, teamNumbers }: WorkerWhole, shown: Shown<'code'>): PageContent {
  const title = say(words.title, language);
  const body = (
    <WorkerFrame language={language} number={number}>
      <h1>{title}</h1>
      {shown.wrong && <WrongSummary wrong={shown.wrong} labels={{ code: words.code }} language={language} />}
      <p class="lead">{say(words.lead, language)}</p>
      {team ? (
        <>
          <p class="number-card">
            <span class="quiet">{say(words.yours, language)}</span>
            <strong class="number-big">{team.code}</strong>
          </p>
          {teamNumbers.length === 1 ? (
            <p>{say(words.alone, language)}</p>
          ) : (
            <h2>{say(words.members, language, { count: teamNumbers.length })}</h2>
          )}
          {teamNumbers.length > 1 && (
            <ul>
              {teamNumbers.map((mate) => (
                <li key={mate}>
                  {say(words.member, language, { number: mate })}
                  {mate === number && <> · {say(words.you, language)}</>}
                </li>
              ))}
            </ul>
          )}
          <form class="form" method="post" action="/gigs/team/leave">
            <button type="submit" class="second">
              {say(words.leave, language)}
            </button>
          </form>
        </>
      ) : (
        <>
          <form class="form" method="post" action="/gigs/team/join">
            <Hidden once={shown.once} />
            <TextField
              name="code"
              label={words.code}
              hint={words.codeHint}
              shown={shown}
              language={language}
              inputMode="numeric"
              maxLength={4}
              required
            />
            <button type="submit" class="big">
              {say(words.joinSend, language)}
            </button>
          </form>
          <h2>{say(words.form, language)}</h2>
          <p>{say(words.formHint, language)}</p>
          <form class="form" method="post" action="/gigs/team/form">
            <button type="submit" class="second">
              {say(words.form, language)}
            </button>
          </form>
        </>
      )}
      <ul class="ways">
        <li>
          <a href="/gigs/today">{say(pageWords.toToday, language)}</a>
        </li>
      </ul>
    </WorkerFrame>
  );
  return { title, description: say(words.lead, language), body };
}
