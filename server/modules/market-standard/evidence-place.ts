import type { Transaction } from '../../kernel/database/transaction.ts';
import { findDraw } from '../../kernel/draw/hold-draw.ts';
import type { RoundRow } from './store.ts';

/** Where the files of an answer, or of what was put right, hang. */
export const placeOf = (inspection: string, item: string): string => `market:${inspection}:${item}`;
export const remedyPlaceOf = ({ round, station, item }: { round: string; station: string; item: string }): string =>
  `market-remedy:${round}:${station}:${item}`;

/** The items that were drawn to be looked at on site. */
export async function sampledOf(
  transaction: Transaction,
  { itemsDraw }: Pick<RoundRow, 'itemsDraw'>,
): Promise<ReadonlySet<string>> {
  const held = itemsDraw === null ? undefined : await findDraw(transaction, { id: itemsDraw });
  return new Set(held?.result.filter((one) => typeof one === 'string') ?? []);
}
