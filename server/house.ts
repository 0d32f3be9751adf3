import { fileURLToPath } from 'node:url';
import type { Config } from './config.ts';
import { readWitness } from './kernel/audit/witness.ts';
import { systemClock } from './kernel/clock.ts';
import type { Kernel } from './kernel/command/run.ts';
import { type ConnectOptions, connect } from './kernel/database/connect.ts';
import { composeIdentity } from './kernel/http/identity.ts';
import { startJobs } from './kernel/job/boss.ts';
import { createNotify } from './kernel/notify/notify.ts';
import { createSeal } from './kernel/seal/seal.ts';
import { loadCalendar } from './kernel/term/load-calendar.ts';
import { createAudit } from './modules/audit/module.ts';
import { accountAddress, createPeople } from './modules/people/module.ts';
import { modules } from './modules.ts';

/** The working days of each year, as announced: `programme/calendar/<year>.csv`. */
const calendarFolder = fileURLToPath(new URL('../programme/calendar', import.meta.url));

/**
 * The house without its face: database, seal, people, jobs, fact kinds. The server puts HTTP before it; `leye demo` and
 * `leye programme` work in it directly.
 */
export async function openHouse(config: Config, urls: { appUrl: string }, options: ConnectOptions = {}) {
  const database = connect(urls.appUrl, options);
  const people = await createPeople({ config, database, clock: systemClock });
  const audit = createAudit({
    seed: config.secrets.checkpointKey,
    witness: readWitness(process.env),
    database,
    clock: systemClock,
  });
  const jobs = await startJobs(
    urls.appUrl,
    modules.flatMap((module) => module.jobs ?? []),
  );
  const sealKeys = { sealKey: config.secrets.sealKey, indexKey: config.secrets.indexKey };
  const kernel: Kernel = {
    database,
    clock: systemClock,
    kinds: new Map(modules.flatMap((module) => module.kinds ?? []).map((kind) => [kind.name, kind])),
    jobsIn: jobs.jobsIn,
    services: {
      seal: createSeal(sealKeys),
      sealKeys,
      dataDirectory: config.dataDirectory,
      calendar: loadCalendar(calendarFolder),
      wording: new Map(modules.flatMap((module) => Object.entries(module.words ?? {}))),
      people,
      audit,
      notify: createNotify({ ...config, addressOf: accountAddress }),
      tasks: modules.flatMap((module) => module.tasks ?? []),
      timelineSources: modules.flatMap((module) => module.timeline ?? []),
      duties: modules.flatMap((module) => module.duties ?? []),
      lightParts: modules.flatMap((module) => module.lights ?? []),
      bulletinParts: modules.flatMap((module) => module.bulletin ?? []),
      doubts: modules.flatMap((module) => module.doubts ?? []),
      mine: modules.flatMap((module) => module.mine ?? []),
      forEmployers: modules.flatMap((module) => module.forEmployers ?? []),
    },
  };
  const sources = modules.flatMap((module) => module.identify ?? []);
  const { districtOf } = people;
  const identity = composeIdentity(people.identify, sources, { kernel, districtOf, publicAddress: config.publicAddress });
  return {
    kernel,
    people,
    identity,
    jobs,
    async close() {
      await jobs.stop();
      await database.close();
    },
  };
}
