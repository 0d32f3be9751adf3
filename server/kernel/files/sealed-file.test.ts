import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FileKeys, openSealed, sealStream } from './sealed-file.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'leye-sealed-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const keys = { sealKey: randomBytes(32) };
const file = () => path.join(folder, 'file');
const CHUNK = 64 * 1024;
const HEAD = 41;

async function keep(plain: Buffer, pieces: readonly number[] = []): Promise<void> {
  async function* given() {
    let at = 0;
    for (const length of pieces) {
      yield plain.subarray(at, at + length);
      at += length;
    }
    if (at < plain.length) yield plain.subarray(at);
  }
  const sealed: Buffer[] = [];
  for await (const bytes of sealStream(given(), keys, 'here')) sealed.push(bytes);
  await writeFile(file(), Buffer.concat(sealed));
}
const all = async (where = file(), given: FileKeys = keys, context = 'here') => {
  const opened = await openSealed(where, given, context);
  return await opened.read(0, opened.size).finally(() => opened.close());
};

describe('an encrypted file', () => {
  it('opens to what it was, of whatever size and in whatever pieces it came', async () => {
    const size = fc.oneof(
      fc.nat(3),
      fc.integer({ min: CHUNK - 2, max: CHUNK + 2 }),
      fc.integer({ min: 2 * CHUNK - 2, max: 3 * CHUNK }),
    );
    await fc.assert(
      fc.asyncProperty(size, fc.array(fc.nat(100_000), { maxLength: 4 }), async (length, pieces) => {
        const plain = randomBytes(length);
        await keep(plain, pieces);
        expect((await all()).equals(plain)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('is read from any place to any other', async () => {
    const plain = randomBytes(3 * CHUNK + 17);
    await keep(plain);
    const opened = await openSealed(file(), keys, 'here');
    expect(opened.size).toBe(plain.length);
    await fc.assert(
      fc.asyncProperty(fc.nat(plain.length + 10), fc.nat(plain.length), async (position, length) => {
        expect((await opened.read(position, length)).equals(plain.subarray(position, position + length))).toBe(true);
      }),
      { numRuns: 60 },
    );
    await opened.close();
  });

  it('does not open when a byte of it was changed, a piece was cut off, or pieces changed places', async () => {
    await keep(randomBytes(3 * CHUNK));
    const whole = await readFile(file());
    const piece = (number: number) => whole.subarray(HEAD + number * (CHUNK + 16), HEAD + (number + 1) * (CHUNK + 16));
    const head = whole.subarray(0, HEAD);
    const changed = [3, 20, HEAD + 5, HEAD + CHUNK + 20, whole.length - 1].map((at) => {
      const copy = Buffer.from(whole);
      copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
      return copy;
    });
    const other = path.join(folder, 'other');
    for (const broken of [
      ...changed,
      whole.subarray(0, -1),
      Buffer.concat([head, piece(0), piece(1)]),
      Buffer.concat([head, piece(1), piece(0), piece(2)]),
      head,
      Buffer.alloc(0),
    ]) {
      await writeFile(other, broken);
      await expect(all(other)).rejects.toMatchObject({ code: expect.stringMatching(/^seal-(broken|malformed)$/) });
    }
  });

  it('opens with an earlier key too, with no other key, and in no other place', async () => {
    const plain = randomBytes(100);
    await keep(plain);
    const later = { sealKey: randomBytes(32), previousSealKeys: [keys.sealKey] };
    expect((await all(file(), later)).equals(plain)).toBe(true);
    await expect(all(file(), { sealKey: randomBytes(32) })).rejects.toMatchObject({ code: 'seal-broken' });
    await expect(all(file(), keys, 'elsewhere')).rejects.toMatchObject({ code: 'seal-broken' });
  });
});
