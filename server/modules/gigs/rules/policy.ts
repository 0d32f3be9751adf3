import { Value } from 'typebox/value';
import type { Transaction } from '../../../kernel/database/transaction.ts';
import { CostPolicy, policyOn as publishedOn, publishedPolicies } from '../matching/policy.ts';

let published: readonly CostPolicy[] | undefined;

/** The cost of matching in force on a day: what the district set, else what Leye ships with. */
export async function policyOn({ db, district }: Transaction, day: string): Promise<CostPolicy> {
  const row = await db
    .selectFrom('gig_rule')
    .select('content')
    .where('district', '=', district)
    .where('kind', '=', 'cost')
    .where('from_on', '<=', day)
    .orderBy('from_on', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row && Value.Check(CostPolicy, row.content)) return row.content;
  published ??= publishedPolicies();
  return publishedOn(day, published);
}
