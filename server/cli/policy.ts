/** `leye policy read FILE [--json]`: shows what the policy reader understands of a paper. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { DecodeProblem, decodePaper } from '../modules/programme/reader/decode.ts';
import { readPolicy } from '../modules/programme/reader/read.ts';
import { readingAsText } from '../modules/programme/reader/report.ts';
import { decodeProblemText } from '../modules/programme/reader/words.ts';

const USAGE = '用法：leye policy read 文件 [--json]\n  文件是 .docx 或 .txt（UTF-8 或 GB18030）；--json 输出给程序用的结果。\n';

/** Answers the exit code: 0 read, 1 the file can't be read, 2 wrong call. */
export async function policyCommand(args: string[]): Promise<number> {
  const isJson = args.includes('--json');
  const [verb, file, ...rest] = args.filter((word) => word !== '--json');
  if (verb !== 'read' || !file || rest.length > 0 || file.startsWith('--')) {
    process.stderr.write(USAGE);
    return 2;
  }
  try {
    const { text } = await decodePaper(await readFile(file), basename(file));
    const reading = readPolicy(text);
    await written(isJson ? `${JSON.stringify(reading, null, 1)}\n` : readingAsText(reading, text));
    return 0;
  } catch (problem) {
    process.stderr.write(`${problemText(problem, file)}\n`);
    return 1;
  }
}

/** Waits until a pipe has taken everything: an exit right after would cut the output short. */
const written = (text: string): Promise<void> =>
  new Promise((resolve, reject) => process.stdout.write(text, (problem) => (problem ? reject(problem) : resolve())));

function problemText(problem: unknown, file: string): string {
  if (problem instanceof DecodeProblem) return decodeProblemText(problem, 'zh');
  const code = problem instanceof Error && 'code' in problem ? String(problem.code) : '';
  if (code === 'ENOENT') return `找不到文件 ${file}，请检查路径。`;
  if (code === 'EISDIR') return `${file} 是文件夹，请给出一个文件。`;
  if (code === 'EACCES') return `没有权限读取 ${file}。`;
  throw problem;
}
