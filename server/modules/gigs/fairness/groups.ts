import type { Transaction } from '../../../kernel/database/transaction.ts';
import { daysBetween } from '../../../kernel/term/day.ts';
import { residentGroups } from '../../residents/module.ts';
import type { FairnessGroup } from '../matching/fairness.ts';
import type { FairnessRules } from '../matching/fairness-rules.ts';

/** What groups are told by. Read after matching, to measure it, and by nothing that matches. */
export type Traits = {
  readonly sex: 'female' | 'male' | null;
  readonly birthYear: number | null;
  readonly joinedOn: string;
  /** Recognised as hard to employ until then. */
  readonly aidedUntil: string | null;
};

export async function traitsOf(transaction: Transaction, workers: readonly string[]): Promise<ReadonlyMap<string, Traits>> {
  const { client, district } = transaction;
  const ids = [...new Set(workers)];
  const { rows } = await client.query<{ id: string; joinedOn: string; aidedUntil: string | null }>(
    `SELECT id, joined_on::text AS "joinedOn", aided_until::text AS "aidedUntil" FROM gig_worker
     WHERE district = $1 AND id = ANY($2::uuid[])`,
    [district, ids],
  );
  const known = await residentGroups(transaction, ids);
  return new Map(
    rows.map(({ id, joinedOn, aidedUntil }) => {
      const { sex = null, birthYear = null } = known.get(id) ?? {};
      return [id, { sex, birthYear, joinedOn, aidedUntil }];
    }),
  );
}

/**
 * The groups to which somebody belongs on a morning. Only the year of birth is known, so everybody is as old as they become in it. What
 * somebody did not tell puts them in no group, and so beside those who are not in it.
 */
export function groupsOn(
  { sex, birthYear, joinedOn, aidedUntil }: Traits,
  day: string,
  { olderFrom, newcomerDays }: Pick<FairnessRules, 'olderFrom' | 'newcomerDays'>,
): FairnessGroup[] {
  const groups: FairnessGroup[] = [];
  if (sex === 'female') groups.push('women');
  if (birthYear !== null && Number(day.slice(0, 4)) - birthYear >= olderFrom) groups.push('older');
  if (daysBetween(joinedOn, day) < newcomerDays) groups.push('newcomers');
  if (aidedUntil !== null && aidedUntil >= day) groups.push('hard-to-employ');
  return groups;
}
