import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { Type } from 'typebox';
import { query } from '../../../kernel/command/query.ts';
import { mayReadPeople } from '../commands/shapes.ts';
import { type ListedGrant, type People, RoleName } from '../contract.ts';

const Filter = Type.Object(
  {
    /** Part of a name, user name or e-mail. */
    search: Type.Optional(Type.String({ maxLength: 60 })),
    role: Type.Optional(RoleName),
    unit: Type.Optional(Type.String({ maxLength: 100 })),
    area: Type.Optional(Type.String({ maxLength: 12 })),
    standing: Type.Optional(Type.Union([Type.Literal('serving'), Type.Literal('suspended'), Type.Literal('without-role')])),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
    size: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  { additionalProperties: false },
);

/** Everybody with an account in the district, by name, with the roles they hold now. 20 a page unless asked otherwise. */
export const listStaff = query({
  name: 'people.list-staff',
  route: 'GET /api/people',
  input: Filter,
  may: mayReadPeople,
  run: async (
    { search, role, unit, area, standing, page = 1, size = 20 },
    { transaction: { db }, district },
  ): Promise<People> => {
    let found = db.selectFrom('staff').innerJoin('user', 'user.id', 'staff.account').where('staff.district', '=', district);
    if (search?.trim()) {
      const part = search.trim().toLowerCase();
      found = found.where((where) =>
        where.or([
          where(sql<number>`position(${part} in lower(staff.name))`, '>', 0),
          where(sql<number>`position(${part} in coalesce("user".user_name, ''))`, '>', 0),
          where(sql<number>`position(${part} in "user".email)`, '>', 0),
        ]),
      );
    }
    if (standing === 'suspended') found = found.where('staff.suspended_at', 'is not', null);
    if (standing === 'serving') found = found.where('staff.suspended_at', 'is', null);
    const holds = (wanted: { role?: string; unit?: string; area?: string }) =>
      db
        .selectFrom('staff_grant')
        .select('staff_grant.id')
        .where(sql<boolean>`staff_grant.district = staff.district AND staff_grant.account = staff.account`)
        .where('staff_grant.ended_at', 'is', null)
        .$if(wanted.role !== undefined, (grants) => grants.where('staff_grant.role', '=', wanted.role ?? ''))
        .$if(wanted.unit !== undefined, (grants) => grants.where('staff_grant.unit', '=', wanted.unit ?? ''))
        .$if(wanted.area !== undefined, (grants) => grants.where('staff_grant.area', '=', wanted.area ?? ''));
    if (standing === 'without-role') found = found.where((where) => where.not(where.exists(holds({}))));
    if (role !== undefined || unit !== undefined || area !== undefined)
      found = found.where((where) => where.exists(holds({ role, unit, area })));

    const { total } = await found.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow();
    const rows = await found
      .leftJoin('unit', (join) => join.onRef('unit.district', '=', 'staff.district').onRef('unit.code', '=', 'staff.unit'))
      .select((select) => [
        'staff.account',
        'staff.name',
        'user.user_name as userName',
        'user.email',
        'staff.unit',
        'unit.name as unitName',
        'staff.invited_at as invitedAt',
        'staff.suspended_at as suspendedAt',
        'staff.suspended_why as suspendedWhy',
        'user.is_demo as isDemo',
        sql<boolean>`coalesce("user".two_factor_enabled, false)`.as('hasSecondFactor'),
        'user.one_time_until as oneTimePasswordUntil',
        jsonArrayFrom(
          select
            .selectFrom('staff_grant as g')
            .leftJoin('unit as gu', (join) => join.onRef('gu.district', '=', 'g.district').onRef('gu.code', '=', 'g.unit'))
            .leftJoin('area as ga', (join) => join.onRef('ga.district', '=', 'g.district').onRef('ga.code', '=', 'g.area'))
            .select([
              'g.id',
              'g.role',
              'g.unit',
              'gu.name as unitName',
              'g.area',
              'ga.name as areaName',
              'g.granted_at as grantedAt',
            ])
            .whereRef('g.district', '=', 'staff.district')
            .whereRef('g.account', '=', 'staff.account')
            .where('g.ended_at', 'is', null)
            .orderBy('g.granted_at'),
        ).as('grants'),
      ])
      .orderBy('staff.name')
      .orderBy('staff.account')
      .limit(size)
      .offset((page - 1) * size)
      .execute();
    return {
      rows: rows.map(({ grants, invitedAt, suspendedAt, oneTimePasswordUntil, ...person }) => ({
        ...person,
        grants: grants.map((grant) => grant as unknown as ListedGrant), // reason: made JSON by PostgreSQL, so its instants are texts already
        invitedAt: invitedAt.toISOString(),
        suspendedAt: suspendedAt?.toISOString() ?? null,
        oneTimePasswordUntil: oneTimePasswordUntil?.toISOString() ?? null,
      })),
      total,
      page,
      size,
    };
  },
  // Names and e-mail addresses; what was searched for may itself be a name.
  audit: (_filter, { rows }) => (rows.length > 0 ? { accounts: rows.map(({ account }) => account) } : undefined),
});
