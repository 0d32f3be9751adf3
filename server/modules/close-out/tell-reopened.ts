import type { Work } from '../../kernel/command/command.ts';
import type { Said } from '../../kernel/i18n/said.ts';
import { listHolders } from '../people/module.ts';
import type { Measure } from '../programme/contract.ts';
import { both } from './say.ts';
import { periodWords, reopenedLetter } from './words.ts';

/** One message to each liaison of the lead units and to everybody in the programme office who can be reached. */
export async function tellReopened(
  work: Work,
  { measure, period, short }: { measure: Measure; period: string; short: Said },
): Promise<void> {
  const { notify, people } = work.services;
  const params = {
    ...both('title', measure.title),
    ...both('period', periodWords(period)),
    ...both('short', short),
    address: `${people.foundation.config.publicAddress}/office/measures/${measure.no}`,
  };
  const holders = await listHolders(work.transaction, [
    { role: 'programme-office' },
    ...measure.lead.map((unit) => ({ role: 'liaison', unit }) as const),
  ]);
  for (const account of holders)
    if (await notify.reaches(work, { account })) await notify.send(work, { to: { account }, ...reopenedLetter, params });
}
