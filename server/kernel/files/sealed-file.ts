import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { SealError } from '../seal/seal-error.ts';

/**
 * A file at rest, encrypted so that any part of it can be read alone: AES-256-GCM in chunks of 64 KB.
 *
 * Bytes: `LEYEFILE` (8) · version (1) · salt (32) · chunks of 65,536 bytes and their tags of 16; the last chunk is shorter, or empty
 * where the file is. The key of a file is derived from the seal key and its salt by HKDF, so no two files share one and the number of
 * the chunk may be its nonce. The nonce also marks the last chunk, and the head and the context are bound into every one: a file that
 * was cut, reordered, or moved to another context no longer opens.
 */
export type FileKeys = { readonly sealKey: Uint8Array; readonly previousSealKeys?: readonly Uint8Array[] };

/** An encrypted file opened for reading, in terms of its own bytes. */
export type OpenFile = {
  /** In bytes, as it was before it was encrypted. */
  readonly size: number;
  /** Shorter at the file's end. @throws SealError `seal-broken` where the bytes were changed */
  read(position: number, length: number): Promise<Buffer>;
  /** From `start` until, not including, `end`, in pieces of at most 64 KB. */
  stream(start?: number, end?: number): AsyncGenerator<Buffer>;
  close(): Promise<void>;
};

const MAGIC = Buffer.from('LEYEFILE\u0001', 'latin1');
const SALT = 32;
const HEAD = MAGIC.length + SALT;
const CHUNK = 64 * 1024;
const TAG = 16;

/** Encrypts what streams by; at most two chunks are held. */
export async function* sealStream(plain: AsyncIterable<Buffer>, keys: FileKeys, context: string): AsyncGenerator<Buffer> {
  const head = Buffer.concat([MAGIC, randomBytes(SALT)]);
  const key = keyOf(keys.sealKey, head);
  const seal = (bytes: Buffer, number: number, isLast: boolean): Buffer => {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number, isLast)).setAAD(bound(head, context));
    return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  };
  yield head;
  let waiting = Buffer.alloc(0);
  let number = 0;
  for await (const bytes of plain) {
    waiting = Buffer.concat([waiting, bytes]);
    // The last chunk is known only at the end, so a full one waits until more has come.
    for (; waiting.length > CHUNK; waiting = waiting.subarray(CHUNK)) yield seal(waiting.subarray(0, CHUNK), number++, false);
  }
  yield seal(waiting, number, true);
}

/** @throws SealError when it is no such file, was sealed with an unknown key or for another context, or its beginning was changed. */
export async function openSealed(path: string, keys: FileKeys, context: string): Promise<OpenFile> {
  const file = await open(path, 'r');
  try {
    return await reader(file, keys, context);
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function reader(file: FileHandle, keys: FileKeys, context: string): Promise<OpenFile> {
  const head = await exactly(file, 0, HEAD);
  if (!head.subarray(0, MAGIC.length).equals(MAGIC)) throw new SealError('seal-malformed');
  const sealed = (await file.stat()).size - HEAD;
  const last = Math.ceil(sealed / (CHUNK + TAG)) - 1;
  const size = sealed - (last + 1) * TAG;
  if (last < 0 || size < 0) throw new SealError('seal-malformed');

  const opened = async (key: Buffer, number: number): Promise<Buffer> => {
    const length = number === last ? sealed - last * (CHUNK + TAG) : CHUNK + TAG;
    const bytes = await exactly(file, HEAD + number * (CHUNK + TAG), length);
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number, number === last), { authTagLength: TAG });
    decipher.setAAD(bound(head, context)).setAuthTag(bytes.subarray(-TAG));
    try {
      return Buffer.concat([decipher.update(bytes.subarray(0, -TAG)), decipher.final()]);
    } catch {
      throw new SealError('seal-broken');
    }
  };
  let key: Buffer | undefined;
  let first: Buffer | undefined;
  for (const candidate of [keys.sealKey, ...(keys.previousSealKeys ?? [])]) {
    key = keyOf(candidate, head);
    first = await opened(key, 0).catch(() => undefined);
    if (first) break;
  }
  if (!key || !first) throw new SealError('seal-broken');
  const found = key;

  // Directories are read in small pieces, one after another: the chunk at hand is kept.
  let at = { number: 0, bytes: first };
  const chunk = async (number: number): Promise<Buffer> => {
    if (at.number !== number) at = { number, bytes: await opened(found, number) };
    return at.bytes;
  };
  async function* stream(start = 0, end = size): AsyncGenerator<Buffer> {
    for (let position = start; position < Math.min(end, size); ) {
      const number = Math.floor(position / CHUNK);
      const bytes = (await chunk(number)).subarray(position - number * CHUNK, Math.min(end, size) - number * CHUNK);
      yield bytes;
      position += bytes.length;
    }
  }
  let closing: Promise<void> | undefined;
  return {
    size,
    stream,
    async read(position, length) {
      const pieces: Buffer[] = [];
      for await (const piece of stream(position, position + length)) pieces.push(piece);
      return Buffer.concat(pieces);
    },
    close() {
      closing ??= file.close();
      return closing;
    },
  };
}

const keyOf = (sealKey: Uint8Array, head: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', sealKey, head.subarray(MAGIC.length), 'leye file 1', 32));

const bound = (head: Buffer, context: string): Buffer => Buffer.concat([head, Buffer.from(context, 'utf8')]);

function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(number, 7);
  nonce.writeUInt8(isLast ? 1 : 0, 11);
  return nonce;
}

async function exactly(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, position);
  if (bytesRead < length) throw new SealError('seal-malformed');
  return bytes;
}
