import type { ComponentChildren } from 'preact';
import { type Language, say } from '../../../kernel/i18n/said.ts';
import type { PageContent } from '../../../kernel/page/page.tsx';
import { writeDay } from '../../../kernel/page/written.ts';
import type { FigureSummary, Ledger } from '../../figures/contract.ts';
import { countPromises, tellNow, tellTarget, tellWindow } from '../telling.ts';
import { common, home } from '../words.ts';
import { Bar, LightSign, Way } from './parts.tsx';
import type { Visit } from './visit.ts';

/** The first page: what do you need? Four doors, then how the city is doing. */
export function homePage(visit: Visit, ledger: Ledger | undefined): PageContent {
  const { language } = visit;
  const body = (
    <>
      <h1>{say(home.title, language)}</h1>
      <nav aria-label={say(home.doors, language)}>
        <ul class="doors">
          <Door to="/jobs" name={say(home.jobs, language)} hint={say(home.jobsHint, language)}>
            <path d="M4 9h24v17H4zM12 9V5h8v4M4 16h24M16 14v4" />
          </Door>
          <Door to="/gigs" name={say(home.gigs, language)} hint={say(home.gigsHint, language)}>
            <path d="M6 27l11-11M13 8l4-4 9 9-4 4zM16 5l-3-1-4 4" />
          </Door>
          <Door to="/services" name={say(home.services, language)} hint={say(home.servicesHint, language)}>
            <path d="M7 4h13l5 5v19H7zM20 4v5h5M11 15h10M11 20h10" />
          </Door>
          <Door to="/nearby" name={say(home.nearby, language)} hint={say(home.nearbyHint, language)}>
            <path d="M16 29c-6-8-9-12-9-16a9 9 0 0118 0c0 4-3 8-9 16zM16 10a3.5 3.5 0 100 7 3.5 3.5 0 000-7z" />
          </Door>
        </ul>
      </nav>
      <section aria-labelledby="progress">
        <h2 id="progress">{say(home.progress, language)}</h2>
        {ledger ? <Brief visit={visit} ledger={ledger} /> : <p>{say(common.noProgramme, language)}</p>}
      </section>
    </>
  );
  return { title: say(home.title, language), description: say(home.description, language), body };
}

function Door({ to, name, hint, children }: { to: string; name: string; hint: string; children: ComponentChildren }) {
  return (
    <li>
      <a href={to}>
        <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
          {children}
        </svg>
        <span>
          <strong>{name}</strong> <small>{hint}</small>
        </span>
      </a>
    </li>
  );
}

function Brief({ visit, ledger }: { visit: Visit; ledger: Ledger }) {
  const { language } = visit;
  return (
    <>
      <p class="lead">{say(home.summary, language, countPromises(ledger))}</p>
      <ul class="brief">
        {chosenFigures(ledger, visit.city?.home).map((figure) => (
          <BriefFigure key={figure.code} figure={figure} language={language} />
        ))}
      </ul>
      <p class="quiet">{say(home.summaryNow, language, { day: writeDay(ledger.on, language) })}</p>
      <Way to="/progress">{say(home.all, language)}</Way>
    </>
  );
}

/** A figure in few words, leading to the whole of it. */
export const BriefFigure = ({ figure, language }: { figure: FigureSummary; language: Language }) => (
  <li>
    <a href={`/progress/${figure.code}`}>{say(figure.title, language)}</a>
    <p class="numbers">
      <span class="quiet">{tellWindow(figure, language)}</span> <strong>{tellNow(figure, language)}</strong>{' '}
      <LightSign light={figure.light} language={language} />
    </p>
    <Bar figure={figure} language={language} />
    <p class="quiet">{tellTarget(figure, language)}</p>
  </li>
);

/** The figures a city wants seen; else the first figure of its first three measures that have one. */
function chosenFigures(ledger: Ledger, wanted: readonly string[] | undefined): readonly FigureSummary[] {
  const chosen = pickFigures(ledger, wanted);
  if (chosen.length > 0) return chosen.slice(0, 3);
  return ledger.measures.flatMap((measure) => measure.figures.slice(0, 1)).slice(0, 3);
}

/** In the order wanted; codes that the programme does not have are passed over. */
export function pickFigures(ledger: Ledger | undefined, wanted: readonly string[] | undefined): readonly FigureSummary[] {
  const all = ledger?.measures.flatMap((measure) => measure.figures) ?? [];
  return (wanted ?? []).flatMap((code) => all.find((figure) => figure.code === code) ?? []);
}
