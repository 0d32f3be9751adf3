import type { Actor } from '../../../kernel/actor/actor.ts';
import { clockAt } from '../../../kernel/clock.ts';
import type { Kernel } from '../../../kernel/command/run.ts';
import { type Day, startOfDay } from '../../../kernel/term/day.ts';

/** Several people, because nobody accepts what they handed in themselves. */
export const unitActor = (unit: string): Actor => ({
  kind: 'staff',
  id: 'demonstration',
  name: '演示联络员',
  grants: [{ role: 'liaison', unit }],
});
export const officeActor: Actor = {
  kind: 'staff',
  id: 'demonstration-office',
  name: '演示专班',
  grants: [{ role: 'programme-office' }],
};
export const leaderActor: Actor = { kind: 'staff', id: 'demonstration-leader', name: '演示领导', grants: [{ role: 'leader' }] };

/** The kernel as it was on the morning of a day. */
export const on = (kernel: Kernel, day: Day, hour = 9): Kernel => ({
  ...kernel,
  clock: clockAt(new Date(startOfDay(day).getTime() + hour * 3_600_000)),
});
