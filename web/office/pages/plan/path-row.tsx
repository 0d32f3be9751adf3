import type { MeasurePlan } from '../../../../server/modules/plans/contract.ts';
import { sayMonth } from '../../../shared/day.ts';
import { exact } from '../../../shared/number.ts';
import { useWords } from '../../../shared/words/index.ts';
import { Choices } from '../../parts/choices.tsx';
import { NumberField } from '../../parts/number-field.tsx';
import { DrawnPath } from './drawn-path.tsx';
import type { FaultAt } from './plan-form.tsx';
import { monthsOf, type Points, straightPoints } from './straight.ts';

type Figure = MeasurePlan['figures'][number];
type Props = {
  readonly figure: Figure;
  /** undefined: the straight line. */
  readonly points: Points | undefined;
  readonly faultAt: FaultAt;
  readonly onChange: (points: Points | undefined) => void;
};

/** How one figure is to get there: the straight line in one line, or its months in a grid that begins with it. */
export function PathRow({ figure, points, faultAt, onChange }: Props) {
  const { say } = useWords();
  return (
    <div className="path-row">
      <DrawnPath figure={figure} points={points} />
      <Choices
        label={say('plan.path-of', { title: say(figure.title) })}
        value={points ? 'monthly' : 'straight'}
        choices={[
          { value: 'straight', label: say('plan.path-straight') },
          { value: 'monthly', label: say('plan.path-monthly') },
        ]}
        onChoose={(chosen) => onChange(chosen === 'monthly' ? (points ?? straightPoints(figure)) : undefined)}
      />
      {points && <PathGrid figure={figure} points={points} faultAt={faultAt} onChange={onChange} />}
      {faultAt('') && <p className="field-fault">{faultAt('')}</p>}
    </div>
  );
}

/** A field a month; an empty one lies on the straight line between its neighbours. The last month is the promise itself. */
function PathGrid({ figure, points, faultAt, onChange }: Props & { points: Points }) {
  const { say, language } = useWords();
  const months = monthsOf(figure);
  const years = [...new Set(months.map((month) => month.slice(0, 4)))];
  const set = (month: string, value: number | undefined) => {
    const others = points.filter((point) => point.month !== month);
    const next = value === undefined ? others : [...others, { month, value }];
    onChange(next.sort((one, other) => one.month.localeCompare(other.month)));
  };
  return (
    <div className="path-grid">
      {years.map((year) => (
        <fieldset key={year} className="path-year">
          <legend>
            {year} <span className="grey">{say('plan.path-grid', { unit: figure.unit[language] })}</span>
          </legend>
          {months
            .filter((month) => month.startsWith(year))
            .map((month) => {
              const at = points.findIndex((point) => point.month === month);
              const fault = at < 0 ? undefined : (faultAt(`/points/${at}/value`) ?? faultAt(`/points/${at}/month`));
              const isLast = month === months.at(-1);
              return (
                <div key={month} className="path-cell" data-faulty={fault ? '' : undefined}>
                  <span className="grey" aria-hidden="true">
                    {say('plan.path-month-of', {
                      n: language === 'zh' ? Number(month.slice(5)) : sayMonth(month, 'en').slice(0, 3),
                    })}
                  </span>
                  <NumberField
                    label={say('plan.path-month', { month: sayMonth(month, language) })}
                    value={isLast ? figure.total : points[at]?.value}
                    isReadOnly={isLast}
                    isFaulty={fault !== undefined}
                    onChange={(value) => set(month, value)}
                  />
                  {fault && <span className="field-fault">{fault}</span>}
                </div>
              );
            })}
        </fieldset>
      ))}
      <button type="button" className="link-button" onClick={() => onChange(straightPoints(figure))}>
        {say('plan.path-same-straight')}
      </button>
    </div>
  );
}

/** The months of a path as a sentence, for reading. */
export function sayPoints(points: Points, { decimals }: Pick<Figure, 'decimals'>, language: 'zh' | 'en'): string {
  return points
    .map(({ month, value }) => `${sayMonth(month, language)} ${exact(value, decimals)}`)
    .join(language === 'zh' ? '、' : ', ');
}
