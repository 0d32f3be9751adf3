import { type Language, say } from '../../../kernel/i18n/said.ts';
import type { PageContent } from '../../../kernel/page/page.tsx';
import { writeDay } from '../../../kernel/page/written.ts';
import type { Visit } from '../../portal/module.ts';
import type { FairnessSummary } from '../fairness/contract.ts';
import { type Condition, conditions } from '../matching/conditions.ts';
import { type CostPolicy, costTerms } from '../matching/policy.ts';
import type { Rules } from '../rules/queries.ts';
import { pageWords } from '../words/pages.ts';
import { termName, rulesWords as words } from '../words/pages-rules.ts';
import { Fairness } from './fairness.tsx';
import { RulesSet } from './rules-set.tsx';

type Told = Exclude<Condition, Untold> | 'together' | 'kept';
/** The level is told with its trade; that work which is full or has begun takes nobody goes without saying. */
const untold = ['level', 'begun', 'seats'] as const satisfies Condition[];
type Untold = (typeof untold)[number];
const isTold = (one: Condition): one is Exclude<Condition, Untold> => !(untold as readonly Condition[]).includes(one);
const told: readonly Told[] = [...conditions.filter(isTold), 'together', 'kept'];

/** How work is given out: conditions, points, ties, waiting, terms; as they are in force today. */
export function rulesPage({ language }: Visit, rules: Rules, fairness: FairnessSummary): PageContent {
  const { cost, terms, weather } = rules;
  const title = say(words.title, language);
  const body = (
    <>
      <h1>{title}</h1>
      <p class="lead">{say(words.lead, language)}</p>
      <h2>{say(words.never, language)}</h2>
      <ul>
        {told.map((condition) => (
          <li key={condition}>{say(words[condition], language)}</li>
        ))}
      </ul>
      <h2>{say(words.choose, language)}</h2>
      <p>{say(words.chooseLead, language)}</p>
      <Version of={cost} language={language} />
      <Points cost={cost} language={language} />
      <p>{say(words.noTerm, language)}</p>
      <p class="quiet">{say(cost.travel.says, language)}</p>
      <p class="quiet">{say(terms.inTime.says, language)}</p>
      <h2>{say(words.ties, language)}</h2>
      <p>{say(words.tiesText, language)}</p>
      <p>{say(words.byHand, language)}</p>
      <h2>{say(words.three, language)}</h2>
      <p>{say(words.threeText, language, { full: cost.terms.mornings.full, largest: cost.terms.mornings.largest })}</p>
      <h2>{say(words.fair, language)}</h2>
      <p>{say(rules.fairness.says, language)}</p>
      <Version of={rules.fairness} language={language} />
      <Fairness summary={fairness} language={language} />
      <h2>{say(words.terms, language)}</h2>
      <Version of={terms} language={language} />
      <ul>
        {[
          terms.attendance,
          terms.overtime,
          terms.sentHome,
          terms.leastPay,
          terms.wages,
          terms.complaints,
          terms.mediation,
          terms.ratings,
        ].map(({ says }) => (
          <li key={says.en}>{say(says, language)}</li>
        ))}
      </ul>
      <h2>{say(words.weather, language)}</h2>
      <Version of={weather} language={language} />
      <ul>
        {[...weather.heat, ...weather.cold].map(({ code, says, law }) => (
          <li key={code}>
            {say(says, language)} <span class="quiet">{say(law, language)}</span>
          </li>
        ))}
      </ul>
      <RulesSet rules={rules} language={language} />
      <ul class="ways">
        <li>
          <a href="/gigs">{say(pageWords.toDoor, language)}</a>
        </li>
      </ul>
    </>
  );
  return { title, description: say(words.lead, language), body };
}

/** Each kind of rule has versions of its own. */
const Version = ({ of: { version, from }, language }: { of: { version: string; from: string }; language: Language }) => (
  <p class="quiet">{say(words.version, language, { version, day: writeDay(from, language) })}</p>
);

/** Every term with its weight, the heaviest first; the bar says the same as the number. */
const Points = ({ cost, language }: { cost: CostPolicy; language: Language }) => (
  <dl class="points">
    {costTerms
      .toSorted((a, b) => cost.terms[b].largest - cost.terms[a].largest)
      .map((term) => (
        <div key={term}>
          <dt>
            {say(termName[term], language)}{' '}
            {cost.terms[term].largest > 0 && (
              <>
                <span class="quiet">{say(words.largest, language)}</span> {cost.terms[term].largest}
                <svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                  <rect class="track" width="100" height="4" />
                  <rect class="fill" width={Math.round((cost.terms[term].largest / 3000) * 100)} height="4" />
                </svg>
              </>
            )}
          </dt>
          <dd>{say(cost.terms[term].says, language)}</dd>
        </div>
      ))}
  </dl>
);
