import { decide } from '../../kernel/actor/permission.ts';
import type { Reading } from '../../kernel/command/query.ts';
import type { Task } from '../../kernel/module.ts';
import { mayDecide } from './acting.ts';

/** Employers that cannot offer work before somebody has seen their licence. */
export async function employerTasks({ transaction: { db, district }, actor }: Reading): Promise<readonly Task[]> {
  if (decide(mayDecide, actor) !== 'allowed') return [];
  const { n } = await db
    .selectFrom('employer')
    .select((of) => of.fn.countAll<number>().as('n'))
    .where('district', '=', district)
    .where('state', '=', 'registered')
    .executeTakeFirstOrThrow();
  const waiting = Number(n);
  return waiting === 0
    ? []
    : [{ code: 'employers-waiting', params: { n: waiting }, link: '/employers?state=registered', urgency: 2 }];
}
