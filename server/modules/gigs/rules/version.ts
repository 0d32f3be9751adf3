import type { Transaction } from '../../../kernel/database/transaction.ts';
import { publishedFairnessRules } from '../matching/fairness-rules.ts';
import { publishedPolicies } from '../matching/policy.ts';
import { datedOn } from './dated-file.ts';
import { findRule, type RuleKind } from './rule-store.ts';
import { allShippedTerms } from './terms.ts';
import { allShippedWeatherRules } from './weather.ts';

const shipped: Readonly<Record<RuleKind, () => readonly { readonly version: string; readonly from: string }[]>> = {
  cost: publishedPolicies,
  weather: allShippedWeatherRules,
  terms: allShippedTerms,
  fairness: publishedFairnessRules,
};

/** Whether the district set a rule of this kind and version before, or Leye ships with one. */
export async function isVersionTaken({ client, district }: Transaction, kind: RuleKind, version: string): Promise<boolean> {
  if (shipped[kind]().some((one) => one.version === version)) return true;
  const { rowCount } = await client.query(
    "SELECT 1 FROM gig_rule WHERE district = $1 AND kind = $2 AND content ->> 'version' = $3 LIMIT 1",
    [district, kind, version],
  );
  return rowCount !== 0;
}

/** What Leye ships with, in force on a day. */
export const shippedOn = (kind: RuleKind, day: string): object => datedOn(shipped[kind](), day);

/** What is in force on a day: the district's own rule, else the one that Leye ships with. */
export const ruleOn = async (transaction: Transaction, kind: RuleKind, day: string): Promise<unknown> =>
  (await findRule(transaction, kind, day)) ?? shippedOn(kind, day);
