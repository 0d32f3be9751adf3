import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, realpath, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { barredFolder, databaseUser, type OperatingUser } from './embedded-user.ts';

const run = promisify(execFile);

/** Where the embedded PostgreSQL of one data folder lives, and who runs it. */
export interface Place {
  /** Holds the cluster, its passwords, its port and its log. */
  readonly home: string;
  readonly cluster: string;
  readonly user: OperatingUser | undefined;
}

/** The database's folder can't be used as it is; `code` says why. */
export class PlaceError extends Error {
  readonly code: 'database-folder-missing' | 'database-folder-barred';
  readonly params: Record<string, string>;
  constructor(code: PlaceError['code'], params: Record<string, string>) {
    super(code);
    this.code = code;
    this.params = params;
  }
}

/** For root on a data folder that the database's user can't reach, such as one under /root. */
const SYSTEM_FOLDER = '/var/lib/leye';
const POINTER = 'postgres-is-at';

/**
 * Finds or makes the place for the data folder `directory`. It is `directory/postgres`; only where root's database user can't get
 * there it lies below /var/lib/leye, and the file `postgres-is-at` in the data folder names it.
 */
export async function placeFor(directory: string): Promise<Place> {
  await mkdir(path.dirname(directory), { recursive: true });
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const data = await realpath(directory);
  const local = path.join(data, 'postgres');
  const user = (await ownerOf(path.join(local, 'cluster'))) ?? (await databaseUser());
  if (!user) return made(local, undefined);

  const pointer = path.join(data, POINTER);
  const pointed = (await readFile(pointer, 'utf8').catch(() => '')).trim();
  if (pointed) {
    if (!(await exists(pointed))) throw new PlaceError('database-folder-missing', { folder: pointed, pointer });
    return made(pointed, user);
  }
  const barred = await barredFolder(data, user);
  if (!barred) {
    // The data folder is our own: others may pass through it, and read nothing (the secrets in it are 0600).
    await chmod(data, 0o711);
    return made(local, user);
  }
  if (await exists(path.join(local, 'cluster'))) throw new PlaceError('database-folder-barred', { folder: barred });
  const home = path.join(SYSTEM_FOLDER, `${path.basename(path.dirname(data))}-${randomBytes(4).toString('hex')}`);
  await mkdir(home, { recursive: true, mode: 0o711 });
  if (await barredFolder(home, user)) throw new PlaceError('database-folder-barred', { folder: SYSTEM_FOLDER });
  await writeFile(pointer, `${home}\n`);
  return made(home, user);
}

async function made(home: string, preferred: OperatingUser | undefined): Promise<Place> {
  await mkdir(home, { recursive: true, mode: preferred ? 0o711 : 0o700 });
  const cluster = path.join(home, 'cluster');
  if (!preferred) return { home, cluster, user: undefined };
  const user = (await ownerOf(cluster)) ?? preferred;
  // Copied or restored by root: PostgreSQL wants to own its files.
  if ((await stat(cluster).catch(() => undefined))?.uid === 0) await giveTo(user, cluster);
  return { home, cluster, user };
}

/** Gives a folder and all in it to `user`. */
export async function giveTo(user: OperatingUser, folder: string): Promise<void> {
  await run('chown', ['-R', `${user.uid}:${user.gid}`, folder]);
}

// A cluster stays with the account that made it: an ordinary user's, or one made before `postgres` was installed.
async function ownerOf(cluster: string): Promise<OperatingUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(cluster).catch(() => undefined);
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : undefined;
}

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );
