import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { Task } from '../../../../server/kernel/module.ts';
import { isWord, useWords } from '../../../shared/words/index.ts';
import { placeOf, useUnitNames } from '../../places.ts';
import { isOver, sayDue } from '../../say-due.ts';
import { TaskAnswer } from './task-answer.tsx';

/** One thing to do: what, by when, why; what can be answered in one step is answered below it. */
export function TaskRow({ task }: { task: Task }) {
  const { say, language } = useWords();
  const unitNameOf = useUnitNames();
  const [isOpen, setOpen] = useState(false);
  const key = `task.${task.code}`;
  const { year, serial, step } = task.params;
  const stepKey = `step.${step}`;
  const number = year && serial ? say('notice.number', { year, no: serial }) : '';
  const name = isWord(stepKey) ? say(stepKey) : '';
  const told = {
    ...task.params,
    title: task.params[language] ?? task.params.zh ?? '',
    notice: number ? say('notice.named', { name, number }) : name,
    ...(task.params.unitCode ? { unit: unitNameOf(String(task.params.unitCode), String(task.params.unit)) } : {}),
  };
  const { due, answer } = task;
  const button = `task.answer.${answer?.code}`;
  return (
    <li className="task">
      <span className="task-sign" aria-hidden="true">
        ›
      </span>
      <div>
        <Link className="task-title" {...placeOf(task.link)}>
          {say(isWord(key) ? key : 'task.other', told)}
        </Link>
        {told.title && ['talk-open', 'talk-unanswered', 'answer-waits'].includes(task.code) && (
          <p className="grey">{told.title}</p>
        )}
        {task.params.reason && <p className="returned">{say('task.reason', { reason: task.params.reason })}</p>}
        {due && <p className={isOver(due) ? 'task-late' : 'grey'}>{sayDue(due, task.workingDays, say, language)}</p>}
        {answer && isOpen && <TaskAnswer answer={answer} onClose={() => setOpen(false)} />}
      </div>
      {answer && !isOpen && (
        <div className="task-do">
          <Button aria-expanded={false} onClick={() => setOpen(true)}>
            {say(isWord(button) ? button : 'task.answer-here')}
          </Button>
        </div>
      )}
    </li>
  );
}
