import type { Transaction } from '../../kernel/database/transaction.ts';
import { opinionsShown } from './stand.ts';
import type { StoredConsultation } from './store.ts';

/** How many opinions of each consultation that is under way are not settled yet. */
export async function countUnsettled(
  transaction: Transaction,
  consultations: readonly StoredConsultation[],
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { id, version, state, opinions } of consultations) {
    if (state !== 'open' || opinions === 0) continue;
    const shown = await opinionsShown(transaction, id, version, (unit) => ({ zh: unit, en: unit }));
    counts.set(id, shown.filter(({ standing }) => standing !== 'settled').length);
  }
  return counts;
}
