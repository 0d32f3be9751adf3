import { Value } from 'typebox/value';
import type { Transaction } from '../../../kernel/database/transaction.ts';
import { CostPolicy, policyOn as publishedOn, publishedPolicies } from '../matching/policy.ts';
import { findRule } from './rule-store.ts';

/** The cost of matching in force on a day: what the district set, else what Leye ships with. */
export async function policyOn(transaction: Transaction, day: string): Promise<CostPolicy> {
  const own = await findRule(transaction, 'cost', day);
  if (Value.Check(CostPolicy, own)) return own;
  return publishedOn(day, publishedPolicies());
}
