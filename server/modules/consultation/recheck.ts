/** Runs the check in the command that changes something, so that what is stored is always what the text and the decisions say. */
import type { Transaction } from '../../kernel/database/transaction.ts';
import type { Span } from './check/shapes.ts';
import { comparisonsWith } from './compare/comparisons.ts';
import { carryUnchanged } from './compare/passage.ts';
import { judgeAgainst } from './judge-opinion.ts';
import {
  decisionsOf,
  insertChecks,
  opinionsOf,
  type StoredDecision,
  type StoredOpinion,
  type StoredSignOff,
  saidOf,
  signOffsOf,
} from './opinion-store.ts';
import { getVersion, type StoredVersion } from './store.ts';

const latestOf = (decisions: readonly StoredDecision[] | undefined) => decisions?.at(-1);

/** Judges these opinions, or all of the consultation, against a version, and keeps what is found. */
export async function recheck(
  transaction: Transaction,
  consultation: string,
  current: StoredVersion,
  only?: readonly StoredOpinion[],
): Promise<void> {
  const opinions = only ?? (await opinionsOf(transaction, [consultation]));
  if (opinions.length === 0) return;
  const ids = opinions.map(({ id }) => id);
  const decisions = await decisionsOf(transaction, ids);
  const signOffs = await signOffsOf(transaction, ids);
  const texts = new Map([[current.version, current.text]]);
  for (const { version } of [...opinions, ...[...signOffs.values()].flat()])
    if (!texts.has(version)) texts.set(version, (await getVersion(transaction, consultation, version)).text);
  const textOf = (version: number) => texts.get(version) ?? '';
  const judge = judgeAgainst(current.version, current.text, current.outline, textOf);
  const standing = confirmationsIn(current, textOf);
  const checks = opinions.map((opinion) => {
    const decision = latestOf(decisions.get(opinion.id));
    const revision = decision?.revision ?? 0;
    const confirmed = (signOffs.get(opinion.id) ?? []).filter((one) => one.revision === revision);
    return {
      ...judge(saidOf(opinion), decision),
      opinion: opinion.id,
      version: current.version,
      revision,
      confirmation: standing(confirmed),
    };
  });
  await insertChecks(transaction, consultation, checks);
}

/** The newest confirmation whose passage still stands as it was signed, and where its words stand now. */
function confirmationsIn({ version, text }: StoredVersion, textOf: (version: number) => string) {
  const compared = comparisonsWith(text, textOf);
  return (signOffs: readonly StoredSignOff[]): { readonly id: string; readonly span: Span } | null => {
    for (const { id, kind, version: signed, span_from, span_to } of signOffs.toReversed()) {
      if (kind !== 'confirmed' || signed === version || span_from === null || span_to === null) continue;
      const span = carryUnchanged(compared(signed), [span_from, span_to], textOf(signed), text);
      if (span) return { id, span };
    }
    return null;
  };
}
