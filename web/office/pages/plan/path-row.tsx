import { sayMonth } from '../../../shared/day.ts';
import { exact } from '../../../shared/number.ts';
import { useWords } from '../../../shared/words/index.ts';
import { Choices } from '../../parts/choices.tsx';
import { DrawnPath } from './drawn-path.tsx';
import { type PathFields, PathGrid } from './path-grid.tsx';
import { type Points, straightPoints, tellingPoints } from './straight.ts';

type Props = Omit<PathFields, 'points'> & {
  /** undefined: the straight line. */
  readonly points: Points | undefined;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
};

/** How one figure is to get there: the straight line, or its months told in one line, with a field each behind it. */
export function PathRow({ figure, points, faultAt, isOpen, onOpen, onChange }: Props) {
  const { say, language } = useWords();
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
        onChoose={(chosen) => {
          onOpen(chosen === 'monthly');
          onChange(chosen === 'monthly' ? (points ?? straightPoints(figure)) : undefined);
        }}
      />
      {points && (
        <p className="path-told grey">
          <span>
            {say('plan.path-told', { n: points.length, points: sayPoints(tellingPoints(figure, points), figure, language) })}
          </span>
          <button type="button" className="link-button" aria-expanded={isOpen} onClick={() => onOpen(!isOpen)}>
            {say(isOpen ? 'plan.path-close' : 'plan.path-months')}
          </button>
        </p>
      )}
      {points && isOpen && (
        <PathGrid figure={figure} points={points} faultAt={faultAt} onChange={onChange} onTouch={() => onOpen(true)} />
      )}
      {faultAt('') && <p className="field-fault">{faultAt('')}</p>}
    </div>
  );
}

/** The months of a path as a sentence, for reading. */
export function sayPoints(points: Points, { decimals }: Pick<Props['figure'], 'decimals'>, language: 'zh' | 'en'): string {
  return points
    .map(({ month, value }) => `${sayMonth(month, language)} ${exact(value, decimals)}`)
    .join(language === 'zh' ? '、' : ', ');
}
