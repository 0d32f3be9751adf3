import { type Language, say } from '../../../kernel/i18n/said.ts';
import type { PageContent } from '../../../kernel/page/page.tsx';
import { writeDay } from '../../../kernel/page/written.ts';
import type { CloseOutMark } from '../../close-out/contract.ts';
import type { FigureSummary, Ledger, LedgerMeasure, Light } from '../../figures/contract.ts';
import { countPromises, tellLastDay, tellNow, tellReason, tellTarget, tellWindow } from '../telling.ts';
import { progress } from '../words.ts';
import { CloseOuts } from './close-outs.tsx';
import { Bar, LightSign, Ring, Way } from './parts.tsx';
import type { Visit } from './visit.ts';

const order: readonly Light[] = ['ahead', 'on-path', 'behind', 'overdue', 'silent'];

/** 城市进展: every promise in plain words, where it stands, when that was last true, and who leads. */
export function progressPage(visit: Visit, ledger: Ledger, marks: readonly CloseOutMark[]): PageContent {
  const { language } = visit;
  const t = (text: Parameters<typeof say>[0], params?: Parameters<typeof say>[2]) => say(text, language, params);
  const hasTyped = ledger.measures.some((measure) => measure.figures.some(({ rule }) => rule === 'typed'));
  const body = (
    <>
      <h1>{t(progress.title)}</h1>
      <p class="lead">{t(progress.answer, countPromises(ledger))}</p>
      <ul class="lights" aria-label={t(progress.lights)}>
        {order
          .filter((light) => ledger.lights[light] > 0)
          .map((light) => (
            <li key={light}>
              <LightSign light={light} language={language} /> {t(progress.light, { count: ledger.lights[light] })}
            </li>
          ))}
      </ul>
      <p class="quiet">{t(hasTyped ? progress.asOfTyped : progress.asOf, { day: writeDay(ledger.on, language) })}</p>
      <nav aria-label={t(progress.areas)}>
        <ul class="ways">
          {ledger.goalAreas.map((area) => (
            <li key={area.no}>
              <a href={`#area-${area.no}`}>{t(progress.area, { no: area.no, title: t(area.title) })}</a>
            </li>
          ))}
        </ul>
      </nav>
      {ledger.goalAreas.map((area) => (
        <section key={area.no} aria-labelledby={`area-${area.no}`}>
          <h2 id={`area-${area.no}`} class="area">
            {t(progress.area, { no: area.no, title: t(area.title) })}
          </h2>
          {ledger.measures
            .filter((measure) => measure.area === area.no)
            .map((measure) => (
              <MeasureCard key={measure.no} measure={measure} visit={visit} marks={marks} />
            ))}
        </section>
      ))}
      <Ring telephone={visit.contact.telephone} language={language} />
    </>
  );
  return { title: t(progress.title), description: t(progress.description), body };
}

function MeasureCard({ measure, visit, marks }: { measure: LedgerMeasure; visit: Visit; marks: readonly CloseOutMark[] }) {
  const { language, city } = visit;
  const told = city?.told?.find((entry) => entry.measure === measure.no);
  return (
    <article class="measure">
      <h3>
        {measure.no}. {say(measure.title, language)}
      </h3>
      {measure.figures.map((figure) => (
        <FigureCard key={figure.code} figure={figure} language={language} />
      ))}
      {measure.figures.length === 0 && <p>{say(told ?? progress.toldPlain, language)}</p>}
      <CloseOuts marks={marks} measure={measure.no} language={language} />
      <p class="quiet">
        {say(progress.lead, language)}
        {language === 'zh' ? '：' : ': '}
        {leadNames(measure, language)}
      </p>
    </article>
  );
}

export const leadNames = (measure: LedgerMeasure, language: Language): string =>
  measure.lead.map((unit) => say(unit.name, language)).join(language === 'zh' ? '、' : ', ');

function FigureCard({ figure, language }: { figure: FigureSummary; language: Language }) {
  return (
    <div class="figure">
      <h4>{say(figure.promise, language)}</h4>
      <FigureNumbers figure={figure} language={language} />
      <p class="why">{tellReason(figure, language)}</p>
      <Way to={`/progress/${figure.code}`}>
        {say(progress.details, language)}
        <span class="unseen">{say(progress.detailsOf, language, { title: say(figure.title, language) })}</span>
      </Way>
    </div>
  );
}

/** The number, its target, its light, and when it was last true: the same on every page. */
export function FigureNumbers({
  figure,
  language,
  isLarge = false,
}: {
  figure: FigureSummary;
  language: Language;
  isLarge?: boolean;
}) {
  return (
    <>
      <p class={isLarge ? 'numbers large' : 'numbers'}>
        <span class="quiet">{tellWindow(figure, language)}</span> <strong>{tellNow(figure, language)}</strong>{' '}
        <LightSign light={figure.light} language={language} />
      </p>
      <Bar figure={figure} language={language} />
      <dl class="facts">
        <div>
          <dt>{say(progress.target, language)}</dt>
          <dd>{tellTarget(figure, language)}</dd>
        </div>
        <div>
          <dt>{say(progress.lastTrue, language)}</dt>
          <dd>{tellLastDay(figure, language)}</dd>
        </div>
      </dl>
    </>
  );
}
