import type { Transaction } from '../../kernel/database/transaction.ts';
import type { CloseOutMark, Waiver } from './contract.ts';
import { isWaived } from './states.ts';
import { type Item, listItems, listSteps, type Step } from './store.ts';

/** The waiver that stands on an item: who proposed it and why, and who signed. */
export function waiverOf({ state }: Pick<Item, 'state'>, steps: readonly Step[]): Waiver | null {
  if (state !== 'waiver-proposed' && !isWaived(state)) return null;
  const proposed = steps.findLast(({ event }) => event === 'propose-waiver');
  if (!proposed) return null;
  const signed = isWaived(state) ? steps.findLast(({ event }) => event === 'sign-waiver') : undefined;
  return {
    reason: proposed.reason,
    proposedBy: proposed.byName,
    proposedAt: proposed.at.toISOString(),
    signedBy: signed?.byName ?? null,
    signedAt: signed?.at.toISOString() ?? null,
  };
}

/** How every measure stands in every period that was begun: for whoever prints a measure. Taken back and never begun ones are left out. */
export async function closeOutMarks(transaction: Transaction): Promise<CloseOutMark[]> {
  const items = (await listItems(transaction)).filter(({ state }) => state !== 'open' && state !== 'withdrawn');
  const steps = await listSteps(
    transaction,
    items.map(({ id }) => id),
  );
  return items.map((item) => {
    const own = steps.get(item.id) ?? [];
    const { measure, period, state, grade } = item;
    return { measure, period, state, grade, at: own.at(-1)?.at.toISOString() ?? '', waiver: waiverOf(item, own) };
  });
}
