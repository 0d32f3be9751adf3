import { Type } from 'typebox';
import { allowAnyone } from '../../../kernel/actor/permission.ts';
import { query } from '../../../kernel/command/query.ts';
import type { AreaList } from '../contract.ts';

const LIMIT = 300;

/**
 * Areas of the district for choosing from: the streets and towns, or what lies in `parent`, and of these what `search` is part of the
 * name of. With `search` alone the whole district is looked through. Open to all: division codes are published.
 */
export const areaList = query({
  name: 'programme.list-areas',
  route: 'GET /api/areas',
  input: Type.Object(
    {
      parent: Type.Optional(Type.String({ pattern: '^\\d{12}$' })),
      search: Type.Optional(Type.String({ maxLength: 60 })),
    },
    { additionalProperties: false },
  ),
  may: allowAnyone,
  run: async ({ parent, search }, { transaction: { client }, district }): Promise<AreaList> => {
    const part = search?.trim() ?? '';
    const { rows } = await client.query<AreaList['areas'][number]>(
      `SELECT a.code, a.name, a.level, a.parent, p.name AS "parentName" FROM area a
       LEFT JOIN area p ON p.district = a.district AND p.code = a.parent
       WHERE a.district = $1 AND a.level <> 'county' AND ($2::text IS NULL OR a.parent = $2)
         AND ($2::text IS NOT NULL OR $3 <> '' OR a.level = 'town') AND ($3 = '' OR strpos(a.name, $3) > 0 OR a.code = $3)
       ORDER BY a.level, a.code LIMIT ${LIMIT + 1}`,
      [district, parent ?? null, part],
    );
    return { areas: rows.slice(0, LIMIT), hasMore: rows.length > LIMIT };
  },
});
