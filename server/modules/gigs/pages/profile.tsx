import { type Language, say } from '../../../kernel/i18n/said.ts';
import type { PageContent } from '../../../kernel/page/page.tsx';
import { writeDay } from '../../../kernel/page/written.ts';
import { ChoiceField, Hidden, type Shown, type Visit, WrongSummary } from '../../portal/module.ts';
import { shippedTrades } from '../market/trades.ts';
import { pageWords } from '../words/pages.ts';
import { joinWords as words } from '../words/pages-join.ts';
import { tipWords } from '../words/pages-tip.ts';
import type { WorkerLicence, WorkerWhole } from '../workers/contract.ts';
import { TipNote } from './asked.tsx';
import { WorkerFrame } from './frame.tsx';
import { licenceText } from './round.tsx';
import { TermLines, TradeList } from './standing.tsx';
import type { Tip } from './tip.ts';

/** What is registered of a worker, each part with the way to change it. */
export function profilePage({ language }: Visit, worker: WorkerWhole, shown: Shown<'licence'>, tip?: Tip): PageContent {
  const title = say(words.profileTitle, language);
  const lead = say(words.profileLead, language, { number: worker.number, day: writeDay(worker.joinedOn, language) });
  const body = (
    <WorkerFrame language={language} number={worker.number}>
      <h1>{title}</h1>
      {shown.wrong && <WrongSummary wrong={shown.wrong} labels={{ licence: words.licence }} language={language} />}
      <p class="lead">{lead}</p>
      {worker.isPaused && <Pause isPaused language={language} />}
      <Trades worker={worker} language={language} />
      <Terms worker={worker} language={language} />
      <Licences worker={worker} shown={shown} tip={tip} language={language} />
      <section aria-labelledby="card">
        <h2 id="card">{say(words.card, language)}</h2>
        <p>{say(words.cardLost, language)}</p>
        <form class="form" method="post" action="/gigs/profile/card">
          <Hidden once={shown.once} />
          <button type="submit" class="second">
            {say(words.renew, language)}
          </button>
        </form>
      </section>
      {!worker.isPaused && <Pause isPaused={false} language={language} />}
      <ul class="ways">
        <li>
          <a href="/gigs/today">{say(pageWords.toToday, language)}</a>
        </li>
        <li>
          <a href="/gigs/team">{say(pageWords.toTeam, language)}</a>
        </li>
      </ul>
    </WorkerFrame>
  );
  return { title, description: lead, body };
}

const Pause = ({ isPaused, language }: { isPaused: boolean; language: Language }) => (
  <form class="form" method="post" action="/gigs/profile/pause">
    <Hidden fields={{ paused: isPaused ? '' : '1' }} />
    <p>{say(isPaused ? words.paused : words.pauseHint, language)}</p>
    <button type="submit" class={isPaused ? undefined : 'second'}>
      {say(isPaused ? words.resume : words.pause, language)}
    </button>
  </form>
);

const Trades = ({ worker: { skills }, language }: { worker: WorkerWhole; language: Language }) => (
  <section aria-labelledby="trades">
    <h2 id="trades">{say(words.trades, language)}</h2>
    <TradeList skills={skills} language={language} />
    <p class="way">
      <a href="/gigs/profile/trades">{say(words.changeTrades, language)}</a>
    </p>
  </section>
);

const Terms = ({ worker, language }: { worker: WorkerWhole; language: Language }) => (
  <section aria-labelledby="terms">
    <h2 id="terms">{say(words.terms, language)}</h2>
    <TermLines worker={worker} language={language} />
    <p class="way">
      <a href="/gigs/profile/terms">{say(words.changeTerms, language)}</a>
    </p>
  </section>
);

function Licences({
  worker: { licences },
  shown,
  tip,
  language,
}: {
  worker: WorkerWhole;
  shown: Shown<'licence'>;
  tip: Tip | undefined;
  language: Language;
}) {
  const held = new Set(licences.filter(({ state, isValid }) => state === 'claimed' || isValid).map(({ licence }) => licence));
  const others = shippedTrades().licences.filter(({ code }) => !held.has(code));
  return (
    <section aria-labelledby="licences">
      <h2 id="licences">{say(words.licences, language)}</h2>
      <p>{say(words.licencesLead, language)}</p>
      {licences.length === 0 ? (
        <p class="quiet">{say(words.noLicences, language)}</p>
      ) : (
        <ul>
          {licences.map((licence) => (
            <li key={licence.id}>
              {say(licence.name, language)}
              <br />
              <span class="quiet">{licenceState(licence, language)}</span>
            </li>
          ))}
        </ul>
      )}
      {tip?.is === 'licence' && (
        <TipNote>{say(tipWords.atLicence, language, { licence: licenceText(tip.licence, language) })}</TipNote>
      )}
      {others.length > 0 && (
        <details open={shown.wrong !== undefined || tip?.is === 'licence'}>
          <summary>{say(words.claim, language)}</summary>
          <form class="form" method="post" action="/gigs/profile/licences">
            <Hidden once={shown.once} />
            <ChoiceField
              name="licence"
              label={words.licence}
              choices={others.map(({ code, name }) => [code, name] as const)}
              shown={shown}
              language={language}
              required
            />
            <button type="submit">{say(words.claimSend, language)}</button>
          </form>
        </details>
      )}
    </section>
  );
}

function licenceState({ state, expiresOn, reason, isValid, daysLeft }: WorkerLicence, language: Language): string {
  if (state === 'claimed') return say(words.claimed, language);
  if (state === 'refused' || state === 'withdrawn') return say(words[state], language, { reason: reason ?? '' });
  const day = expiresOn === null ? '' : writeDay(expiresOn, language);
  if (daysLeft !== null) return say(daysLeft === 0 ? words.endsToday : words.endsSoon, language, { day, n: daysLeft });
  return say(isValid ? words.valid : words.over, language, { day });
}
