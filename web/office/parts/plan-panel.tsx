import { Link } from '@tanstack/react-router';
import type { LitServiceLevel, MeasurePlan } from '../../../server/modules/plans/contract.ts';
import { exact, withUnit } from '../../shared/number.ts';
import { type Language, type Say, useWords } from '../../shared/words/index.ts';
import { useAsk } from '../asking.ts';
import { LitLight } from './lit-light.tsx';
import { MeasureClock } from './measure-clock.tsx';
import { MilestoneList } from './milestones.tsx';
import { Empty, Reading } from './notices.tsx';

/** A measure's plan as it is being carried out: its milestones, its levels of service, and the way to the plan itself. */
export function PlanPanel({ measure }: { readonly measure: number }) {
  const { say } = useWords();
  const plan = useAsk<MeasurePlan>(`/api/measures/${measure}/plan`, {}, { every: 60_000 });
  return (
    <section className="section" id="milestones" aria-labelledby="plan-panel">
      <div className="section-head">
        <h2 id="plan-panel">{say('plan.milestones')}</h2>
        {plan.data && <PlanLink plan={plan.data} />}
      </div>
      <Reading of={plan}>
        {({ milestones, serviceLevels, figures }) =>
          milestones.length === 0 && serviceLevels.length === 0 ? (
            <Empty title={say('milestone.none')} hint={say('milestone.none-hint')} />
          ) : (
            <>
              <MilestoneList milestones={milestones} figures={figures} />
              <ServiceLevels measure={measure} levels={serviceLevels} />
            </>
          )
        }
      </Reading>
      {plan.data?.inForce && <MeasureClock plan={plan.data} />}
    </section>
  );
}

/** What the way to the plan is called, by what one would do there. */
function PlanLink({ plan: { measure, inForce, inWork, may } }: { plan: MeasurePlan }) {
  const { say } = useWords();
  const word =
    inWork?.state === 'submitted' ? 'plan.state.submitted' : may.draft ? (inForce ? 'plan.change' : 'plan.write') : 'plan.open';
  return (
    <Link to="/measures/$no/plan" params={{ no: String(measure) }}>
      {say(word)}
    </Link>
  );
}

export function ServiceLevels({ measure, levels }: { measure: number; levels: readonly LitServiceLevel[] }) {
  const { say, language } = useWords();
  if (levels.length === 0) return null;
  return (
    <ul className="plain milestones">
      {levels.map((level) => (
        <li key={level.key} className="milestone">
          <div className="milestone-head">
            <b>{say(level.title)}</b>
            <LitLight
              light={level.light}
              subject={`service:${measure}-${level.key}`}
              title={say(level.title)}
              why={level.why}
              quiet
            />
          </div>
          <p className="milestone-facts">
            <span>
              {say('plan.service-now', {
                value: level.value === null ? '—' : withUnit(exact(level.value, 1), level.unit[language]),
              })}
            </span>
            <span className="grey">{sayServicePromise(level, level.target, say, language)}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}

/** 每年不少于 2,000 人 */
export const sayServicePromise = (
  { per, comparator, unit }: Pick<LitServiceLevel, 'per' | 'comparator' | 'unit'>,
  value: number,
  say: Say,
  language: Language,
): string =>
  say(`plan.service.${per}`, {
    comparator: say(`comparator.${comparator}`),
    value: withUnit(exact(value, 2), unit[language]),
  });
