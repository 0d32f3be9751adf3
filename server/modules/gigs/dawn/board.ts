import { Type } from 'typebox';
import { allowAnyone } from '../../../kernel/actor/permission.ts';
import { query } from '../../../kernel/command/query.ts';
import { stationToken } from '../market/day-token.ts';
import { getStation, isOpenAt, listStations, type Station, scopeOfStation } from '../market/stations.ts';
import { mayShowCode } from '../may.ts';
import { showOrders } from '../orders/show.ts';
import { listOpenOrders } from '../orders/store.ts';
import { Id } from '../shapes.ts';
import { timeOf } from '../shifts.ts';
import type { Board } from './contract.ts';

/** The stations of the city, for everybody. */
export const stationsQuery = query({
  name: 'gigs.stations',
  route: 'GET /api/gig-stations',
  input: Type.Object({}, { additionalProperties: false }),
  may: allowAnyone,
  run: async (_input, { transaction, today, now }) => ({
    stations: (await listStations(transaction, today)).map((station) => ({ ...station, isOpen: isOpenAt(station, timeOf(now)) })),
  }),
});
export type ListedStation = Station & { readonly isOpen: boolean };

/** What hangs on the station's wall: numbers and orders, nobody's name. */
export const boardQuery = query({
  name: 'gigs.board',
  route: 'GET /api/gig-stations/:station/board',
  input: Type.Object({ station: Id }, { additionalProperties: false }),
  may: allowAnyone,
  run: async ({ station: id }, { transaction, today, now }): Promise<Board> => {
    const station = await getStation(transaction, id);
    const counts = await countLine(transaction, id, today);
    const orders = await showOrders(transaction, await listOpenOrders(transaction, id, today, now));
    return {
      station: id,
      name: station.name,
      day: today,
      at: now.toISOString(),
      isOpen: isOpenAt(station, timeOf(now)),
      opensAt: station.opensAt,
      closesAt: station.closesAt,
      ...counts,
      orders: orders
        .filter(({ fill, startsAt }) => fill.open > 0 && startsAt > now.toISOString())
        .map((order) => ({
          number: order.number,
          tradeName: order.tradeName,
          site: order.site,
          day: order.day,
          from: order.from,
          to: order.to,
          payBy: order.payBy,
          pay: order.pay,
          open: order.fill.open,
          seats: order.seats,
          meetingPoint: order.meetingPoint,
          startsAt: order.startsAt,
          isInsured: order.isInsured,
          transport: order.transport,
          outdoors: order.outdoors,
          warnings: order.warnings,
        })),
    };
  },
});

/** The code of the day: for the screen that hangs in the station, and for its officers. Whoever has it is there. */
export const stationCodeQuery = query({
  name: 'gigs.station-code',
  route: 'GET /api/gig-stations/:station/code',
  input: Type.Object({ station: Id }, { additionalProperties: false }),
  may: mayShowCode,
  scope: scopeOfStation,
  run: async ({ station: id }, { transaction, services, district, today }) => {
    const { code } = await getStation(transaction, id);
    return { day: today, path: `/s/${code}?d=${stationToken(services.seal, district, id, today)}` };
  },
});

async function countLine(
  { client, district }: Parameters<typeof getStation>[0],
  station: string,
  day: string,
): Promise<Pick<Board, 'calledUpTo' | 'lastNumber' | 'waiting' | 'placed' | 'offered' | 'lastBatch'>> {
  const { rows } = await client.query<{
    called_up_to: number | null;
    last_number: number | null;
    placed: number;
    here: number;
    offered: number[] | null;
    batch: { number: number; at: string; filled: number } | null;
  }>(
    `SELECT (SELECT called_up_to FROM gig_station_day d WHERE d.district = $1 AND d.station = $2 AND d.day = $3),
       (SELECT last_number FROM gig_station_day d WHERE d.district = $1 AND d.station = $2 AND d.day = $3),
       (SELECT count(DISTINCT p.worker)::integer FROM gig_placement p JOIN gig_check_in c
          ON c.district = $1 AND c.worker = p.worker AND c.day = $3 AND c.station = $2
        WHERE p.district = $1 AND p.placed_at >= $4 AND p.state IN ('placed', 'started', 'finished')) AS placed,
       (SELECT count(*)::integer FROM gig_check_in c WHERE c.district = $1 AND c.station = $2 AND c.day = $3 AND c.left_at IS NULL) AS here,
       (SELECT array_agg(c.number ORDER BY c.number) FROM gig_offer f JOIN gig_check_in c ON c.district = $1 AND c.worker = f.worker AND c.day = $3
        WHERE f.district = $1 AND f.station = $2 AND f.state = 'offered') AS offered,
       (SELECT jsonb_build_object('number', b.number, 'at', b.at, 'filled', b.written) FROM gig_batch b
        WHERE b.district = $1 AND b.station = $2 AND b.day = $3 ORDER BY b.number DESC LIMIT 1) AS batch`,
    [district, station, day, new Date(`${day}T00:00:00+08:00`)],
  );
  const [found] = rows;
  const placed = found?.placed ?? 0;
  return {
    calledUpTo: found?.called_up_to ?? 0,
    lastNumber: found?.last_number ?? 0,
    placed,
    waiting: Math.max(0, (found?.here ?? 0) - placed),
    offered: found?.offered ?? [],
    lastBatch: found?.batch ?? null,
  };
}
