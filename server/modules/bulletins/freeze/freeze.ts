import type { Call, Kernel } from '../../../kernel/command/run.ts';
import { ask, execute } from '../../../kernel/command/run.ts';
import { keepSnapshotOf } from '../commands/keep-snapshot.ts';
import { openBulletin } from '../commands/open-bulletin.ts';
import { takeSnapshot } from './take.ts';

/**
 * Opens a bulletin and freezes its numbers. Two steps, because the numbers are read in a snapshot of their own and kept in a command:
 * should anything break between them, the draft stands without numbers and is frozen when it is asked for again.
 */
export async function makeBulletin(kernel: Kernel, given: unknown, call: Call): Promise<{ bulletin: string; isNew: boolean }> {
  const { bulletin, isNew } = await execute(kernel, openBulletin, given, call);
  await freezeBulletin(kernel, { bulletin, unlessFrozen: true }, { district: call.district, actor: call.actor });
  return { bulletin, isNew };
}

/** Takes the numbers of a draft anew; the words that the office wrote stay, and say the new numbers. */
export async function freezeBulletin(
  kernel: Kernel,
  given: unknown,
  call: Omit<Call, 'key'>,
): Promise<{ moment: string | null }> {
  const taken = await ask(kernel, takeSnapshot, given, call);
  if (!taken) return { moment: null };
  const bulletin = (given as { bulletin: string }).bulletin; // reason: takeSnapshot has just checked the shape
  const { known, ...rest } = taken;
  await execute(kernel, keepSnapshotOf, { bulletin, ...rest, until: known.until.toISOString(), also: [...known.also] }, call);
  return { moment: taken.moment };
}
