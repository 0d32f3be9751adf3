import { type Language, say } from '../../../kernel/i18n/said.ts';
import type { PageContent } from '../../../kernel/page/page.tsx';
import { writeDay } from '../../../kernel/page/written.ts';
import { dayOf } from '../../../kernel/term/day.ts';
import type { Station } from '../../gigs/module.ts';
import { Ring, type Visit } from '../../portal/module.ts';
import type { Standard, StationGrades } from '../contract.ts';
import { gradeWords } from '../words.ts';
import { gradesWords as words } from './words.ts';

type Grade = StationGrades['grades'][number];

/** Each station with its latest grade, how grades are given, and what is looked at. Nobody's name is on it. */
export function gradesPage(
  { language, contact }: Visit,
  stations: readonly Pick<Station, 'id' | 'name'>[],
  grades: StationGrades['grades'],
  standard: Standard,
): PageContent {
  const title = say(words.title, language);
  const body = (
    <>
      <h1>{title}</h1>
      <p class="lead">{say(words.lead, language)}</p>
      <section aria-labelledby="stations">
        <h2 id="stations">{say(words.stations, language)}</h2>
        {stations.length === 0 && <p>{say(words.noStations, language)}</p>}
        {stations.map(({ id, name }) => (
          <div key={id} class="station">
            <h3>{say(name, language)}</h3>
            <OfStation grade={grades.find(({ station }) => station === id)} language={language} />
          </div>
        ))}
      </section>
      <section aria-labelledby="how">
        <h2 id="how">{say(words.how, language)}</h2>
        <ul>
          {standard.grades.map(({ grade, least, judged, musts }) => (
            <li key={grade}>
              {say(words.rule, language, {
                grade: say(gradeWords[grade], language),
                least,
                judged: judged > 0 ? say(words.judged, language, { judged }) : '',
                musts: say(musts === 'met' ? words.mustsMet : words.mustsPartly, language),
              })}
            </li>
          ))}
          <li>{say(words.otherwise, language, { grade: say(gradeWords.unqualified, language) })}</li>
        </ul>
        <p>{say(words.byRecords, language)}</p>
      </section>
      <section aria-labelledby="checklist">
        <h2 id="checklist">{say(words.checklist, language)}</h2>
        <p>
          {say(words.checklistLead, language, {
            version: standard.version,
            day: writeDay(standard.from, language),
            n: standard.items.length,
          })}
        </p>
        {standard.groups.map(({ code, name }) => (
          <Group key={code} name={say(name, language)} items={itemsOf(standard, code)} language={language} />
        ))}
      </section>
      <p>{say(words.wrong, language)}</p>
      <Ring telephone={contact.telephone} language={language} />
      <ul class="ways">
        <li>
          <a href="/gigs">{say(words.back, language)}</a>
        </li>
      </ul>
    </>
  );
  return { title, description: say(words.lead, language), body };
}

function OfStation({ grade, language }: { grade: Grade | undefined; language: Language }) {
  if (!grade) return <p class="quiet">{say(words.none, language)}</p>;
  const { points, ofPoints, from, to, version, on } = grade;
  return (
    <>
      <p>
        <strong>{say(gradeWords[grade.grade], language)}</strong>
        {language === 'zh' ? '，' : ', '}
        {say(words.points, language, { points, of: ofPoints })}
      </p>
      <p class="quiet">
        {say(words.inspected, language, {
          day: writeDay(dayOf(new Date(on)), language),
          from: writeDay(from, language),
          to: writeDay(to, language),
          version,
        })}
      </p>
    </>
  );
}

const itemsOf = ({ items }: Standard, group: string) => items.filter((item) => item.group === group);

const Group = ({ name, items, language }: { name: string; items: Standard['items']; language: Language }) => (
  <details>
    <summary>
      {name} <span class="quiet">{items.length}</span>
    </summary>
    <ul>
      {items.map(({ code, says, must }) => (
        <li key={code}>
          {must && <strong>{say(words.must, language)} </strong>}
          {say(says, language)}
        </li>
      ))}
    </ul>
  </details>
);
