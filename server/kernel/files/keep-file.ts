import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileTypeFromStream } from 'file-type';
import { isDistrict } from '../database/district.ts';
import { Problem } from '../problem.ts';
import { type FileKeys, type OpenFile, openSealed, sealStream } from './sealed-file.ts';

/** Where a district's uploaded originals lie, and what they are encrypted with: `<data>/files/<district>/<hash>`, each encrypted. */
export type FileStore = { readonly dataDirectory: string; readonly district: string; readonly keys: FileKeys };

/** An original as it was uploaded. `type` is sniffed from its bytes, never believed from its name; undefined for plain text. */
export type KeptFile = { readonly sha256: string; readonly size: number; readonly type: string | undefined };

const roots = (dataDirectory: string): string => path.join(dataDirectory, 'files');
const context = ({ district }: FileStore): string => `original\u001f${district}`;
const UPLOADED = '.uploaded';
const ARRIVING = '.arriving-';

/** Where an original lies: below the data directory, under its hash, outside the database. */
export function filePath({ dataDirectory, district }: FileStore, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new TypeError('a file is known by its SHA-256');
  if (!isDistrict(district)) throw new TypeError('a file belongs to a district');
  return path.join(roots(dataDirectory), district, sha256);
}

/**
 * Streams an upload to disk, encrypted before it gets there and never whole in memory, and keeps it until `settleFile` says that it
 * is needed. Only the server's own account can read it. It is on disk, synced, before its hash is given away.
 *
 * @throws Problem `too-large` beyond `limit` bytes; nothing is left behind then
 */
export async function keepFile(store: FileStore, upload: Readable, limit: number): Promise<KeptFile> {
  const folder = path.join(roots(store.dataDirectory), store.district);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const arriving = path.join(folder, `${ARRIVING}${randomBytes(8).toString('hex')}`);
  const hash = createHash('sha256');
  let size = 0;
  async function* measured(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > limit) throw new Problem('too-large', 'too-large', { limit: `${Math.floor(limit / 1024 / 1024)} MB` });
      hash.update(chunk);
      yield chunk;
    }
  }
  try {
    await pipeline(
      upload,
      measured,
      (chunks: AsyncIterable<Buffer>) => sealStream(chunks, store.keys, context(store)),
      createWriteStream(arriving, { mode: 0o600, flush: true }),
    );
    const sha256 = hash.digest('hex');
    const type = await typeOf(store, arriving);
    await rename(arriving, filePath(store, sha256) + UPLOADED);
    await syncFolder(folder);
    return Object.freeze({ sha256, size, type });
  } catch (error) {
    await rm(arriving, { force: true });
    throw error;
  }
}

/**
 * Makes an upload the original that `openFile` opens. Whoever settles and whoever drops the same file must exclude each other.
 * @throws Problem `file-gone` when neither the upload nor an original of the same hash is there
 */
export async function settleFile(store: FileStore, sha256: string): Promise<void> {
  const kept = filePath(store, sha256);
  const isMoved = await rename(kept + UPLOADED, kept).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      return false;
    },
  );
  if (isMoved) await syncFolder(path.dirname(kept));
  else if (!(await hasFile(store, sha256))) throw new Problem('conflict', 'file-gone');
}

/** Opens an original for reading. @throws SealError; ENOENT when it is gone */
export const openFile = (store: FileStore, sha256: string): Promise<OpenFile> =>
  openSealed(filePath(store, sha256), store.keys, context(store));

/** Whether an original is still there. */
export async function hasFile(store: FileStore, sha256: string): Promise<boolean> {
  return await stat(filePath(store, sha256)).then(
    (found) => found.isFile(),
    () => false,
  );
}

/** Removes an original; whoever has it open reads on to its end. */
export const dropFile = (store: FileStore, sha256: string): Promise<void> => rm(filePath(store, sha256), { force: true });

/** A file found on disk: an original (`sha256` given), or what is on its way to become one, or never became one. */
export type FoundFile = {
  readonly path: string;
  readonly district: string | undefined;
  readonly sha256: string | undefined;
  readonly changedAt: Date;
};

/** Every file of every district; those that are in no district's folder, too. */
export async function listFiles(dataDirectory: string): Promise<FoundFile[]> {
  const root = roots(dataDirectory);
  const found: FoundFile[] = [];
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true }).catch(nothingThere)) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const [folder = '', ...more] = path.relative(root, file).split(path.sep);
    const isOriginal = more.length === 1 && isDistrict(folder) && /^[0-9a-f]{64}$/.test(entry.name);
    const changedAt = await stat(file).then(
      ({ mtime }) => mtime,
      () => undefined, // dropped or settled this very moment
    );
    if (!changedAt) continue;
    found.push({
      path: file,
      district: isDistrict(folder) ? folder : undefined,
      sha256: isOriginal ? entry.name : undefined,
      changedAt,
    });
  }
  return found;
}

const nothingThere = (error: NodeJS.ErrnoException): [] => {
  if (error.code === 'ENOENT') return [];
  throw error;
};

async function typeOf(store: FileStore, file: string): Promise<string | undefined> {
  const opened = await openSealed(file, store.keys, context(store));
  const bytes = Readable.from(opened.stream(), { objectMode: false });
  try {
    return (await fileTypeFromStream(bytes))?.ext;
  } finally {
    bytes.destroy();
    await opened.close();
  }
}

// A renamed file survives a power cut only once its folder is on disk too.
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
