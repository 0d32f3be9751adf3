import { Type } from 'typebox';
import { allow } from '../../kernel/actor/permission.ts';
import { query, type Reading } from '../../kernel/command/query.ts';
import type { Module, Task } from '../../kernel/module.ts';
import { figuresInCare } from '../figures/module.ts';
import type { TodayAnswer } from './contract.ts';

declare module '../../kernel/command/services.ts' {
  interface Services {
    /** What every module contributes to *today*; collected by the composition root. */
    readonly tasks: readonly ((reading: Reading) => Promise<readonly Task[]>)[];
  }
}

/** The office's first page: what must I do today? */
export const todayQuery = query({
  name: 'today.get',
  route: 'GET /api/today',
  input: Type.Object({}, { additionalProperties: false }),
  may: allow({
    'programme-office': 'district',
    liaison: 'district',
    'street-officer': 'district',
    specialist: 'district',
    leader: 'district',
    evaluator: 'district',
    'system-administrator': 'district',
    'security-administrator': 'district',
    'audit-administrator': 'district',
  }),
  run: async (_input, reading): Promise<TodayAnswer> => {
    const tasks: Task[] = [];
    // One after another: they share one connection.
    for (const contributed of reading.services.tasks) tasks.push(...(await contributed(reading)));
    tasks.sort((a, b) => a.urgency - b.urgency || (a.due ?? '9').localeCompare(b.due ?? '9'));
    const behind = (await figuresInCare(reading)).filter(
      ({ light }) => light === 'behind' || light === 'overdue' || light === 'silent',
    );
    return { today: reading.today, tasks, behind };
  },
});

export const today: Module = { name: 'today', queries: [todayQuery] };
