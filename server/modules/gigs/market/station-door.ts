import { Type } from 'typebox';
import { allowAnyone } from '../../../kernel/actor/permission.ts';
import { query } from '../../../kernel/command/query.ts';
import type { Said } from '../../../kernel/i18n/said.ts';
import { Problem } from '../../../kernel/problem.ts';
import { timeOf } from '../shifts.ts';
import { stationToken } from './day-token.ts';
import { findStationByCode, isOpenAt } from './stations.ts';

/** What somebody meets who has scanned a station's code. */
export type StationDoor = {
  readonly station: string;
  readonly name: Said;
  readonly opensAt: string;
  readonly closesAt: string;
  /** `old-code`: photographed on another day. */
  readonly state: 'open' | 'not-open' | 'closed' | 'old-code';
};

/** @throws Problem `gig-code-unknown` */
export const stationDoorQuery = query({
  name: 'gigs.station-door',
  input: Type.Object(
    { code: Type.String({ maxLength: 40 }), token: Type.String({ maxLength: 40 }) },
    { additionalProperties: false },
  ),
  may: allowAnyone,
  run: async ({ code, token }, { transaction, services, district, today, now }): Promise<StationDoor> => {
    const station = await findStationByCode(transaction, code);
    if (!station) throw new Problem('not-found', 'gig-code-unknown');
    const { id, name, opensAt, closesAt, closedOn } = station;
    const isClosed = closedOn !== null && today >= closedOn;
    const isToday = token === stationToken(services.seal, district, id, today);
    const state = isClosed ? 'closed' : !isToday ? 'old-code' : isOpenAt(station, timeOf(now)) ? 'open' : 'not-open';
    return { station: id, name, opensAt, closesAt, state };
  },
});
