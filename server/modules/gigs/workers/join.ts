import { createHash, randomBytes } from 'node:crypto';
import { Type } from 'typebox';
import { actorKey } from '../../../kernel/actor/actor.ts';
import { command, type Work } from '../../../kernel/command/command.ts';
import { said } from '../../../kernel/i18n/said.ts';
import { Problem } from '../../../kernel/problem.ts';
import { residentGroups, residentNames } from '../../residents/module.ts';
import { coarse, placeOfArea } from '../market/places.ts';
import { shippedTrades } from '../market/trades.ts';
import { mayActForWorker } from '../may.ts';
import { Id, Revision } from '../shapes.ts';
import { maskOf, shiftBit } from '../shifts.ts';
import { tellResident } from '../tell.ts';
import { type IssuedCard, WorkerProfile } from './contract.ts';
import { findWorker } from './store.ts';

export const cardHash = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** The person acted for. */
export const scopeOfWorker = async ({ worker }: { readonly worker: string }) => ({ person: worker });

/**
 * A resident joins the gig market, once for all stations. The card's secret is shown once; a new card makes the old one worthless.
 * @throws Problem `gig-birth-year-needed`, `gig-too-young`, `gig-joined-before`, `gig-trade-unknown`, `gig-pay-wish-below-floor`, `gig-shift-wish-not-taken`
 */
export const joinMarket = command({
  name: 'gigs.join-market',
  route: 'POST /api/gig-workers/:worker',
  input: Type.Object({ worker: Id, profile: WorkerProfile }, { additionalProperties: false }),
  may: mayActForWorker,
  scope: scopeOfWorker,
  run: async ({ worker, profile }, work): Promise<IssuedCard> => {
    const { transaction, today, actor } = work;
    const { db, district } = transaction;
    if (await findWorker(transaction, worker, today)) throw new Problem('conflict', 'gig-joined-before');
    await requireAge(work, worker);
    const columns = await profileColumns(work, profile);
    const card = newSecret();
    const number = await freeNumber(work);
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('gig_worker')
      .values({ district, id: worker, number, card: cardHash(card), ...columns, joined_on: today, joined_by: actorKey(actor) })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows !== 1n) throw new Problem('conflict', 'gig-joined-before');
    await keepSkills(work, worker, profile);
    return { worker, number, name: await maskedName(work, worker), card };
  },
  audit: (_input, { worker, number }) => ({ worker, number }),
  keeps: ({ worker, number }) => ({ worker, number }),
});

/** What the worker says about themself, changed by them or at a counter. A level that an officer saw stays known beside it. */
export const keepProfile = command({
  name: 'gigs.keep-profile',
  route: 'PUT /api/gig-workers/:worker/profile',
  input: Type.Object({ worker: Id, revision: Revision, profile: WorkerProfile }, { additionalProperties: false }),
  may: mayActForWorker,
  scope: scopeOfWorker,
  run: async ({ worker, revision, profile }, work) => {
    const { db, district } = work.transaction;
    const { numUpdatedRows } = await db
      .updateTable('gig_worker')
      .set({ ...(await profileColumns(work, profile)), revision: revision + 1 })
      .where('district', '=', district)
      .where('id', '=', worker)
      .where('revision', '=', revision)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) {
      if (!(await findWorker(work.transaction, worker, work.today))) throw new Problem('not-found', 'not-a-gig-worker');
      throw new Problem('conflict', 'gig-profile-changed');
    }
    await keepSkills(work, worker, profile);
    return { revision: revision + 1 };
  },
  audit: ({ worker }, { revision }) => ({ worker, revision }),
});

const newCard = {
  subject: said('零工卡换了新的', 'Your gig card was renewed'),
  text: said(
    '【乐业】零工市场的窗口给您换了新的零工卡，旧卡不能用了，号码不变。不是您要换的，请到窗口说一声。',
    'Leye: a counter of the gig market made a new gig card for you; the old one no longer works, the number stays. If you did not ask for it, please tell the counter.',
  ),
};

const newSecret = (): string => randomBytes(9).toString('base64url');

/** What stands on the card, which others see too. */
const maskedName = async ({ transaction, services }: Work, worker: string): Promise<string> =>
  (await residentNames(transaction, services, [worker])).get(worker)?.masked ?? '';

/**
 * A new card for one that is lost or worn out. The number stays; the audit keeps who made it and why, and whoever did not make it
 * themselves is told: with a card somebody else could stand in the line for them.
 */
