import { randomBytes } from 'node:crypto';
import diagnostics from 'node:diagnostics_channel';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import type { Config } from '../../server/config.ts';
import { openHouse } from '../../server/house.ts';
import {
  type Actor,
  type OutsideRole,
  type StaffGrant,
  type StaffRole,
  staffRoles,
  system,
} from '../../server/kernel/actor/actor.ts';
import { allowSystem } from '../../server/kernel/actor/permission.ts';
import { command } from '../../server/kernel/command/command.ts';
import { execute, type Kernel } from '../../server/kernel/command/run.ts';
import { syntheticCreditCode, syntheticIdNumber } from '../../server/kernel/identifier/synthetic.ts';
import { createServer } from '../../server/main.ts';
import { setUpKiosk } from '../../server/modules/gigs/devices/commands.ts';
import type { DeviceKind } from '../../server/modules/gigs/devices/contract.ts';
import { deviceCookie } from '../../server/modules/gigs/devices/token.ts';
import { openStation } from '../../server/modules/gigs/module.ts';
import { createClient } from '../../server/modules/people/commands/clients.ts';
import { inviteStaff } from '../../server/modules/people/commands/invite-staff.ts';
import { grantRole } from '../../server/modules/people/commands/roles.ts';
import { clientRoles, roleNeeds } from '../../server/modules/people/rules.ts';
import { citiesFolder, establishCity } from '../../server/modules/programme/module.ts';
import {
  openSession,
  registerPerson,
  requireIdNumber,
  requireMobile,
  sessionCookie,
} from '../../server/modules/residents/module.ts';
import { testDatabase } from '../database.ts';
import { Browser, settleIn } from '../http-browser.ts';

/** Where the actors work, and two places that are not theirs. */
export const here = { unit: 'culture-tourism', town: '110112109000', village: '110112109201' } as const;
export const elsewhere = { unit: 'finance', town: '110112001000', village: '110112001001' } as const;

type Where = typeof here | typeof elsewhere;
const grantAt = (role: StaffRole, { unit, town, village }: Where): StaffGrant => {
  const needs = roleNeeds[role];
  if (needs === 'unit') return { role, unit };
  if (needs === 'district') return { role };
  return { role, area: needs.includes('village') ? village : town };
};

/**
 * The whole server as production runs it, on a free port, with the real programme: one signed-in person a role, and a program a
 * role that programs may hold, here and elsewhere.
 */
