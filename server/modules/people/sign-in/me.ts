import type { FastifyRequest } from 'fastify';
import type { StaffGrant } from '../../../kernel/actor/actor.ts';
import { inDistrict } from '../../../kernel/database/transaction.ts';
import type { Host } from '../../../kernel/http/host.ts';
import type { Me, NamedGrant } from '../contract.ts';
import type { Identity } from '../identify.ts';

/** What the pages know about who is looking at them. */
export async function describeMe(host: Host, request: FastifyRequest): Promise<Me> {
  const { people } = host.kernel.services;
  const [identity, district] = await Promise.all([people.identityOf(request), host.districtOf(request)]);
  const about = { district: { code: district.code, name: district.name }, demo: host.isDemo };
  const { actor, session } = identity;
  if (actor.kind !== 'staff' && actor.kind !== 'client') return { signedIn: false, ...about };
  const grants = await named(host, district.code, actor.grants);
  return {
    signedIn: true,
    ...about,
    kind: actor.kind,
    account: actor.id,
    name: actor.name,
    grants,
    secondFactor: stateOf(session),
    ...(session?.pending && { pending: session.pending }),
  };
}

function stateOf(session: Identity['session']): 'on' | 'off' | 'skipped' | 'identity-provider' {
  if (!session || session.assurance === 'identity-provider') return 'identity-provider';
  if (session.hasSecondFactor) return 'on';
  return session.isDemoAccount ? 'skipped' : 'off';
}

/** Grants with their unit's and area's names. */
async function named(host: Host, district: string, grants: readonly StaffGrant[]): Promise<NamedGrant[]> {
  const units = grants.flatMap(({ unit }) => (unit === undefined ? [] : [unit]));
  const areas = grants.flatMap(({ area }) => (area === undefined ? [] : [area]));
  if (units.length + areas.length === 0) return grants.map(({ role }) => ({ role }));
  return await inDistrict(
    host.kernel.database,
    district,
    async ({ db }) => {
      const unitRows =
        units.length === 0
          ? []
          : await db
              .selectFrom('unit')
              .select(['code', 'name'])
              .where('district', '=', district)
              .where('code', 'in', units)
              .execute();
      const areaRows =
        areas.length === 0
          ? []
          : await db
              .selectFrom('area')
              .select(['code', 'name'])
              .where('district', '=', district)
              .where('code', 'in', areas)
              .execute();
      return grants.map(({ role, unit, area }) => ({
        role,
        ...(unit !== undefined && { unit, unitName: unitRows.find((row) => row.code === unit)?.name ?? unit }),
        ...(area !== undefined && { area, areaName: areaRows.find((row) => row.code === area)?.name ?? area }),
      }));
    },
    'read',
  );
}
