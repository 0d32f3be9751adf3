import { Link } from '@tanstack/react-router';
import type { Lights, ShownPart } from '../../../../server/modules/lights/contract.ts';
import type { TodayAnswer } from '../../../../server/modules/today/contract.ts';
import { sayWeekday } from '../../../shared/day.ts';
import { isRefusal } from '../../../shared/refusal.ts';
import { worstFirst } from '../../../shared/tokens.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk } from '../../asking.ts';
import { Heading } from '../../parts/heading.tsx';
import { Since } from '../../parts/light-since.tsx';
import { LitLight } from '../../parts/lit-light.tsx';
import { Empty, Reading } from '../../parts/notices.tsx';
import { PartLink } from '../../parts/part-link.tsx';
import { sayReason } from '../../say-reason.ts';
import { TaskRow } from './task-row.tsx';

type LitMeasure = Lights['measures'][number];
const isBehind = ({ light }: Pick<LitMeasure, 'light'>): boolean =>
  light === 'overdue' || light === 'behind' || light === 'silent';

/** A leader's minute: one sentence, then what is behind, whose, why and since when, worst first. */
export function LeaderToday() {
  const { say, language } = useWords();
  const lights = useAsk<Lights>('/api/lights', {}, { every: 60_000 });
  const today = useAsk<TodayAnswer>('/api/today', {}, { every: 60_000 });
  if (isRefusal(lights.error, 'no-programme'))
    return (
      <div className="page">
        <Heading title={say('today.leader-title')} />
        <Empty title={say('ledger.none')} />
      </div>
    );
  const needed = today.data?.tasks ?? [];
  return (
    <div className="page leader">
      <Reading of={lights} title={say('today.leader-title')}>
        {({ on, measures, units }) => {
          const bad = measures
            .filter(isBehind)
            .toSorted((one, other) => rank(one) - rank(other) || (one.since ?? '9').localeCompare(other.since ?? '9'));
          const fine = measures.filter((measure) => measure.light !== null && !isBehind(measure));
          const day = sayWeekday(on, language);
          return (
            <>
              <Heading
                title={say('today.leader-title')}
                lead={
                  bad.length === 0
                    ? say('today.leader-good', { day, n: measures.length })
                    : say('today.leader-sentence', { day, n: measures.length, good: fine.length, bad: bad.length })
                }
              />
              {needed.length > 0 && (
                <section className="task-group" aria-labelledby="leader-needed">
                  <h2 id="leader-needed">{say('today.leader-needed')}</h2>
                  <ul className="tasks">
                    {needed.map((task) => (
                      <TaskRow key={`${task.code} ${task.link}`} task={task} />
                    ))}
                  </ul>
                </section>
              )}
              <ul className="plain leader-list">
                {bad.map((measure) => (
                  <Behind key={measure.no} measure={measure} units={units} most={bad.length > 5 ? 1 : 2} />
                ))}
              </ul>
              {fine.length > 0 && <Fine measures={fine} />}
            </>
          );
        }}
      </Reading>
    </div>
  );
}

const rank = ({ light }: LitMeasure): number => worstFirst.indexOf(light ?? 'unpromised');

/** A task and what of it is behind; beyond the first `most` parts the rest is one press away. */
function Behind({ measure, units, most }: { measure: LitMeasure; units: Lights['units']; most: number }) {
  const { say } = useWords();
  const bad = measure.parts.filter(isBehind);
  const parts = (shown: readonly ShownPart[]) => (
    <ul className="plain leader-parts">
      {shown.map((part) => (
        <BehindPart key={part.subject} part={part} units={units} />
      ))}
    </ul>
  );
  return (
    <li className="leader-item">
      <div className="milestone-head">
        <Link to="/measures/$no" params={{ no: String(measure.no) }} className="task-title">
          {say('plan.of', { no: measure.no, title: say(measure.title) })}
        </Link>
        {measure.light && <LitLight light={measure.light} subject={measure.subject} title={say(measure.title)} />}
      </div>
      {parts(bad.slice(0, most))}
      {bad.length > most && (
        <details className="leader-rest">
          <summary>{say('today.leader-more', { n: bad.length - most })}</summary>
          {parts(bad.slice(most))}
        </details>
      )}
    </li>
  );
}

/** One thing that is behind: what and why, then whose and since when. */
function BehindPart({ part, units }: { part: ShownPart; units: Lights['units'] }) {
  const { say, language } = useWords();
  const isNotice = part.subject.startsWith('notice:');
  return (
    <li>
      <p>
        <PartLink part={part}>{say(part.title)}</PartLink>
        {!isNotice && say('text.pair', { name: '', value: sayReason(part.why, part.countedIn, say, language) })}
      </p>
      <p className="grey leader-foot">
        <span>
          {part.units.map((code, at) => {
            const unit = units.find((one) => one.code === code);
            return (
              <span key={code}>
                {at > 0 && say('text.and')}
                <Link to="/units/$unit" params={{ unit: code }}>
                  {unit ? say(unit.title) : code}
                </Link>
              </span>
            );
          })}
        </span>
        {part.since && (
          <span>
            <Since since={part.since} />
          </span>
        )}
      </p>
    </li>
  );
}

function Fine({ measures }: { measures: readonly LitMeasure[] }) {
  const { say } = useWords();
  return (
    <section className="task-group" aria-labelledby="leader-fine">
      <h2 id="leader-fine">
        {say('today.leader-fine')} <span className="grey">{measures.length}</span>
      </h2>
      <ul className="plain leader-fine">
        {measures.map(({ no, title, light, subject }) => (
          <li key={no}>
            <Link to="/measures/$no" params={{ no: String(no) }}>
              {say('plan.of', { no, title: say(title) })}
            </Link>
            {light && <LitLight light={light} subject={subject} title={say(title)} quiet />}
          </li>
        ))}
      </ul>
    </section>
  );
}
