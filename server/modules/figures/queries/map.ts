import { Type } from 'typebox';
import { allowAnyone } from '../../../kernel/actor/permission.ts';
import { query } from '../../../kernel/command/query.ts';
import type { MapAnswer } from '../contract.ts';

export const mapQuery = query({
  name: 'figures.map',
  route: 'GET /api/map',
  input: Type.Object({}, { additionalProperties: false }),
  may: allowAnyone,
  run: async (_input, { transaction: { client, district } }): Promise<MapAnswer> => {
    const outline = await client.query<{ boundary: unknown }>('SELECT boundary FROM district WHERE code = $1', [district]);
    const towns = await client.query<MapAnswer['towns'][number]>(
      "SELECT code, name, longitude, latitude FROM area WHERE district = $1 AND level = 'town' ORDER BY code",
      [district],
    );
    return { boundary: outline.rows[0]?.boundary ?? null, towns: towns.rows };
  },
});
