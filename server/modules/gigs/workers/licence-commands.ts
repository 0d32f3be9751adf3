import { Type } from 'typebox';
import { actorKey } from '../../../kernel/actor/actor.ts';
import { command } from '../../../kernel/command/command.ts';
import { Text } from '../../../kernel/command/text.ts';
import type { Transaction } from '../../../kernel/database/transaction.ts';
import { Problem } from '../../../kernel/problem.ts';
import { shippedTrades } from '../market/trades.ts';
import { mayActForWorker, mayServeWorkers } from '../may.ts';
import { requireHarmless } from '../ratings/harmless.ts';
import { Day, Id, TradeCode } from '../shapes.ts';
import { scopeOfWorker } from './join.ts';
import { requireLicenceDay } from './licence-day.ts';
import { getWorker } from './store.ts';
import { tellLicence } from './tell-licence.ts';

/**
 * A worker says that they hold a licence; it opens nothing until an officer has seen it.
 * @throws Problem `gig-licence-unknown`, and those of `requireLicenceDay`
 */
export const claimLicence = command({
  name: 'gigs.claim-licence',
  route: 'POST /api/gig-workers/:worker/licences',
  input: Type.Object({ worker: Id, licence: TradeCode, expiresOn: Type.Optional(Day) }, { additionalProperties: false }),
  may: mayActForWorker,
  scope: scopeOfWorker,
  run: async ({ worker: id, licence, expiresOn }, { transaction, newId, now, today }) => {
    const { db, district } = transaction;
    if (expiresOn !== undefined) requireLicenceDay(expiresOn, today);
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
 * @throws Problem `gig-licence-decided`, and those of `requireLicenceDay`
 */
export const checkLicence = command({
  name: 'gigs.check-licence',
  route: 'POST /api/gig-licences/:licence/check',
  input: Type.Union([
    Type.Object({ licence: Id, holds: Type.Literal(true), expiresOn: Day }, { additionalProperties: false }),
    Type.Object({ licence: Id, holds: Type.Literal(false), reason: Text(2, 200) }, { additionalProperties: false }),
  ]),
  may: mayServeWorkers,
  run: async (given, work) => {
    const { transaction, now, today, actor } = work;
    const { db, district } = transaction;
    if (!given.holds) requireHarmless(given.reason);
    const row = await holdLicence(transaction, given.licence);
    if (row.state !== 'claimed') throw new Problem('conflict', 'gig-licence-decided');
    if (given.holds) requireLicenceDay(given.expiresOn, today);
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
    await (given.holds
      ? tellLicence(work, row, 'checked', { day: given.expiresOn })
      : tellLicence(work, row, 'refused', { reason: given.reason }));
    return { worker: row.worker, licence: row.licence };
  },
  audit: ({ holds }, { worker, licence }) => ({ worker, licence, holds }),
});

/**
 * What an officer took down of a licence was wrong: another day, or it should not count at all. The worker is told, with the reason.
 * @throws Problem `gig-licence-not-checked`, and those of `requireLicenceDay`
 */
export const amendLicence = command({
  name: 'gigs.amend-licence',
  route: 'POST /api/gig-licences/:licence/amend',
  input: Type.Union([
    Type.Object(
      { licence: Id, holds: Type.Literal(true), expiresOn: Day, reason: Text(2, 200) },
      { additionalProperties: false },
    ),
    Type.Object({ licence: Id, holds: Type.Literal(false), reason: Text(2, 200) }, { additionalProperties: false }),
  ]),
  may: mayServeWorkers,
  run: async (given, work) => {
    const { transaction, now, today, actor } = work;
    requireHarmless(given.reason);
    const row = await holdLicence(transaction, given.licence);
    if (row.state !== 'checked') throw new Problem('conflict', 'gig-licence-not-checked');
    if (given.holds) requireLicenceDay(given.expiresOn, today);
    await transaction.db
      .updateTable('gig_licence')
      .set({
        ...(given.holds ? { expires_on: given.expiresOn } : { state: 'withdrawn' }),
        reason: given.reason,
        checked_by: actorKey(actor),
        checked_at: now,
      })
      .where('district', '=', transaction.district)
      .where('id', '=', given.licence)
      .execute();
    await (given.holds
      ? tellLicence(work, row, 'corrected', { day: given.expiresOn, reason: given.reason })
      : tellLicence(work, row, 'withdrawn', { reason: given.reason }));
    return { worker: row.worker, licence: row.licence };
  },
  audit: (given, { worker, licence }) => ({
    worker,
    licence,
    holds: given.holds,
    reason: given.reason,
    ...(given.holds ? { expiresOn: given.expiresOn } : {}),
  }),
});

async function holdLicence({ db, district }: Transaction, id: string) {
  const row = await db
    .selectFrom('gig_licence')
    .selectAll()
    .where('district', '=', district)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Problem('not-found', 'not-found');
  return row;
}
