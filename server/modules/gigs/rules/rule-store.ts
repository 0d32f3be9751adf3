import type { Transaction } from '../../../kernel/database/transaction.ts';
import type { RuleKind } from './contract.ts';

export type { RuleKind } from './contract.ts';

export type SetRule = {
  readonly id: string;
  readonly kind: RuleKind;
  readonly from: string;
  readonly content: unknown;
  readonly reason: string;
  readonly setByName: string;
  readonly setAt: Date;
};

/** What the district itself set of a kind and is in force on a day: the latest from a day on; of one day's, the latest set. */
export async function findRule({ db, district }: Transaction, kind: RuleKind, day: string): Promise<unknown> {
  const row = await db
    .selectFrom('gig_rule')
    .select('content')
    .where('district', '=', district)
    .where('kind', '=', kind)
    .where('from_on', '<=', day)
    .orderBy('from_on', 'desc')
    .orderBy('set_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.content;
}

/** Everything the district ever set, the latest first. */
export async function listRules({ db, district }: Transaction): Promise<SetRule[]> {
  const rows = await db
    .selectFrom('gig_rule')
    .selectAll()
    .where('district', '=', district)
    .orderBy('from_on', 'desc')
    .orderBy('set_at', 'desc')
    .orderBy('id', 'desc')
    .limit(500)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as RuleKind, // reason: the column's CHECK names exactly these
    from: row.from_on,
    content: row.content,
    reason: row.reason,
    setByName: row.set_by_name,
    setAt: row.set_at,
  }));
}
