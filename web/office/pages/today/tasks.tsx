import { useState } from 'react';
import type { Task } from '../../../../server/kernel/module.ts';
import type { TodayAnswer } from '../../../../server/modules/today/contract.ts';
import { useWords } from '../../../shared/words/index.ts';
import { FigureRow } from './figure-row.tsx';
import { TaskRow } from './task-row.tsx';

const FIRST = 5;

/** What must be done, soonest first; below it the figures that want a look. */
export function Tasks({ tasks, behind, ownFigures }: TodayAnswer & { readonly ownFigures: boolean }) {
  const { say } = useWords();
  const groups = ([0, 1, 2, 3] as const).map((urgency) => ({ urgency, own: tasks.filter((task) => task.urgency === urgency) }));
  return (
    <div>
      {groups
        .filter(({ own }) => own.length > 0)
        .map(({ urgency, own }) => (
          <section key={urgency} className="task-group" aria-labelledby={`urgency-${urgency}`}>
            <h2 id={`urgency-${urgency}`}>
              {say(`today.urgency.${urgency}`)} <span className="grey">{own.length}</span>
            </h2>
            <ul className="tasks">
              {own.map((task) => (
                <TaskRow key={keyOf(task)} task={task} />
              ))}
            </ul>
          </section>
        ))}
      <Figures figures={behind} word={ownFigures ? 'today.figures-own' : 'today.figures-all'} />
    </div>
  );
}

const keyOf = (task: Task): string => `${task.code} ${task.link} ${task.answer?.route ?? task.params.milestone ?? ''}`;

function Figures({
  figures,
  word,
}: {
  readonly figures: TodayAnswer['behind'];
  readonly word: 'today.figures-own' | 'today.figures-all';
}) {
  const { say } = useWords();
  const [shows, setShows] = useState(FIRST);
  if (figures.length === 0) return null;
  return (
    <section className="task-group" aria-labelledby="figures-group">
      <h2 id="figures-group">
        {say(word)} <span className="grey">{figures.length}</span>
      </h2>
      <ul className="tasks">
        {figures.slice(0, shows).map((figure) => (
          <FigureRow key={figure.code} figure={figure} />
        ))}
      </ul>
      {figures.length > shows && (
        <button type="button" className="link-button" onClick={() => setShows(figures.length)}>
          {say('today.figures-more', { n: figures.length - shows })}
        </button>
      )}
    </section>
  );
}
