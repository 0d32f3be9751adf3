import { actorKey } from '../../kernel/actor/actor.ts';
import type { Work } from '../../kernel/command/command.ts';

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
