import { randomBytes } from 'node:crypto';
import { Type } from 'typebox';
import { command, type Work } from '../../../kernel/command/command.ts';
import { Text } from '../../../kernel/command/text.ts';
import { said } from '../../../kernel/i18n/said.ts';
import { Problem } from '../../../kernel/problem.ts';
import { mayKeepStations } from '../may.ts';
import type { Desk } from '../services/desks.ts';
import { AreaCode, Day, Id, Latitude, Longitude, Revision, Time } from '../shapes.ts';
import { tellResident } from '../tell.ts';
import { placeOfArea } from './places.ts';
import { getStation, listStations, type Station } from './stations.ts';

const StationShape = {
  name: Type.Object({ zh: Text(2, 40), en: Text(2, 80) }, { additionalProperties: false }),
  address: Text(2, 120),
  area: AreaCode,
  latitude: Type.Optional(Latitude),
  longitude: Type.Optional(Longitude),
  telephone: Type.String({ pattern: '^[0-9+\\-() ]{5,24}$' }),
  opensAt: Time,
  closesAt: Time,
  roundMinutes: Type.Integer({ minimum: 1, maximum: 60 }),
  answerMinutes: Type.Integer({ minimum: 1, maximum: 120 }),
  /** Where people find each desk; one that is not named is not in this hall. */
  desks: Type.Optional(
    Type.Object(
      {
        'first-aid': Type.Optional(Text(1, 40)),
        'lost-wage': Type.Optional(Text(1, 40)),
        'legal-aid': Type.Optional(Text(1, 40)),
        'training-desk': Type.Optional(Text(1, 40)),
        'advice-desk': Type.Optional(Text(1, 40)),
      } satisfies Record<Desk, unknown>,
      { additionalProperties: false },
    ),
  ),
};

/** Letters that nobody confuses on a poster. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const stationCode = (): string => [...randomBytes(6)].map((byte) => LETTERS[byte % LETTERS.length]).join('');

/** A station that closes when it opens is never open. */
function requireHours({ opensAt, closesAt }: { readonly opensAt: string; readonly closesAt: string }): void {
  if (opensAt === closesAt)
    throw new Problem('invalid', 'gig-station-hours', {}, [{ at: '/closesAt', code: 'gig-station-hours' }]);
}

/** The programme office opens a gig station (零工市场、零工驿站). */
export const openStation = command({
  name: 'gigs.open-station',
  route: 'POST /api/gig-stations',
  input: Type.Object(StationShape, { additionalProperties: false }),
  may: mayKeepStations,
  run: async ({ latitude, longitude, ...given }, { transaction, newId, today }) => {
    const { db, district } = transaction;
    requireHours(given);
    const place = await placeOfArea(transaction, given.area);
    if ((await listStations(transaction, today)).some(({ name }) => name.zh === given.name.zh))
      throw new Problem('conflict', 'gig-station-exists', { name: given.name.zh });
    const id = newId();
    await db
      .insertInto('gig_station')
      .values({
        district,
        id,
        code: stationCode(),
        name: JSON.stringify(given.name),
        address: given.address,
        area: place.area,
        town: place.town,
        latitude: latitude ?? place.latitude,
        longitude: longitude ?? place.longitude,
        telephone: given.telephone,
        opens_at: given.opensAt,
        closes_at: given.closesAt,
        round_minutes: given.roundMinutes,
        answer_minutes: given.answerMinutes,
        desks: JSON.stringify(given.desks ?? {}),
      })
      .execute();
    return { station: id };
  },
  audit: ({ name }, { station }) => ({ station, name: name.zh }),
});

/** Hours, place and rhythm of a station. A change names the revision it was made on. */
export const changeStation = command({
  name: 'gigs.change-station',
  route: 'PUT /api/gig-stations/:station',
  input: Type.Object({ station: Id, revision: Revision, ...StationShape }, { additionalProperties: false }),
  may: mayKeepStations,
  run: async ({ station: id, revision, latitude, longitude, ...given }, { transaction }) => {
    const { db, district } = transaction;
    requireHours(given);
    const place = await placeOfArea(transaction, given.area);
    await getStation(transaction, id);
    const { numUpdatedRows } = await db
      .updateTable('gig_station')
      .set({
        name: JSON.stringify(given.name),
        address: given.address,
        area: place.area,
        town: place.town,
        latitude: latitude ?? place.latitude,
        longitude: longitude ?? place.longitude,
        telephone: given.telephone,
        opens_at: given.opensAt,
        closes_at: given.closesAt,
        round_minutes: given.roundMinutes,
        answer_minutes: given.answerMinutes,
        ...(given.desks === undefined ? {} : { desks: JSON.stringify(given.desks) }),
        revision: revision + 1,
      })
      .where('district', '=', district)
      .where('id', '=', id)
      .where('revision', '=', revision)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new Problem('conflict', 'gig-station-changed');
    return { revision: revision + 1 };
  },
  audit: ({ station }, { revision }) => ({ station, revision }),
});

/** From a day on the station is closed for good; what it did stays. Whoever stands in its line that morning is told. */
export const closeStation = command({
  name: 'gigs.close-station',
  route: 'POST /api/gig-stations/:station/close',
  input: Type.Object({ station: Id, on: Day, reason: Text(4, 400) }, { additionalProperties: false }),
  may: mayKeepStations,
  run: async ({ station: id, on, reason }, work) => {
    const { transaction, today } = work;
    const { db, district } = transaction;
    const station = await getStation(transaction, id);
    if (station.closedOn !== null) throw new Problem('conflict', 'gig-station-closed');
    if (on < today) throw new Problem('invalid', 'gig-day-past');
    const waiting = await db
      .selectFrom('gig_order')
      .select(({ fn }) => fn.countAll<string>().as('n'))
      .where('district', '=', district)
      .where('station', '=', id)
      .where('day', '>=', on)
      .where('state', '=', 'open')
      .executeTakeFirstOrThrow();
    if (Number(waiting.n) > 0) throw new Problem('conflict', 'gig-station-has-orders', { n: Number(waiting.n) });
    await db.updateTable('gig_station').set({ closed_on: on }).where('district', '=', district).where('id', '=', id).execute();
    if (on === today) await tellWaiting(work, station, reason);
    return { station: id };
  },
  audit: ({ station, on, reason }) => ({ station, on, reason }),
});

async function tellWaiting(work: Work, { id, name }: Station, reason: string): Promise<void> {
  const { transaction, today } = work;
  const { client, district } = transaction;
  const { rows } = await client.query<{ worker: string }>(
    `SELECT c.worker FROM gig_check_in c
     WHERE c.district = $1 AND c.station = $2 AND c.day = $3::date AND c.left_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM gig_placement p WHERE p.district = $1 AND p.worker = c.worker AND p.day = $3::date
                       AND p.state IN ('placed', 'started', 'finished'))
     ORDER BY c.number`,
    [district, id, today],
  );
  const text = {
    zh: `【乐业】${name.zh}今天关门，不再派活，原因：{reason}。别的零工站可以接着找，不用重新登记。`,
    en: `Leye: ${name.en} closes today and sends nobody any more, because: {reason}. Other stations go on looking for you; there is no need to join again.`,
  };
  for (const { worker } of rows)
    await tellResident(work, worker, { subject: said('零工站关门了', 'The station closes'), text, params: { reason } });
}
