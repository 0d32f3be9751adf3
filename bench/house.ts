import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { systemClock } from '../server/kernel/clock.ts';
import type { Kernel } from '../server/kernel/command/run.ts';
import type { Services } from '../server/kernel/command/services.ts';
import { connect } from '../server/kernel/database/connect.ts';
import { startEmbedded } from '../server/kernel/database/embedded.ts';
import { migrate, openAppRole } from '../server/kernel/database/migrate.ts';
import { createSeal } from '../server/kernel/seal/seal.ts';
import { loadCalendar } from '../server/kernel/term/load-calendar.ts';
import { citiesFolder, establishCity } from '../server/modules/programme/module.ts';
import { modules } from '../server/modules.ts';

export const DISTRICT = '110112';

/** A house of its own for one benchmark: the embedded PostgreSQL with its real durability, Tongzhou established, nothing recorded. */
export async function openHouse(connections = 8) {
  const directory = await mkdtemp(path.join(tmpdir(), 'leye-bench-'));
  const server = await startEmbedded({ directory });
  await migrate(server.ownerUrl);
  const appUrl = await openAppRole(server.ownerUrl, randomBytes(12).toString('hex'));
  const database = connect(appUrl, { connections });
  const services = {
    seal: createSeal({ sealKey: randomBytes(32), indexKey: randomBytes(32) }),
    dataDirectory: directory,
    calendar: loadCalendar(fileURLToPath(new URL('../programme/calendar', import.meta.url))),
    wording: new Map(),
    tasks: [],
    duties: [],
    timelineSources: [],
    lightParts: modules.flatMap((module) => module.lights ?? []),
    bulletinParts: modules.flatMap((module) => module.bulletin ?? []),
  } as unknown as Services; // reason: the measured commands use no others
  const kernel: Kernel = {
    database,
    clock: systemClock,
    kinds: new Map(modules.flatMap((module) => module.kinds ?? []).map((kind) => [kind.name, kind])),
    services,
    jobsIn: () => ({ send: async () => {} }),
  };
  await establishCity(kernel, server.ownerUrl, path.join(citiesFolder, 'tongzhou'));
  return {
    kernel,
    ownerUrl: server.ownerUrl,
    appUrl,
    directory,
    async close() {
      await database.close();
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

export type House = Awaited<ReturnType<typeof openHouse>>;

/** The p-th percentile of milliseconds, nearest rank. */
export function percentile(times: readonly number[], p: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((p / 100) * sorted.length) - 1)] ?? Number.NaN;
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** One line of the report: what, figure, peer, ratio. */
export type Line = {
  readonly what: string;
  readonly leye: string;
  readonly peer: string;
  readonly ratio: string;
  readonly bar: string;
  readonly holds: boolean;
};
