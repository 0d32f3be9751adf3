import { randomFillSync } from 'node:crypto';
import { open, rename, rm, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const MB = 1024 * 1024;
/** Four segments of PostgreSQL's log: what it needs to finish what it has begun, to recover after a crash, and to be stopped. */
const RESERVE_BYTES = 64 * MB;
/** With less than this left, nothing more is saved. */
const FULL_BELOW_BYTES = 32 * MB;
/** From here on the reserve can be set aside again, with room to work. */
const ENOUGH_BYTES = 128 * MB;
const LOOK_EVERY_MS = 500;

/** Space set aside on the database's disk for the day on which that disk is full. */
export type DiskReserve = {
  /** Whether the disk is too full to save anything. */
  readonly isFull: () => boolean;
  stop(): Promise<void>;
};

/**
 * Watches the disk that holds `folder`. PostgreSQL survives a full disk only as long as it can still write its log; when it can't, it
 * stops, and nobody can even read. So a file of 64 MB lies in reserve: when less than 32 MB are left it is given up, PostgreSQL lives
 * on from that space, and the kernel refuses to save (transaction.ts) while everything can still be read. Once 128 MB are free it is
 * set aside anew and work goes on.
 */
export function holdReserve(folder: string, onChange: (change: 'disk-full' | 'disk-free') => void = () => {}): DiskReserve {
  const file = path.join(folder, 'reserve');
  let isFull = false;
  let isHeld: boolean | undefined;

  const look = async () => {
    isHeld ??= (await stat(file).catch(() => undefined))?.size === RESERVE_BYTES;
    const { bavail, bsize } = await statfs(folder);
    const free = bavail * bsize;
    if (free < FULL_BELOW_BYTES) {
      if (!isFull) onChange('disk-full');
      isFull = true;
      await rm(file, { force: true });
      isHeld = false;
    } else if (free >= ENOUGH_BYTES) {
      if (!isHeld) await setAside(file);
      isHeld = true;
      if (isFull) onChange('disk-free');
      isFull = false;
    }
  };
  const stopping = new AbortController();
  const watching = (async () => {
    while (!stopping.signal.aborted) {
      // The folder is gone, or filled up at this very moment: the next look tells.
      await look().catch(() => undefined);
      await pause(LOOK_EVERY_MS, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
    }
  })();
  return {
    isFull: () => isFull,
    async stop() {
      stopping.abort();
      await watching;
    },
  };
}

/** Written in full, with bytes that no file system can compress away; it has its name only when it is whole. */
async function setAside(file: string): Promise<void> {
  const making = `${file}.new`;
  const handle = await open(making, 'w', 0o600);
  try {
    const bytes = randomFillSync(Buffer.alloc(MB));
    for (let written = 0; written < RESERVE_BYTES; written += bytes.length) await handle.write(bytes);
  } catch (error) {
    await rm(making, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
  await rename(making, file);
}
