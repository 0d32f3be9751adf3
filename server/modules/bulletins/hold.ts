import { type Actor, actorKey } from '../../kernel/actor/actor.ts';
import { decide } from '../../kernel/actor/permission.ts';
import type { Transaction } from '../../kernel/database/transaction.ts';
import { Problem } from '../../kernel/problem.ts';
import type { BulletinState, Snapshot } from './contract.ts';
import { opened } from './freeze/seal.ts';
import { mayWrite } from './may.ts';
import { findBulletin, type KeptBulletin, readSnapshot } from './store.ts';

export const byOf = (actor: Actor, at: Date) => ({ key: actorKey(actor), name: 'name' in actor ? actor.name : '', at });

/** The bulletin, held until the transaction ends, in the one state in which this may be done. */
export async function holdBulletin(transaction: Transaction, id: string, state: BulletinState): Promise<KeptBulletin> {
  const found = await findBulletin(transaction, id, true);
  if (!found || found.state === 'discarded') throw new Problem('not-found', 'no-bulletin');
  if (found.state !== state) throw new Problem('conflict', state === 'draft' ? 'bulletin-not-draft' : 'bulletin-not-released');
  return found;
}

/** The bulletin for a reader: a draft is not there for who does not write it. */
export async function readableBulletin(transaction: Transaction, id: string, actor: Actor): Promise<KeptBulletin> {
  const found = await findBulletin(transaction, id);
  const isOthers = found?.state === 'draft' && decide(mayWrite, actor) !== 'allowed';
  if (!found || found.state === 'discarded' || isOthers) throw new Problem('not-found', 'no-bulletin');
  return found;
}

/** Its frozen numbers. They are read with their hash every time: bytes that were touched are told, not shown. */
export async function frozenOf(
  transaction: Transaction,
  { snapshot }: KeptBulletin,
): Promise<{ snapshot: Snapshot; sha256: string; isWhole: boolean; id: string }> {
  const kept = snapshot === null ? undefined : await readSnapshot(transaction, snapshot);
  if (!kept || snapshot === null) throw new Problem('conflict', 'bulletin-not-frozen');
  return { ...opened(kept), sha256: kept.sha256, id: snapshot };
}
