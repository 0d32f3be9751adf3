/**
 * `leye gigs solve FILE [--json] [--repeat N]`: matches the day workers of a file to its openings, and proves that no matching is better.
 * `leye gigs replay BATCH [--json]`: runs a round of a station again from what it had looked at (gigs-replay.ts).
 */
import { open } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { checkSize, HEAD, InstanceFileProblem, readInstance } from '../kernel/matching/file.ts';
import { type Instance, InstanceProblem } from '../kernel/matching/instance.ts';
import { solve } from '../kernel/matching/solve.ts';
import { fileProblemText, instanceProblemText } from './gigs-words.ts';

const USAGE = `用法：leye gigs solve 文件 [--json] [--repeat 次数]
  文件是一批零工撮合的数据（小端 Int32：工人数、岗位数、连线数、rowPtr、col、cost、cap）；先求撮合人数最多，再求总成本最低，并证明没有更好的。
  --json 输出给程序用的结果；--repeat 先算一次，再算这么多次，seconds 取中位数，coldSeconds 是第一次。时间含由数组建网，不含读文件。
  退出码：0 已算出；1 文件不能用；2 命令写错。
用法：leye gigs replay 轮次编号 [--json]
  用这一轮当时留存的数据再算一遍，说结果是否一致。退出码：0 一致，或只是说法不同；1 不一致、没有这一轮或算不了；2 命令写错。
Usage: leye gigs solve FILE [--json] [--repeat TIMES]
  FILE holds one round of a gig station (little-endian Int32: workers, openings, arcs, rowPtr, col, cost, cap); most matches first, then least cost, with proof.
  --json answers for programs; --repeat solves once and then so many times: seconds is their median, coldSeconds the first. Building the network counts, reading the file does not.
  Exit codes: 0 solved; 1 the file is of no use; 2 wrong call.
Usage: leye gigs replay BATCH [--json]
  Runs a round again from what was kept of it, and says whether it comes to the same. Exit codes: 0 the same, or other words only; 1 not the same, no such round, or it cannot be run; 2 wrong call.
`;

/** Answers the exit code: 0 solved, 1 the file is of no use, 2 wrong call. */
export async function gigsCommand(args: string[]): Promise<number> {
  if (args[0] === 'replay') {
    const code = await (await import('./gigs-replay.ts')).replayCommand(args.slice(1));
    if (code === 2) process.stderr.write(USAGE);
    return code;
  }
  const call = understood(args);
  if (!call) {
    process.stderr.write(USAGE);
    return 2;
  }
  try {
    const answer = measured(readInstance(await readWhole(call.file)), call.repeat);
    process.stdout.write(call.isJson ? `${JSON.stringify(answer)}\n` : asText(answer));
    return 0;
  } catch (problem) {
    process.stderr.write(`${problemText(problem, call.file)}\n`);
    return 1;
  }
}

function understood(args: string[]): { file: string; isJson: boolean; repeat: number } | undefined {
  try {
    const options = { json: { type: 'boolean' }, repeat: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [verb, file, ...rest] = positionals;
    const repeat = values.repeat ?? '0';
    if (verb !== 'solve' || !file || rest.length > 0 || !/^\d{1,4}$/.test(repeat)) return undefined;
    return { file, isJson: values.json === true, repeat: Number(repeat) };
  } catch {
    return undefined;
  }
}

/** The whole file in one piece of memory, which the arrays then look into; refused by its size before that is taken. */
async function readWhole(file: string): Promise<ArrayBuffer> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const head = new ArrayBuffer(HEAD);
    await handle.read(new Uint8Array(head), 0, HEAD, 0);
    checkSize(head, size);
    const bytes = new ArrayBuffer(size);
    for (let at = 0; at < size; ) {
      const { bytesRead } = await handle.read(new Uint8Array(bytes, at, Math.min(size - at, PIECE)), 0, undefined, at);
      if (bytesRead === 0) throw new InstanceFileProblem('too-short', at, size);
      at += bytesRead;
    }
    return bytes;
  } finally {
    await handle.close();
  }
}

const PIECE = 1 << 26;

interface Answer {
  readonly filled: number;
  readonly cost: number;
  readonly optimal: boolean;
  readonly seconds: number;
  readonly coldSeconds: number;
  readonly peakMB: number;
}

function measured(instance: Instance, repeat: number): Answer {
  const once = () => {
    const began = performance.now();
    const { filled, cost, isOptimal } = solve(instance);
    return { filled, cost, optimal: isOptimal, seconds: (performance.now() - began) / 1000 };
  };
  const cold = once();
  const times = Array.from({ length: repeat }, () => once().seconds).sort((a, b) => a - b);
  const middle = times.length >> 1;
  const median = times.length % 2 === 1 ? times[middle]! : (times[middle - 1]! + times[middle]!) / 2;
  const rounded = (seconds: number) => Number(seconds.toFixed(6));
  return {
    ...cold,
    seconds: rounded(times.length > 0 ? median : cold.seconds),
    coldSeconds: rounded(cold.seconds),
    peakMB: Number((process.resourceUsage().maxRSS / 1024).toFixed(1)),
  };
}

function asText({ filled, cost, optimal, seconds, peakMB }: Answer): string {
  const [people, sum] = [filled.toLocaleString('en'), cost.toLocaleString('en')];
  const figures = `${seconds.toFixed(3)} s, ${peakMB.toFixed(0)} MB`;
  return `撮合 ${people} 人，总成本 ${sum}，${optimal ? '已证明最优' : '未证明最优'}（${figures}）。
${people} matched, total cost ${sum}, ${optimal ? 'proved optimal' : 'not proved optimal'} (${figures}).
`;
}

function problemText(problem: unknown, file: string): string {
  if (problem instanceof InstanceFileProblem) return fileProblemText(problem, file);
  if (problem instanceof InstanceProblem) return instanceProblemText(problem, file);
  const code = problem instanceof Error && 'code' in problem ? String(problem.code) : '';
  if (code === 'ENOENT') return `找不到文件 ${file}，请检查路径。\nThere is no file ${file}. Check the path.`;
  if (code === 'EISDIR') return `${file} 是文件夹，请给出一个文件。\n${file} is a folder. Name a file.`;
  if (code === 'EACCES') return `没有权限读取 ${file}，请检查文件权限。\n${file} may not be read. Check its permissions.`;
  throw problem;
}
