import type { Reading } from '../../kernel/command/query.ts';
import { opinionsShown } from './stand.ts';
import type { StoredConsultation } from './store.ts';

/** How many opinions of each consultation that is under way are not settled yet. */
export async function countUnsettled(
  reading: Pick<Reading, 'transaction' | 'services'>,
  consultations: readonly StoredConsultation[],
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { id, version, state, opinions } of consultations) {
    if (state !== 'open' || opinions === 0) continue;
    const shown = await opinionsShown(reading, id, version, (unit) => ({ zh: unit, en: unit }));
    counts.set(id, shown.filter(({ standing }) => standing !== 'settled').length);
  }
  return counts;
}
