import { Type } from 'typebox';
import { allowAnyone, decide } from '../../../kernel/actor/permission.ts';
import { query, type Reading } from '../../../kernel/command/query.ts';
import { Problem } from '../../../kernel/problem.ts';
import { boardQuery } from '../dawn/board.ts';
import { stationToken } from '../market/day-token.ts';
import { findStationByCode, type Station } from '../market/stations.ts';
import { shippedTrades } from '../market/trades.ts';
import { mayShowCode } from '../may.ts';
import type { OrderWork } from '../orders/contract.ts';
import { desks } from '../services/desks.ts';
import { timeOf } from '../shifts.ts';
import type { Face, Meeting, ShownDesk } from './contract.ts';
import { listWarnings } from './weather.ts';

/** The address of the code without its host, which the routes know. */
type FaceHere = Omit<Face, 'checkInAddress'> & { readonly checkInPath: string | null };

/** Read by `routes.ts`, which answers again only what has changed. */
export const screenQuery = query({
  name: 'gigs.screen',
  input: Type.Object({ code: Type.String({ maxLength: 20 }) }, { additionalProperties: false }),
  may: allowAnyone,
  run: async ({ code }, reading): Promise<FaceHere> => {
    const { transaction, actor, services, district, today } = reading;
    const station = await findStationByCode(transaction, code);
    if (!station) throw new Problem('not-found', 'no-gig-station');
    const { at, ...board } = await boardQuery.run({ station: station.id }, reading);
    const isInStation = decide(mayShowCode, actor, { area: station.area, town: station.town, station: station.id }) === 'allowed';
    return {
      at,
      code,
      address: station.address,
      telephone: station.telephone,
      device: deviceOf(reading, station.id),
      checkInPath: isInStation ? `/s/${code}?d=${stationToken(services.seal, district, station.id, today)}` : null,
      board,
      warnings: await listWarnings(reading, station.id),
      meetings: await listMeetings(reading, station.id),
      desks: desksOf(station),
      nextRoundAt: nextRound(station, board),
    };
  },
});

/** An officer's own browser is none, whatever cookie it shows: the officer stands before everything else. */
function deviceOf({ actor }: Reading, station: string): Face['device'] {
  if (actor.kind !== 'kiosk' && actor.kind !== 'screen') return null;
  return actor.grants.some((grant) => grant.station === station) ? { name: actor.name, kind: actor.kind } : null;
}

const desksOf = (station: Station): ShownDesk[] =>
  (Object.keys(desks) as (keyof typeof desks)[]).flatMap((desk) => {
    // reason: keys forgets the names
    const where = station.desks[desk];
    return where === undefined ? [] : [{ desk, where }];
  });

function nextRound({ roundMinutes }: Station, { isOpen, lastBatch }: Pick<Face['board'], 'isOpen' | 'lastBatch'>): string | null {
  if (!isOpen || lastBatch === null) return null;
  return new Date(Date.parse(lastBatch.at) + roundMinutes * 60_000).toISOString();
}

/** Whoever has work looks for where to meet: orders with people, from a while before their start until just after it. */
async function listMeetings({ transaction, now }: Reading, station: string): Promise<Meeting[]> {
  const { client, district } = transaction;
  const { rows } = await client.query<{
    number: number;
    trade: string;
    site: string;
    starts_at: Date;
    people: number;
    meeting_point: string;
    transport: OrderWork['transport'];
    bus_leaves_at: Date | null;
  }>(
    `SELECT o.number, o.trade, o.site, o.starts_at, o.meeting_point, o.transport, o.bus_leaves_at, count(*)::integer AS people
     FROM gig_order o JOIN gig_placement p ON p.district = $1 AND p."order" = o.id AND p.state IN ('placed', 'started')
     WHERE o.district = $1 AND o.station = $2 AND o.state IN ('open', 'closed') AND o.meeting_point <> ''
       AND o.starts_at BETWEEN $3::timestamptz - interval '15 minutes' AND $3::timestamptz + interval '6 hours'
     GROUP BY o.number, o.trade, o.site, o.starts_at, o.meeting_point, o.transport, o.bus_leaves_at
     ORDER BY o.starts_at, o.number LIMIT 40`,
    [district, station, now],
  );
  return rows.map(({ trade, starts_at, meeting_point, bus_leaves_at, ...row }) => ({
    ...row,
    tradeName: shippedTrades().find(trade)?.name ?? { zh: trade, en: trade },
    startsAt: starts_at.toISOString(),
    from: timeOf(starts_at),
    meetingPoint: meeting_point,
    bus: bus_leaves_at && timeOf(bus_leaves_at),
  }));
}