export const renewCard = command({
  name: 'gigs.renew-card',
  route: 'POST /api/gig-workers/:worker/card',
  input: Type.Object(
    { worker: Id, why: Type.Optional(Type.Union([Type.Literal('lost'), Type.Literal('worn')])) },
    { additionalProperties: false },
  ),
  may: mayActForWorker,
  scope: scopeOfWorker,
  run: async ({ worker }, work): Promise<IssuedCard> => {
    const { db, district } = work.transaction;
    const card = newSecret();
    const row = await db
      .updateTable('gig_worker')
      .set({ card: cardHash(card) })
      .where('district', '=', district)
      .where('id', '=', worker)
      .returning('number')
      .executeTakeFirst();
    if (!row) throw new Problem('not-found', 'not-a-gig-worker');
    if (work.actor.kind !== 'resident') await tellResident(work, worker, newCard);
    return { worker, number: row.number, name: await maskedName(work, worker), card };
  },
  audit: ({ why }, { worker }) => ({ worker, ...(why === undefined ? {} : { why }) }),
  keeps: ({ worker, number }) => ({ worker, number }),
});

/** Nobody under sixteen may be hired (劳动法 第十五条). Only the year is known, so whoever may still be fifteen waits for the next. */
export const isTooYoung = (birthYear: number, today: string): boolean => Number(today.slice(0, 4)) - birthYear - 1 < 16;

async function requireAge({ transaction, today }: Work, worker: string): Promise<void> {
  const born = (await residentGroups(transaction, [worker])).get(worker)?.birthYear ?? null;
  if (born === null) throw new Problem('conflict', 'gig-birth-year-needed');
  if (isTooYoung(born, today)) throw new Problem('conflict', 'gig-too-young');
}

async function profileColumns({ transaction }: Work, profile: WorkerProfile) {
  if (profile.payWish < profile.payFloor) throw new Problem('invalid', 'gig-pay-wish-below-floor');
  if (profile.shiftWish !== undefined && !profile.shifts.includes(profile.shiftWish))
    throw new Problem('invalid', 'gig-shift-wish-not-taken');
  const unknown = profile.skills.find(({ trade }) => !shippedTrades().find(trade));
  if (unknown) throw new Problem('invalid', 'gig-trade-unknown', { trade: unknown.trade });
  const area = await placeOfArea(transaction, profile.startArea);
  const { latitude, longitude } = coarse({
    latitude: profile.latitude ?? area.latitude,
    longitude: profile.longitude ?? area.longitude,
  });
  return {
    latitude,
    longitude,
    start_area: area.area,
    radius_km: profile.radiusKm,
    pay_floor: profile.payFloor,
    pay_wish: profile.payWish,
    shifts: maskOf(profile.shifts),
    shift_wish: profile.shiftWish === undefined ? null : shiftBit[profile.shiftWish],
  };
}

async function keepSkills({ transaction: { client, district } }: Work, worker: string, { skills }: WorkerProfile): Promise<void> {
  const levels = new Map(skills.map(({ trade, level }) => [trade, level]));
  await client.query('DELETE FROM gig_skill WHERE district = $1 AND worker = $2 AND trade <> ALL($3)', [
    district,
    worker,
    [...levels.keys()],
  ]);
  await client.query(
    `INSERT INTO gig_skill (district, worker, trade, level)
     SELECT $1, $2, s.trade, s.level FROM unnest($3::text[], $4::smallint[]) AS s (trade, level)
     ON CONFLICT (district, worker, trade) DO UPDATE SET level = excluded.level`,
    [district, worker, [...levels.keys()], [...levels.values()]],
  );
}

/** Six digits that nobody has yet. The unique key decides between two that drew the same at once. */
async function freeNumber({ transaction: { client, district } }: Work): Promise<number> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const number = 100_000 + (randomBytes(4).readUInt32BE() % 900_000);
    const { rowCount } = await client.query('SELECT 1 FROM gig_worker WHERE district = $1 AND number = $2', [district, number]);
    if (rowCount === 0) return number;
  }
  // More than nine in ten numbers are taken: the next free one after the highest.
  const { rows } = await client.query<{ next: number }>('SELECT max(number) + 1 AS next FROM gig_worker WHERE district = $1', [
    district,
  ]);
  return rows[0]?.next ?? 1_000_000;
}
