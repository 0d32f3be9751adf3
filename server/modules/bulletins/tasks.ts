import { decide } from '../../kernel/actor/permission.ts';
import type { Reading } from '../../kernel/command/query.ts';
import type { Task } from '../../kernel/module.ts';
import { findProgramme } from '../programme/module.ts';
import { mayWrite } from './may.ts';
import { lastWhole, MONTHLY_WITHIN, saySpan } from './span.ts';

/** In the first working days of a month, last month's bulletin waits for the programme office until it is released. */
export async function bulletinTasks({ transaction, actor, today, services }: Reading): Promise<Task[]> {
  if (decide(mayWrite, actor) !== 'allowed') return [];
  const found = await findProgramme(transaction);
  const span = found && lastWhole('month', today, found.programme.startsOn);
  if (!span) return [];
  const due = services.calendar.addWorkingDays(span.to, MONTHLY_WITHIN);
  if (today > due) return [];
  const { rows } = await transaction.client.query<{ id: string; state: string }>(
    `SELECT id, state FROM bulletin WHERE district = $1 AND starts = $2 AND ends = $3 AND state IN ('draft', 'released') ORDER BY state DESC`,
    [transaction.district, span.from, span.to],
  );
  if (rows.some(({ state }) => state === 'released')) return [];
  const draft = rows.find(({ state }) => state === 'draft');
  return [
    {
      code: draft ? 'bulletin-draft' : 'bulletin-waits',
      params: { ...saySpan(span) },
      link: draft ? `/bulletins/${draft.id}` : `/bulletins/new?kind=month&from=${span.from}&to=${span.to}`,
      urgency: services.calendar.workingDaysBetween(today, due) <= 1 ? 1 : 2,
      due,
    },
  ];
}
