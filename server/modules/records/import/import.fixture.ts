import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { Actor } from '../../../kernel/actor/actor.ts';
import { systemClock } from '../../../kernel/clock.ts';
import { ask, execute } from '../../../kernel/command/run.ts';
import { keepFile } from '../../../kernel/files/keep-file.ts';
import { createSeal } from '../../../kernel/seal/seal.ts';
import { reverseImport, takeImport, uploadImport } from '../commands/imports.ts';
import type { ImportView } from '../contract.ts';
import { getImport, listImportProblems } from '../queries/imports.ts';
import { office, recordsTest } from '../records.fixture.ts';
import { originalsOf } from './originals.ts';
import { runImport } from './run-import.ts';
import { workOnImport } from './work.ts';

/** A district into which files can be imported: uploads land in a folder of its own, threads do the work at once. */
export async function importTest() {
  const dataDirectory = await mkdtemp(path.join(tmpdir(), 'leye-imports-'));
  const sealKeys = { sealKey: randomBytes(32), indexKey: randomBytes(32) };
  const test = await recordsTest({ dataDirectory, sealKeys, seal: createSeal(sealKeys) }, systemClock);
  const { kernel, district } = test;
  const call = (actor: Actor) => ({ district, actor });
  const view = async (id: string): Promise<ImportView> => await ask(kernel, getImport, { import: id }, call(office));

  const upload = async (
    type: string,
    content: string | Buffer,
    actor: Actor = office,
    fileType: 'csv' | 'xlsx' = typeof content === 'string' ? 'csv' : 'xlsx',
  ) => {
    const kept = await keepFile(originalsOf(kernel.services, district), Readable.from([Buffer.from(content)]), 200 * 1024 * 1024);
    const { import: id } = await execute(
      kernel,
      uploadImport,
      { type, fileName: `表.${fileType}`, sha256: kept.sha256, size: kept.size, fileType },
      call(actor),
    );
    return id;
  };
  const preview = async (type: string, content: string | Buffer, actor: Actor = office, fileType?: 'csv' | 'xlsx') => {
    const id = await upload(type, content, actor, fileType);
    await runImport(kernel, district, id);
    return await view(id);
  };
  /** As `preview`, in this very thread: for tests of many small files. */
  const previewHere = async (type: string, content: string | Buffer) => {
    const id = await upload(type, content);
    await workOnImport({ kernel, district, id });
    return await view(id);
  };
  const take = async (id: string, mode: 'all' | 'good' = 'all', actor: Actor = office) => {
    await execute(kernel, takeImport, { import: id, mode }, call(actor));
    await runImport(kernel, district, id);
    return await view(id);
  };

  return {
    ...test,
    dataDirectory,
    view,
    upload,
    preview,
    previewHere,
    take,
    run: (id: string) => runImport(kernel, district, id),
    startTaking: (id: string) => execute(kernel, takeImport, { import: id, mode: 'all' }, call(office)),
    async undo(id: string, actor: Actor = office) {
      await execute(kernel, reverseImport, { import: id, why: '整份报错了' }, call(actor));
      await runImport(kernel, district, id);
      return await view(id);
    },
    async problems(id: string): Promise<string[]> {
      const { rows } = await ask(kernel, listImportProblems, { import: id, limit: 500 }, call(office));
      return rows.map(({ cell, code }) => `${cell} ${code}`);
    },
    async close() {
      await test.close();
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}
