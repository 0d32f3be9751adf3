import { Type } from 'typebox';
import { allowAnyone } from '../../../kernel/actor/permission.ts';
import { query } from '../../../kernel/command/query.ts';
import type { Transaction } from '../../../kernel/database/transaction.ts';
import { Problem } from '../../../kernel/problem.ts';
import { metresBetween } from '../matching/way.ts';
import { Latitude, Longitude } from '../shapes.ts';

export type Place = { readonly latitude: number; readonly longitude: number };
export type AreaPlace = Place & { readonly area: string; readonly town: string; readonly name: string };

/**
 * Where an area lies: its own position, else its town's, which is good enough to tell near from far.
 * @throws Problem `gig-area-unknown` for an area of no town, `gig-area-unplaced` where the city's data holds no position for it
 */
export async function placeOfArea({ db, district }: Transaction, code: string): Promise<AreaPlace> {
  const area = await db
    .selectFrom('area as a')
    .leftJoin('area as t', (join) => join.onRef('t.district', '=', 'a.district').onRef('t.code', '=', 'a.parent'))
    .select(['a.code', 'a.name', 'a.level', 'a.latitude', 'a.longitude', 't.code as town'])
    .select(['t.latitude as town_latitude', 't.longitude as town_longitude'])
    .where('a.district', '=', district)
    .where('a.code', '=', code)
    .executeTakeFirst();
  if (!area || area.level === 'county') throw new Problem('invalid', 'gig-area-unknown');
  const latitude = area.latitude ?? area.town_latitude;
  const longitude = area.longitude ?? area.town_longitude;
  if (latitude === null || longitude === null) throw new Problem('invalid', 'gig-area-unplaced', { area: area.name });
  return { area: code, town: area.level === 'town' ? code : (area.town ?? ''), name: area.name, latitude, longitude };
}

/** A person's place to some hundred metres: near enough to tell the way, too coarse to find a door. */
export const coarse = ({ latitude, longitude }: Place): Place => ({
  latitude: Math.round(latitude * 500) / 500,
  longitude: Math.round(longitude * 500) / 500,
});

/** The town nearest to a position, of those whose own the city's data knows: for whoever says where they are and not what it is called. */
export const nearestTownQuery = query({
  name: 'gigs.nearest-town',
  input: Type.Object({ latitude: Latitude, longitude: Longitude }, { additionalProperties: false }),
  may: allowAnyone,
  run: async (place, { transaction: { db, district } }): Promise<string | null> => {
    const towns = await db
      .selectFrom('area')
      .select(['code', 'latitude', 'longitude'])
      .where('district', '=', district)
      .where('level', '=', 'town')
      .execute();
    const far = towns.flatMap(({ code, latitude, longitude }) =>
      latitude === null || longitude === null ? [] : [{ code, metres: metresBetween(place, { latitude, longitude }) }],
    );
    return far.toSorted((a, b) => a.metres - b.metres)[0]?.code ?? null;
  },
});
