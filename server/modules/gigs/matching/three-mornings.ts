import type { FairnessRules } from './fairness-rules.ts';
import { type Effort, type MatchOutput, matchBatch } from './ladder.ts';
import type { MatchInput } from './shapes.ts';
import type { UnmatchedReason } from './unmatched.ts';

/** Somebody who has waited for so many mornings, and what became of it: an order, or the reason why not. */
export type LongWaiting = {
  readonly worker: string;
  readonly mornings: number;
  readonly order: string | null;
  readonly reason: UnmatchedReason | null;
};

/** Nobody waits three mornings unseen: everybody who has, the longest first, whatever the batch gave them. */
export function longWaiting(input: MatchInput, output: MatchOutput, { morningsSeen }: FairnessRules): readonly LongWaiting[] {
  const order = new Map(output.pairs.map((pair) => [pair.worker, pair.order]));
  const reason = new Map(output.unmatched.map((one) => [one.worker, one.reason]));
  return [...new Map(input.workers.map((worker) => [worker.id, worker])).values()]
    .filter(({ mornings }) => mornings >= morningsSeen)
    .sort((a, b) => b.mornings - a.mornings || b.waitedMinutes - a.waitedMinutes || (a.id < b.id ? -1 : 1))
    .map(({ id, mornings }) => ({ worker: id, mornings, order: order.get(id) ?? null, reason: reason.get(id) ?? null }));
}

export type RuleEffect = {
  readonly people: number;
  /** How many of them were matched, and how many would have been had mornings counted nothing. */
  readonly matched: number;
  readonly matchedWithout: number;
  /** The same of all. */
  readonly allMatched: number;
  readonly allMatchedWithout: number;
  /** Whose match hung on the rule: those it brought work, and those who stood back for them. */
  readonly gained: readonly string[];
  readonly stoodBack: readonly string[];
  /** Both matchings are proven: the difference is the rule's and no accident of the search. */
  readonly isProven: boolean;
};

/** What the term for mornings did in a batch: it is run again from the same input with that term at nought. */
export function effectOfMornings(
  input: MatchInput,
  output: MatchOutput,
  { morningsSeen }: FairnessRules,
  effort: Effort,
): RuleEffect {
  const { policy } = input;
  const mornings = { ...policy.terms.mornings, largest: 0 };
  const without = matchBatch({ ...input, policy: { ...policy, terms: { ...policy.terms, mornings } } }, effort);
  const long = new Set(input.workers.filter((worker) => worker.mornings >= morningsSeen).map(({ id }) => id));
  const now = new Set(output.pairs.map(({ worker }) => worker));
  const then = new Set(without.pairs.map(({ worker }) => worker));
  return {
    people: long.size,
    matched: both(long, now).length,
    matchedWithout: both(long, then).length,
    allMatched: now.size,
    allMatchedWithout: then.size,
    gained: only(now, then),
    stoodBack: only(then, now),
    isProven: output.isProven && without.isProven,
  };
}

const both = (one: ReadonlySet<string>, other: ReadonlySet<string>): string[] => [...one].filter((id) => other.has(id));
const only = (one: ReadonlySet<string>, other: ReadonlySet<string>): string[] => [...one].filter((id) => !other.has(id)).sort();
