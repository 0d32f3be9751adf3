import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { Check } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CARE_PLAN } from '../modules/programme/reader/papers.testing.ts';
import { PolicyReading } from '../modules/programme/reader/reading.ts';

const root = resolve(import.meta.dirname, '../..');
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leye-policy-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function leye(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const run = promisify(execFile)(process.execPath, ['scripts/leye.mjs', 'policy', ...args], { cwd: root, maxBuffer: 1 << 26 });
  return run.then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout, err: stderr }),
    (problem) => ({ code: problem.code, out: problem.stdout, err: problem.stderr }),
  );
}

describe('leye policy read', () => {
  it('prints the whole reading as JSON, even through a pipe that is slow to take it', async () => {
    const file = join(folder, '方案.txt');
    await writeFile(file, CARE_PLAN.repeat(300));
    const { code, out } = await leye('read', file, '--json');
    expect(code).toBe(0);
    expect(out.length).toBeGreaterThan(200_000);
    expect(Check(PolicyReading, JSON.parse(out))).toBe(true);
  });

  it('shows a person the measures in Chinese', async () => {
    const file = join(folder, '方案.txt');
    await writeFile(file, CARE_PLAN);
    const { out } = await leye('read', file);
    expect(out).toContain('标题：东岭区养老服务三年行动方案（2023-2025年）');
    expect(out).toContain('指标：不少于 5000 人次（三年内，到 2025）');
  });

  it('says in one sentence why a file cannot be read, and ends with 1', async () => {
    const pdf = join(folder, '方案.pdf');
    await writeFile(pdf, '%PDF-1.7');
    expect(await leye('read', pdf)).toMatchObject({ code: 1, out: '', err: expect.stringContaining('方案.pdf 是 PDF') });
    expect(await leye('read', join(folder, '没有.txt'))).toMatchObject({ code: 1, err: expect.stringContaining('找不到文件') });
    expect(await leye('read', folder)).toMatchObject({ code: 1, err: expect.stringContaining('文件夹') });
  });

  it('shows how to call it when called wrongly, and ends with 2', async () => {
    expect(await leye('read')).toMatchObject({ code: 2, err: expect.stringContaining('用法：') });
    expect(await leye('write', 'x.txt')).toMatchObject({ code: 2 });
  });
});
