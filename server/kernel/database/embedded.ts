import { execFile } from 'node:child_process';
import { chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { holdReserve } from './disk-reserve.ts';
import { addressOf, connectAs, type Logins, loginsOf } from './embedded-login.ts';
import { giveTo, type Place, PlaceError, placeFor } from './embedded-place.ts';
import {
  DatabaseStartError,
  failure,
  findLeftover,
  ownership,
  type Settings,
  startPostmaster,
  stopPostmaster,
} from './embedded-postmaster.ts';
import { type Program, programFor } from './embedded-program.ts';
import { isAlive } from './running-process.ts';

const run = promisify(execFile);

/** Durable to the disk, reachable from this machine only, in UTC. */
const SETTINGS: Settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  // Tables fill within seconds of a first start or a large import; statistics a minute old would know them as empty.
  autovacuum_naptime: '10s',
  fsync: 'on',
  synchronous_commit: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // A failed statement and its error quote what was sent, which may be an ID number: Leye is told of it, the log is not.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
};

export interface EmbeddedOptions {
  /** Leye's data folder; made when missing. */
  readonly directory: string;
  /** Only to insist on one; by default a free port is chosen once and remembered. */
  readonly port?: number;
  /** Settings of PostgreSQL that differ from our own, by name. */
  readonly settings?: Settings;
  /** Told when the database died and is being started again, when it is back, and when its disk is full or free again. */
  readonly onEvent?: (event: 'died' | 'back' | 'disk-full' | 'disk-free' | DatabaseStartError) => void;
}

export interface Embedded {
  /** `postgres://…/leye` as the database's owner, who may make roles and databases and is not a superuser. */
  readonly ownerUrl: string;
  /** The process that is PostgreSQL now; another one after a crash. */
  readonly pid: () => number;
  /** Whether its disk is too full to save anything; what is saved can still be read. */
  readonly isDiskFull: () => boolean;
  /** Stops PostgreSQL within some eight seconds. */
  stop(): Promise<void>;
  /** Asks PostgreSQL to stop and does not wait; for a process that is ending. */
  stopAtOnce(): void;
}

/**
 * Starts the PostgreSQL that npm brought, as root or as anybody else; makes the cluster at the first start; takes over one that a
 * killed Leye left running; starts it again when it dies. Throws DatabaseStartError, PlaceError, ProgramError, NoDatabaseUserError,
 * or the file system's own error: `explainStartError` has the sentence for each.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const place = await placeFor(options.directory);
  const program = await programFor(place.user, place.home);
  const logins = await loginsOf(place.home);
  await makeCluster(place, program, logins);
  const settings = { ...SETTINGS, ...options.settings };

  const leftover = await findLeftover(place, logins.superuser);
  const takenOver = leftover?.version === program.version ? leftover : undefined;
  if (leftover && !takenOver) await stopPostmaster(leftover.pid);
  let { pid, port } = takenOver ?? (await start(place, program, settings, logins, options.port));
  await makeDatabase(logins, port);

  const reserve = holdReserve(place.home, options.onEvent);
  let isStopping = false;
  let revival: Promise<void> | undefined;
  const watch = setInterval(() => {
    if (isStopping || revival || isAlive(pid)) return;
    options.onEvent?.('died');
    revival = revive().finally(() => {
      revival = undefined;
    });
  }, 200);
  watch.unref();

  async function revive(): Promise<void> {
    while (!isStopping) {
      try {
        // Always the same port: the pools of the running server know no other.
        ({ pid } = await start(place, program, settings, logins, port));
        options.onEvent?.('back');
        return;
      } catch (error) {
        if (error instanceof DatabaseStartError) options.onEvent?.(error);
        await pause(2000);
      }
    }
  }

  return {
    ownerUrl: addressOf(logins.owner, port, 'leye'),
    pid: () => pid,
    isDiskFull: reserve.isFull,
    async stop() {
      isStopping = true;
      clearInterval(watch);
      await reserve.stop();
      await revival;
      await stopPostmaster(pid);
    },
    stopAtOnce() {
      isStopping = true;
      if (isAlive(pid)) process.kill(pid, 'SIGINT');
    },
  };
}

/** The owner's address of the PostgreSQL that another process of ours runs for this data folder; undefined when none answers. */
export async function runningEmbedded(directory: string): Promise<string | undefined> {
  const place = await placeFor(directory);
  const port = Number(await readFile(portFile(place), 'utf8').catch(() => ''));
  if (!port) return undefined;
  const { owner } = await loginsOf(place.home);
  const client = await connectAs(owner, port, 'leye').catch(() => undefined);
  await client?.end();
  return client && addressOf(owner, port, 'leye');
}

