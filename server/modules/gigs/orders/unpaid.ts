import type { Transaction } from '../../../kernel/database/transaction.ts';
import { Problem } from '../../../kernel/problem.ts';

export type Unpaid = { readonly wages: number; readonly amount: number; readonly since: string | null };

/** Wages that are due and were not paid, or not wholly, by the employer's word or, where they are argued about, by the worker's. What is missing, fen. */
export async function unpaidOf({ client, district }: Transaction, employer: string, today: string): Promise<Unpaid> {
  const { rows } = await client.query<{ wages: number; amount: string | null; since: string | null }>(
    `SELECT count(*)::integer AS wages, sum(amount - CASE state WHEN 'due' THEN coalesce(paid_amount, 0) ELSE coalesce(received_amount, 0) END) AS amount, min(due_on)::text AS since FROM gig_wage
     WHERE district = $1 AND employer = $2 AND state IN ('due', 'disputed') AND due_on < $3
       AND coalesce(received_amount, 0) < amount`,
    [district, employer, today],
  );
  const [found] = rows;
  return { wages: found?.wages ?? 0, amount: Number(found?.amount ?? 0), since: found?.since ?? null };
}

/** Who owes wages posts no new orders. @throws Problem `gig-wages-unpaid`, naming how many, how much and since when */
export async function requirePaid(transaction: Transaction, employer: string, today: string): Promise<void> {
  const { wages, amount, since } = await unpaidOf(transaction, employer, today);
  if (wages > 0)
    throw new Problem('conflict', 'gig-wages-unpaid', { wages, yuan: (amount / 100).toFixed(2), since: since ?? today });
}