export async function openCity() {
  const urls = await testDatabase();
  const dataDirectory = await mkdtemp(path.join(tmpdir(), 'leye-matrix-'));
  const config: Config = {
    mode: 'production',
    host: '127.0.0.1',
    port: 0,
    dataDirectory,
    database: { kind: 'server', ...urls },
    publicAddress: 'http://leye.test',
    secrets: {
      sealKey: randomBytes(32),
      indexKey: randomBytes(32),
      checkpointKey: randomBytes(32),
      sessionSecret: randomBytes(32).toString('hex'),
    },
    trustedProxies: [],
  };
  const { kernel, close: closeHouse } = await openHouse(config, urls);
  const { district } = await establishCity(kernel, urls.ownerUrl, path.join(citiesFolder, 'tongzhou'));
  const routes = watchRoutes();
  const server = await createServer(config, urls);
  const address = await server.listen();
  const call = { district: district.code, actor: system('matrix') };

  const staff = new Map<StaffRole, Browser>();
  for (const role of staffRoles) {
    const email = `${role}@example.cn`;
    const { account, oneTimePassword } = await execute(kernel, inviteStaff, { name: role, email }, call);
    await execute(kernel, grantRole, { account, ...grantAt(role, here) }, call);
    staff.set(role, (await settleIn(address, email, oneTimePassword ?? '')).browser);
  }
  const program = async (role: StaffRole, where: Where) => {
    const { token } = await execute(kernel, createClient, { name: role, grants: [grantAt(role, where)] }, call);
    return bearing(address, token ?? '');
  };
  const programs = new Map<StaffRole, { here: Asker; elsewhere: Asker }>();
  for (const role of clientRoles)
    programs.set(role, { here: await program(role, here), elsewhere: await program(role, elsewhere) });

  return {
    address,
    /** `GET /path` of everything registered. */
    routes: routes(),
    staff,
    programs,
    ...(await openOutside(kernel, config, district.code, address)),
    visitor: new Browser(address),
    impostor: bearing(address, 'leye_this-opens-nothing'),
    async close() {
      await server.close();
      await closeHouse();
      await urls.drop();
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}

/**
 * People who are not staff, each with another of their kind who is `elsewhere`: two residents, two who each manage an employer, and the
 * kiosks and screens of two gig stations; and a foreman of the employer here. They have registered at a counter; a gateway for text messages, which a code would need, this house has none.
 */
async function openOutside(kernel: Kernel, config: Config, district: string, address: string) {
  const person = async (serial: number): Promise<Person> => {
    const call = { district, actor: system('matrix') };
    const idNumber = syntheticIdNumber(() => serial / 10, { bornFrom: '1980-01-01', bornUntil: '1990-12-31' });
    const { resident, token } = await execute(kernel, letIn, { mobile: `1990000000${serial}`, idNumber }, call);
    const cookie = sessionCookie(config.publicAddress, token).split(';')[0] ?? '';
    const browser = new Browser(address);
    return { resident, ask: (method, url, body, headers) => browser.ask(method, url, body, { ...headers, cookie }) };
  };
  const manager = async (serial: number): Promise<Manager> => {
    const one = await person(serial);
    const creditCode = syntheticCreditCode(() => serial / 10);
    const { body, text } = await one.ask('POST', '/api/employers', { name: `云澜第${serial}装卸队`, creditCode });
    if (typeof body?.employer !== 'string') throw new Error(`an employer could not be registered: ${text}`);
    return { ...one, employer: body.employer, creditCode };
  };
  const managers = { here: await manager(3), elsewhere: await manager(4) };
  const foreman = await person(5);
  const { status, text } = await managers.here.ask('POST', `/api/employers/${managers.here.employer}/foremen`, {
    mobile: '19900000005',
  });
  if (status !== 200) throw new Error(`a foreman could not be added: ${text}`);
  const residents = { here: await person(1), elsewhere: await person(2) };
  const officer: Actor = { kind: 'staff', id: 'matrix', name: '专班', grants: [{ role: 'programme-office' }] };
  const call = { district, actor: officer };
  const station = async (name: string, area: string): Promise<string> => {
    const given = { name: { zh: name, en: name }, address: '示例路1号', area, telephone: '010-00000000' };
    // Open all day: the tests run at any hour.
    const hours = { opensAt: '00:00', closesAt: '23:59', roundMinutes: 60, answerMinutes: 10 };
    return (await execute(kernel, openStation, { ...given, ...hours }, call)).station;
  };
  const stations = { here: await station('此处零工站', here.village), elsewhere: await station('别处零工站', elsewhere.village) };
  const device = async (kind: DeviceKind, of: string): Promise<Asker> => {
    const { token } = await execute(kernel, setUpKiosk, { station: of, kind, name: '门口' }, call);
    const cookie = deviceCookie(config.publicAddress, token).split(';')[0] ?? '';
    const browser = new Browser(address);
    return { ask: (method, url, body, headers) => browser.ask(method, url, body, { ...headers, cookie }) };
  };
  const outside = new Map<OutsideRole, { here: Asker; elsewhere: Asker }>([
    ['resident', residents],
    ['employer', managers],
    ['kiosk', { here: await device('kiosk', stations.here), elsewhere: await device('kiosk', stations.elsewhere) }],
    ['screen', { here: await device('screen', stations.here), elsewhere: await device('screen', stations.elsewhere) }],
  ]);
  return { managers, foreman, residents, stations, outside };
}

export type Person = Asker & { readonly resident: string };
export type Manager = Person & { readonly employer: string; readonly creditCode: string };

const letIn = command({
  name: 'matrix.let-in',
  input: Type.Object({ mobile: Type.String(), idNumber: Type.String() }),
  may: allowSystem,
  run: async ({ mobile, idNumber }, work) => {
    const person = { mobile: requireMobile(mobile), idNumber: requireIdNumber(idNumber, work.today) };
    const { resident } = await registerPerson(work, person);
    return { resident, token: await openSession(work, resident, 'phone') };
  },
  keeps: () => null,
});

/** Fastify tells of every server it makes; from then on every route is heard of, hidden ones too. Answers what was heard, and stops. */
function watchRoutes(): () => readonly string[] {
  const routes: string[] = [];
  const hear = (message: unknown) => {
    const { fastify } = message as { fastify: FastifyInstance }; // reason: what fastify publishes on this channel
    fastify.addHook('onRoute', ({ method, url }) => void routes.push(...[method].flat().map((one) => `${one} ${url}`)));
  };
  diagnostics.subscribe('fastify.initialization', hear);
  return () => {
    diagnostics.unsubscribe('fastify.initialization', hear);
    return routes.filter((route) => !route.startsWith('HEAD '));
  };
}

export type City = Awaited<ReturnType<typeof openCity>>;
export type Asker = Pick<Browser, 'ask'>;

function bearing(address: string, token: string): Asker {
  const browser = new Browser(address);
  return {
    ask: (method, url, body, headers) => browser.ask(method, url, body, { ...headers, authorization: `Bearer ${token}` }),
  };
}
