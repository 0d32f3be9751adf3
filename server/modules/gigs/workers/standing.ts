import { Type } from 'typebox';
import { actorKey } from '../../../kernel/actor/actor.ts';
import { command } from '../../../kernel/command/command.ts';
import { Text } from '../../../kernel/command/text.ts';
import { Problem } from '../../../kernel/problem.ts';
import { mayServeWorkers } from '../may.ts';
import { Day, Id, Level, TradeCode } from '../shapes.ts';

/** An officer has seen the work, or a certificate, and vouches for the level. */
export const checkSkill = command({
  name: 'gigs.check-skill',
  route: 'POST /api/gig-workers/:worker/skills/:trade/check',
  input: Type.Object({ worker: Id, trade: TradeCode, level: Level }, { additionalProperties: false }),
  may: mayServeWorkers,
  run: async ({ worker, trade, level }, { transaction: { db, district }, now, actor }) => {
    const { numUpdatedRows } = await db
      .updateTable('gig_skill')
      .set({ checked_level: level, checked_by: actorKey(actor), checked_at: now })
      .where('district', '=', district)
      .where('worker', '=', worker)
      .where('trade', '=', trade)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new Problem('not-found', 'gig-skill-not-claimed');
    return { worker };
  },
  audit: (input) => ({ ...input }),
});

/** Recognised as hard to employ (就业困难人员认定) until a day: a bounded advantage in the published cost of matching. */
export const recogniseAided = command({
  name: 'gigs.recognise-aided',
  route: 'POST /api/gig-workers/:worker/aided',
  input: Type.Object(
    { worker: Id, until: Type.Union([Day, Type.Null()]), reason: Text(4, 200) },
    { additionalProperties: false },
  ),
  may: mayServeWorkers,
  run: async ({ worker, until }, { transaction: { db, district }, actor, today }) => {
    if (until !== null && until < today) throw new Problem('invalid', 'gig-day-past');
    const { numUpdatedRows } = await db
      .updateTable('gig_worker')
      .set({ aided_until: until, aided_by: actorKey(actor) })
      .where('district', '=', district)
      .where('id', '=', worker)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new Problem('not-found', 'not-a-gig-worker');
    return { worker };
  },
  audit: ({ worker, until }) => ({ worker, until }),
});
