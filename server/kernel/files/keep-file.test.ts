import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dropFile, type FileStore, filePath, hasFile, keepFile, listFiles, openFile, settleFile } from './keep-file.ts';

let store: FileStore;
beforeAll(async () => {
  const dataDirectory = await mkdtemp(path.join(tmpdir(), 'leye-files-'));
  store = { dataDirectory, district: '110112', keys: { sealKey: randomBytes(32) } };
});
afterAll(() => rm(store.dataDirectory, { recursive: true, force: true }));

const filesIn = async () =>
  (await readdir(path.join(store.dataDirectory, 'files'), { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
const read = async (sha256: string): Promise<Buffer> => {
  const file = await openFile(store, sha256);
  return await file.read(0, file.size).finally(() => file.close());
};

describe('an uploaded original', () => {
  it('comes back byte for byte, and is there once however often it comes', async () => {
    const text = Buffer.from('姓名,手机号\n');
    const kept = await keepFile(store, Readable.from([text.subarray(0, 5), text.subarray(5)]), 1000);
    expect(kept).toEqual({ sha256: createHash('sha256').update(text).digest('hex'), size: text.length, type: undefined });
    await settleFile(store, kept.sha256);
    expect(await keepFile(store, Readable.from([text]), 1000)).toEqual(kept);
    await settleFile(store, kept.sha256);
    expect(await read(kept.sha256)).toEqual(text);
    expect((await stat(filePath(store, kept.sha256))).mode & 0o077).toBe(0);
    expect(await filesIn()).toHaveLength(1);
    expect(await hasFile(store, kept.sha256)).toBe(true);
    expect(await hasFile(store, '0'.repeat(64))).toBe(false);
  });

  it('lies on the disk encrypted, also while it is on its way', async () => {
    const text = Buffer.from('11010519491231002X,王小明\n'.repeat(10_000));
    const { sha256 } = await keepFile(store, Readable.from([text]), 10_000_000);
    const look = async () => {
      for (const entry of await filesIn()) {
        const bytes = await readFile(path.join(entry.parentPath, entry.name));
        expect(bytes.includes('11010519491231002X')).toBe(false);
        expect(bytes.includes('王小明')).toBe(false);
      }
    };
    await look();
    await settleFile(store, sha256);
    await look();
    expect(await read(sha256)).toEqual(text);
  });

  it('is gone once it is dropped, and is asked for in vain then', async () => {
    const { sha256 } = await keepFile(store, Readable.from([Buffer.from('gone')]), 1000);
    await settleFile(store, sha256);
    expect((await listFiles(store.dataDirectory)).map((file) => file.sha256)).toContain(sha256);
    await dropFile(store, sha256);
    await dropFile(store, sha256);
    expect((await listFiles(store.dataDirectory)).map((file) => file.sha256)).not.toContain(sha256);
    await expect(settleFile(store, sha256)).rejects.toMatchObject({ code: 'file-gone' });
    await expect(openFile(store, sha256)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('of one district does not open for another', async () => {
    const { sha256 } = await keepFile(store, Readable.from([Buffer.from('ours')]), 1000);
    await settleFile(store, sha256);
    expect(await hasFile({ ...store, district: '110113' }, sha256)).toBe(false);
  });

  it('is known by its bytes, whatever its name says', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkM9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    expect((await keepFile(store, Readable.from([png]), 1000)).type).toBe('png');
  });

  it('that is too large is refused and leaves nothing behind', async () => {
    const before = (await filesIn()).length;
    await expect(keepFile(store, Readable.from([Buffer.alloc(600), Buffer.alloc(600)]), 1000)).rejects.toMatchObject({
      code: 'too-large',
    });
    expect(await filesIn()).toHaveLength(before);
  });

  it('cannot be asked for outside its folder', () => {
    expect(() => filePath(store, '../../etc/passwd')).toThrow(TypeError);
    expect(() => filePath({ ...store, district: '../..' }, '0'.repeat(64))).toThrow(TypeError);
  });
});
