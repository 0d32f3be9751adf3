import { Type } from 'typebox';
import { actorKey } from '../../../kernel/actor/actor.ts';
import { command } from '../../../kernel/command/command.ts';
import { Text } from '../../../kernel/command/text.ts';
import { Problem } from '../../../kernel/problem.ts';
import { shippedTrades } from '../market/trades.ts';
import { mayActForWorker, mayServeWorkers } from '../may.ts';
import { Day, Id, Level, TradeCode } from '../shapes.ts';
import { scopeOfWorker } from './join.ts';
import { getWorker } from './store.ts';

/** A worker says that they hold a licence; it opens nothing until an officer has seen it. */
export const claimLicence = command({
  name: 'gigs.claim-licence',
  route: 'POST /api/gig-workers/:worker/licences',
  input: Type.Object({ worker: Id, licence: TradeCode, expiresOn: Type.Optional(Day) }, { additionalProperties: false }),
  may: mayActForWorker,
  scope: scopeOfWorker,
  run: async ({ worker: id, licence, expiresOn }, { transaction, newId, now, today }) => {
    const { db, district } = transaction;
    if (!shippedTrades().findLicence(licence)) throw new Problem('invalid', 'gig-licence-unknown');
    const worker = await getWorker(transaction, id, today);
    const same = worker.licences.find((one) => one.licence === licence && one.state === 'claimed');
    if (same) return { licence: same.id };
    const row = newId();
    await db
      .insertInto('gig_licence')
      .values({ district, id: row, worker: id, licence, expires_on: expiresOn ?? null, state: 'claimed', claimed_at: now })
      .execute();
    return { licence: row };
  },
  audit: ({ worker, licence }) => ({ worker, licence }),
});

/**
 * An officer has seen the licence: it holds until the day on it, or is refused with the reason. A newer one takes the older's place.
 * @throws Problem `gig-licence-over`, `gig-licence-decided`
 */
export const checkLicence = command({
  name: 'gigs.check-licence',
  route: 'POST /api/gig-licences/:licence/check',
  input: Type.Union([
    Type.Object({ licence: Id, holds: Type.Literal(true), expiresOn: Day }, { additionalProperties: false }),
    Type.Object({ licence: Id, holds: Type.Literal(false), reason: Text(2, 200) }, { additionalProperties: false }),
  ]),
  may: mayServeWorkers,
  run: async (given, { transaction, now, today, actor }) => {
    const { db, district } = transaction;
    const row = await db
      .selectFrom('gig_licence')
      .selectAll()
      .where('district', '=', district)
      .where('id', '=', given.licence)
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw new Problem('not-found', 'not-found');
    if (row.state !== 'claimed') throw new Problem('conflict', 'gig-licence-decided');
    if (given.holds && given.expiresOn < today) throw new Problem('invalid', 'gig-licence-over', { day: given.expiresOn });
    if (given.holds)
      await db
        .updateTable('gig_licence')
        .set({ state: 'replaced' })
        .where('district', '=', district)
        .where('worker', '=', row.worker)
        .where('licence', '=', row.licence)
        .where('state', '=', 'checked')
        .execute();
    await db
      .updateTable('gig_licence')
      .set({
        state: given.holds ? 'checked' : 'refused',
        expires_on: given.holds ? given.expiresOn : row.expires_on,
        reason: given.holds ? null : given.reason,
        checked_by: actorKey(actor),
        checked_at: now,
      })
      .where('district', '=', district)
      .where('id', '=', given.licence)
      .execute();
    return { worker: row.worker, licence: row.licence };
  },
  audit: ({ holds }, { worker, licence }) => ({ worker, licence, holds }),
});

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
