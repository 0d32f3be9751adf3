import { spawn } from 'node:child_process';
import { open, readFile, rename, stat, statfs, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseError } from 'pg';
import { connectAs, type Login } from './embedded-login.ts';
import type { Place } from './embedded-place.ts';
import type { Program } from './embedded-program.ts';
import { commandOf, isAlive } from './running-process.ts';

/** PostgreSQL did not start; `params.log` holds its own last words. */
export class DatabaseStartError extends Error {
  readonly code:
    | 'database-did-not-start'
    | 'disk-full'
    | 'database-port-taken'
    | 'database-still-held'
    | 'database-other-version';
  readonly params: Record<string, string>;
  constructor(code: DatabaseStartError['code'], params: Record<string, string>) {
    super(code);
    this.code = code;
    this.params = params;
  }
}

/** Recovery after a crash replays the log; a large one takes a while. */
const READY_WITHIN_MS = 120_000;
const LOG_KEPT_BYTES = 5_000_000;

/** Starts PostgreSQL on `port` and waits until it answers. It stands in a session of its own, so Ctrl-C does not reach it. */
export async function startPostmaster(
  place: Place,
  program: Program,
  port: number,
  settings: Settings,
  login: Login,
): Promise<number> {
  const log = path.join(place.home, 'postgres.log');
  const size = (await stat(log).catch(() => undefined))?.size ?? 0;
  if (size > LOG_KEPT_BYTES) await rename(log, `${log}.1`);
  const file = await open(log, 'a', 0o600);
  const from = (await file.stat()).size;
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(program.postgres, ['-D', place.cluster, '-p', String(port), ...options], {
    ...ownership(place),
    cwd: place.cluster,
    detached: true,
    stdio: ['ignore', file.fd, file.fd],
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  child.unref();
  await file.close();
  const answered = answers(login, port, () => child.exitCode === null && child.signalCode === null && child.pid !== undefined);
  const ready = await Promise.race([answered, ended.then(() => false)]);
  // pid is only missing when the program could not be spawned at all.
  if (ready && child.pid !== undefined) return child.pid;
  child.kill('SIGQUIT');
  const words = await readFile(log, 'utf8').catch(() => '');
  throw await failure(place, Buffer.from(words).subarray(from).toString().trim());
}

export type Settings = Readonly<Record<string, string>>;

/** The environment and account PostgreSQL's programs run with; C locale, so that its messages can be read by us. */
export function ownership(place: Place): { uid?: number; gid?: number; env: NodeJS.ProcessEnv } {
  return { uid: place.user?.uid, gid: place.user?.gid, env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' } };
}

/** What PostgreSQL (or initdb) said when it failed, as one of the causes a person can act on. */
export async function failure(place: Place, words: string): Promise<DatabaseStartError> {
  const log = words.split('\n').slice(-8).join('\n');
  const params = { folder: place.home, log };
  if (/No space left on device/.test(words) || (await freeBytes(place.home)) < 1_000_000)
    return new DatabaseStartError('disk-full', params);
  if (/could not bind|Address already in use/.test(words)) return new DatabaseStartError('database-port-taken', params);
  if (/pre-existing shared memory block|lock file .* already exists/.test(words))
    return new DatabaseStartError('database-still-held', params);
  return new DatabaseStartError('database-did-not-start', params);
}

async function freeBytes(folder: string): Promise<number> {
  const space = await statfs(folder).catch(() => undefined);
  return space ? space.bavail * space.bsize : Number.POSITIVE_INFINITY;
}

/** Waits for an answer on `port`; false when `stillThere` says the server is gone, or after two minutes. */
async function answers(login: Login, port: number, stillThere: () => boolean): Promise<boolean> {
  const until = Date.now() + READY_WITHIN_MS;
  while (Date.now() < until && stillThere()) {
    try {
      await (await connectAs(login, port, 'postgres')).end();
      return true;
    } catch (error) {
      // 57P03: starting up or recovering. Anything else the server says itself (a wrong password) will not get better.
      if (error instanceof DatabaseError && error.code !== '57P03') throw error;
      await pause(40);
    }
  }
  return false;
}

/** A postmaster that a killed Leye left behind. */
export interface Leftover {
  readonly pid: number;
  readonly port: number;
  readonly version: string;
}

/**
 * Looks for a postmaster of this cluster that still runs. The pid in postmaster.pid may by now belong to another program (always so
 * in containers): then the file is made to read as stale, and PostgreSQL's own check for surviving backends stays in force.
 */
export async function findLeftover(place: Place, login: Login): Promise<Leftover | undefined> {
  const file = path.join(place.cluster, 'postmaster.pid');
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!pid || !isAlive(pid)) return undefined;
  const running = await commandOf(pid);
  const isOurs = running === undefined || (running.name === 'postgres' && (running.folder ?? place.cluster) === place.cluster);
  if (!isOurs) {
    // PostgreSQL takes its parent's pid for a remnant of an earlier boot: see CreateLockFile in its miscinit.c.
    await writeFile(file, [String(process.pid), ...lines.slice(1)].join('\n'));
    return undefined;
  }
  if (!port || !(await answers(login, port, () => isAlive(pid)))) return undefined;
  const client = await connectAs(login, port, 'postgres');
  try {
    const { rows } = await client.query(
      `SELECT current_setting('data_directory') AS folder, current_setting('server_version') AS version`,
    );
    return rows[0].folder === place.cluster ? { pid, port, version: String(rows[0].version).split(' ')[0] ?? '' } : undefined;
  } finally {
    await client.end();
  }
}

/** Stops a postmaster: fast, and after eight seconds at once (it recovers at the next start). Nothing committed is lost either way. */
export async function stopPostmaster(pid: number): Promise<void> {
  for (const [signal, seconds] of [
    ['SIGINT', 8],
    ['SIGQUIT', 5],
  ] as const) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    const until = Date.now() + seconds * 1000;
    while (isAlive(pid) && Date.now() < until) await pause(20);
  }
}
