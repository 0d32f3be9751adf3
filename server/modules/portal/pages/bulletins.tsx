import { DocumentBody } from '../../../kernel/document/html.tsx';
import { say } from '../../../kernel/i18n/said.ts';
import type { PageContent } from '../../../kernel/page/page.tsx';
import { dayOfInstant, writeDay, writeNumber } from '../../../kernel/page/written.ts';
import { type PublicBulletin, paperOf, type publicBulletin, sayNumber, type TownsOf, titleOf } from '../../bulletins/module.ts';
import { isAboutPeople, publicTowns } from '../small-cells.ts';
import { figure as figureWords, bulletins as words } from '../words.ts';
import { Ring, Way } from './parts.tsx';
import type { Visit } from './visit.ts';

/** 工作通报: what was told, latest first. */
export function bulletinsPage(visit: Visit, bulletins: readonly PublicBulletin[]): PageContent {
  const { language } = visit;
  const t = (text: Parameters<typeof say>[0], params?: Parameters<typeof say>[2]) => say(text, language, params);
  const body = (
    <>
      <h1>{t(words.title)}</h1>
      <p class="lead">{t(words.lead)}</p>
      {bulletins.length === 0 && <p>{t(words.none)}</p>}
      <ul class="ways">
        {bulletins.map(({ number, edition, span, released, withdrawn }) => (
          <li key={number}>
            <a href={`/bulletins/${number}`}>
              {t(words.listed, {
                span: t(span),
                number: t(sayNumber(number, edition) ?? span),
                day: released ? writeDay(dayOfInstant(released.at), language) : '',
              })}
              {withdrawn && <strong> · {t(words.withdrawn)}</strong>}
            </a>
          </li>
        ))}
      </ul>
      <Way to="/progress">{t(words.progress)}</Way>
      <Ring telephone={visit.contact.telephone} language={language} />
    </>
  );
  return { title: t(words.title), description: t(words.description), body };
}

/** Small cells of people stay inside; the words of a number that is not shown are those of the figure's own page. */
const shownTowns: TownsOf = (figure, language) =>
  publicTowns(figure).map((town) => {
    const known = figure.towns.find(({ code }) => code === town.code);
    const base = { code: town.code, name: town.name, records: 0, share: null };
    if (town.shown === 'value' && known)
      return { ...base, value: town.value, written: writeNumber(town.value, figure, language) };
    const written =
      town.shown === 'few'
        ? say(figureWords.few, language)
        : town.shown === 'withheld'
          ? say(figureWords.withheld, language)
          : '—';
    return { ...base, value: null, written };
  });

/** One bulletin as it was released: the same words and numbers as its paper. One that was withdrawn says only why. */
export function bulletinPage(visit: Visit, paper: Awaited<ReturnType<(typeof publicBulletin)['run']>>): PageContent {
  const { language } = visit;
  const { snapshot, standing } = paper;
  const title = say(titleOf(snapshot), language).replace('\n', language === 'zh' ? '' : ': ');
  const mapped = snapshot.figures.find(({ code }) => code === snapshot.map);
  const hides =
    mapped !== undefined &&
    isAboutPeople(mapped) &&
    publicTowns(mapped).some(({ shown }) => shown === 'few' || shown === 'withheld');
  const body = (
    <>
      <Way to="/bulletins">{say(words.back, language)}</Way>
      {standing.withdrawn ? (
        <>
          <h1>{title}</h1>
          <p>{say(sayNumber(standing.number, standing.edition) ?? words.title, language)}</p>
          <p>
            <strong>
              {say(words.withdrawnWhy, language, {
                day: writeDay(dayOfInstant(standing.withdrawn.at), language),
                why: standing.withdrawn.why,
              })}
            </strong>
          </p>
        </>
      ) : (
        <DocumentBody document={paperOf(paper, language, shownTowns)} />
      )}
      {hides && !standing.withdrawn && <p class="quiet">{say(words.fewWhy, language)}</p>}
      <Ring telephone={visit.contact.telephone} language={language} />
    </>
  );
  return { title, description: title, body };
}
