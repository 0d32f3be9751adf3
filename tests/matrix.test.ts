import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, outsideRoles, type Role, roles, staffRoles, system, visitor } from '../server/kernel/actor/actor.ts';
import { decide, type Reach, type Scope } from '../server/kernel/actor/permission.ts';
import { clientRoles, roleNeeds } from '../server/modules/people/rules.ts';
import { modules } from '../server/modules.ts';
import { type Asker, type City, openCity } from './matrix/city.ts';
import { otherRoutes } from './matrix/other-routes.ts';
import { askersOf, samples } from './matrix/samples.ts';
import { declaredIn, lineOf, type Row, readTable } from './matrix/table.ts';

const declared = declaredIn(modules);
const table = readTable();
const rowOf = (name: string): Row => {
  const row = table.rows.find((one) => one.name === name);
  if (!row) throw new Error(`permissions.txt has no row for ${name}`);
  return row;
};

describe('the table of permissions', () => {
  it('has a column for every role, and a row for every command and query, and no others', () => {
    expect(table.columns).toEqual([...roles]);
    const missing = declared.filter(({ name }) => !table.rows.some((row) => row.name === name)).map(lineOf);
    expect(missing, 'think these over and add them to tests/matrix/permissions.txt').toEqual([]);
    const known = new Set(declared.map(({ name }) => name));
    expect(table.rows.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([]);
    expect(new Set(declared.map(({ name }) => name)).size).toBe(declared.length);
    expect(declared.length).toBeGreaterThan(20);
  });

  it('says for each what the code declares', () => {
    const differing = declared.flatMap((one) => {
      const row = table.rows.find(({ name }) => name === one.name);
      if (!row) return [];
      const same =
        row.everyone === one.may.anyone &&
        row.leye === one.may.system &&
        (row.place === 'one') === (one.scope !== undefined) &&
        roles.every((role) => row.reach[role] === one.may.roles[role]);
      return same ? [] : [lineOf(one)];
    });
    expect(differing, 'the code declares these lines, permissions.txt says otherwise').toEqual([]);
  });

  it('gives nobody a reach that a grant of the role could not have', () => {
    for (const { name, reach } of table.rows)
      for (const role of roles) {
        const own = reach[role];
        if (own !== undefined && own !== 'district') expect(ownOf(role), `${name} ${role}`).toContain(own);
      }
  });

  it('keeps the three administrators out of all business, and everybody else out of people and rights', () => {
    for (const { name, reach, everyone } of table.rows) {
      if (everyone || name === 'today.get') continue;
      const administers = /^(people|audit|messages)\./.test(name);
      for (const role of roles)
        if (role.endsWith('-administrator') !== administers) expect(reach[role], `${name} ${role}`).toBeUndefined();
    }
  });
});

/** How a role may be less than the whole district's: by what its grant names. */
function ownOf(role: Role): readonly Reach[] {
  if (role === 'resident') return ['own-person'];
  if (role === 'employer') return ['own-employer', 'managed-employer'];
  if (role === 'kiosk' || role === 'screen') return ['own-station'];
  const needs = roleNeeds[role];
  if (needs === 'district') return [];
  return needs === 'unit' ? ['own-unit'] : ['own-area'];
}

const ours = { person: 'this-person', employer: 'this-employer', station: 'this-station' } as const;
const theirs = { person: 'another-person', employer: 'another-employer', station: 'another-station' } as const;
const places = {
  own: { unit: 'finance', area: '110112005000', ...ours },
  inside: { unit: 'finance', area: '110112005001', town: '110112005000', ...ours },
  other: { unit: 'commerce', area: '110112109201', town: '110112109000', ...theirs },
  none: {},
} as const satisfies Record<string, Scope>;

/** What the table's letter means, said a second time. */
function meant(reach: Reach | undefined, place: keyof typeof places, isForeman: boolean): ReturnType<typeof decide> {
  if (reach === undefined) return 'no-role';
  if (reach === 'district') return 'allowed';
  if (place !== 'own' && place !== 'inside') return 'out-of-scope';
  return reach === 'managed-employer' && isForeman ? 'managers-only' : 'allowed';
}

const isForeman = (actor: Actor): boolean =>
  actor.kind === 'resident' && actor.grants.some((grant) => grant.role === 'employer' && grant.as === 'foreman');

/** Whoever can hold a role, holding it and nothing else. */
function actorsOf(role: Role): Actor[] {
  const named = { id: 'x', name: 'x' } as const;
  if (role === 'resident') return [{ kind: 'resident', ...named, grants: [{ role, person: ours.person }] }];
  if (role === 'employer')
    return (['manager', 'foreman'] as const).map((as) => ({
      kind: 'resident',
      ...named,
      grants: [{ role, employer: ours.employer, as }],
    }));
  if (role === 'kiosk') return [{ kind: 'kiosk', ...named, grants: [{ role, station: ours.station }] }];
  if (role === 'screen') return [{ kind: 'screen', ...named, grants: [{ role, station: ours.station }] }];
  const grants = [{ role, unit: 'finance', area: '110112005000' }];
  return [
    { kind: 'staff', ...named, grants },
    { kind: 'client', ...named, grants },
  ];
}

describe('every command and query, for every role in its own place, inside it, in another and in none', () => {
  it.each(declared.map((one) => [one.name, one] as const))('%s', (name, { may }) => {
    const row = rowOf(name);
    for (const role of roles)
      for (const actor of actorsOf(role))
        for (const place of Object.keys(places) as (keyof typeof places)[]) // reason: the keys of the object just above
          expect(decide(may, actor, places[place]), `${actor.kind} ${role} ${place}`).toBe(
            row.everyone ? 'allowed' : meant(row.reach[role], place, isForeman(actor)),
          );
    const nobody: Actor = { kind: 'staff', id: 'x', name: 'x', grants: [] };
    for (const actor of [visitor, nobody]) expect(decide(may, actor)).toBe(row.everyone ? 'allowed' : 'no-role');
    expect(decide(may, system('job'))).toBe(row.everyone || row.leye ? 'allowed' : 'no-role');
  });
});

describe('over HTTP, on the whole server as production runs it', () => {
  let city: City;
  beforeAll(async () => {
    city = await openCity();
  }, 120_000);
  afterAll(() => city?.close());

  const routed = declared.flatMap(({ name, route }) => (route === undefined ? [] : [[name, route] as const]));
  const NOBODY = '00000000-0000-7000-8000-000000000000';
  /** Path parameters filled in, and a field that no input has: whoever may gets as far as the check of the shape, and changes nothing. */
  const knock = (asker: Asker, route: string) => {
    const [method, path] = route.split(' ', 2) as ['GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', string]; // reason: the route's type says so
    const url = path.replace(/:\w+/g, NOBODY);
    const unknown = 'a-field-that-no-input-has';
    return method === 'GET' ? asker.ask(method, `${url}?${unknown}=1`) : asker.ask(method, url, { [unknown]: 1 });
  };

  it.each(routed)('%s lets in who may and nobody else', async (name, route) => {
    const row = rowOf(name);
    const open = (role: Role) => row.everyone || row.reach[role] !== undefined;
    const answers = new Map<string, [status: number, meant: number]>();
    const note = async (who: string, asker: Asker, status: number) =>
      answers.set(who, [(await knock(asker, route)).status, status]);
    await note('visitor', city.visitor, row.everyone ? 422 : 401);
    await note('a token that opens nothing', city.impostor, 401);
    for (const role of staffRoles) await note(role, getFrom(city.staff, role), open(role) ? 422 : 403);
    for (const role of clientRoles) await note(`program, ${role}`, getFrom(city.programs, role).here, open(role) ? 422 : 403);
    for (const role of outsideRoles) {
      const asker = getFrom(city.outside, role).here;
      // Whoever acts for an employer is a resident too.
      const held: readonly Role[] = role === 'employer' ? ['resident', 'employer'] : [role];
      await note(role, asker, held.some(open) ? 422 : 403);
    }
    const isForForemen = open('resident') || (open('employer') && row.reach.employer !== 'managed-employer');
    await note('foreman', city.foreman, isForForemen ? 422 : 403);
    const got = Object.fromEntries([...answers].map(([who, [status]]) => [who, status]));
    const wanted = Object.fromEntries([...answers].map(([who, [, status]]) => [who, status]));
    expect(got).toEqual(wanted);
  });

  const single = routed.filter(([name]) => table.rows.some((row) => row.name === name && row.place === 'one'));
  it('every command and query about one record is tried on a record that lies elsewhere', () => {
    expect(Object.keys(samples).toSorted()).toEqual(single.map(([name]) => name).toSorted());
  });

  it.each(single)('%s does not find what lies in another unit or area, or is somebody else’s', async (name, route) => {
    const row = rowOf(name);
    const placed = new Map<Role, { here: Asker; elsewhere: Asker }>([...city.programs, ...city.outside]);
    for (const role of roles) {
      if (row.reach[role] === undefined || row.reach[role] === 'district') continue;
      const input = await samples[name]?.(askersOf(city));
      const [method, path] = route.split(' ', 2) as ['GET' | 'POST' | 'PUT', string]; // reason: as above
      const { url, rest } = filled(path, input ?? {});
      const asked = new URLSearchParams(Object.entries(rest).map(([name, value]) => [name, String(value)]));
      const ask = (asker: Asker) => (method === 'GET' ? asker.ask(method, `${url}?${asked}`) : asker.ask(method, url, rest));
      const { here, elsewhere } = getFrom(placed, role);
      const hidden = await ask(elsewhere);
      expect([hidden.status, hidden.body.code], role).toEqual([404, 'not-found']);
      const found = await ask(here);
      expect([401, 403, 404, 422, 500], `${role} ${found.text}`).not.toContain(found.status);
    }
  });

  it('nothing is reachable that is neither a command, a query, nor on the list of other routes', () => {
    const known = new Set<string>([...routed.map(([, route]) => route), ...Object.keys(otherRoutes)]);
    const unknown = city.routes.filter((route) => !known.has(route));
    expect(unknown, 'give these a permission rule, or a place and a reason in tests/matrix/other-routes.ts').toEqual([]);
    expect(routed.map(([, route]) => route).filter((route) => !city.routes.includes(route))).toEqual([]);
  });

  it.each(Object.entries(otherRoutes))('%s answers a visitor as the list says', async (route, { visitor: statuses }) => {
    const [method, path = ''] = route.split(' ', 2);
    const url = path.replace(/:\w+/g, 'nobody').replace('{*}', 'no-such-file');
    const answer = method === 'GET' ? await city.visitor.ask('GET', url) : await city.visitor.ask('POST', url, {});
    expect(statuses, answer.text).toContain(answer.status);
  });

  const files = Object.entries(otherRoutes).flatMap(([route, { like }]) => (like === undefined ? [] : [[route, like] as const]));
  it.each(files)('%s is given to whom %s is given', async (route, like) => {
    const row = rowOf(like);
    const [method, path = ''] = route.split(' ', 2);
    for (const role of staffRoles) {
      const url = path.replace(/:\w+/g, 'nobody');
      const asker = getFrom(city.staff, role);
      const { status } = method === 'GET' ? await asker.ask('GET', url) : await asker.ask('POST', url, {});
      if (row.reach[role] === undefined) expect(status, role).toBe(403);
      else expect([401, 403], role).not.toContain(status);
    }
  });
});

function filled(path: string, input: Readonly<Record<string, unknown>>) {
  const rest = { ...input };
  const url = path.replace(/:(\w+)/g, (_whole, name: string) => {
    const value = rest[name] ?? '';
    delete rest[name];
    return encodeURIComponent(String(value));
  });
  return { url, rest };
}

function getFrom<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`no ${String(key)}`);
  return value;
}