async function makeCluster(place: Place, program: Program, logins: Logins): Promise<void> {
  const made = await readFile(path.join(place.cluster, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (made !== undefined) {
    const [needs, brought] = [made.trim(), program.version.split('.')[0] ?? ''];
    if (needs !== brought) throw new DatabaseStartError('database-other-version', { folder: place.cluster, needs, brought });
    return;
  }
  // Readable as missing only when it is: a cluster we may not look into must never be made anew.
  if (await stat(place.cluster).catch(missing)) throw new PlaceError('database-folder-barred', { folder: place.cluster });

  const making = `${place.cluster}.new`;
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { mode: 0o700 });
  const password = path.join(place.home, 'password.once');
  try {
    await writeFile(password, logins.superuser.password, { mode: 0o600 });
    if (place.user) {
      await giveTo(place.user, making);
      await chown(password, place.user.uid, place.user.gid);
    }
    const flags = [
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--auth=scram-sha-256',
    ];
    const login = [`--username=${logins.superuser.user}`, `--pwfile=${password}`];
    await run(program.initdb, ['-D', making, ...login, ...flags], { ...ownership(place), cwd: making }).catch(async (error) => {
      throw await failure(place, `${error.stderr || error.message}`);
    });
    // A start that is killed halfway leaves no half cluster: it gets its name when it is whole.
    await rename(making, place.cluster);
  } finally {
    await rm(password, { force: true });
    await rm(making, { recursive: true, force: true });
  }
}

const missing = (error: NodeJS.ErrnoException): undefined => {
  if (error.code !== 'ENOENT') throw error;
};

async function start(place: Place, program: Program, settings: Settings, logins: Logins, wanted?: number) {
  const file = portFile(place);
  const until = Date.now() + 10_000;
  let port = wanted ?? (Number(await readFile(file, 'utf8').catch(() => '')) || (await freePort()));
  for (;;) {
    try {
      const pid = await startPostmaster(place, program, port, settings, logins.superuser);
      await writeFile(file, String(port));
      return { pid, port };
    } catch (error) {
      if (!(error instanceof DatabaseStartError) || Date.now() > until) throw error;
      if (error.code === 'database-port-taken' && wanted === undefined) port = await freePort();
      // The last backends of a killed postmaster are still going.
      else if (error.code === 'database-still-held') await pause(200);
      else throw error;
    }
  }
}

const portFile = (place: Place): string => path.join(place.home, 'port');

async function makeDatabase(logins: Logins, port: number): Promise<void> {
  const client = await connectAs(logins.superuser, port, 'postgres');
  try {
    const { user, password } = logins.owner;
    const role = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [user]);
    const may = `LOGIN CREATEDB CREATEROLE NOSUPERUSER PASSWORD ${client.escapeLiteral(password)}`;
    // Ending the sessions of the application's role is part of owning: DROP DATABASE … WITH (FORCE).
    if (role.rowCount === 0) await client.query(`CREATE ROLE ${user} ${may} IN ROLE pg_signal_backend`);
    const database = await client.query(`SELECT FROM pg_database WHERE datname = 'leye'`);
    if (database.rowCount === 0) await client.query(`CREATE DATABASE leye OWNER ${user}`);
  } finally {
    await client.end();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}
