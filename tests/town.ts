import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Static, TSchema } from 'typebox';
import type { Config } from '../server/config.ts';
import { system } from '../server/kernel/actor/actor.ts';
import { type Clock, systemClock } from '../server/kernel/clock.ts';
import type { Command } from '../server/kernel/command/command.ts';
import { execute, type Kernel } from '../server/kernel/command/run.ts';
import type { Services } from '../server/kernel/command/services.ts';
import { connect, type Database } from '../server/kernel/database/connect.ts';
import { inDistrict } from '../server/kernel/database/transaction.ts';
import { establishDistrict } from '../server/kernel/district/establish.ts';
import { createApp } from '../server/kernel/http/app.ts';
import { kernelWords } from '../server/kernel/http/errors.ts';
import { composeIdentity } from '../server/kernel/http/identity.ts';
import { languageOf } from '../server/kernel/http/language.ts';
import { createNotify } from '../server/kernel/notify/notify.ts';
import { createSeal } from '../server/kernel/seal/seal.ts';
import { accountAddress, createPeople, type PeopleService, people as peopleModule } from '../server/modules/people/module.ts';
import { type TestDatabase, testDatabase } from './database.ts';

export const district = '110112';
export const areas = [
  { code: '110112000000', name: '通州区', level: 'county', parent: null },
  { code: '110112005000', name: '玉桥街道', level: 'town', parent: '110112000000' },
  { code: '110112005001', name: '乔庄社区', level: 'village', parent: '110112005000' },
  { code: '110112109000', name: '宋庄镇', level: 'town', parent: '110112000000' },
] as const;

/** A district with its people, over HTTP and over a real database; no other module. */
export type Town = {
  readonly database: Database;
  readonly urls: TestDatabase;
  readonly people: PeopleService;
  readonly kernel: Kernel;
  readonly app: FastifyInstance;
  readonly config: Config;
  /** The district's audit log, oldest first. */
  audit(): Promise<{ actor: string; action: string; outcome: string; content: string }[]>;
  /** A transaction in the district; end it with `done`. */
  district(): ReturnType<typeof inDistrictByHand>;
  close(): Promise<void>;
};

export async function openTown(
  options: { mode?: Config['mode']; clock?: Clock; oidc?: Config['oidc']; publicAddress?: string } = {},
): Promise<Town> {
  const urls = await testDatabase();
  await establishDistrict(urls.ownerUrl, {
    code: district,
    name: { zh: '通州区', en: 'Tongzhou' },
    startsOn: '2025-01-01',
    areas,
  });
  const town = await serve(urls, options);
  const { client, done } = await inDistrictByHand(town.database);
  await client.query(
    `INSERT INTO unit (district, code, name) VALUES ('${district}', 'human-resources', '区人力社保局'), ('${district}', 'finance', '区财政局')`,
  );
  await done();
  return { ...town, close: () => town.close().finally(() => urls.drop()) };
}

/** Another server process on the same database. */
export async function serve(
  urls: TestDatabase,
  options: { mode?: Config['mode']; clock?: Clock; oidc?: Config['oidc']; publicAddress?: string } = {},
): Promise<Town> {
  const config: Config = {
    mode: options.mode ?? 'production',
    host: '127.0.0.1',
    port: 3000,
    dataDirectory: '/nonexistent',
    database: { kind: 'server', ownerUrl: urls.ownerUrl, appUrl: urls.appUrl },
    publicAddress: options.publicAddress ?? 'http://127.0.0.1:3000',
    secrets: {
      sealKey: randomBytes(32),
      indexKey: randomBytes(32),
      checkpointKey: randomBytes(32),
      sessionSecret: 'the session secret of the tests, long enough',
    },
    oidc: options.oidc,
    trustedProxies: [],
  };
  const clock = options.clock ?? systemClock;
  const database = connect(urls.appUrl, { connections: 8 });
  const people = await createPeople({ config, database, clock, log: () => {} });
  const kernel: Kernel = {
    database,
    clock,
    kinds: new Map(),
    services: {
      people,
      seal: createSeal(config.secrets),
      notify: createNotify({ ...config, addressOf: accountAddress }),
      dataDirectory: config.dataDirectory,
    } as Services, // reason: nothing in this module stores files, asks the audit log or has tasks
    jobsIn: () => ({
      send: async () => {
        throw new Error('this module sends no jobs');
      },
    }),
  };
  const words = new Map([...Object.entries(kernelWords), ...Object.entries(peopleModule.words ?? {})]);
  const app = await createApp(
    {
      kernel,
      ...composeIdentity(people.identify, [], { kernel, districtOf: people.districtOf, publicAddress: config.publicAddress }),
      districtOf: people.districtOf,
      languageOf,
      words,
      isDemo: config.mode === 'demo',
      publicAddress: config.publicAddress,
    },
    [peopleModule],
    { logger: false, trustProxy: ['127.0.0.2'], version: 'test' },
  );
  await app.ready();
  const close = async () => {
    await app.close();
    await database.close();
  };
  const audit = () =>
    inDistrict(
      database,
      district,
      ({ db }) =>
        db.selectFrom('audit_entry').select(['actor', 'action', 'outcome', 'content']).orderBy('at').orderBy('id').execute(),
      'read',
    );
  return { database, urls, people, kernel, app, config, audit, district: () => inDistrictByHand(database), close };
}

async function inDistrictByHand(database: Database) {
  const client = await database.pool.connect();
  await client.query(`BEGIN; SET LOCAL app.district = '${district}'`);
  return {
    client,
    done: async () => {
      await client.query('COMMIT');
      client.release();
    },
  };
}

/** Runs a command as Leye itself. */
export const asSystem = <Input extends TSchema, Answer>(
  town: Town,
  command: Command<Input, Answer>,
  input: Static<Input>,
): Promise<Answer> => execute(town.kernel, command, input, { district, actor: system('test') });
