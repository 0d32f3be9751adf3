import { type StaffActor, type StaffGrant, staffRoles } from '../../kernel/actor/actor.ts';
import type { Transaction } from '../../kernel/database/transaction.ts';

/** Everybody who serves in the district now, as the actor they are when they sign in; one of them where an account is named. */
export async function listServing({ client, district }: Transaction, account?: string): Promise<StaffActor[]> {
  const { rows } = await client.query<{ account: string; name: string; role: string; unit: string | null; area: string | null }>(
    `SELECT f.account, f.name, g.role, g.unit, g.area FROM staff f
     JOIN staff_grant g ON g.district = f.district AND g.account = f.account AND g.ended_at IS NULL
     WHERE f.district = $1 AND f.suspended_at IS NULL AND ($2::uuid IS NULL OR f.account = $2) ORDER BY f.account, g.id`,
    [district, account ?? null],
  );
  return [...Map.groupBy(rows, (row) => row.account)].map(([id, own]) => ({
    kind: 'staff',
    id,
    name: own[0]?.name ?? '',
    grants: own.flatMap(({ role, unit, area }): StaffGrant[] => {
      const known = staffRoles.find((one) => one === role);
      return known ? [{ role: known, ...(unit === null ? {} : { unit }), ...(area === null ? {} : { area }) }] : [];
    }),
  }));
}
