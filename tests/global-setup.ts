import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../server/kernel/database/embedded.ts';
import { migrate, openAppRole } from '../server/kernel/database/migrate.ts';
import { commandOf, isAlive } from '../server/kernel/database/running-process.ts';
import { TEMPLATE } from './database.ts';

const PREFIX = 'leye-tests-';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Addresses on the run's PostgreSQL: as owner, and as the application role; both name the template database. */
    testServer: { ownerUrl: string; appUrl: string };
  }
}

/** Starts the run's PostgreSQL, without fsync because nobody keeps it, and migrates the template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeLeftovers();
  const directory = await mkdtemp(path.join(tmpdir(), `${PREFIX}${process.pid}-`));
  const server = await startEmbedded({
    directory,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', shared_buffers: '128MB' },
  });
  const remove = async () => {
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  };
  try {
    project.provide('testServer', await migratedTemplate(server.ownerUrl));
  } catch (error) {
    await remove();
    throw error;
  }
  return remove;
}

async function migratedTemplate(serverUrl: string): Promise<{ ownerUrl: string; appUrl: string }> {
  const owner = new Client({ connectionString: serverUrl });
  await owner.connect();
  await owner.query(`CREATE DATABASE ${TEMPLATE}`);
  await owner.end();
  const ownerUrl = Object.assign(new URL(serverUrl), { pathname: `/${TEMPLATE}` }).href;
  await migrate(ownerUrl);
  return { ownerUrl, appUrl: await openAppRole(ownerUrl, 'of-the-tests') };
}

// A run that was killed leaves its PostgreSQL and its folder behind.
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const run = Number(name.match(new RegExp(`^${PREFIX}(\\d+)-`))?.[1]);
    if (!run || isAlive(run)) continue;
    const directory = path.join(tmpdir(), name);
    const cluster = path.join(directory, 'postgres', 'cluster');
    const pid = Number.parseInt(await readFile(path.join(cluster, 'postmaster.pid'), 'utf8').catch(() => ''), 10);
    if (pid && isAlive(pid) && (await commandOf(pid))?.folder === cluster) {
      process.kill(pid, 'SIGQUIT');
      while (isAlive(pid)) await pause(20);
    }
    await rm(directory, { recursive: true, force: true });
  }
}
