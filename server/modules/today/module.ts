import { Type } from 'typebox';
import { allow, wholeProgramme } from '../../kernel/actor/permission.ts';
import { query } from '../../kernel/command/query.ts';
import type { Module } from '../../kernel/module.ts';
import type { Light } from '../figures/contract.ts';
import { figuresInCare } from '../figures/module.ts';
import type { TodayAnswer } from './contract.ts';
import { digestJob, sendDigest } from './digest.ts';
import { tasksOf } from './tasks.ts';

const worst: readonly Light[] = ['overdue', 'silent', 'behind'];

/** The office's first page: what must I do today? */
export const todayQuery = query({
  name: 'today.get',
  route: 'GET /api/today',
  input: Type.Object({}, { additionalProperties: false }),
  may: allow({
    ...wholeProgramme,
    'system-administrator': 'district',
    'security-administrator': 'district',
    'audit-administrator': 'district',
  }),
  run: async (_input, reading): Promise<TodayAnswer> => {
    const tasks = await tasksOf(reading);
    const behind = (await figuresInCare(reading))
      .filter(({ light }) => worst.includes(light))
      .toSorted((one, other) => worst.indexOf(one.light) - worst.indexOf(other.light));
    return { today: reading.today, tasks, behind };
  },
});

export { digestDistrict } from './digest.ts';

export const today: Module = { name: 'today', commands: [sendDigest], queries: [todayQuery], jobs: [digestJob] };
