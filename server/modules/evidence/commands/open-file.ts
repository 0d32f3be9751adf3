import { Type } from 'typebox';
import { command } from '../../../kernel/command/command.ts';
import { Problem } from '../../../kernel/problem.ts';
import { holdersOf, mayOpen, opensAll, unitsOf } from '../access.ts';
import type { EvidenceItem } from '../contract.ts';
import { findOpenable } from '../store.ts';

/**
 * Opens a document. It changes nothing and is a command all the same, because a document may hold personal data: who opened it is kept
 * before the first byte leaves.
 */
export const openEvidence = command({
  name: 'evidence.opened',
  input: Type.Object({ sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }) }, { additionalProperties: false }),
  may: mayOpen,
  run: async ({ sha256 }, { transaction, actor }): Promise<EvidenceItem> => {
    const asker = { all: opensAll(actor), holders: holdersOf(actor), units: unitsOf(actor) };
    const [item] = await findOpenable(transaction, [sha256], asker);
    if (!item) throw new Problem('not-found', 'not-found');
    return item;
  },
  audit: ({ sha256 }) => ({ sha256 }),
});
