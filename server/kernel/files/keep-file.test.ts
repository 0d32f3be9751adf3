import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filePath, hasFile, keepFile } from './keep-file.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'leye-files-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const filesIn = async () =>
  (await readdir(path.join(folder, 'files'), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());

describe('an uploaded original', () => {
  it('is kept byte for byte under its hash, once however often it comes', async () => {
    const text = Buffer.from('姓名,手机号\n');
    const kept = await keepFile(folder, Readable.from([text.subarray(0, 5), text.subarray(5)]), 1000);
    expect(kept).toEqual({ sha256: createHash('sha256').update(text).digest('hex'), size: text.length, type: undefined });
    expect(await keepFile(folder, Readable.from([text]), 1000)).toEqual(kept);
    expect(await readFile(filePath(folder, kept.sha256))).toEqual(text);
    expect((await stat(filePath(folder, kept.sha256))).mode & 0o077).toBe(0);
    expect(await filesIn()).toHaveLength(1);
    expect(await hasFile(folder, kept.sha256)).toBe(true);
    expect(await hasFile(folder, '0'.repeat(64))).toBe(false);
  });

  it('is known by its bytes, whatever its name says', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    expect((await keepFile(folder, Readable.from([png]), 1000)).type).toBe('png');
  });

  it('that is too large is refused and leaves nothing behind', async () => {
    const before = (await filesIn()).length;
    await expect(keepFile(folder, Readable.from([Buffer.alloc(600), Buffer.alloc(600)]), 1000)).rejects.toMatchObject({
      code: 'too-large',
    });
    expect(await filesIn()).toHaveLength(before);
  });

  it('cannot be asked for outside its folder', () => {
    expect(() => filePath(folder, '../../etc/passwd')).toThrow(TypeError);
  });
});
