import type { Work } from '../../kernel/command/command.ts';
import type { Letter } from '../../kernel/notify/notify.ts';
import { reachOf } from './find.ts';

/** A text message to a resident in the language they read, where they can be reached; whether it was. */
export async function writeToResident(
  work: Work,
  resident: string,
  letter: Pick<Letter, 'subject' | 'text' | 'params'>,
): Promise<boolean> {
  const { transaction, services } = work;
  const reached = await reachOf(transaction, services, resident);
  if (!reached || !(await services.notify.reaches(work, { phone: reached.phone }))) return false;
  await services.notify.send(work, { ...letter, to: { phone: reached.phone }, language: reached.language });
  return true;
}
