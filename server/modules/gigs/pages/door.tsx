import { type Language, say } from '../../../kernel/i18n/said.ts';
import type { PageContent } from '../../../kernel/page/page.tsx';
import type { Ledger } from '../../figures/contract.ts';
import { DoorFigures, Ring, type TownListed, type Visit } from '../../portal/module.ts';
import type { ListedStation } from '../dawn/board.ts';
import type { Board } from '../dawn/contract.ts';
import { pageWords } from '../words/pages.ts';
import { doorWords as words } from '../words/pages-door.ts';

export type StationAtDoor = { readonly station: ListedStation; readonly board: Board };

/** 找零活: where the stations are, how they do today, and the one way on. `number`: of a worker who looks, null for whoever has not joined. */
export function doorPage(
  visit: Visit,
  stations: readonly StationAtDoor[],
  number: number | null,
  ledger: Ledger | undefined,
  towns: readonly TownListed[],
): PageContent {
  const { language, city, contact } = visit;
  const { telephone } = contact;
  const named = city?.gigStation;
  const town = towns.find(({ code }) => code === named?.area);
  const lead = stations.length > 0 || town ? words.lead : words.leadPlain;
  const steps = [
    say(words.stepJoin, language),
    ...(stations.length === 0 && named && town
      ? [say(words.station, language, { station: say(named.name, language), town: town.name, telephone })]
      : []),
    say(words.stepScan, language),
    say(words.stepTake, language),
    say(words.bring, language),
    say(words.pay, language, { telephone }),
  ];
  const body = (
    <>
      <h1>{say(words.title, language)}</h1>
      <p class="lead">{say(lead, language)}</p>
      <p class="go">
        <a class="button" href={number === null ? '/gigs/join' : '/gigs/today'}>
          {say(number === null ? words.join : words.today, language)}
        </a>
        <span class="quiet">{number === null ? say(words.joinHint, language) : say(words.number, language, { number })}</span>
      </p>
      {stations.length > 0 && (
        <section aria-labelledby="stations">
          <h2 id="stations">{say(words.stations, language)}</h2>
          {stations.map((one) => (
            <Station key={one.station.id} {...one} language={language} />
          ))}
        </section>
      )}
      <section aria-labelledby="today">
        <h2 id="today">{say(words.steps, language)}</h2>
        <ol class="steps">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <Ring telephone={telephone} language={language} />
      </section>
      <section aria-labelledby="more">
        <h2 id="more">{say(words.more, language)}</h2>
        <ul class="ways">
          {number !== null && (
            <>
              <li>
                <a href="/gigs/work">{say(pageWords.toWork, language)}</a>
              </li>
              <li>
                <a href="/gigs/profile">{say(pageWords.toProfile, language)}</a>
              </li>
              <li>
                <a href="/gigs/team">{say(pageWords.toTeam, language)}</a>
              </li>
            </>
          )}
          <li>
            <a href="/gigs/rules">{say(words.rules, language)}</a>
          </li>
          <li>
            <a href="/gigs/grades">{say(words.grades, language)}</a>
          </li>
          <li>
            <a href="/employer">{say(words.employer, language)}</a>
          </li>
        </ul>
      </section>
      <DoorFigures ledger={ledger} wanted={city?.doors?.gigs} language={language} />
    </>
  );
  return { title: say(words.title, language), description: say(lead, language), body };
}

const Station = ({ station, board, language }: StationAtDoor & { language: Language }) => (
  <div class="station">
    <h3>{say(station.name, language)}</h3>
    <p>
      <strong class={station.isOpen ? 'light light-on-path' : 'light light-silent'}>
        <span aria-hidden="true">{station.isOpen ? '●' : '○'}</span> {say(station.isOpen ? words.open : words.closed, language)}
      </strong>{' '}
      {say(words.hours, language, { opens: station.opensAt, closes: station.closesAt })}
    </p>
    <p>
      <span lang={language === 'zh' ? undefined : 'zh-CN'}>{station.address}</span>
    </p>
    <Ring telephone={station.telephone} language={language} />
    {(board.placed > 0 || board.orders.length > 0) && (
      <p class="quiet">
        {say(words.counts, language, {
          seats: board.orders.reduce((sum, { open }) => sum + open, 0),
          placed: board.placed,
        })}
      </p>
    )}
  </div>
);
