import type { Reading } from '../../../kernel/command/query.ts';
import type { FrozenFigure, Snapshot } from '../contract.ts';
import { frozenOf } from '../hold.ts';
import { findBulletin } from '../store.ts';

/** The figures of the bulletin before, to which the changes of this one refer. */
export async function earlierFigures(
  transaction: Reading['transaction'],
  { before }: Snapshot,
): Promise<readonly FrozenFigure[] | undefined> {
  const found = before && (await findBulletin(transaction, before.bulletin));
  return found ? (await frozenOf(transaction, found)).snapshot.figures : undefined;
}
