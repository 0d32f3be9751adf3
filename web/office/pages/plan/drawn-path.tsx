import type { MeasurePlan } from '../../../../server/modules/plans/contract.ts';
import { sayDay, sayMonth } from '../../../shared/day.ts';
import { spoken, withUnit } from '../../../shared/number.ts';
import { useWords } from '../../../shared/words/index.ts';
import { PathChart } from './path-chart.tsx';
import type { Points } from './straight.ts';

/** One figure's interim path: what it leads to and by when, and its line. */
export function DrawnPath({ figure, points }: { figure: MeasurePlan['figures'][number]; points: Points | undefined }) {
  const { say, language } = useWords();
  const { from, to } = figure;
  const title = say(figure.title);
  const total = withUnit(spoken(figure.total, figure.decimals, figure.unit.zh, language), figure.unit[language]);
  return (
    <>
      <span className="path-row-title">
        <b>{title}</b>{' '}
        <span className="grey">
          {say('plan.path-span', { from: sayMonth(from, language), to: sayMonth(to, language), total })}
        </span>
      </span>
      <PathChart
        figure={figure}
        points={points}
        label={say('plan.path-chart', { title, from: sayDay(from, language), to: sayDay(to, language), total })}
      />
    </>
  );
}
