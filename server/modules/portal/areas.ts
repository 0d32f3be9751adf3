import { type Static, Type } from 'typebox';
import { allowAnyone } from '../../kernel/actor/permission.ts';
import { query } from '../../kernel/command/query.ts';
import { Problem } from '../../kernel/problem.ts';

export type TownListed = { readonly code: string; readonly name: string; readonly communities: number };
export type TownDetail = {
  readonly code: string;
  readonly name: string;
  readonly communities: readonly { code: string; name: string }[];
};

/** The district's streets and towns in the order of their codes, each with how many communities and villages it has. */
export const townsQuery = query({
  name: 'portal.list-towns',
  input: Type.Object({}, { additionalProperties: false }),
  may: allowAnyone,
  run: async (_input, { transaction: { client, district } }): Promise<readonly TownListed[]> => {
    const { rows } = await client.query<TownListed>({
      name: 'portal_towns',
      text: `SELECT town.code, town.name, count(village.code)::int AS communities
             FROM area town LEFT JOIN area village ON village.district = town.district AND village.parent = town.code AND village.level = 'village'
             WHERE town.district = $1 AND town.level = 'town' GROUP BY town.code, town.name ORDER BY town.code`,
      values: [district],
    });
    return rows;
  },
});

const TownAsked = Type.Object({ code: Type.String({ pattern: '^\\d{12}$' }) }, { additionalProperties: false });

/** One street or town with its communities and villages; not found where the code is none of the district's. */
export const townQuery = query({
  name: 'portal.get-town',
  input: TownAsked,
  may: allowAnyone,
  run: async ({ code }: Static<typeof TownAsked>, { transaction: { client, district } }): Promise<TownDetail> => {
    const { rows } = await client.query<{ code: string; name: string; level: string }>({
      name: 'portal_town',
      text: `SELECT code, name, level FROM area WHERE district = $1 AND (code = $2 AND level = 'town' OR parent = $2 AND level = 'village') ORDER BY code`,
      values: [district, code],
    });
    const town = rows.find((row) => row.level === 'town');
    if (!town) throw new Problem('not-found', 'not-found');
    return {
      code,
      name: town.name,
      communities: rows.filter((row) => row !== town).map((row) => ({ code: row.code, name: row.name })),
    };
  },
});
