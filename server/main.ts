import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Config } from './config.ts';
import { followFacts } from './follow-facts.ts';
import { openHouse } from './house.ts';
import { startCheckpoints } from './kernel/audit/start-checkpoints.ts';
import { openAhead } from './kernel/database/connect.ts';
import { districtReader } from './kernel/district/read.ts';
import { startFolding } from './kernel/fact/fold.ts';
import { createApp } from './kernel/http/app.ts';
import { kernelWords } from './kernel/http/errors.ts';
import type { Host } from './kernel/http/host.ts';
import { languageOf } from './kernel/http/language.ts';
import { loggerOptions } from './kernel/http/logger.ts';
import { sealWords } from './kernel/seal/words.ts';
import { startDemo } from './modules/demo/module.ts';
import { modules } from './modules.ts';

const version = (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }).version; // reason: our own file

/** After a start whoever waited for the server comes first, all at once; what works by itself (a station's round, messages) begins then. */
const SETTLE_MS = 5000;

/** The composition root: house, faces, listen. `start.ts` has opened the database and migrated it. */
export async function createServer(
  config: Config,
  urls: { ownerUrl: string; appUrl: string; isDiskFull?: () => boolean },
  logger = loggerOptions(config.mode === 'production' ? 'info' : 'error'),
) {
  const house = await openHouse(config, urls, { watched: true, isDiskFull: urls.isDiskFull });
  const districts = districtReader(house.kernel.database);
  const host: Host = {
    kernel: house.kernel,
    ...house.identity,
    districtOf: districts.of,
    languageOf,
    words: new Map([
      ...Object.entries(kernelWords),
      ...Object.entries(sealWords),
      ...modules.flatMap((module) => Object.entries(module.words ?? {})),
    ]),
    isDemo: config.mode === 'demo',
    publicAddress: config.publicAddress,
  };
  const app = await createApp(host, modules, {
    logger,
    trustProxy: config.trustedProxies,
    version,
  });
  // While the demonstration tells its past, what follows from it follows on the story's own clock.
  let isTelling = host.isDemo;
  const folding = startFolding(house.kernel.database, districts.all, async (district) => {
    if (!isTelling) await follow(district);
  });
  const follow = (district: string) =>
    followFacts(house.kernel, district).catch((error: unknown) =>
      app.log.error(
        { district, error },
        'what follows from new facts was not worked out; the next facts, or the night, make it good',
      ),
    );
  const { database, clock, services } = house.kernel;
  const checkpoints = startCheckpoints({
    database,
    clock,
    keys: services.audit.keys,
    witness: services.audit.witness,
    districts: districts.all,
    onError: (error, district) =>
      app.log.error({ district, error }, 'a checkpoint of the audit log was not taken or not witnessed'),
  });
  const closing = new AbortController();
  const demo = host.isDemo ? await startDemo(house.kernel, urls.ownerUrl, closing.signal) : undefined;
  demo?.told
    .catch((error: unknown) => {
      if (closing.signal.aborted) return; // the database was closed under it
      app.log.error({ error }, 'the story of the demonstration was not told to its end; the next start goes on');
    })
    .finally(() => {
      isTelling = false;
    });

  await house.jobs.schedule();
  const workWhenSettled = async () => {
    const isClosing = await pause(SETTLE_MS, false, { signal: closing.signal }).catch(() => true);
    if (!isClosing) await house.jobs.work(house.kernel);
  };
  let working: Promise<void> | undefined;
  return {
    demoAccounts: demo?.accounts,
    async listen() {
      await openAhead(database);
      const address = await app.listen({ host: config.host, port: config.port });
      working = workWhenSettled().catch((error: unknown) =>
        app.log.error({ error }, 'what works by itself was not begun; start again'),
      );
      return address;
    },
    async close() {
      closing.abort();
      await working;
      await app.close();
      await folding.stop();
      await checkpoints.stop();
      await house.close();
    },
  };
}
