import { Value } from 'typebox/value';
import type { Transaction } from '../../../kernel/database/transaction.ts';
import { FairnessRules, publishedFairnessRules, fairnessRulesOn as publishedOn } from '../matching/fairness-rules.ts';
import { findRule } from './rule-store.ts';

/** When a difference between groups is told: what the district set, else what Leye ships with. */
export async function fairnessRulesOn(transaction: Transaction, day: string): Promise<FairnessRules> {
  const own = await findRule(transaction, 'fairness', day);
  if (Value.Check(FairnessRules, own)) return own;
  return publishedOn(day, publishedFairnessRules());
}
