import type { Transaction } from '../../../kernel/database/transaction.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Calendar } from '../../../kernel/term/calendar.ts';
import { termsOn } from '../rules/terms.ts';

/** Orders that are over, and of whose people nobody has said who came, or when those who came went. The oldest first. */
export type UnsaidOrder = {
  readonly order: string;
  readonly number: number;
  readonly day: string;
  readonly site: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly people: number;
};

export async function unsaidOf({ client, district }: Transaction, employer: string, now: Date): Promise<UnsaidOrder[]> {
  const { rows } = await client.query<UnsaidOrder>(
    `SELECT o.id AS "order", o.number, o.day::text, o.site, o.starts_at AS "startsAt", o.ends_at AS "endsAt", count(*)::integer AS people
     FROM gig_placement p JOIN gig_order o ON o.district = $1 AND o.id = p."order"
     WHERE p.district = $1 AND p.employer = $2 AND p.state IN ('placed', 'started') AND p.ends_at < $3
     GROUP BY o.id, o.number, o.day, o.site, o.starts_at, o.ends_at ORDER BY o.ends_at`,
    [district, employer, now],
  );
  return rows;
}

export type Moment = { readonly now: Date; readonly today: string; readonly calendar: Calendar };

/** The oldest order of which nobody has said anything for longer than the terms let pass. */
export async function findLongUnsaid(
  transaction: Transaction,
  employer: string,
  { now, today, calendar }: Moment,
): Promise<UnsaidOrder | undefined> {
  const [oldest] = await unsaidOf(transaction, employer, now);
  if (!oldest) return undefined;
  const { sayWithinDays } = (await termsOn(transaction, today)).attendance;
  return calendar.workingDaysBetween(oldest.day, today) > sayWithinDays ? oldest : undefined;
}

/**
 * Saying nothing about who came would otherwise be the way around paying: after some working days it keeps new orders out as an unpaid wage
 * does.
 * @throws Problem `gig-attendance-unsaid`
 */
export async function requireSaid(transaction: Transaction, employer: string, moment: Moment): Promise<void> {
  const order = await findLongUnsaid(transaction, employer, moment);
  if (order)
    throw new Problem('conflict', 'gig-attendance-unsaid', { day: order.day, number: order.number, people: order.people });
}
