import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { gigsCommand } from './gigs.ts';

const program = fileURLToPath(new URL('../../scripts/leye.mjs', import.meta.url));

/** Three workers, two openings: worker 1 and 2 both want the one place of opening 1. */
const round = [3, 2, 5, 0, 2, 3, 5, 0, 1, 1, 0, 1, 50, 20, 10, 70, 30, 1, 1];

describe('leye gigs solve', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'leye-gigs-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const fileOf = async (name: string, numbers: readonly number[], cut = 0): Promise<string> => {
    const file = join(folder, name);
    const bytes = Buffer.from(Int32Array.from(numbers).buffer);
    await writeFile(file, bytes.subarray(0, bytes.length - cut));
    return file;
  };
  /** In this process: starting another for every case would take seconds each. */
  const run = async (...args: string[]): Promise<{ code: number; out: string; err: string }> => {
    const said = { out: '', err: '' };
    const take = (to: 'out' | 'err') => (text: unknown) => {
      said[to] += String(text);
      return true;
    };
    const spies = [
      vi.spyOn(process.stdout, 'write').mockImplementation(take('out')),
      vi.spyOn(process.stderr, 'write').mockImplementation(take('err')),
    ];
    try {
      return { code: await gigsCommand(args), ...said };
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
  };

  test('answers programs with matches, cost, proof, time and memory', async () => {
    const file = await fileOf('round.bin', round);
    const { code, out } = await new Promise<{ code: number; out: string }>((resolve) => {
      const call = [program, 'gigs', 'solve', file, '--json', '--repeat', '3'];
      execFile(process.execPath, call, (error, out) => resolve({ code: error ? 1 : 0, out }));
    });
    expect(code).toBe(0);
    const answer: unknown = JSON.parse(out);
    expect(answer).toEqual({
      filled: 2,
      cost: 60,
      optimal: true,
      seconds: expect.any(Number),
      coldSeconds: expect.any(Number),
      peakMB: expect.any(Number),
    });
  });

  test('tells a person in Chinese and in English', async () => {
    const { code, out } = await run('solve', await fileOf('round.bin', round));
    expect(code).toBe(0);
    expect(out).toMatch(/撮合 2 人，总成本 60，已证明最优.*\n2 matched, total cost 60, proved optimal/);
  });

  test('a call it does not understand gets the usage, in both languages, and 2', async () => {
    for (const args of [
      [],
      ['solve'],
      ['slove', 'x'],
      ['solve', 'x', 'y'],
      ['solve', 'x', '--repeat', 'often'],
      ['solve', '--jsno', 'x'],
    ]) {
      const { code, err } = await run(...args);
      expect(code, args.join(' ')).toBe(2);
      expect(err).toMatch(/用法[\s\S]*Usage/);
    }
  });

  test('a file of no use gets 1 and a sentence about what is wrong and what to do', async () => {
    const changed = (at: number, value: number): number[] => round.with(at, value);
    for (const [file, sentence] of [
      [join(folder, 'none.bin'), /找不到文件[\s\S]*There is no file/],
      [folder, /是文件夹[\s\S]*is a folder/],
      [await fileOf('empty.bin', []), /只有 0 字节[\s\S]*only 0 bytes/],
      [await fileOf('cut.bin', round, 5), /不完整[\s\S]*cut short: its counts call for 76 bytes, there are 71/],
      [await fileOf('long.bin', [...round, 0]), /比应有的长[\s\S]*too long/],
      [await fileOf('swapped.bin', changed(0, -3)), /负数[\s\S]*negative count/],
      [await fileOf('col.bin', changed(8, 2)), /col\[1\] 指向岗位 2[\s\S]*col\[1\] names opening 2/],
      [await fileOf('cap.bin', changed(17, -1)), /cap\[0\] 是 -1[\s\S]*cap\[0\] is -1/],
      [await fileOf('rows.bin', changed(4, 4)), /rowPtr\[2\] 是 3[\s\S]*rowPtr\[2\] is 3, expected at least 4/],
      [await fileOf('arcs.bin', changed(6, 4)), /rowPtr\[3\] 是 4，应等于连线数 5[\s\S]*there are 5 arcs/],
    ] as const) {
      const { code, out, err } = await run('solve', file, '--json');
      expect({ code, out, err }, file).toEqual({ code: 1, out: '', err: expect.stringMatching(sentence) });
    }
  });
});
