import type { Reading } from '../../../kernel/command/query.ts';
import { frozenOf } from '../hold.ts';
import type { Paper } from '../paper/paper.ts';
import { type KeptBulletin, readWords } from '../store.ts';

/** A bulletin's frozen numbers with its words, and whether the numbers are still what was frozen. */
export async function readPaper(
  { transaction }: Pick<Reading, 'transaction'>,
  bulletin: KeptBulletin,
): Promise<Paper & { readonly isWhole: boolean; readonly revision: number; readonly snapshotId: string }> {
  const frozen = await frozenOf(transaction, bulletin);
  const { revision, words } = await readWords(transaction, bulletin.id);
  return {
    snapshot: frozen.snapshot,
    sha256: frozen.sha256,
    isWhole: frozen.isWhole,
    snapshotId: frozen.id,
    words,
    revision,
    standing: bulletin,
  };
}
