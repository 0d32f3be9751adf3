import { randomBytes } from 'node:crypto';
import diagnostics from 'node:diagnostics_channel';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../../server/config.ts';
import { openHouse } from '../../server/house.ts';
import { type Grant, type Role, roles, system } from '../../server/kernel/actor/actor.ts';
import { execute } from '../../server/kernel/command/run.ts';
import { createServer } from '../../server/main.ts';
import { createClient } from '../../server/modules/people/commands/clients.ts';
import { inviteStaff } from '../../server/modules/people/commands/invite-staff.ts';
import { grantRole } from '../../server/modules/people/commands/roles.ts';
import { clientRoles, roleNeeds } from '../../server/modules/people/rules.ts';
import { citiesFolder, establishCity } from '../../server/modules/programme/module.ts';
import { testDatabase } from '../database.ts';
import { Browser, settleIn } from '../http-browser.ts';

/** Where the actors work, and two places that are not theirs. */
export const here = { unit: 'culture-tourism', town: '110112109000', village: '110112109201' } as const;
export const elsewhere = { unit: 'finance', town: '110112001000', village: '110112001001' } as const;

type Where = typeof here | typeof elsewhere;
const grantAt = (role: Role, { unit, town, village }: Where): Grant => {
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

  const staff = new Map<Role, Browser>();
  for (const role of roles) {
    const email = `${role}@example.cn`;
    const { account, oneTimePassword } = await execute(kernel, inviteStaff, { name: role, email }, call);
    await execute(kernel, grantRole, { account, ...grantAt(role, here) }, call);
    staff.set(role, (await settleIn(address, email, oneTimePassword ?? '')).browser);
  }
  const program = async (role: Role, where: Where) => {
    const { token } = await execute(kernel, createClient, { name: role, grants: [grantAt(role, where)] }, call);
    return bearing(address, token ?? '');
  };
  const programs = new Map<Role, { here: Asker; elsewhere: Asker }>();
  for (const role of clientRoles)
    programs.set(role, { here: await program(role, here), elsewhere: await program(role, elsewhere) });

  return {
    address,
    /** `GET /path` of everything registered. */
    routes: routes(),
    staff,
    programs,
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
