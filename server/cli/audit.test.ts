import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Log, openLog } from '../../tests/audit-log.ts';

const program = fileURLToPath(new URL('../../scripts/leye.mjs', import.meta.url));

describe('leye audit', { timeout: 90_000 }, () => {
  let log: Log;
  let folder: string;
  let env: NodeJS.ProcessEnv;
  beforeAll(async () => {
    [log, folder] = await Promise.all([openLog(), mkdtemp(path.join(tmpdir(), 'leye-audit-'))]);
    env = {
      PATH: process.env.PATH,
      DATABASE_URL: log.urls.ownerUrl,
      LEYE_APP_DATABASE_URL: log.urls.appUrl,
      LEYE_DATA: path.join(folder, 'data'),
      LEYE_CHECKPOINT_KEY: randomBytes(32).toString('base64'),
    };
    await log.note(30);
  });
  afterAll(async () => {
    await log.close();
    await rm(folder, { recursive: true, force: true });
  });

  const leye = (args: string[], more: NodeJS.ProcessEnv = {}) =>
    new Promise<{ code: number; out: string; err: string }>((resolve) => {
      execFile(process.execPath, [program, 'audit', ...args], { env: { ...env, ...more } }, (error, out, err) =>
        resolve({ code: error ? Number(error.code) : 0, out, err }),
      );
    });

  test('a call it does not understand gets the usage, in both languages, and 2', async () => {
    for (const args of [['verfy'], ['verify', '--district', 'abc'], ['checkpoint', '--witness', 'x']]) {
      const { code, err } = await leye(args);
      expect(code, args.join(' ')).toBe(2);
      expect(err).toMatch(/用法.*\n.*Usage/);
    }
  });

  test('an intact log gives 0 and says what no checkpoint covers yet', async () => {
    const before = await leye(['verify']);
    expect(before, before.err).toMatchObject({ code: 0 });
    expect(before.out).toContain('30 条');
    expect(before.out).toContain('There is no checkpoint yet: 30 entries');
    expect(await leye(['verify', '--district', '999999'])).toMatchObject({ code: 1, err: expect.stringContaining('999999') });
  });

  test('checkpoints are taken, laid down with the witness and exported; a file is never written over', async () => {
    const taken = await leye(['checkpoint'], { LEYE_WITNESS_DIR: path.join(folder, 'witness') });
    expect(taken, taken.err).toMatchObject({ code: 0 });
    const file = path.join(folder, 'checkpoints.jsonl');
    expect(await leye(['export', file])).toMatchObject({ code: 0, out: expect.stringContaining('1 checkpoints exported') });
    expect(await readFile(file, 'utf8')).toBe(await readFile(path.join(folder, 'witness', 'leye-audit-110112.jsonl'), 'utf8'));
    expect(await leye(['export', file])).toMatchObject({ code: 1, err: expect.stringContaining('not written over') });
    const verified = await leye(['verify', '--witness', file]);
    expect(verified).toMatchObject({ code: 0, out: expect.stringContaining('Held against 1 checkpoints') });
    expect(await leye(['verify', '--witness', `${file}.gone`])).toMatchObject({
      code: 1,
      err: expect.stringContaining('ENOENT'),
    });
  });

  test('a log that was tampered with gives 1 and names the lane, the number and what happened', async () => {
    const file = path.join(folder, 'checkpoints.jsonl');
    await log.owner.query("UPDATE audit_entry SET action = 'test.other' WHERE lane = 0 AND seq = 1");
    const edited = await leye(['verify']);
    expect(edited.code).toBe(1);
    expect(edited.out).toMatch(/第 0 链第 1 条.*action[\s\S]*Lane 0, entry 1.*action/);
    await log.owner.query(
      "UPDATE audit_entry SET action = 'test.note-line' WHERE lane = 0 AND seq = 1; DELETE FROM audit_checkpoint",
    );
    expect(await leye(['verify'])).toMatchObject({ code: 0 });
    expect(await leye(['verify', '--witness', file])).toMatchObject({
      code: 1,
      out: expect.stringContaining('the witness holds it'),
    });
    await appendFile(file, 'scribble\n{}\n');
    expect((await leye(['verify', '--witness', file])).out).toContain('Witness file, line 2');
  });
});
