import type { CSSProperties } from 'react';
import type { MeasurePlan } from '../../../../server/modules/plans/contract.ts';
import { sayMonth } from '../../../shared/day.ts';
import { useWords } from '../../../shared/words/index.ts';
import { NumberField } from '../../parts/number-field.tsx';
import type { FaultAt } from './plan-form.tsx';
import { monthsOf, type Points, straightPoints } from './straight.ts';

export type PathFields = {
  readonly figure: MeasurePlan['figures'][number];
  readonly points: Points;
  readonly faultAt: FaultAt;
  readonly onChange: (points: Points | undefined) => void;
};

/**
 * A line a year and a field a month; an empty one lies on the straight line between its neighbours. The last month is the promise
 * itself. `onTouch`: somebody writes here, and the fields stay open until they are closed.
 */
export function PathGrid({ figure, points, faultAt, onChange, onTouch }: PathFields & { onTouch: () => void }) {
  const { say, language } = useWords();
  const months = monthsOf(figure);
  const years = [...new Set(months.map((month) => month.slice(0, 4)))];
  const nameOf = (month: number) =>
    say('plan.path-month-of', {
      n: language === 'zh' ? month : sayMonth(`2026-${String(month).padStart(2, '0')}`, 'en').slice(0, 3),
    });
  const set = (month: string, value: number | undefined) => {
    const others = points.filter((point) => point.month !== month);
    const next = value === undefined ? others : [...others, { month, value }];
    onChange(next.sort((one, other) => one.month.localeCompare(other.month)));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a legend would stand above the line that says the same
    <div className="path-grid" role="group" aria-label={say('plan.path-grid', { unit: figure.unit[language] })} onFocus={onTouch}>
      <p className="grey path-grid-unit">
        {say('plan.path-grid', { unit: figure.unit[language] })}
        <button type="button" className="link-button" onClick={() => onChange(straightPoints(figure))}>
          {say('plan.path-same-straight')}
        </button>
      </p>
      <div className="path-year path-months" aria-hidden="true">
        {Array.from({ length: 12 }, (_, at) => (
          <span key={at} className="grey" style={columnOf(at + 1)}>
            {nameOf(at + 1)}
          </span>
        ))}
      </div>
      {years.map((year) => (
        // biome-ignore lint/a11y/useSemanticElements: a legend cannot stand in the line of its fields
        <div key={year} className="path-year" role="group" aria-label={year}>
          <b className="path-year-name" aria-hidden="true">
            {year}
          </b>
          {months
            .filter((month) => month.startsWith(year))
            .map((month) => {
              const at = points.findIndex((point) => point.month === month);
              const fault = at < 0 ? undefined : (faultAt(`/points/${at}/value`) ?? faultAt(`/points/${at}/month`));
              const isLast = month === months.at(-1);
              const number = Number(month.slice(5));
              return (
                <div key={month} className="path-cell" style={columnOf(number)} data-faulty={fault ? '' : undefined}>
                  <span className="grey path-cell-name" aria-hidden="true">
                    {nameOf(number)}
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
        </div>
      ))}
    </div>
  );
}

/** Where a line holds twelve months, each stands below its name (plan-form.css). */
const columnOf = (month: number) => ({ '--month': month }) as CSSProperties; // reason: a custom property, which the type does not know
