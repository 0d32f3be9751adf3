import { type Language, say } from '../../../kernel/i18n/said.ts';
import { writeDay } from '../../../kernel/page/written.ts';
import { costTerms } from '../matching/policy.ts';
import type { RuleChange } from '../rules/changes.ts';
import type { Rules } from '../rules/queries.ts';
import { termName, rulesWords as words } from '../words/pages-rules.ts';
import { changesWith } from './rule-changes.ts';

const kinds = { cost: words.kindCost, terms: words.terms, weather: words.weather, fairness: words.kindFairness };

/** What the district set itself: what is to come, then what came; each with its kind, its reason, and what it changes. */
export function RulesSet({ rules: { day, set }, language }: { rules: Rules; language: Language }) {
  const coming = set.filter(({ from }) => from > day).toReversed();
  const past = set.filter(({ from }) => from <= day);
  return (
    <>
      {[{ title: words.coming, list: coming } as const, { title: words.set, list: past } as const].map(
        ({ title, list }) =>
          list.length > 0 && (
            <section key={title.en}>
              <h2>{say(title, language)}</h2>
              {list.map((one) => (
                <div class="job" key={one.id}>
                  <p>
                    <b>
                      {say(words.setOne, language, { day: writeDay(one.from, language), kind: say(kinds[one.kind], language) })}
                    </b>
                    <br />
                    {say(words.setWhy, language, { reason: one.reason })}
                  </p>
                  <ul>
                    {changesWith(one, set).map((change) => (
                      <li key={change.part}>
                        <Change change={change} language={language} />
                      </li>
                    ))}
                  </ul>
                </div>
              ))}
            </section>
          ),
      )}
    </>
  );
}

function Change({ change: { part, says, said, values }, language }: { change: RuleChange; language: Language }) {
  const term = costTerms.find((one) => part === `terms.${one}`);
  const name = term ? say(words.part, language, { part: say(termName[term], language) }) : '';
  if (says === null) return <>{said && say(words.gone, language, { said: say(said, language) })}</>;
  const numbers = values.map(({ was, is }) => say(words.from, language, { was, is })).join(say(words.and, language));
  return (
    <>
      {name}
      {say(says, language)}
      {said && (
        <>
          <br />
          <span class="quiet">{say(words.was, language, { said: say(said, language) })}</span>
        </>
      )}
      {!said && numbers !== '' && (
        <>
          <br />
          <span class="quiet">{say(words.numbers, language, { numbers })}</span>
        </>
      )}
    </>
  );
}
