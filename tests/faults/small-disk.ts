import { execFile } from 'node:child_process';
import { closeSync, openSync, statfsSync, writeSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A small disk of one's own (tmpfs) that a test can fill; undefined where this user may not mount one. */
export async function mountSmallDisk(size: string): Promise<SmallDisk | undefined> {
  const folder = await mkdtemp(path.join(tmpdir(), 'leye-disk-'));
  try {
    if (process.getuid?.() !== 0) throw new Error('only root mounts');
    await run('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=755`, 'tmpfs', folder]);
  } catch {
    await rm(folder, { recursive: true });
    return undefined;
  }
  const ballast = path.join(folder, 'ballast');
  const free = () => {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  };
  return {
    folder: path.join(folder, 'data'),
    async open() {
      await mkdir(path.join(folder, 'data'), { mode: 0o711 });
    },
    free,
    fill() {
      const file = openSync(ballast, 'a');
      const zeros = Buffer.alloc(1024 * 1024);
      try {
        for (let left = free(); left > 0; left -= zeros.length) writeSync(file, zeros, 0, Math.min(left, zeros.length));
      } catch (error) {
        // Somebody else took the last of it: full is full.
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
      } finally {
        closeSync(file);
      }
    },
    clear: () => rm(ballast, { force: true }),
    async unmount() {
      await run('umount', [folder]).catch(() => run('umount', ['-l', folder]));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type SmallDisk = {
  /** For Leye's data. */
  readonly folder: string;
  open(): Promise<void>;
  /** Bytes left. */
  free(): number;
  /** Takes all that is left now. */
  fill(): void;
  clear(): Promise<void>;
  unmount(): Promise<void>;
};
