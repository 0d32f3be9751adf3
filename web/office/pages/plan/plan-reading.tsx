import type { MeasurePlan, Plan, PlannedMilestone } from '../../../../server/modules/plans/contract.ts';
import { sayDay } from '../../../shared/day.ts';
import { useWords } from '../../../shared/words/index.ts';
import { LitLight } from '../../parts/lit-light.tsx';
import { sayProof } from '../../parts/milestones.tsx';
import { sayServicePromise } from '../../parts/plan-panel.tsx';
import { type Column, Table } from '../../parts/table.tsx';
import { useUnitNames } from '../../places.ts';
import { DrawnPath } from './drawn-path.tsx';
import { sayPoints } from './path-row.tsx';
import { asPlanned, changedPaths, changesOf, type MilestoneChange } from './plan-changes.ts';

/** A plan to be read: what was handed in beside what is in force, or what is in force with its lights. */
export function PlanReading({ plan, shown }: { plan: MeasurePlan; shown: Plan }) {
  const { say, language } = useWords();
  const isProposal = shown.state === 'submitted';
  // What is in force stands as its milestones do now: an accepted answer may have moved one since.
  const changes = isProposal
    ? changesOf(shown.content, plan.milestones)
    : plan.milestones.map((milestone): MilestoneChange => ({ kind: 'same', milestone: asPlanned(milestone) }));
  const compares = isProposal && plan.inForce !== null;
  const unitNameOf = useUnitNames();
  const columns: Column<MilestoneChange>[] = [
    { key: 'what', title: say('plan.what'), isRowTitle: true, cell: ({ milestone }) => <b>{milestone.title || '—'}</b> },
    { key: 'due', title: say('plan.due'), cell: ({ milestone }) => (milestone.dueOn ? sayDay(milestone.dueOn, language) : '—') },
    {
      key: 'unit',
      title: say('plan.unit'),
      cell: ({ milestone }) => unitNameOf(milestone.unit, plan.units.find(({ code }) => code === milestone.unit)?.name),
    },
    { key: 'deliverable', title: say('plan.deliverable'), cell: ({ milestone }) => milestone.deliverable || '—' },
    { key: 'proof', title: say('plan.proof'), cell: ({ milestone }) => sayProof(milestone, plan.figures, say, language) },
    ...(compares
      ? [{ key: 'change', title: say('plan.changes'), cell: (change: MilestoneChange) => <Change change={change} plan={plan} /> }]
      : []),
    ...(isProposal
      ? []
      : [
          {
            key: 'light',
            title: say('ledger.light'),
            cell: ({ milestone }: MilestoneChange) => <MilestoneLight milestone={milestone} plan={plan} />,
          },
        ]),
  ];
  const count = (kind: MilestoneChange['kind']) => changes.filter((change) => change.kind === kind).length;
  return (
    <>
      {isProposal && (
        <p className="past-line">
          {compares
            ? say('plan.changes-sum', {
                added: count('added'),
                moved: count('moved'),
                reworded: count('reworded'),
                dropped: count('dropped'),
                same: count('same'),
              })
            : say('plan.first')}
        </p>
      )}
      <section aria-labelledby="plan-read">
        <h2 id="plan-read" className="unseen">
          {say('plan.milestones')}
        </h2>
        {changes.length > 0 ? (
          <div className="plan-table">
            <Table
              caption={say('plan.milestones')}
              rows={changes}
              rowKey={({ milestone }) => milestone.id ?? milestone.title}
              columns={columns}
            />
          </div>
        ) : (
          <p className="grey">{say('plan.no-milestones')}</p>
        )}
      </section>
      <ReadPaths plan={plan} shown={shown} changed={compares ? changedPaths(shown.content, plan.inForce?.content) : new Set()} />
      <ReadServices plan={plan} shown={shown} />
    </>
  );
}

function Change({ change, plan }: { change: MilestoneChange; plan: MeasurePlan }) {
  const { say, language } = useWords();
  const unitNameOf = useUnitNames();
  const old = plan.milestones.find(({ id }) => id === change.milestone.id);
  return (
    <span className={`change change-${change.kind}`}>
      {change.kind === 'moved'
        ? say('plan.change.moved', { from: sayDay(change.from, language) })
        : say(`plan.change.${change.kind}`)}
      {old && (change.kind === 'reworded' || (change.kind === 'moved' && change.isReworded)) && (
        <span className="grey change-was">
          {say('plan.change.reworded-from', {
            text: [
              old.title,
              unitNameOf(old.unit, old.unitName),
              old.deliverable,
              sayProof(old, plan.figures, say, language),
            ].join(say('text.then')),
          })}
        </span>
      )}
    </span>
  );
}

function MilestoneLight({ milestone: { id, title }, plan }: { milestone: PlannedMilestone; plan: MeasurePlan }) {
  const lit = plan.milestones.find((one) => one.id === id);
  return lit ? <LitLight light={lit.light} subject={`milestone:${lit.id}`} title={title} why={lit.why} /> : null;
}

function ReadPaths({ plan, shown, changed }: { plan: MeasurePlan; shown: Plan; changed: ReadonlySet<string> }) {
  const { say, language } = useWords();
  const figures = plan.figures.filter(({ hasPath }) => hasPath);
  if (figures.length === 0) return null;
  return (
    <section className="plan-section" aria-labelledby="paths-read">
      <h2 id="paths-read">{say('plan.paths')}</h2>
      {figures.map((figure) => {
        const points = shown.content.paths.find((path) => path.figure === figure.code)?.points;
        return (
          <div key={figure.code} className="path-row">
            <DrawnPath figure={figure} points={points} />
            <span>
              {points ? say('plan.path-by-months', { n: points.length }) : say('plan.path-straight')}
              {changed.has(figure.code) && <span className="change change-reworded"> {say('plan.path-changed')}</span>}
            </span>
            {points && <p className="grey path-points">{sayPoints(points, figure, language)}</p>}
          </div>
        );
      })}
    </section>
  );
}

function ReadServices({ plan, shown }: { plan: MeasurePlan; shown: Plan }) {
  const { say, language } = useWords();
  if (shown.content.serviceLevels.length === 0) return null;
  return (
    <section className="plan-section" aria-labelledby="services-read">
      <h2 id="services-read">{say('plan.services')}</h2>
      <ul className="plain">
        {shown.content.serviceLevels.map(({ key, value }) => {
          const option = plan.serviceOptions.find((one) => one.key === key);
          const lit = plan.serviceLevels.find((one) => one.key === key);
          return option ? (
            <li key={key} className="service-read">
              {say('text.pair', { name: say(option.title), value: sayServicePromise(option, value, say, language) })}{' '}
              {lit && shown.state === 'accepted' && (
                <LitLight
                  light={lit.light}
                  subject={`service:${plan.measure}-${key}`}
                  title={say(option.title)}
                  why={lit.why}
                  quiet
                />
              )}
            </li>
          ) : null;
        })}
      </ul>
    </section>
  );
}
