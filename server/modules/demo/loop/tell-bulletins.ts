import type { Actor } from '../../../kernel/actor/actor.ts';
import { ask, execute, type Kernel } from '../../../kernel/command/run.ts';
import { addDays, addMonths, type Day, firstDayOfMonth, lastDayOfMonth } from '../../../kernel/term/day.ts';
import { makeBulletin, oneBulletin, publishBulletin, releaseBulletin } from '../../bulletins/module.ts';

const office: Actor = {
  kind: 'staff',
  id: 'demonstration-office',
  name: '演示专班',
  grants: [{ role: 'programme-office' }],
};
const MONTHS = 2;

/**
 * The bulletins of the last two full months, released and open to everybody, so that the second tells what moved since the first. Made
 * at the true moment: a bulletin keeps what is known when it is made.
 */
export async function tellBulletins(
  kernel: Kernel,
  { district, from, to }: { district: string; from: Day; to: Day },
): Promise<void> {
  const call = { district, actor: office };
  for (let back = MONTHS; back >= 1; back -= 1) {
    const first = firstDayOfMonth(addMonths(firstDayOfMonth(to), -back));
    const last = lastDayOfMonth(first);
    if (last < addDays(from, 27)) continue;
    const { bulletin } = await makeBulletin(
      kernel,
      { kind: 'month', from: first, to: last },
      { ...call, key: `demo-bulletin-${first}` },
    );
    const { state, sha256, revision } = await ask(kernel, oneBulletin, { bulletin }, call);
    // A telling that was cut off goes on where it stopped.
    if (state === 'draft') await execute(kernel, releaseBulletin, { bulletin, sha256, revision }, call);
    await execute(kernel, publishBulletin, { bulletin, isPublic: true }, call);
  }
}
