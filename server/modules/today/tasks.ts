import type { Reading } from '../../kernel/command/query.ts';
import type { Task } from '../../kernel/module.ts';

declare module '../../kernel/command/services.ts' {
  interface Services {
    /** What every module contributes to *today*; collected by the composition root. */
    readonly tasks: readonly ((reading: Reading) => Promise<readonly Task[]>)[];
  }
}

/** What the person asking must do now, most urgent first, then soonest. */
export async function tasksOf(reading: Reading): Promise<Task[]> {
  const tasks: Task[] = [];
  // One after another: they share one connection.
  for (const contributed of reading.services.tasks) tasks.push(...(await contributed(reading)));
  return tasks.sort((a, b) => a.urgency - b.urgency || (a.due ?? '9').localeCompare(b.due ?? '9'));
}
