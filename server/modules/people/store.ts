import { type StaffGrant, type StaffRole, staffRoles } from '../../kernel/actor/actor.ts';
import type { Work } from '../../kernel/command/command.ts';
import type { Transaction } from '../../kernel/database/transaction.ts';
import { Problem } from '../../kernel/problem.ts';
import { roleNeeds } from './rules.ts';

export type HeldGrant = StaffGrant & { readonly id: string; readonly account: string };

/**
 * Begins a change of somebody's rights. Such changes follow one another within a district, so that two administrators can't end each
 * other, nor give one person two roles that exclude one another, at the same moment. Nobody changes their own.
 */
export async function beginChangeOfRights(
  { transaction: { client }, actor, district }: Work,
  account: string,
): Promise<{ suspended: boolean }> {
  await client.query(`SELECT pg_advisory_xact_lock(hashtext('rights'), hashtext($1))`, [district]);
  if (actor.kind === 'staff') {
    if (actor.id === account) throw new Problem('forbidden', 'own-rights');
    const { rowCount } = await client.query(
      `SELECT 1 FROM staff_grant g JOIN staff f ON f.district = g.district AND f.account = g.account AND f.suspended_at IS NULL
       WHERE g.district = $1 AND g.account = $2 AND g.ended_at IS NULL AND g.role = 'security-administrator'`,
      [district, actor.id],
    );
    if (rowCount === 0) throw new Problem('forbidden', 'forbidden'); // ended while this request waited
  }
  const { rows } = await client.query<{ suspended: boolean }>(
    'SELECT suspended_at IS NOT NULL AS suspended FROM staff WHERE district = $1 AND account = $2 FOR UPDATE',
    [district, account],
  );
  if (!rows[0]) throw new Problem('not-found', 'not-found');
  return rows[0];
}

/** The roles that somebody holds now. */
export async function rolesOf({ db, district }: Transaction, account: string): Promise<StaffRole[]> {
  const rows = await db
    .selectFrom('staff_grant')
    .select('role')
    .where('district', '=', district)
    .where('account', '=', account)
    .where('ended_at', 'is', null)
    .execute();
  return rows.flatMap(({ role }) => staffRoles.filter((known) => known === role));
}

export async function findServingGrant(
  { db, district }: Transaction,
  grant: string,
): Promise<{ account: string; role: string } | undefined> {
  return await db
    .selectFrom('staff_grant')
    .select(['account', 'role'])
    .where('district', '=', district)
    .where('id', '=', grant)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
}

/** Refuses a grant whose unit or area does not exist here, or whose area is of a level that the role does not serve. */
export async function requirePlace({ db, district }: Transaction, { role, unit, area }: StaffGrant): Promise<void> {
  if (unit !== undefined) await requireUnit({ db, district }, unit);
  const levels = roleNeeds[role];
  if (area === undefined || typeof levels === 'string') return;
  const found = await db
    .selectFrom('area')
    .select('level')
    .where('district', '=', district)
    .where('code', '=', area)
    .executeTakeFirst();
  if (!levels.some((level) => level === found?.level)) throw new Problem('invalid', 'area-unknown', { area });
}

export async function requireUnit({ db, district }: Pick<Transaction, 'db' | 'district'>, unit: string): Promise<void> {
  const found = await db
    .selectFrom('unit')
    .select('code')
    .where('district', '=', district)
    .where('code', '=', unit)
    .executeTakeFirst();
  if (!found) throw new Problem('invalid', 'unit-unknown', { unit });
}
