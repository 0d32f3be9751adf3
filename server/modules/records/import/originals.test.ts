import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '../../../kernel/command/run.ts';
import { keepFile, settleFile } from '../../../kernel/files/keep-file.ts';
import { discardImport, takeImport } from '../commands/imports.ts';
import { office } from '../records.fixture.ts';
import { importTest } from './import.fixture.ts';
import { originalsOf, sweepOriginals } from './originals.ts';
import { reportLines } from './report.ts';
import { runImport } from './run-import.ts';

let test: Awaited<ReturnType<typeof importTest>>;
beforeAll(async () => {
  test = await importTest();
});
afterAll(() => test.close());

const header = '合同编号,借款人类型,放款金额（元）,放款日期';
const csv = (...lines: string[]) => [header, ...lines].join('\n');
const good = (name: string) => `${name},个人,1000,2026-03-01`;

/** Every file below the data folder, with its content. */
async function onDisk(): Promise<Buffer[]> {
  const entries = await readdir(test.dataDirectory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return await Promise.all(files.map((file) => readFile(file)));
}
const discard = (id: string) => execute(test.kernel, discardImport, { import: id }, { district: test.district, actor: office });
/** As if the days had gone by since. */
const later = (days: number) => ({
  ...test.kernel,
  clock: { ...test.kernel.clock, now: () => new Date(Date.now() + days * 24 * 60 * 60_000) },
});

describe('an uploaded original', { timeout: 60_000 }, () => {
  it('lies on the disk encrypted while its import waits, and is gone once its rows are taken', async () => {
    const waiting = await test.preview('loan', csv(good('等-1')));
    const files = await onDisk();
    expect(files).toHaveLength(1);
    expect(files[0]?.includes('等-1')).toBe(false);
    expect((await test.take(waiting.id)).state).toBe('taken');
    expect(await onDisk()).toEqual([]);
  });

  it('is gone when the import is discarded, has failed, or has nothing to take and nothing to put right', async () => {
    const unwanted = await test.preview('loan', csv(good('弃-1')));
    expect(await onDisk()).toHaveLength(1);
    await discard(unwanted.id);
    await test.run(unwanted.id);
    expect(await onDisk()).toEqual([]);
    expect((await test.preview('loan', '一,二\n1,2')).state).toBe('failed');
    expect(await onDisk()).toEqual([]);
    const again = await test.preview('loan', csv(good('等-1')));
    expect(again).toMatchObject({ state: 'checked', counts: { good: 0, alreadyThere: 1 } });
    expect(await onDisk()).toEqual([]);
  });

  it('stays for another import of the same file that still waits, and goes with the last', async () => {
    const [one, two] = [await test.preview('loan', csv(good('同-1'))), await test.preview('loan', csv(good('同-1')))];
    await discard(one.id);
    await test.run(one.id);
    expect(await onDisk()).toHaveLength(1);
    expect((await test.take(two.id)).receipt).toMatchObject({ new: 1 });
    expect(await onDisk()).toEqual([]);
  });

  it('is never lost to an upload of the same file that comes while the earlier import ends', async () => {
    const uploads = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const id = await test.upload('loan', csv(good('争-1')));
        await sweepOriginals(test.kernel);
        await runImport(test.kernel, test.district, id);
        const { state, counts } = await test.view(id);
        if (state === 'checked' && (counts?.good ?? 0) > 0) await discard(id);
        await sweepOriginals(test.kernel);
        return state;
      }),
    );
    expect(uploads).toEqual(Array.from({ length: 6 }, () => 'checked'));
    await sweepOriginals(test.kernel);
    expect(await onDisk()).toEqual([]);
  });

  it('is deleted by the next sweep when the server was killed before it could', async () => {
    const file = await test.preview('loan', csv(good('断-1')));
    await discard(file.id); // and the job that would have deleted it never ran
    expect(await onDisk()).toHaveLength(1);
    await sweepOriginals(test.kernel);
    expect(await onDisk()).toEqual([]);
  });

  it('of an import that waits is left alone by the sweep for seven days, then the import is discarded', async () => {
    const file = await test.preview('loan', csv(good('久-1')));
    await sweepOriginals(later(6.9));
    expect(await onDisk()).toHaveLength(1);
    expect((await test.view(file.id)).state).toBe('checked');
    await sweepOriginals(later(7.1));
    expect(await onDisk()).toEqual([]);
    expect((await test.view(file.id)).state).toBe('discarded');
    const taking = execute(test.kernel, takeImport, { import: file.id, mode: 'all' }, { district: test.district, actor: office });
    await expect(taking).rejects.toMatchObject({ code: 'import-not-checked' });
  });

  it('that never became an import is deleted: at once when it had been settled, after a while when it is still on its way', async () => {
    const store = originalsOf(test.kernel.services, test.district);
    const orphan = await keepFile(store, Readable.from([Buffer.from('orphan')]), 1000);
    await settleFile(store, orphan.sha256);
    await sweepOriginals(test.kernel);
    expect(await onDisk()).toEqual([]);

    await keepFile(store, Readable.from([Buffer.from('on its way')]), 1000);
    const folder = path.join(test.dataDirectory, 'files', test.district);
    await writeFile(path.join(folder, '.arriving-0011223344556677'), 'half');
    await sweepOriginals(test.kernel);
    expect(await onDisk()).toHaveLength(2);
    for (const name of await readdir(folder))
      await utimes(path.join(folder, name), new Date(), new Date(Date.now() - 11 * 60_000));
    await sweepOriginals(test.kernel);
    expect(await readdir(folder)).toEqual(['.arriving-0011223344556677']);
    for (const name of await readdir(folder))
      await utimes(path.join(folder, name), new Date(), new Date(Date.now() - 61 * 60_000));
    await sweepOriginals(test.kernel);
    expect(await onDisk()).toEqual([]);
  });

  it('when it is gone, the rows that were left out are still named with their reasons', async () => {
    const file = await test.preview('loan', csv(good('留-1'), '留-2,个人,许多,2026-03-01'));
    const taken = await test.take(file.id, 'good');
    expect(await onDisk()).toEqual([]);
    const lines: string[] = [];
    for await (const line of reportLines(test.kernel, test.district, taken, 'zh')) lines.push(line);
    expect(lines.slice(1)).toEqual(['行号,需要改正\r\n', expect.stringMatching(/^3,.*C3 放款金额（元）/)]);
  });

  it('that somebody changed on the disk is not taken, and the import says why', async () => {
    const id = await test.upload('loan', csv(good('改-1')));
    const [name = ''] = await readdir(path.join(test.dataDirectory, 'files', test.district));
    const file = path.join(test.dataDirectory, 'files', test.district, name);
    const bytes = await readFile(file);
    bytes.writeUInt8(bytes.readUInt8(60) ^ 1, 60);
    await writeFile(file, bytes);
    await test.run(id);
    expect(await test.view(id)).toMatchObject({ state: 'failed', failure: { code: 'file-unreadable' } });
    expect(await onDisk()).toEqual([]);
  });
});
