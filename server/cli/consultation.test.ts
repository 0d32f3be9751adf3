import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { Document, Packer, Paragraph } from 'docx';
import { Check } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GOLD } from '../modules/consultation/check/papers.fixture.ts';
import { CheckReport } from '../modules/consultation/check/shapes.ts';

const root = resolve(import.meta.dirname, '../..');
const paper = GOLD.find(({ name }) => name.startsWith('删除已采纳'))?.text ?? '';
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leye-consultation-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function leye(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const run = promisify(execFile)(process.execPath, ['scripts/leye.mjs', 'consultation', ...args], {
    cwd: root,
    maxBuffer: 1 << 26,
  });
  return run.then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout, err: stderr }),
    (problem) => ({ code: problem.code, out: problem.stdout, err: problem.stderr }),
  );
}

describe('leye consultation check', () => {
  it('tells a person in Chinese and in English what became of each opinion', async () => {
    const file = join(folder, '措施.txt');
    await writeFile(file, paper);
    const { code, out } = await leye('check', file);
    expect(code).toBe(0);
    expect(out).toContain('✗ 矛盾 contradiction　区审计局（第 3 项 measure 3）');
    expect(out).toContain('写明已采纳，但“按季度拨付”还在文中');
    expect(out).toContain('said to be adopted, yet “按季度拨付” still stands');
  });

  it('answers programs with every opinion, its verdict and its places', async () => {
    const file = join(folder, '措施.txt');
    await writeFile(file, paper);
    const { out } = await leye('check', file, '--json');
    const report: unknown = JSON.parse(out);
    expect(Check(CheckReport, report)).toBe(true);
    expect(report).toMatchObject({ counts: { consistent: 1, contradiction: 1, needsPerson: 0 } });
  });

  it('reads a Word file as well', async () => {
    const file = join(folder, '措施.docx');
    const word = new Document({
      sections: [
        {
          children: paper
            .trimEnd()
            .split('\n')
            .map((line) => new Paragraph(line)),
        },
      ],
    });
    await writeFile(file, await Packer.toBuffer(word));
    expect(JSON.parse((await leye('check', file, '--json')).out)).toMatchObject({ counts: { consistent: 1, contradiction: 1 } });
  });

  it('says what to do when there is no summary, no file, or no text, and ends with 1', async () => {
    const bare = join(folder, '没有附件.txt');
    await writeFile(bare, '云澜区措施\n一、任务\n1.建站。\n');
    expect(await leye('check', bare)).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('没有找到征求意见汇总说明'),
    });
    expect(await leye('check', join(folder, '没有.txt'))).toMatchObject({ code: 1, err: expect.stringContaining('找不到文件') });
    expect(await leye('check', folder)).toMatchObject({ code: 1, err: expect.stringContaining('文件夹') });
    const empty = join(folder, '空.txt');
    await writeFile(empty, '');
    expect(await leye('check', empty)).toMatchObject({ code: 1, err: expect.stringContaining('空文件') });
  });

  it('says what it expected when a summary has a heading and nothing under it, and ends with 1', async () => {
    const file = join(folder, '只有标题.txt');
    await writeFile(file, '云澜区措施\n一、任务\n1.建站。\n牵头单位：区财政局\n\n征求意见汇总说明\n');
    const { code, out, err } = await leye('check', file, '--json');
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('没有读到任何意见');
    expect(err).toContain('Expected: for each opinion the unit');
  });

  it('lists what it did not understand with its line, and ends with 3', async () => {
    const file = join(folder, '没读懂.txt');
    await writeFile(
      file,
      '云澜区措施\n一、任务\n1.建站。\n牵头单位：区财政局\n\n征求意见汇总说明\n向区财政局1家单位征求意见。\n1.区财政局建议增加“建站”。采纳。\n2.驿站门口应当种树\n',
    );
    const { code, out } = await leye('check', file);
    expect(code).toBe(3);
    expect(out).toContain('1 unit asked, 1 opinion, 0 without comment.');
    expect(out).toContain('第 9 行：没有读懂：“驿站门口应当种树”');
    expect(out).toContain('line 9: not understood: “驿站门口应当种树”');
  });

  it('shows how to call it when called wrongly, and ends with 2', async () => {
    expect(await leye('check')).toMatchObject({ code: 2, err: expect.stringContaining('用法：') });
    expect(await leye('compare', 'x.txt')).toMatchObject({ code: 2 });
  });
});
