import { type Actor, type Grant, grantsOf, type Role } from './actor.ts';

/** Where the thing acted on lies: the unit whose business it is, its community or site, its street or town. Absent: the whole district's. */
export type Scope = {
  readonly unit?: string | undefined;
  readonly area?: string | undefined;
  readonly town?: string | undefined;
};

/** How far a role reaches: the whole district, or only what lies in the grant's own unit or area. */
export type Reach = 'district' | 'own-unit' | 'own-area';

/**
 * A permission rule is a table an officer can read: which role, how far. It is also what the permission matrix enumerates.
 *
 * @example const mayRecord = allow({ 'programme-office': 'district', 'street-officer': 'own-area', liaison: 'own-unit' });
 */
export type Permission = {
  readonly anyone: boolean;
  readonly system: boolean;
  readonly roles: Readonly<Partial<Record<Role, Reach>>>;
};

export const allow = (table: Partial<Record<Role, Reach>>, options: { system?: boolean } = {}): Permission =>
  Object.freeze({ anyone: false, system: options.system ?? false, roles: Object.freeze({ ...table }) });

/** What the district has promised, and what became of it, concerns everybody who works on the programme. */
export const wholeProgramme = Object.freeze({
  'programme-office': 'district',
  liaison: 'district',
  'street-officer': 'district',
  specialist: 'district',
  leader: 'district',
  evaluator: 'district',
} as const satisfies Partial<Record<Role, Reach>>);

/** Open to everybody, visitors included. Named, so that a reader sees it was meant. */
export const allowAnyone: Permission = Object.freeze({ anyone: true, system: true, roles: {} });

/** Only Leye itself: jobs, the demo's set-up. */
export const allowSystem: Permission = Object.freeze({ anyone: false, system: true, roles: {} });

/**
 * Whether a grant's area covers a place: the place itself, its street or town, or the whole county. By the record's own town, never
 * by the code's prefix: communities that moved to a newer street keep their old statistical code.
 */
export const areaCovers = (
  granted: string,
  place: { readonly area?: string | undefined; readonly town?: string | undefined },
): boolean => granted.endsWith('000000') || granted === place.area || granted === place.town;

const reaches = (grant: Grant, reach: Reach, scope: Scope): boolean => {
  if (reach === 'district') return true;
  if (reach === 'own-unit') return grant.unit !== undefined && scope.unit === grant.unit;
  return grant.area !== undefined && (scope.area !== undefined || scope.town !== undefined) && areaCovers(grant.area, scope);
};

/**
 * `allowed`, or why not: `no-role` (this kind of actor never may: 403, or 401 for a visitor) or `out-of-scope` (another unit's or
 * area's: 404). Without a scope the question is only whether the role may at all; the scope is asked again with the record in hand.
 */
export function decide(permission: Permission, actor: Actor, scope?: Scope): 'allowed' | 'no-role' | 'out-of-scope' {
  if (permission.anyone) return 'allowed';
  if (actor.kind === 'system') return permission.system ? 'allowed' : 'no-role';
  const matching = grantsOf(actor).filter((grant) => permission.roles[grant.role] !== undefined);
  if (matching.length === 0) return 'no-role';
  if (scope === undefined) return 'allowed';
  return matching.some((grant) => reaches(grant, permission.roles[grant.role] ?? 'own-unit', scope)) ? 'allowed' : 'out-of-scope';
}

/** The filter a list puts into its SQL: the whole district, or these units and areas. Undefined: nothing at all. */
export function visibleScope(
  permission: Permission,
  actor: Actor,
): 'district' | { units: string[]; areas: string[] } | undefined {
  if (permission.anyone || (actor.kind === 'system' && permission.system)) return 'district';
  const matching = grantsOf(actor).filter((grant) => permission.roles[grant.role] !== undefined);
  if (matching.length === 0) return undefined;
  if (matching.some((grant) => permission.roles[grant.role] === 'district')) return 'district';
  return {
    units: matching.flatMap((grant) => (permission.roles[grant.role] === 'own-unit' && grant.unit ? [grant.unit] : [])),
    areas: matching.flatMap((grant) => (permission.roles[grant.role] === 'own-area' && grant.area ? [grant.area] : [])),
  };
}
