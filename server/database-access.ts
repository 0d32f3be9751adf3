import { createHmac } from 'node:crypto';
import type { Config } from './config.ts';
import { type Embedded, type EmbeddedOptions, runningEmbedded, startEmbedded } from './kernel/database/embedded.ts';
import { DataFolderHeldError, holdFolder } from './kernel/database/folder-lock.ts';
import { migrate, openAppRole } from './kernel/database/migrate.ts';
import { checkServer } from './kernel/database/server-check.ts';

export type DatabaseEvent = Parameters<NonNullable<EmbeddedOptions['onEvent']>>[0];

/** A database that is up to date, with the addresses of its owner and of the application's role. */
export interface OpenDatabase {
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** The migrations that this opening applied. */
  readonly applied: readonly string[];
  /** Whether the embedded database's disk is too full to save anything. Absent: the disk is not ours to watch. */
  readonly isDiskFull?: () => boolean;
  close(): Promise<void>;
  /** Does not wait; for a process that is ending. */
  closeAtOnce(): void;
}

/**
 * Opens the configured database for the server, which already holds the data folder: starts the embedded one or checks DATABASE_URL,
 * migrates as the owner, and opens the role that the server works with.
 */
export async function openDatabase(config: Config, onEvent?: (event: DatabaseEvent) => void): Promise<OpenDatabase> {
  if (config.database.kind === 'server') {
    await checkServer(config.database.ownerUrl, 'DATABASE_URL');
    return prepared(config, config.database.ownerUrl, undefined);
  }
  const embedded = await startEmbedded({ directory: config.dataDirectory, onEvent });
  try {
    return await prepared(config, embedded.ownerUrl, embedded);
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

/**
 * Opens the database for a command of the command line, beside a server that runs or alone. Beside a server the embedded database is
 * the server's: it is used where it is, and `close` leaves it running.
 */
export async function reachDatabase(config: Config): Promise<OpenDatabase> {
  if (config.database.kind === 'server') return openDatabase(config);
  try {
    const lock = await holdFolder(config.dataDirectory, `leye ${process.argv.slice(2, 4).join(' ')}`);
    try {
      const database = await openDatabase(config);
      return { ...database, close: () => database.close().finally(() => lock.release()) };
    } catch (error) {
      await lock.release();
      throw error;
    }
  } catch (error) {
    const ownerUrl = error instanceof DataFolderHeldError ? await runningEmbedded(config.dataDirectory) : undefined;
    if (!ownerUrl) throw error;
    return { ownerUrl, appUrl: withAppRole(config, ownerUrl), applied: [], close: async () => {}, closeAtOnce() {} };
  }
}

async function prepared(config: Config, ownerUrl: string, embedded: Embedded | undefined): Promise<OpenDatabase> {
  const { applied } = await migrate(ownerUrl);
  const named = config.database.kind === 'server' ? config.database.appUrl : undefined;
  if (named) await checkServer(named, 'LEYE_APP_DATABASE_URL');
  const appUrl = named ?? (await openAppRole(ownerUrl, appPassword(config)));
  return {
    ownerUrl,
    appUrl,
    applied,
    isDiskFull: embedded?.isDiskFull,
    close: async () => embedded?.stop(),
    closeAtOnce: () => embedded?.stopAtOnce(),
  };
}

/** The application role's password, made from a secret that is kept anyway; nobody has to type it. */
const appPassword = (config: Config): string =>
  createHmac('sha256', config.secrets.sessionSecret).update('leye_app').digest('hex');

const withAppRole = (config: Config, ownerUrl: string): string =>
  Object.assign(new URL(ownerUrl), { username: 'leye_app', password: appPassword(config) }).href;
