import { type Said, say } from '../../../kernel/i18n/said.ts';
import type { PageContent } from '../../../kernel/page/page.tsx';
import { Hidden, type Shown, type Visit, WrongSummary } from '../../portal/module.ts';
import type { StationDoor } from '../market/station-door.ts';
import { pageWords } from '../words/pages.ts';
import { todayWords as words } from '../words/pages-today.ts';
import { WorkerFrame } from './frame.tsx';

/** Who stands before the code: nobody yet known, somebody who has not joined, or a worker with the number they may hold already. */
export type AtStation =
  | { readonly is: 'visitor' | 'stranger' }
  | {
      readonly is: 'worker';
      readonly number: number;
      readonly isPaused: boolean;
      readonly held: number | null;
      /** The place in another station's line, which a check-in here gives up. */
      readonly elsewhere: { readonly station: Said; readonly number: number } | null;
    };

/** What the code on the station's screen opens: the station, and the one thing to do. `address`: the code's own, to come back to. */
export function checkInPage(
  { language }: Visit,
  door: StationDoor,
  who: AtStation,
  address: string,
  token: string,
  shown?: Shown<'d' | 'at'>,
): PageContent {
  const title = say(door.name, language);
  const back = new URLSearchParams({ next: address });
  const body = (
    <WorkerFrame language={language} number={who.is === 'worker' ? who.number : undefined}>
      <h1>{title}</h1>
      {shown?.wrong && <WrongSummary wrong={shown.wrong} language={language} />}
      {door.state === 'closed' && <p class="lead">{say(words.stationClosed, language)}</p>}
      {door.state === 'not-open' && (
        <p class="lead">{say(words.notOpen, language, { opens: door.opensAt, closes: door.closesAt })}</p>
      )}
      {door.state === 'old-code' && <p class="lead">{say(words.codeOld, language)}</p>}
      {door.state === 'open' && (
        <Act who={who} back={back} action={address.split('?')[0] ?? ''} token={token} language={language} />
      )}
      <ul class="ways">
        {who.is === 'worker' && (
          <li>
            <a href="/gigs/today">{say(pageWords.toToday, language)}</a>
          </li>
        )}
        <li>
          <a href="/gigs">{say(pageWords.toDoor, language)}</a>
        </li>
      </ul>
    </WorkerFrame>
  );
  return { title, description: say(words.checkInLead, language), body };
}

function Act({
  who,
  back,
  action,
  token,
  language,
}: {
  who: AtStation;
  back: URLSearchParams;
  action: string;
  token: string;
  language: Visit['language'];
}) {
  if (who.is !== 'worker') {
    const isVisitor = who.is === 'visitor';
    return (
      <p class="go">
        <a class="button" href={`${isVisitor ? '/sign-in' : '/gigs/join'}?${back}`}>
          {say(isVisitor ? words.signInFirst : words.joinFirst, language)}
        </a>
        <span class="quiet">{say(isVisitor ? words.signInHint : words.joinHint, language)}</span>
      </p>
    );
  }
  if (who.held !== null)
    return (
      <>
        <p class="lead">{say(words.already, language, { number: who.held })}</p>
        <p class="go">
          <a class="button" href="/gigs/today">
            {say(pageWords.toToday, language)}
          </a>
        </p>
      </>
    );
  if (who.isPaused)
    return (
      <>
        <p class="lead">{say(words.resumeFirst, language)}</p>
        <p class="go">
          <a class="button" href="/gigs/profile">
            {say(pageWords.toProfile, language)}
          </a>
        </p>
      </>
    );
  return (
    <form class="form" method="post" action={action} data-offline={say(words.checkIn, language)}>
      <Hidden fields={{ d: token }} />
      {who.elsewhere && (
        <p class="lead">
          {say(words.elsewhere, language, { station: say(who.elsewhere.station, language), number: who.elsewhere.number })}
        </p>
      )}
      <button type="submit" class="big">
        {say(words.checkIn, language)}
      </button>
      <p class="quiet">{say(words.checkInLead, language)}</p>
    </form>
  );
}

/** Where the code is none of ours. */
export function unknownCodePage({ language }: Visit): PageContent {
  const title = say(words.codeUnknown, language);
  const body = (
    <>
      <h1>{title}</h1>
      <p class="lead">{say(words.codeUnknownHint, language)}</p>
      <ul class="ways">
        <li>
          <a href="/gigs">{say(pageWords.toDoor, language)}</a>
        </li>
      </ul>
    </>
  );
  return { title, description: say(words.codeUnknownHint, language), body };
}

/** Kept on the phone for when there is no network: its script makes a check-in of the address it stands at. */
export function offlinePage({ language }: Visit): PageContent {
  const title = say(words.offlineTitle, language);
  const body = (
    <WorkerFrame language={language}>
      <div id="without">
        <h1>{title}</h1>
        <p class="lead">{say(words.offlineLead, language)}</p>
      </div>
      <div id="station" hidden>
        <h1>{say(words.offlineStation, language)}</h1>
        <form class="form" method="post" data-offline={say(words.checkIn, language)}>
          <Hidden fields={{ d: '' }} />
          <button type="submit" class="big">
            {say(words.checkIn, language)}
          </button>
          <p class="quiet">{say(words.offlineCheckIn, language)}</p>
        </form>
      </div>
      <ul class="ways">
        <li>
          <a href="/gigs/today">{say(pageWords.toToday, language)}</a>
        </li>
      </ul>
    </WorkerFrame>
  );
  return { title, description: say(words.offlineLead, language), body };
}
