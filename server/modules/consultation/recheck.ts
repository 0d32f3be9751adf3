/** Runs the check in the command that changes something, so that what is stored is always what the text and the decisions say. */
import type { Transaction } from '../../kernel/database/transaction.ts';
import { judgeAgainst } from './judge-opinion.ts';
import { decisionsOf, insertChecks, opinionsOf, type StoredDecision, type StoredOpinion, saidOf } from './opinion-store.ts';
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
  const decisions = await decisionsOf(
    transaction,
    opinions.map(({ id }) => id),
  );
  const texts = new Map([[current.version, current.text]]);
  for (const version of new Set(opinions.map((opinion) => opinion.version)))
    if (!texts.has(version)) texts.set(version, (await getVersion(transaction, consultation, version)).text);
  const judge = judgeAgainst(current.version, current.text, current.outline, (version) => texts.get(version) ?? '');
  const checks = opinions.map((opinion) => {
    const decision = latestOf(decisions.get(opinion.id));
    return {
      ...judge(saidOf(opinion), decision),
      opinion: opinion.id,
      version: current.version,
      revision: decision?.revision ?? 0,
    };
  });
  await insertChecks(transaction, consultation, checks);
}
