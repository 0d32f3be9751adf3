import { type Actor, type Grant, grantsOf, type Role } from './actor.ts';

/**
 * Where the thing acted on lies, or whose it is: the unit whose business it is, its community or site, its street or town; the resident,
 * the employer, the station. Absent: the whole district's.
 */
export type Scope = {
  readonly unit?: string | undefined;
  readonly area?: string | undefined;
  readonly town?: string | undefined;
  readonly person?: string | undefined;
  readonly employer?: string | undefined;
  readonly station?: string | undefined;
};

/**
 * How far a role reaches: the whole district, or only what the grant itself names. `own-employer` is the manager's and the foreman's alike,
 * `managed-employer` the manager's alone.
 */
export type Reach = 'district' | 'own-unit' | 'own-area' | 'own-person' | 'own-employer' | 'managed-employer' | 'own-station';

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
  'station-officer': 'district',
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

const isSame = (own: string | undefined, asked: string | undefined): boolean => own !== undefined && own === asked;

function reaches(grant: Grant, reach: Reach, scope: Scope): boolean {
  switch (reach) {
    case 'district':
      return true;
    case 'own-unit':
      return isSame(grant.unit, scope.unit);
    case 'own-area':
      return grant.area !== undefined && (scope.area !== undefined || scope.town !== undefined) && areaCovers(grant.area, scope);
    case 'own-person':
      return isSame(grant.person, scope.person);
    case 'own-employer':
    case 'managed-employer':
      return isSame(grant.employer, scope.employer);
    case 'own-station':
      return isSame(grant.station, scope.station);
  }
}

export type Decision = 'allowed' | 'no-role' | 'managers-only' | 'out-of-scope';

const isHeld = (grant: Grant, reach: Reach | undefined): boolean => reach !== 'managed-employer' || grant.as === 'manager';

/**
 * `allowed`, or why not: `no-role` (this kind of actor never may: 403, or 401 for a visitor), `managers-only` (they are the employer's
 * foreman: 403) or `out-of-scope` (another unit's or area's: 404). Without a scope the question is only whether the role may at all; the
 * scope is asked again with the record in hand.
 */
export function decide(permission: Permission, actor: Actor, scope?: Scope): Decision {
  if (permission.anyone) return 'allowed';
  if (actor.kind === 'system') return permission.system ? 'allowed' : 'no-role';
  const reachOf = (grant: Grant) => permission.roles[grant.role];
  const matching = grantsOf(actor).filter((grant) => reachOf(grant) !== undefined);
  if (matching.length === 0) return 'no-role';
  const held = matching.filter((grant) => isHeld(grant, reachOf(grant)));
  if (scope === undefined) return held.length > 0 ? 'allowed' : 'managers-only';
  const reach = (grant: Grant): boolean => reaches(grant, reachOf(grant) ?? 'own-unit', scope);
  if (held.some(reach)) return 'allowed';
  return matching.some(reach) ? 'managers-only' : 'out-of-scope';
}

/** What a list shows to somebody who does not see the whole district. */
export type VisibleScope = {
  readonly units: string[];
  readonly areas: string[];
  readonly persons: string[];
  readonly employers: string[];
  readonly stations: string[];
};

/** The filter a list puts into its SQL: the whole district, or these units, areas, people … Undefined: nothing at all. */
export function visibleScope(permission: Permission, actor: Actor): 'district' | VisibleScope | undefined {
  if (permission.anyone || (actor.kind === 'system' && permission.system)) return 'district';
  const reachOf = (grant: Grant) => permission.roles[grant.role];
  const matching = grantsOf(actor).filter((grant) => reachOf(grant) !== undefined && isHeld(grant, reachOf(grant)));
  if (matching.length === 0) return undefined;
  if (matching.some((grant) => reachOf(grant) === 'district')) return 'district';
  const named = (reach: Reach, name: 'unit' | 'area' | 'person' | 'employer' | 'station'): string[] =>
    matching.flatMap((grant) => (reachOf(grant) === reach ? (grant[name] ?? []) : []));
  return {
    units: named('own-unit', 'unit'),
    areas: named('own-area', 'area'),
    persons: named('own-person', 'person'),
    employers: [...named('own-employer', 'employer'), ...named('managed-employer', 'employer')],
    stations: named('own-station', 'station'),
  };
}
