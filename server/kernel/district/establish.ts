import pg from 'pg';
import { LANES, laneGenesis } from '../audit/lane.ts';

export type EstablishedDistrict = {
  readonly code: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly host?: string;
  readonly startsOn: string;
  /** GeoJSON, WGS-84. */
  readonly boundary?: object;
  readonly areas: readonly {
    code: string;
    name: string;
    level: 'county' | 'town' | 'village';
    parent: string | null;
    longitude?: number;
    latitude?: number;
  }[];
};

/**
 * Makes a district known to the database, as its owner: its row, its audit lanes, its areas. Safe to repeat; areas are brought up
 * to date and none is ever removed, because records point at them.
 */
export async function establishDistrict(ownerUrl: string, district: EstablishedDistrict): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    if (!/^\d{6}$/.test(district.code)) throw new TypeError('a district is a six-digit code');
    await client.query(`BEGIN; SET LOCAL app.district = '${district.code}'`);
    await client.query(
      `INSERT INTO district (code, name_zh, name_en, host, starts_on, boundary) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (code) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en, host = coalesce(excluded.host, district.host), starts_on = excluded.starts_on,
         boundary = excluded.boundary`,
      [
        district.code,
        district.name.zh,
        district.name.en,
        district.host ?? null,
        district.startsOn,
        district.boundary ? JSON.stringify(district.boundary) : null,
      ],
    );
    for (let lane = 0; lane < LANES; lane += 1) {
      await client.query(
        'INSERT INTO audit_lane (district, lane, seq, hash) VALUES ($1, $2, 0, $3) ON CONFLICT (district, lane) DO NOTHING',
        [district.code, lane, laneGenesis(district.code, lane)],
      );
    }
    await client.query(
      `INSERT INTO area (district, code, name, level, parent, longitude, latitude)
       SELECT $1, a.code, a.name, a.level, a.parent, a.longitude, a.latitude
       FROM jsonb_to_recordset($2::jsonb) AS a (code text, name text, level text, parent text, longitude double precision, latitude double precision)
       ON CONFLICT (district, code) DO UPDATE SET name = excluded.name, level = excluded.level, parent = excluded.parent,
         longitude = excluded.longitude, latitude = excluded.latitude`,
      [district.code, JSON.stringify(district.areas)],
    );
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}
