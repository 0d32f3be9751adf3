import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileTypeFromFile } from 'file-type';
import { Problem } from '../problem.ts';

/** An original as it was uploaded. `type` is sniffed from its bytes, never believed from its name; undefined for plain text. */
export type KeptFile = { readonly sha256: string; readonly size: number; readonly type: string | undefined };

/** Where an original lies: below the data directory, under its hash, outside the database. */
export const filePath = (dataDirectory: string, sha256: string): string => {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new TypeError('a file is known by its SHA-256');
  return path.join(dataDirectory, 'files', sha256.slice(0, 2), sha256);
};

/**
 * Streams an upload to disk, never into memory, and keeps it under its SHA-256: the same file twice is one file. Only the server's own
 * account can read it. It is on disk, synced, before its hash is given away.
 *
 * @throws Problem `too-large` beyond `limit` bytes; nothing is left behind then
 */
export async function keepFile(dataDirectory: string, upload: Readable, limit: number): Promise<KeptFile> {
  const folder = path.join(dataDirectory, 'files');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const arriving = path.join(folder, `.arriving-${randomBytes(8).toString('hex')}`);
  const hash = createHash('sha256');
  let size = 0;
  try {
    await pipeline(
      upload,
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          size += chunk.length;
          if (size > limit) throw new Problem('too-large', 'too-large', { limit: `${Math.floor(limit / 1024 / 1024)} MB` });
          hash.update(chunk);
          yield chunk;
        }
      },
      createWriteStream(arriving, { mode: 0o600, flush: true }),
    );
    const sha256 = hash.digest('hex');
    const kept = filePath(dataDirectory, sha256);
    const type = (await fileTypeFromFile(arriving))?.ext;
    await mkdir(path.dirname(kept), { recursive: true, mode: 0o700 });
    await rename(arriving, kept);
    await syncFolder(path.dirname(kept));
    return Object.freeze({ sha256, size, type });
  } catch (error) {
    await rm(arriving, { force: true });
    throw error;
  }
}

/** Whether an original is still there. */
export async function hasFile(dataDirectory: string, sha256: string): Promise<boolean> {
  return await stat(filePath(dataDirectory, sha256)).then(
    (found) => found.isFile(),
    () => false,
  );
}

// A renamed file survives a power cut only once its folder is on disk too.
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
