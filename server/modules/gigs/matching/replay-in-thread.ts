import type { FairnessRules } from './fairness-rules.ts';
import type { Frozen, HowItRan, Kept } from './replay.ts';
import { askThread } from './solve-in-thread.ts';
import type { RuleEffect } from './three-mornings.ts';

export type ReplayQuestion = {
  readonly frozen: Frozen;
  readonly ran: HowItRan;
  /** What it came to then; undefined where only its hash was kept. */
  readonly kept: Frozen | undefined;
  readonly rules: FairnessRules;
};

/** `touched`: what was kept is not what its hash says. */
export type ReplayAnswer = Replayed | { readonly touched: true };

export type Replayed = {
  readonly outputHash: string;
  /** In which parts it differs; null where only the hash can be compared. */
  readonly differs: readonly (keyof Kept)[] | null;
  readonly milliseconds: number;
  /** What putting those forward who had waited did; null where nobody had. */
  readonly effect: RuleEffect | null;
};

/** A replay has no deadline of its own, so that it comes to the same; somebody waits for the answer, though. */
const LONGEST_MS = 90_000;

/** Runs a kept batch again in a thread of its own. */
export const replayInThread = async (question: ReplayQuestion): Promise<ReplayAnswer | 'late' | 'crashed'> =>
  await askThread<ReplayAnswer>(new URL('./replay-thread.ts', import.meta.url), question, LONGEST_MS);
