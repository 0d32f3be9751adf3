import type { StaffRole } from '../../kernel/actor/actor.ts';
import type { Transaction } from '../../kernel/database/transaction.ts';

/** The accounts of those who hold one of these roles now, in that unit where one is named, and are not suspended. */
export async function listHolders(
  { client, district }: Transaction,
  wanted: readonly { readonly role: StaffRole; readonly unit?: string }[],
): Promise<string[]> {
  const { rows } = await client.query<{ account: string }>(
    `SELECT DISTINCT g.account FROM staff_grant g
     JOIN jsonb_to_recordset($2::jsonb) AS w (role text, unit text) ON w.role = g.role AND (w.unit IS NULL OR w.unit = g.unit)
     JOIN staff f ON f.district = g.district AND f.account = g.account AND f.suspended_at IS NULL
     WHERE g.district = $1 AND g.ended_at IS NULL ORDER BY g.account`,
    [district, JSON.stringify(wanted)],
  );
  return rows.map(({ account }) => account);
}
