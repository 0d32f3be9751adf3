import type { Scope } from '../../../kernel/actor/permission.ts';
import type { Transaction } from '../../../kernel/database/transaction.ts';
import type { Said } from '../../../kernel/i18n/said.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Desk } from '../services/desks.ts';

export type Station = {
  readonly id: string;
  readonly code: string;
  readonly name: Said;
  readonly address: string;
  readonly area: string;
  readonly town: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly telephone: string;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly roundMinutes: number;
  readonly answerMinutes: number;
  readonly closedOn: string | null;
  /** Where in the hall each desk is found, as people say it. */
  readonly desks: Readonly<Partial<Record<Desk, string>>>;
  readonly revision: number;
};

const stations = ({ db, district }: Transaction) => db.selectFrom('gig_station').selectAll().where('district', '=', district);
type Row = Awaited<ReturnType<ReturnType<typeof stations>['execute']>>[number];

const asStation = (row: Row): Station => ({
  id: row.id,
  code: row.code,
  name: row.name as unknown as Said, // reason: only the commands beside this file write it, after its shape was checked
  address: row.address,
  area: row.area,
  town: row.town,
  latitude: row.latitude,
  longitude: row.longitude,
  telephone: row.telephone,
  opensAt: row.opens_at,
  closesAt: row.closes_at,
  roundMinutes: row.round_minutes,
  answerMinutes: row.answer_minutes,
  closedOn: row.closed_on,
  desks: row.desks as Station['desks'], // reason: as the name
  revision: row.revision,
});

/** The stations that work on a day, by name. */
export const listStations = async (transaction: Transaction, on: string): Promise<Station[]> =>
  (
    await stations(transaction)
      .where((eb) => eb.or([eb('closed_on', 'is', null), eb('closed_on', '>', on)]))
      .orderBy('code')
      .execute()
  ).map(asStation);

/** All stations, those that work first. */
export const listAllStations = async (transaction: Transaction): Promise<Station[]> =>
  (
    await stations(transaction)
      .orderBy('closed_on', (order) => order.desc().nullsFirst())
      .orderBy('code')
      .execute()
  ).map(asStation);

/** @throws Problem `no-gig-station` */
export async function getStation(transaction: Transaction, id: string): Promise<Station> {
  const row = await stations(transaction).where('id', '=', id).executeTakeFirst();
  if (!row) throw new Problem('not-found', 'no-gig-station');
  return asStation(row);
}

export async function findStationByCode(transaction: Transaction, code: string): Promise<Station | undefined> {
  const row = await stations(transaction).where('code', '=', code).executeTakeFirst();
  return row && asStation(row);
}

/** Where a station lies, and its own name for the kiosks that stand in it. */
export async function scopeOfStation(
  { station }: { readonly station: string },
  { transaction }: { readonly transaction: Transaction },
): Promise<Scope | undefined> {
  const { db, district } = transaction;
  const row = await db
    .selectFrom('gig_station')
    .select(['area', 'town'])
    .where('district', '=', district)
    .where('id', '=', station)
    .executeTakeFirst();
  return row && { area: row.area, town: row.town, station };
}

/** Whether a station is open at a Beijing time `HH:MM`; one that closes before it opens works through midnight. */
export const isOpenAt = ({ opensAt, closesAt }: Pick<Station, 'opensAt' | 'closesAt'>, time: string): boolean =>
  opensAt <= closesAt ? time >= opensAt && time < closesAt : time >= opensAt || time < closesAt;
