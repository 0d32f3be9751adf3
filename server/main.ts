import { readFileSync } from 'node:fs';
import type { Config } from './config.ts';
import { systemClock } from './kernel/clock.ts';
import type { Kernel } from './kernel/command/run.ts';
import { connect } from './kernel/database/connect.ts';
import type { Transaction } from './kernel/database/transaction.ts';
import { districtReader } from './kernel/district/read.ts';
import { startFolding } from './kernel/fact/fold.ts';
import { createApp } from './kernel/http/app.ts';
import { kernelWords } from './kernel/http/errors.ts';
import type { Host } from './kernel/http/host.ts';
import { languageOf } from './kernel/http/language.ts';
import { startJobs } from './kernel/job/boss.ts';
import { createSeal } from './kernel/seal/seal.ts';
import { createPeople } from './modules/people/module.ts';
import { bootDemo } from './modules/demo/module.ts';
import { modules } from './modules.ts';

const version = (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }).version; // reason: our own file

/** The composition root: config, database, modules, faces. `start.ts` has opened the database and migrated it. */
export async function createServer(config: Config, urls: { ownerUrl: string; appUrl: string }) {
  const database = connect(urls.appUrl, { queryTimeout: 30_000 });
  const clock = systemClock;
  const districts = districtReader(database);
  const declaredJobs = modules.flatMap((module) => module.jobs ?? []);
  const jobs = await startJobs(urls.appUrl, declaredJobs, () => {});
  const kinds = new Map(modules.flatMap((module) => module.kinds ?? []).map((kind) => [kind.name, kind]));
  const seal = createSeal({ sealKey: config.secrets.sealKey, indexKey: config.secrets.indexKey });
  const people = await createPeople({ config, database, clock });
  const kernel: Kernel = {
    database,
    clock,
    kinds,
    jobsIn: (transaction: Transaction) => jobs.jobsIn(transaction),
    services: { seal, dataDirectory: config.dataDirectory, people, tasks: modules.flatMap((module) => module.tasks ?? []) },
  };
  const words = new Map([...Object.entries(kernelWords), ...modules.flatMap((module) => Object.entries(module.words ?? {}))]);
  const host: Host = {
    kernel,
    identify: people.identify,
    districtOf: districts.of,
    languageOf,
    words,
    isDemo: config.mode === 'demo',
    publicAddress: config.publicAddress,
  };
  const app = await createApp(host, modules, {
    logger: config.mode === 'production' ? { level: 'info' } : { level: 'error' },
    trustProxy: config.trustedProxies,
    version,
  });
  const demo = host.isDemo ? await bootDemo(kernel, urls.ownerUrl) : undefined;
  const folding = startFolding(database, districts.all);
  await jobs.work(kernel);

  return {
    demoAccounts: demo?.accounts,
    listen: () => app.listen({ host: config.host, port: config.port }),
    async close() {
      await app.close();
      await jobs.stop();
      await folding.stop();
      await database.close();
    },
  };
}
