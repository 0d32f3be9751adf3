import { type Language, say } from '../../../kernel/i18n/said.ts';
import type { PageContent } from '../../../kernel/page/page.tsx';
import { dayOfInstant, writeDay, writeNumber } from '../../../kernel/page/written.ts';
import type { CloseOutMark } from '../../close-out/contract.ts';
import type { FigureDetail, LedgerMeasure } from '../../figures/contract.ts';
import { isAboutPeople, type PublicTown, publicTowns } from '../small-cells.ts';
import { tellCounting, tellNow, tellReason, tellTarget } from '../telling.ts';
import { progress, figure as words } from '../words.ts';
import { CloseOuts } from './close-outs.tsx';
import { FigureMonths } from './months.tsx';
import { ChineseName, Ring, Scrolling, UnitCaption, Way } from './parts.tsx';
import { FigureNumbers, leadNames } from './progress.tsx';
import type { Visit } from './visit.ts';

/** One promise: the number first, then its months, its towns, how it is counted and how far it can be relied on. */
export function figurePage(
  visit: Visit,
  figure: FigureDetail,
  measure: LedgerMeasure,
  marks: readonly CloseOutMark[],
): PageContent {
  const { language } = visit;
  const t = (text: Parameters<typeof say>[0], params?: Parameters<typeof say>[2]) => say(text, language, params);
  const body = (
    <>
      <Way to={`/progress#area-${measure.area}`}>{t(words.back)}</Way>
      <h1>{t(figure.promise)}</h1>
      <FigureNumbers figure={figure} language={language} isLarge />
      <p class="why">{tellReason(figure, language)}</p>
      <p class="quiet">
        {t(words.where, { no: measure.no, title: t(measure.title) })}
        {language === 'zh' ? '。' : '. '}
        {t(progress.lead)}
        {language === 'zh' ? '：' : ': '}
        {leadNames(measure, language)}
      </p>
      <CloseOuts marks={marks} measure={measure.no} language={language} />
      <Ring telephone={visit.contact.telephone} language={language} />
      {figure.months.length > 0 && <FigureMonths figure={figure} language={language} />}
      <Towns figure={figure} language={language} />
      <HowCounted figure={figure} language={language} />
      <StatementOf figure={figure} language={language} />
    </>
  );
  const description = t(words.description, {
    promise: t(figure.promise),
    now: tellNow(figure, language),
    target: tellTarget(figure, language),
  });
  return { title: t(figure.title), description, body };
}

function Towns({ figure, language }: { figure: FigureDetail; language: Language }) {
  const towns = publicTowns(figure);
  const hasHidden = towns.some(({ shown }) => shown === 'few' || shown === 'withheld');
  return (
    <section aria-labelledby="towns">
      <h2 id="towns">{say(words.towns, language)}</h2>
      {towns.length === 0 && <p>{say(words.noTowns, language)}</p>}
      {towns.length > 0 && (
        <Scrolling label={say(words.townsTable, language)}>
          <table>
            <UnitCaption figure={figure} language={language} />
            <thead>
              <tr>
                <th scope="col">{say(words.town, language)}</th>
                <th scope="col" class="number">
                  {say(words.value, language)}
                </th>
              </tr>
            </thead>
            <tbody>
              {towns.map((town) => (
                <tr key={town.code}>
                  <th scope="row">
                    {town.code === '' ? say(words.wholeDistrict, language) : <ChineseName name={town.name} language={language} />}
                  </th>
                  <td class="number">{townValue(town, figure, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolling>
      )}
      {hasHidden && isAboutPeople(figure) && <p class="quiet">{say(words.fewWhy, language)}</p>}
    </section>
  );
}

function townValue(town: PublicTown, figure: FigureDetail, language: Language): string {
  if (town.shown === 'value') return writeNumber(town.value, figure, language);
  return town.shown === 'none' ? '—' : say(town.shown === 'few' ? words.few : words.withheld, language);
}

function HowCounted({ figure, language }: { figure: FigureDetail; language: Language }) {
  return (
    <section aria-labelledby="counted">
      <h2 id="counted">{say(words.howCounted, language)}</h2>
      <p>{tellCounting(figure, language)}</p>
      <h3>{say(words.limits, language)}</h3>
      <p>{say(figure.statement.limits, language)}</p>
    </section>
  );
}

/** The data-quality statement: sources, size, duplicates, corrections, lateness, the last record. */
function StatementOf({ figure, language }: { figure: FigureDetail; language: Language }) {
  const { statement } = figure;
  const number = (value: number) => new Intl.NumberFormat('en-US').format(value);
  const rows: readonly (readonly [string, string])[] = [
    [say(words.records, language), number(statement.records)],
    [say(words.duplicates, language), number(statement.duplicates)],
    [say(words.corrections, language), number(statement.corrections)],
    [say(words.late, language), number(statement.late)],
    [
      say(words.lastRecorded, language),
      statement.lastRecordedAt === null
        ? say(progress.never, language)
        : writeDay(dayOfInstant(statement.lastRecordedAt), language),
    ],
    [say(words.silentAfter, language), say(words.days, language, { days: statement.silentAfterDays })],
  ];
  return (
    <section aria-labelledby="statement">
      <h2 id="statement">{say(words.statement, language)}</h2>
      <h3>{say(words.source, language)}</h3>
      {figure.rule === 'typed' && <p>{say(words.typedSource, language)}</p>}
      {statement.sources.map((source) => (
        <p key={source.kind}>
          <strong>{say(source.title, language)}</strong>
          {language === 'zh' ? '：' : ': '}
          {say(source.source, language)}
        </p>
      ))}
      <dl class="facts ruled">
        {rows.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
