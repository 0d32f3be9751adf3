import { sql } from 'kysely';
import { Type } from 'typebox';
import { type StaffRole, staffRoles } from '../../../kernel/actor/actor.ts';
import { query } from '../../../kernel/command/query.ts';
import { Problem } from '../../../kernel/problem.ts';
import { Id, mayReadPeople } from '../commands/shapes.ts';
import type { Client, PastGrant, RoleAbout } from '../contract.ts';
import { roleWords } from '../role-words.ts';
import { clientRoles, roleNeeds } from '../rules.ts';

/** Every role in plain words: what it may do, and whether a grant of it names a unit or an area (of which level). */
export const listRoles = query({
  name: 'people.list-roles',
  route: 'GET /api/roles',
  input: Type.Object({}, { additionalProperties: false }),
  may: mayReadPeople,
  run: async (): Promise<readonly RoleAbout[]> =>
    staffRoles.map((role) => {
      const needs = roleNeeds[role];
      return {
        role,
        ...roleWords[role],
        needs: typeof needs === 'string' ? needs : ('area' as const),
        levels: typeof needs === 'string' ? [] : [...needs],
        forPrograms: clientRoles.includes(role),
      };
    }),
});

/** Every role that somebody ever held here: who granted it, when, and when and by whom it was ended. Newest first. */
export const listGrantHistory = query({
  name: 'people.list-grant-history',
  route: 'GET /api/people/:account/roles',
  input: Type.Object({ account: Id }, { additionalProperties: false }),
  may: mayReadPeople,
  run: async ({ account }, { transaction: { db }, district }): Promise<readonly PastGrant[]> => {
    const known = await db
      .selectFrom('staff')
      .select('account')
      .where('district', '=', district)
      .where('account', '=', account)
      .executeTakeFirst();
    if (!known) throw new Problem('not-found', 'not-found');
    const grants = await db
      .selectFrom('staff_grant as g')
      .leftJoin('unit as u', (join) => join.onRef('u.district', '=', 'g.district').onRef('u.code', '=', 'g.unit'))
      .leftJoin('area as a', (join) => join.onRef('a.district', '=', 'g.district').onRef('a.code', '=', 'g.area'))
      .leftJoin('staff as b', (join) =>
        join.onRef('b.district', '=', 'g.district').on(sql<boolean>`g.granted_by = 'staff:' || b.account::text`),
      )
      .leftJoin('staff as e', (join) =>
        join.onRef('e.district', '=', 'g.district').on(sql<boolean>`g.ended_by = 'staff:' || e.account::text`),
      )
      .select([
        'g.id',
        'g.role',
        'g.unit',
        'u.name as unitName',
        'g.area',
        'a.name as areaName',
        'g.granted_at as grantedAt',
        'g.granted_by as grantedBy',
        'b.name as grantedByName',
        'g.ended_at as endedAt',
        'g.ended_by as endedBy',
        'e.name as endedByName',
      ])
      .where('g.district', '=', district)
      .where('g.account', '=', account)
      .orderBy('g.granted_at', 'desc')
      .orderBy('g.id', 'desc')
      .execute();
    return grants.map(({ role, grantedAt, endedAt, ...grant }) => ({
      ...grant,
      role: role as StaffRole, // reason: only grant-role writes here, and it takes no other
      grantedAt: grantedAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
    }));
  },
});

/** Programs of other systems and what they may do, the revoked ones too. */
export const listClients = query({
  name: 'people.list-clients',
  route: 'GET /api/clients',
  input: Type.Object({}, { additionalProperties: false }),
  may: mayReadPeople,
  run: async (_input, { transaction: { db }, district }): Promise<readonly Client[]> => {
    const clients = await db
      .selectFrom('api_client')
      .select([
        'id',
        'name',
        'grants',
        'created_at as createdAt',
        'created_by as createdBy',
        'revoked_at as revokedAt',
        'revoked_by as revokedBy',
      ])
      .where('district', '=', district)
      .orderBy('created_at', 'desc')
      .execute();
    return clients.map(({ grants, createdAt, revokedAt, ...client }) => ({
      ...client,
      grants: grants as unknown as Client['grants'], // reason: create-client wrote them in this shape
      createdAt: createdAt.toISOString(),
      revokedAt: revokedAt?.toISOString() ?? null,
    }));
  },
});
