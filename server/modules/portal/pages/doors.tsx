import type { ComponentChildren } from 'preact';
import { type Language, type Said, say } from '../../../kernel/i18n/said.ts';
import type { PageContent } from '../../../kernel/page/page.tsx';
import type { Ledger, LedgerMeasure } from '../../figures/contract.ts';
import type { TownListed } from '../areas.ts';
import { doors as words } from '../words.ts';
import { BriefFigure, pickFigures } from './home.tsx';
import { ChineseName, Ring, Way } from './parts.tsx';
import { leadNames } from './progress.tsx';
import type { Visit } from './visit.ts';

type Door = 'jobs' | 'services' | 'nearby';

/** 找工作: by telephone, at the counter of one's street or town, at fairs. */
export function jobsPage(visit: Visit, ledger: Ledger | undefined): PageContent {
  const { telephone } = visit.contact;
  return doorPage(visit, ledger, 'jobs', words.jobs, words.jobsLead, [
    say(words.jobsRing, visit.language, { telephone }),
    say(words.jobsGo, visit.language),
    say(words.jobsFair, visit.language),
  ]);
}

/** 办事: which department is in charge of what a person comes for. */
export function servicesPage(visit: Visit, ledger: Ledger | undefined): PageContent {
  const { language } = visit;
  const matters = mattersOf(visit, ledger);
  const list = matters.length > 0 && (
    <section aria-labelledby="matters">
      <h2 id="matters">{say(words.servicesMatters, language)}</h2>
      <dl class="pairs">
        {matters.map(({ ask, measure }) => (
          <div key={measure.no}>
            <dt>{say(ask, language)}</dt>
            <dd>{leadNames(measure, language)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
  return doorPage(visit, ledger, 'services', words.services, words.servicesLead, [say(words.servicesGo, language)], list);
}

/** 附近: the streets and towns, each with a page of its own. */
export function nearbyPage(visit: Visit, ledger: Ledger | undefined, towns: readonly TownListed[]): PageContent {
  const { language } = visit;
  const list = (
    <section aria-labelledby="towns">
      <h2 id="towns">{say(words.nearbyTowns, language)}</h2>
      {towns.length === 0 ? (
        <p>{say(words.nearbyNone, language)}</p>
      ) : (
        <ul class="tiles">
          {towns.map((town) => (
            <li key={town.code}>
              <a href={`/nearby/${town.code}`}>
                <ChineseName name={town.name} language={language} />
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
  return doorPage(
    visit,
    ledger,
    'nearby',
    words.nearby,
    words.nearbyLead,
    [say(words.nearbyRing, language, { telephone: visit.contact.telephone })],
    list,
  );
}

/** What a person can come for: in the city's own words, else by the titles of its measures. */
function mattersOf({ city }: Visit, ledger: Ledger | undefined): readonly { ask: Said; measure: LedgerMeasure }[] {
  const measures = ledger?.measures ?? [];
  if (!city?.matters) return measures.map((measure) => ({ ask: measure.title, measure }));
  return city.matters.flatMap(({ measure: no, ask }) => {
    const measure = measures.find((candidate) => candidate.no === no);
    return measure ? [{ ask, measure }] : [];
  });
}

function doorPage(
  visit: Visit,
  ledger: Ledger | undefined,
  door: Door,
  title: Said,
  lead: Said,
  steps: readonly string[],
  more: ComponentChildren = null,
): PageContent {
  const { language, city, contact } = visit;
  // Whoever comes for a place or a department finds it before any advice.
  const isFirst = door === 'nearby' || door === 'services';
  const body = (
    <>
      <h1>{say(title, language)}</h1>
      <p class="lead">{say(lead, language)}</p>
      <Ring telephone={contact.telephone} language={language} />
      {isFirst && more}
      <section aria-labelledby="today">
        <h2 id="today">{say(words.today, language)}</h2>
        <ol class="steps">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        {door !== 'nearby' && <Way to="/nearby">{say(words.findTown, language)}</Way>}
      </section>
      {!isFirst && more}
      <DoorFigures ledger={ledger} wanted={city?.doors?.[door]} language={language} />
    </>
  );
  return { title: say(title, language), description: say(lead, language), body };
}

/** How the city is doing where a door leads: the figures that the city names for it, nothing where it names none. */
export function DoorFigures({
  ledger,
  wanted,
  language,
}: {
  ledger: Ledger | undefined;
  wanted: readonly string[] | undefined;
  language: Language;
}) {
  const figures = pickFigures(ledger, wanted);
  if (figures.length === 0) return null;
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{say(words.numbers, language)}</h2>
      <ul class="brief">
        {figures.map((figure) => (
          <BriefFigure key={figure.code} figure={figure} language={language} />
        ))}
      </ul>
    </section>
  );
}
