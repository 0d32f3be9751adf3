import type { ComplaintRow } from '../../../../server/modules/gigs/complaints/contract.ts';
import { sayWeekday } from '../../../shared/day.ts';
import { useWords } from '../../../shared/words/index.ts';

/** Until when something is to be done, and how many working days that is; what is over stands out by its mark too. */
export function ComplaintTerm({
  row: { dueOn, workingDays, isOverdue },
}: {
  row: Pick<ComplaintRow, 'dueOn' | 'workingDays' | 'isOverdue'>;
}) {
  const { say, language } = useWords();
  const left = isOverdue
    ? say('gigs.over', { n: Math.abs(workingDays) })
    : workingDays === 0
      ? say('gigs.due-today')
      : say('gigs.left', { n: workingDays });
  return (
    <span>
      <span className="nowrap">{say('gigs.term', { day: sayWeekday(dueOn, language) })}</span>{' '}
      <span className={isOverdue ? 'task-late nowrap' : 'grey nowrap'}>
        {isOverdue && <span aria-hidden="true">■ </span>}
        {left}
      </span>
    </span>
  );
}
