import type { Transaction } from '../../../kernel/database/transaction.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { FairnessRules } from '../matching/fairness-rules.ts';
import { replayInThread } from '../matching/replay-in-thread.ts';
import { fairnessRulesOn } from '../rules/fairness.ts';
import type { BatchReplay, OutputPart } from './contract.ts';
import { getBatch, type KeptBatch } from './store.ts';

/** The parts that say who gets which place and how good that is; the others are words about it. */
const words: readonly OutputPart[] = ['matched', 'unmatched'];

let isBusy = false;

/** @throws Problem `no-gig-batch`, and those of `replayBatch` */
export async function replayKeptBatch(transaction: Transaction, id: string): Promise<BatchReplay> {
  const batch = await getBatch(transaction, id);
  return await replayBatch(batch, await fairnessRulesOn(transaction, batch.day));
}

/**
 * Runs a kept batch again, in a thread, one after another: each may take the memory and the time of a whole dawn.
 * @throws Problem `gig-replay-busy`, `gig-replay-failed` (it came to no end), `gig-batch-touched` (not what was kept any more)
 */
async function replayBatch(batch: KeptBatch, rules: FairnessRules): Promise<BatchReplay> {
  if (isBusy) throw new Problem('conflict', 'gig-replay-busy');
  isBusy = true;
  try {
    const { rung, isProven, steps, input, output } = batch;
    const answer = await replayInThread({ frozen: input, kept: output, ran: { rung, isProven, steps }, rules });
    if (typeof answer === 'string') throw new Problem('conflict', 'gig-replay-failed');
    if ('touched' in answer) throw new Problem('conflict', 'gig-batch-touched');
    const { outputHash, differs, milliseconds, effect } = answer;
    return {
      batch: batch.id,
      verdict: verdictOf(outputHash === batch.outputHash, differs),
      differs: differs ?? [],
      inputHash: input.sha256,
      outputHash: batch.outputHash,
      outputHashNow: outputHash,
      milliseconds,
      effect: effect && {
        ...effect,
        gained: effect.gained.length,
        stoodBack: effect.stoodBack.length,
        morningsSeen: rules.morningsSeen,
      },
    };
  } finally {
    isBusy = false;
  }
}

/** `differs`: in which parts, where more than a hash was kept. */
export function verdictOf(isSame: boolean, differs: readonly OutputPart[] | null): BatchReplay['verdict'] {
  if (isSame) return 'same';
  if (differs === null) return 'unknown';
  return differs.every((part) => words.includes(part)) ? 'words' : 'other';
}
