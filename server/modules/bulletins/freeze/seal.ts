import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../kernel/audit/canonical.ts';
import type { Snapshot } from '../contract.ts';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The bytes that are kept, and their hash. */
export function sealed(snapshot: Snapshot): { content: string; sha256: string } {
  const content = canonicalJson(snapshot);
  return { content, sha256: sha256(content) };
}

/** Reads what was kept, and whether it is still what was kept. */
export const opened = (kept: { content: string; sha256: string }): { snapshot: Snapshot; isWhole: boolean } => ({
  snapshot: JSON.parse(kept.content) as Snapshot, // reason: only `sealed` writes these bytes
  isWhole: sha256(kept.content) === kept.sha256,
});

/** Digest of the facts that were known beyond a moment. */
export const digestOf = (ids: readonly string[]): string => sha256(ids.toSorted().join('\n'));
