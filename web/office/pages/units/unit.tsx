import { getRouteApi, Link } from '@tanstack/react-router';
import type { Ledger } from '../../../../server/modules/figures/contract.ts';
import type { Lights, ShownPart } from '../../../../server/modules/lights/contract.ts';
import type { UnitDuties } from '../../../../server/modules/plans/contract.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk } from '../../asking.ts';
import { sayTarget, sayValue } from '../../figure-format.ts';
import { MeasureMarks } from '../../parts/close-out-mark.tsx';
import { Heading } from '../../parts/heading.tsx';
import { Since } from '../../parts/light-since.tsx';
import { LitLight } from '../../parts/lit-light.tsx';
import { MilestoneList } from '../../parts/milestones.tsx';
import { Reading } from '../../parts/notices.tsx';
import { NoticesPanel } from '../../parts/notices-panel.tsx';
import { PaceBar } from '../../parts/pace-bar.tsx';
import { PartLink } from '../../parts/part-link.tsx';
import { sayReason } from '../../say-reason.ts';
import { CloseOuts, Opinions } from './duties.tsx';

const route = getRouteApi('/units/$unit');

/** One unit and all that is its business: what to answer, milestones, tasks, figures. */
export function UnitPage() {
  const { say } = useWords();
  const { unit } = route.useParams();
  const duties = useAsk<UnitDuties>(`/api/units/${encodeURIComponent(unit)}`, {}, { every: 60_000 });
  return (
    <div className="page">
      <Reading of={duties} title={say('units.title')}>
        {(read) => <Whole duties={read} key={read.code} />}
      </Reading>
    </div>
  );
}

function Whole({ duties }: { duties: UnitDuties }) {
  const { say } = useWords();
  const lights = useAsk<Lights>('/api/lights', {}, { every: 60_000 });
  const lit = lights.data?.units.find(({ code }) => code === duties.code);
  const ledger = useAsk<Ledger>('/api/ledger');
  const figures = ledger.data?.measures.flatMap((measure) => measure.figures) ?? [];
  const name = say(duties.name);
  const open = duties.milestones.filter(({ state }) => state !== 'done');
  const done = duties.milestones.filter(({ state }) => state === 'done');
  return (
    <>
      <Heading
        title={name}
        above={<Link to="/units">{say('units.title')}</Link>}
        lead={say('unit.lead', { leads: duties.leads.length, cooperates: duties.cooperates.length })}
      >
        {lit?.light && <LitLight light={lit.light} subject={`unit:${duties.code}`} title={name} />}
      </Heading>
      <div className="unit-split">
        <div>
          <NoticesPanel unit={duties.code} />
          <Opinions duties={duties.duties.filter(({ about }) => about === 'consultation')} />
          <section className="section" aria-labelledby="unit-milestones">
            <h2 id="unit-milestones">{say('unit.milestones')}</h2>
            {duties.milestones.length === 0 && <p className="grey">{say('unit.milestones-none')}</p>}
            <MilestoneList milestones={open} figures={figures} showMeasure />
            {done.length > 0 && (
              <details className="as-table">
                <summary>{say('unit.milestones-done', { n: done.length })}</summary>
                <MilestoneList milestones={done} figures={figures} showMeasure />
              </details>
            )}
          </section>
        </div>
        <div>
          <Measures duties={duties} lights={lights.data} />
          <Figures duties={duties} parts={lit?.parts ?? []} />
          <CloseOuts duties={duties.duties.filter(({ about }) => about === 'close-out')} />
        </div>
      </div>
    </>
  );
}

function Measures({ duties, lights }: { duties: UnitDuties; lights: Lights | undefined }) {
  const { say } = useWords();
  return (
    <section className="section" aria-labelledby="unit-measures">
      <h2 id="unit-measures">{say('unit.measures')}</h2>
      <ul className="plain rows">
        {duties.measures
          .toSorted((one, other) => Number(other.isLead) - Number(one.isLead) || one.no - other.no)
          .map(({ no, title, isLead, plan }) => {
            const light = lights?.measures.find((measure) => measure.no === no)?.light;
            return (
              <li key={no} className="unit-measure">
                <span>
                  <Link to="/measures/$no" params={{ no: String(no) }}>
                    {say('plan.of', { no, title: say(title) })}
                  </Link>{' '}
                  <span className="grey">{say(isLead ? 'unit.is-lead' : 'unit.cooperates')}</span>
                  <br />
                  <Link to="/measures/$no/plan" params={{ no: String(no) }} className="unit-plan">
                    {say('unit.plan', { state: say(`plan.state.${plan}`) })}
                  </Link>
                  {isLead && <MeasureMarks measure={no} withWaivers />}
                </span>
                {light && <LitLight light={light} subject={`measure:${no}`} title={say(title)} quiet />}
              </li>
            );
          })}
      </ul>
    </section>
  );
}

/** The numbers it answers for: figures of the tasks it leads, and the levels of service that it promised in its plans. */
function Figures({ duties, parts }: { duties: UnitDuties; parts: readonly ShownPart[] }) {
  const { say, language } = useWords();
  const ledger = useAsk<Ledger>('/api/ledger');
  if (!ledger.data || duties.leads.length === 0) return null;
  const figures = ledger.data.measures.filter(({ no }) => duties.leads.includes(no)).flatMap((measure) => measure.figures);
  const levels = parts.filter(({ subject }) => subject.startsWith('service:'));
  return (
    <section className="section" aria-labelledby="unit-figures">
      <h2 id="unit-figures">{say('unit.figures')}</h2>
      {figures.length + levels.length === 0 && <p className="grey">{say('unit.figures-none')}</p>}
      <ul className="plain rows">
        {figures.map((figure) => (
          <li key={figure.code} className="unit-figure">
            <div className="milestone-head">
              <Link to="/figures/$code" params={{ code: figure.code }}>
                {say(figure.title)}
              </Link>
              <LitLight light={figure.light} subject={`figure:${figure.code}`} title={say(figure.title)} why={figure.why} quiet />
            </div>
            <p>
              <b>{sayValue(figure, figure.current.value, language)}</b>{' '}
              <span className="grey">{sayTarget(figure, say, language)}</span>
            </p>
            <PaceBar figure={figure} />
          </li>
        ))}
        {levels.map((level) => (
          <li key={level.subject} className="unit-figure">
            <div className="milestone-head">
              <span>
                <PartLink part={level}>{say(level.title)}</PartLink> <span className="grey">{say('unit.service')}</span>
              </span>
              <LitLight light={level.light} subject={level.subject} title={say(level.title)} why={level.why} quiet />
            </div>
            <p>{sayReason(level.why, level.countedIn, say, language)}</p>
            {level.since && isBad(level) && (
              <p className="grey">
                <Since since={level.since} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

const isBad = ({ light }: ShownPart): boolean => light === 'behind' || light === 'overdue' || light === 'silent';
