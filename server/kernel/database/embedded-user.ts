import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** An account of the operating system, by its numbers. */
export interface OperatingUser {
  readonly uid: number;
  readonly gid: number;
}

/** This machine has no account that PostgreSQL may run as, and none can be made. */
export class NoDatabaseUserError extends Error {
  readonly code = 'database-user-missing';
  readonly params = {};
}

/**
 * Who runs PostgreSQL. It refuses to run as root, so root hands it to `postgres`, else to `leye`, which is made when missing,
 * else to `nobody`. Undefined: we are not root and run it ourselves.
 */
export async function databaseUser(): Promise<OperatingUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const found =
    (await findUser('postgres')) ?? (await findUser('leye')) ?? (await makeUser('leye')) ?? (await findUser('nobody'));
  if (!found) throw new NoDatabaseUserError();
  return found;
}

/** The first folder on the way to `target` (itself left out) that `user` may not enter; undefined when the way is free. */
export async function barredFolder(target: string, user: OperatingUser): Promise<string | undefined> {
  const parents: string[] = [];
  for (let folder = path.dirname(target); ; folder = path.dirname(folder)) {
    parents.unshift(folder);
    if (folder === path.dirname(folder)) break;
  }
  for (const folder of parents) {
    const { uid, gid, mode } = await stat(folder);
    const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0;
    if (((mode >> shift) & 1) === 0) return folder;
  }
  return undefined;
}

async function findUser(name: string): Promise<OperatingUser | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

async function makeUser(name: string): Promise<OperatingUser | undefined> {
  const withShadow = [
    '--system',
    '--user-group',
    '--no-create-home',
    '--home-dir',
    '/nonexistent',
    '--shell',
    '/usr/sbin/nologin',
  ];
  try {
    await run('useradd', [...withShadow, name]);
  } catch {
    // Alpine and other BusyBox systems have adduser instead.
    await run('addgroup', ['-S', name]).catch(() => undefined);
    await run('adduser', ['-S', '-D', '-H', '-G', name, name]).catch(() => undefined);
  }
  return findUser(name);
}
