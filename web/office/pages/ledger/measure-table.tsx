import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import type { FigureSummary, Ledger, LedgerMeasure } from '../../../../server/modules/figures/contract.ts';
import type { Lights } from '../../../../server/modules/lights/contract.ts';
import { lightOrder } from '../../../shared/tokens.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk } from '../../asking.ts';
import { sayTarget, sayValue } from '../../figure-format.ts';
import { opens, useSignedIn } from '../../me.ts';
import { MeasureMarks } from '../../parts/close-out-mark.tsx';
import { LitLight } from '../../parts/lit-light.tsx';
import { PaceBar } from '../../parts/pace-bar.tsx';
import type { LedgerSearch } from './ledger.tsx';

type Props = {
  readonly measures: readonly LedgerMeasure[];
  readonly goalAreas: Ledger['goalAreas'];
  readonly search: LedgerSearch;
};

/** Tasks by goal area, or the most urgent first; a task's figures stand in lines beside it. */
export function MeasureTable({ measures, goalAreas, search }: Props) {
  const { say } = useWords();
  const byLight = search.order === 'light';
  const ordered = byLight
    ? [...measures].sort((one, other) => lightOrder.indexOf(one.light) - lightOrder.indexOf(other.light) || one.no - other.no)
    : measures;
  const groups = byLight
    ? [{ no: 0, title: undefined, own: ordered }]
    : goalAreas
        .map((area) => ({ ...area, own: ordered.filter((measure) => measure.area === area.no) }))
        .filter(({ own }) => own.length > 0);
  return (
    <table className="ledger">
      <caption className="unseen">{say('ledger.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('ledger.task')}</th>
          <th scope="col">{say('ledger.figure')}</th>
          <th scope="col" className="number">
            {say('ledger.value')}
          </th>
          <th scope="col">{say('ledger.pace')}</th>
          <th scope="col">{say('ledger.light')}</th>
        </tr>
      </thead>
      {groups.map(({ no, title, own }) => (
        <Fragment key={no}>
          {title && (
            <tbody>
              <tr>
                <th className="ledger-area" colSpan={5} scope="rowgroup">
                  {say('ledger.goal-area', { no, title: say(title) })}
                </th>
              </tr>
            </tbody>
          )}
          {own.map((measure) => (
            <Measure key={measure.no} measure={measure} isChosen={search.measure === String(measure.no)} on={search.on} />
          ))}
        </Fragment>
      ))}
    </table>
  );
}

function Measure({ measure, isChosen, on }: { measure: LedgerMeasure; isChosen: boolean; on: string | undefined }) {
  const { say } = useWords();
  const join = say('text.and');
  const [first, ...others] = measure.figures;
  return (
    <tbody className="ledger-measure" aria-current={isChosen ? 'true' : undefined}>
      <tr>
        <th scope="rowgroup" rowSpan={Math.max(1, measure.figures.length)} className="ledger-task">
          <Link
            to="/ledger"
            search={(old) => ({ ...old, measure: isChosen ? undefined : String(measure.no) })}
            resetScroll={false}
            className="ledger-title"
          >
            <span className="ledger-no">{measure.no}</span>
            {say(measure.title)}
          </Link>
          <span className="ledger-lead">
            {say('ledger.lead-short', { units: measure.lead.map(({ name }) => say(name)).join(join) })}
            {first && measure.light !== 'unpromised' && (
              <>
                {'　'}
                <LitLight light={measure.light} subject={`measure:${measure.no}`} title={say(measure.title)} on={on} quiet />
              </>
            )}
          </span>
          <MeasureMarks measure={measure.no} />
        </th>
        {first ? (
          <FigureCells figure={first} on={on} />
        ) : (
          <>
            <td colSpan={3}>
              <WithoutFigures measure={measure} on={on} />
            </td>
            <td className="ledger-light">
              <LitLight light={measure.light} subject={`measure:${measure.no}`} title={say(measure.title)} on={on} />
            </td>
          </>
        )}
      </tr>
      {others.map((figure) => (
        <tr key={figure.code}>
          <FigureCells figure={figure} on={on} />
        </tr>
      ))}
    </tbody>
  );
}

function FigureCells({ figure, on }: { figure: FigureSummary; on: string | undefined }) {
  const { say, language } = useWords();
  const value = sayValue(figure, figure.current.value, language);
  // The three administrators see where the promises stand, not the work behind them.
  const mayOpen = opens(useSignedIn(), 'programme');
  return (
    <>
      <td className="ledger-figure">
        {mayOpen ? (
          <Link to="/figures/$code" params={{ code: figure.code }} search={{ on }}>
            {say(figure.title)}
          </Link>
        ) : (
          say(figure.title)
        )}
        <span className="ledger-promise">{sayTarget(figure, say, language)}</span>
      </td>
      <td className="number ledger-value">
        {!mayOpen || figure.rule === 'typed' || figure.current.value === null ? (
          value
        ) : (
          <Link to="/figures/$code/records" params={{ code: figure.code }} search={{ on }} title={say('figure.see-records')}>
            {value}
          </Link>
        )}
      </td>
      <td className="ledger-pace">
        <PaceBar figure={figure} />
        {figure.pace !== null && figure.target.per !== 'standing' && (
          <span className="grey">{say('ledger.pace-of', { percent: Math.floor(figure.pace * 100) })}</span>
        )}
      </td>
      <td className="ledger-light">
        <LitLight light={figure.light} subject={`figure:${figure.code}`} title={say(figure.title)} why={figure.why} on={on} />
      </td>
    </>
  );
}

/** A task whose paper promises no number: its milestones and levels of service say how it stands. */
function WithoutFigures({ measure, on }: { measure: LedgerMeasure; on: string | undefined }) {
  const { say } = useWords();
  const mayOpen = opens(useSignedIn(), 'lights');
  const lights = useAsk<Lights>('/api/lights', { on }, { enabled: mayOpen });
  const parts = lights.data?.measures.find(({ no }) => no === measure.no)?.parts ?? [];
  const of = (kind: string) => parts.filter(({ subject }) => subject.startsWith(`${kind}:`));
  const [milestones, levels] = [of('milestone'), of('service')];
  const done = milestones.filter(({ why }) => why.reason.startsWith('milestone-done')).length;
  const told = [
    ...(milestones.length > 0 ? [say('ledger.milestones', { n: milestones.length, done })] : []),
    ...levels.map(({ title }) => say(title)),
  ];
  return (
    <span className="grey">
      {told.length > 0 ? told.join(say('text.then')) : say(of('plan').length > 0 ? 'ledger.no-plan' : 'ledger.no-figures')}{' '}
      {mayOpen && (
        <Link to="/measures/$no/plan" params={{ no: String(measure.no) }}>
          {say('ledger.open-plan')}
        </Link>
      )}
    </span>
  );
}
