import { Type } from 'typebox';
import { allowAnyone, areaCovers, visibleScope } from '../../../kernel/actor/permission.ts';
import { query } from '../../../kernel/command/query.ts';
import { residentNames } from '../../residents/module.ts';
import { isOpenAt, listAllStations, scopeOfStation } from '../market/stations.ts';
import { shippedTrades } from '../market/trades.ts';
import { mayRunStation, mayServeWorkers } from '../may.ts';
import { whichCount } from '../services/count.ts';
import type { Desk } from '../services/desks.ts';
import { Id } from '../shapes.ts';
import { timeOf } from '../shifts.ts';
import { findWorker, findWorkerByNumber } from '../workers/store.ts';
import type { CounterWorker, DeskServices, OwnStations, TradeList } from './contract.ts';

const Nothing = Type.Object({}, { additionalProperties: false });

/** At which counters somebody may stand. The programme office keeps the stations and sees the closed ones too. */
export const ownStationsQuery = query({
  name: 'gigs.own-stations',
  route: 'GET /api/gig-counters',
  input: Nothing,
  may: mayRunStation,
  run: async (_input, { transaction, actor, today, now }): Promise<OwnStations> => {
    const scope = visibleScope(mayRunStation, actor);
    const all = await listAllStations(transaction);
    const own =
      scope === 'district'
        ? all
        : all.filter(
            (station) =>
              (station.closedOn === null || station.closedOn > today) && scope?.areas.some((area) => areaCovers(area, station)),
          );
    return { stations: own.map((station) => ({ ...station, isOpen: isOpenAt(station, timeOf(now)) })) };
  },
});

/** Somebody before the counter, by their number or once they were found: what they can do, masked. Null: not in the market. */
export const counterWorkerQuery = query({
  name: 'gigs.counter-worker',
  route: 'GET /api/gig-counter/worker',
  input: Type.Object(
    { worker: Type.Optional(Id), number: Type.Optional(Type.Integer({ minimum: 1, maximum: 9_999_999 })) },
    { additionalProperties: false, minProperties: 1, maxProperties: 1 },
  ),
  may: mayServeWorkers,
  run: async ({ worker: asked, number }, { transaction, services, today }): Promise<CounterWorker | null> => {
    const id = asked ?? (await findWorkerByNumber(transaction, number ?? 0));
    const worker = id === undefined ? undefined : await findWorker(transaction, id, today);
    if (!worker) return null;
    const names = await residentNames(transaction, services, [worker.id]);
    return { worker, name: names.get(worker.id)?.masked ?? '' };
  },
  audit: (_input, found) => (found ? { worker: found.worker.id } : undefined),
});

/** What can be worked as, and what has to be shown for it. */
export const tradesQuery = query({
  name: 'gigs.trades',
  route: 'GET /api/gig-trades',
  input: Nothing,
  may: allowAnyone,
  run: async (): Promise<TradeList> => ({
    trades: shippedTrades().all.map(({ code, name, licence }) => ({ code, name, licence: licence ?? null })),
    licences: shippedTrades().licences.map(({ code, name }) => ({ code, name })),
  }),
});

/** More than the desks of a station serve in a day: whoever sums the list up leaves nothing out. */
const MOST_SERVICES = 2000;

/** What the desks of a station did today, by when they did it: what was noted without network came in later. */
export const deskServicesQuery = query({
  name: 'gigs.desk-services',
  route: 'GET /api/gig-stations/:station/services',
  input: Type.Object({ station: Id }, { additionalProperties: false }),
  may: mayRunStation,
  scope: scopeOfStation,
  run: async ({ station }, { transaction, services, today }): Promise<DeskServices> => {
    const { db, district } = transaction;
    const rows = await db
      .selectFrom('gig_service as s')
      .innerJoin('gig_worker as w', (join) => join.onRef('w.district', '=', 's.district').onRef('w.id', '=', 's.worker'))
      .select(['s.id', 's.desk', 's.worker', 's.note', 's.reversed_at', 'w.number'])
      .select(({ fn }) => fn.coalesce('s.given_at', 's.recorded_at').as('at'))
      .where('s.district', '=', district)
      .where('s.station', '=', station)
      .where('s.day', '=', today)
      .where('s.source', '=', 'desk')
      .orderBy('at', 'desc')
      .limit(MOST_SERVICES)
      .execute();
    const names = await residentNames(
      transaction,
      services,
      rows.map(({ worker }) => worker),
    );
    const counted = await whichCount(
      transaction,
      rows.map(({ id }) => id),
      today,
    );
    return {
      services: rows.map(({ id, desk, worker, note, at, reversed_at, number }) => ({
        service: id,
        desk: desk as Desk, // reason: `source = 'desk'` comes from record-service, whose shape names the desks
        worker,
        workerNumber: number,
        workerName: names.get(worker)?.masked ?? '',
        note,
        at: at.toISOString(),
        isReversed: reversed_at !== null,
        isRepeat: reversed_at === null && !counted.has(id),
      })),
    };
  },
  audit: ({ station }) => ({ station }),
});
