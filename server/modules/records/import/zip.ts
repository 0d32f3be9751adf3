import { Readable } from 'node:stream';
import { type Entry, fromRandomAccessReader, RandomAccessReader, type ZipFile } from 'yauzl';
import type { OpenFile } from '../../../kernel/files/sealed-file.ts';
import { Problem } from '../../../kernel/problem.ts';

/** A packed workbook whose parts are unpacked one at a time, as they are read. */
export type Zip = {
  has(path: string): boolean;
  /** Unpacked, in bytes, as the directory says; a part that turns out longer fails. */
  sizeOf(path: string): number;
  open(path: string): Promise<Readable>;
  /** Closes the file, too. */
  close(): Promise<void>;
};

/** No honest workbook of 200 MB unpacks to more, has more parts, or is packed tighter than this once it is of any size. */
const LIMIT = { unpacked: 2_000_000_000, parts: 10_000, ratio: 400, ratioFrom: 50_000_000 };

/** @throws Problem when it is no zip, is encrypted, or unpacks to an abnormal size (a zip bomb). */
export async function openZip(bytes: OpenFile): Promise<Zip> {
  const file = await new Promise<ZipFile>((resolve, reject) =>
    fromRandomAccessReader(
      new BytesReader(bytes),
      bytes.size,
      { lazyEntries: true, autoClose: false, validateEntrySizes: true },
      (error, opened) => (error ? reject(new Problem('invalid', 'file-damaged')) : resolve(opened)),
    ),
  );
  try {
    const entries = await directoryOf(file);
    const opened = new Set<Readable>();
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
            error ? reject(new Problem('invalid', 'file-damaged')) : resolve(refusing(opened, stream)),
          ),
        ),
      async close() {
        // A part that nobody reads to its end would go on reading from a closed file.
        for (const stream of opened) stream.destroy();
        await bytes.close();
      },
    };
  } catch (error) {
    await bytes.close();
    throw error;
  }
}

/** What yauzl asks of a file that is not a plain one. The file is closed by whoever opened it, not by yauzl. */
class BytesReader extends RandomAccessReader {
  readonly #bytes: OpenFile;
  constructor(bytes: OpenFile) {
    super();
    this.#bytes = bytes;
  }
  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#bytes.stream(start, end), { objectMode: false });
  }
  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, bytesRead?: number) => void,
  ): void {
    this.#bytes.read(position, length).then(
      (bytes) => callback(null, bytes.copy(buffer, offset)),
      (error: Error) => callback(error),
    );
  }
}

/** Whatever breaks while unpacking (a part longer than it said, a wrong checksum) is a damaged file to the person who sent it. */
async function* unpacked(opened: Set<Readable>, stream: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stream) yield chunk;
  } catch {
    throw new Problem('invalid', 'file-damaged');
  } finally {
    opened.delete(stream);
  }
}
// Reason: readers only iterate, and a generator is all a Readable is to them.
const refusing = (opened: Set<Readable>, stream: Readable): Readable =>
  unpacked(opened.add(stream), stream) as unknown as Readable;

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
