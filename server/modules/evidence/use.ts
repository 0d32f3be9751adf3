import { actorKey } from '../../kernel/actor/actor.ts';
import type { Work } from '../../kernel/command/command.ts';
import type { Transaction } from '../../kernel/database/transaction.ts';
import { hasFile } from '../../kernel/files/keep-file.ts';
import { Problem } from '../../kernel/problem.ts';
import { holdersOf, opensAll, unitsOf } from './access.ts';
import type { EvidenceItem } from './contract.ts';
import { evidenceOf } from './files.ts';
import { findOpenable, holdEvidence, markUsed, readUsed } from './store.ts';

/**
 * Puts uploaded documents to a place of another module (`milestone:<id>`), in its command's transaction. From then on they are kept for
 * good. `units` may open them there, beside those whose evidence it is.
 *
 * @throws Problem `evidence-unknown` where one does not exist or is another unit's; `evidence-gone` where its bytes are no longer there
 */
export async function useEvidence(
  work: Work,
  hashes: readonly string[],
  place: string,
  { units = [] }: { readonly units?: readonly string[] } = {},
): Promise<EvidenceItem[]> {
  if (hashes.length === 0) return [];
  const { transaction, actor, services, now } = work;
  await holdEvidence(transaction, hashes);
  const asker = { all: opensAll(actor), holders: holdersOf(actor), units: unitsOf(actor) };
  const found = await findOpenable(transaction, hashes, asker);
  if (new Set(found.map(({ sha256 }) => sha256)).size < new Set(hashes).size)
    throw new Problem('conflict', 'evidence-unknown', { n: new Set(hashes).size - found.length });
  for (const { sha256 } of found)
    if (!(await hasFile(evidenceOf(services, transaction.district), sha256))) throw new Problem('conflict', 'evidence-gone');
  await markUsed(transaction, place, hashes, { key: actorKey(actor), at: now, units });
  return found;
}

/** What these places use, by place; a place without evidence is not among them. Whether it may be opened is asked when it is. */
export const listEvidence = (
  transaction: Transaction,
  places: readonly string[],
): Promise<ReadonlyMap<string, readonly EvidenceItem[]>> => readUsed(transaction, places);
