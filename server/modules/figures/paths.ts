import { actorKey } from '../../kernel/actor/actor.ts';
import type { Work } from '../../kernel/command/command.ts';
import type { Transaction } from '../../kernel/database/transaction.ts';

/** Sets a figure's interim path from now on: what an accepted plan says. No points: the straight line again. */
export async function setPath(
  { transaction: { db, district }, newId, now, actor }: Work,
  figure: string,
  points: readonly { readonly day: string; readonly value: number }[],
): Promise<void> {
  await db
    .insertInto('figure_path')
    .values({ district, figure, id: newId(), points: JSON.stringify(points), set_at: now, set_by: actorKey(actor) })
    .execute();
}

/** When a plan last gave the figure another path after a moment (ISO); undefined where none did. */
export async function lastPathSet({ client, district }: Transaction, figure: string, after: string): Promise<string | undefined> {
  const { rows } = await client.query<{ set_at: Date }>(
    'SELECT set_at FROM figure_path WHERE district = $1 AND figure = $2 AND set_at > $3 ORDER BY id DESC LIMIT 1',
    [district, figure, after],
  );
  return rows[0]?.set_at.toISOString();
}
