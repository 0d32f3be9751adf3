import type { Readable } from 'node:stream';
import { type Entry, open, type ZipFile } from 'yauzl';
import { Problem } from '../../../kernel/problem.ts';

/** A packed workbook whose parts are unpacked one at a time, as they are read. */
export type Zip = {
  has(path: string): boolean;
  /** Unpacked, in bytes, as the directory says; a part that turns out longer fails. */
  sizeOf(path: string): number;
  open(path: string): Promise<Readable>;
  close(): void;
};

/** No honest workbook of 200 MB unpacks to more, has more parts, or is packed tighter than this once it is of any size. */
const LIMIT = { unpacked: 2_000_000_000, parts: 10_000, ratio: 400, ratioFrom: 50_000_000 };

/** @throws Problem when it is no zip, is encrypted, or unpacks to an abnormal size (a zip bomb). */
export async function openZip(path: string): Promise<Zip> {
  const file = await new Promise<ZipFile>((resolve, reject) =>
    open(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, opened) =>
      error ? reject(new Problem('invalid', 'file-damaged')) : resolve(opened),
    ),
  );
  try {
    const entries = await directoryOf(file);
    const partOf = (wanted: string): Entry => {
      const entry = entries.get(wanted.toLowerCase());
      if (!entry) throw new Problem('invalid', 'file-damaged');
      return entry;
    };
    return {
      has: (wanted) => entries.has(wanted.toLowerCase()),
      sizeOf: (wanted) => partOf(wanted).uncompressedSize,
      open: (wanted) =>
        new Promise((resolve, reject) =>
          file.openReadStream(partOf(wanted), (error, stream) =>
            error ? reject(new Problem('invalid', 'file-damaged')) : resolve(refusing(stream)),
          ),
        ),
      close: () => file.close(),
    };
  } catch (error) {
    file.close();
    throw error;
  }
}

/** Whatever breaks while unpacking (a part longer than it said, a wrong checksum) is a damaged file to the person who sent it. */
async function* unpacked(stream: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stream) yield chunk;
  } catch {
    throw new Problem('invalid', 'file-damaged');
  }
}
// Reason: readers only iterate, and a generator is all a Readable is to them.
const refusing = (stream: Readable): Readable => unpacked(stream) as unknown as Readable;

async function directoryOf(file: ZipFile): Promise<Map<string, Entry>> {
  if (file.entryCount > LIMIT.parts) throw new Problem('invalid', 'file-bomb');
  const entries = new Map<string, Entry>();
  let unpackedSize = 0;
  let packed = 0;
  await new Promise<void>((resolve, reject) => {
    file.on('error', () => reject(new Problem('invalid', 'file-damaged')));
    file.on('end', resolve);
    file.on('entry', (entry: Entry) => {
      unpackedSize += entry.uncompressedSize;
      packed += entry.compressedSize;
      const isBomb = unpackedSize > LIMIT.unpacked || (unpackedSize > LIMIT.ratioFrom && unpackedSize > packed * LIMIT.ratio);
      if (isBomb) reject(new Problem('invalid', 'file-bomb'));
      else if (entry.isEncrypted()) reject(new Problem('invalid', 'file-old-excel'));
      else {
        entries.set(entry.fileName.toLowerCase(), entry);
        file.readEntry();
      }
    });
    file.readEntry();
  });
  return entries;
}
