import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Another Leye works on this data folder. */
export class DataFolderHeldError extends Error {
  readonly code = 'data-folder-held';
  readonly params: { readonly folder: string; readonly pid: string; readonly address: string };
  constructor(folder: string, holder: Holder) {
    super(`${folder} is held by process ${holder.pid}`);
    this.params = { folder, pid: String(holder.pid), address: holder.address };
  }
}

export interface Holder {
  readonly pid: number;
  readonly address: string;
}

export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Holds the data folder `directory` for this process until `release`, or until the process ends in whatever way. `address` is where
 * this Leye answers, told to whoever comes second. Throws DataFolderHeldError.
 *
 * Node has no flock(2). SQLite, which it has, locks its file in the kernel, so the lock dies with the process and no stale pid file
 * has to be judged. Nothing is ever stored in that file.
 */
export async function holdFolder(directory: string, address: string): Promise<FolderLock> {
  await mkdir(path.dirname(directory), { recursive: true });
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const file = path.join(directory, 'lock');
  const told = path.join(directory, 'lock.json');
  // SQLite reports every failure to open in the same words; the file system says which it is.
  await writeFile(file, '', { flag: 'a', mode: 0o600 });
  const lock = new DatabaseSync(file);
  try {
    lock.exec('PRAGMA busy_timeout = 0; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (!isBusy(error)) throw error;
    throw new DataFolderHeldError(directory, await holderOf(told));
  }
  await writeFile(told, JSON.stringify({ pid: process.pid, address }), { mode: 0o600 });
  return {
    async release() {
      await rm(told, { force: true });
      lock.close();
    },
  };
}

async function holderOf(told: string): Promise<Holder> {
  try {
    // Written above, by the holder.
    return JSON.parse(await readFile(told, 'utf8')) as Holder;
  } catch {
    // It has the lock, and has not yet said who it is.
    return { pid: 0, address: '' };
  }
}

const SQLITE_BUSY = 5;
const isBusy = (error: unknown): boolean => error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
