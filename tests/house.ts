import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Config } from '../server/config.ts';
import { openHouse } from '../server/house.ts';
import { districtReader } from '../server/kernel/district/read.ts';
import { createApp } from '../server/kernel/http/app.ts';
import { kernelWords } from '../server/kernel/http/errors.ts';
import { languageOf } from '../server/kernel/http/language.ts';
import { loggerOptions } from '../server/kernel/http/logger.ts';
import type { Module } from '../server/kernel/module.ts';
import { DEMO_PASSWORD } from '../server/modules/people/demo-accounts.ts';
import { establishDemoAccounts } from '../server/modules/people/module.ts';
import { citiesFolder, establishCity } from '../server/modules/programme/module.ts';
import { modules } from '../server/modules.ts';
import { testDatabase } from './database.ts';
import { Browser } from './http-browser.ts';

/**
 * The whole house with every module and its jobs, the real Tongzhou programme and an account a role, but without the year's story.
 * `log` receives every line that the server would write, at the level of tracing; `more` are modules of the test's own.
 */
export async function openWholeHouse(log: (line: string) => void = () => {}, more: readonly Module[] = []) {
  const urls = await testDatabase();
  const dataDirectory = await mkdtemp(path.join(tmpdir(), 'leye-house-'));
  const config: Config = {
    mode: 'demo',
    host: '127.0.0.1',
    port: 3000,
    dataDirectory,
    database: { kind: 'server', ownerUrl: urls.ownerUrl, appUrl: urls.appUrl },
    publicAddress: 'http://127.0.0.1:3000',
    secrets: {
      sealKey: randomBytes(32),
      indexKey: randomBytes(32),
      checkpointKey: randomBytes(32),
      sessionSecret: randomBytes(32).toString('hex'),
    },
    trustedProxies: [],
  };
  const house = await openHouse(config, urls, { connections: 12 });
  const { district } = await establishCity(house.kernel, urls.ownerUrl, path.join(citiesFolder, 'tongzhou'));
  const areas = district.areas;
  const town = areas.find(({ level }) => level === 'town')?.code ?? '';
  const village = areas.find(({ parent }) => parent === town)?.code ?? '';
  const otherTown = areas.find(({ code, level }) => level === 'town' && code !== town)?.code ?? '';
  await establishDemoAccounts(house.kernel, district.code, { unit: 'human-resources', town, village, otherTown });
  const app = await createApp(
    {
      kernel: house.kernel,
      ...house.identity,
      districtOf: districtReader(house.kernel.database).of,
      languageOf,
      words: new Map([...Object.entries(kernelWords), ...modules.flatMap((module) => Object.entries(module.words ?? {}))]),
      isDemo: true,
      publicAddress: config.publicAddress,
    },
    [...modules, ...more],
    { logger: loggerOptions('trace', { write: log }), trustProxy: [], version: 'test' },
  );
  await app.ready();
  await house.jobs.schedule();
  await house.jobs.work(house.kernel);
  return {
    ...house,
    app,
    urls,
    config,
    district: district.code,
    town,
    village,
    otherTown,
    /** A browser that has signed in with a demonstration account. */
    async signIn(name: string): Promise<Browser> {
      const browser = new Browser({ app });
      const { status } = await browser.ask('POST', '/api/sign-in', { name, password: DEMO_PASSWORD });
      if (status !== 200) throw new Error(`${name} could not sign in: ${status}`);
      return browser;
    },
    async close() {
      await app.close();
      await house.close();
      await urls.drop();
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}

export type WholeHouse = Awaited<ReturnType<typeof openWholeHouse>>;
