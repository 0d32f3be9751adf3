/** `leye consultation check FILE [--json]`: holds a paper against its own summary of opinions. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { checkPaper } from '../modules/consultation/check/check-paper.ts';
import { reportAsText } from '../modules/consultation/check/report.ts';
import { DecodeProblem, decodePaper } from '../modules/programme/reader/decode.ts';
import { decodeProblemText } from '../modules/programme/reader/words.ts';

const USAGE = `用法：leye consultation check 文件 [--json]
  文件是带《征求意见汇总说明》的 .docx 或 .txt；逐条核对意见是否真的照采纳情况改了。--json 输出给程序用的结果。
Usage: leye consultation check FILE [--json]
  FILE is a .docx or .txt with its summary of opinions; each opinion is held against the text. --json answers for programs.
`;

/** Answers the exit code: 0 checked (whatever the verdicts), 1 it can't be checked, 2 wrong call. */
export async function consultationCommand(args: string[]): Promise<number> {
  const isJson = args.includes('--json');
  const [verb, file, ...rest] = args.filter((word) => word !== '--json');
  if (verb !== 'check' || !file || rest.length > 0 || file.startsWith('--')) {
    process.stderr.write(USAGE);
    return 2;
  }
  try {
    const { text } = await decodePaper(await readFile(file), basename(file));
    const report = checkPaper(text);
    if (!report) {
      process.stderr.write(noSummary(basename(file)));
      return 1;
    }
    await written(isJson ? `${JSON.stringify(report, null, 1)}\n` : reportAsText(report, text));
    return 0;
  } catch (problem) {
    process.stderr.write(`${problemText(problem, file)}\n`);
    return 1;
  }
}

const noSummary = (file: string): string =>
  `${file} 里没有找到征求意见汇总说明。请把它附在正文后面，单独一行写标题（例如“征求意见汇总说明”），再试一次。
No summary of opinions was found in ${file}. Put it after the text, under a heading on a line of its own (such as “征求意见汇总说明”), and try again.
`;

/** Waits until a pipe has taken everything: an exit right after would cut the output short. */
const written = (text: string): Promise<void> =>
  new Promise((resolve, reject) => process.stdout.write(text, (problem) => (problem ? reject(problem) : resolve())));

function problemText(problem: unknown, file: string): string {
  if (problem instanceof DecodeProblem) return `${decodeProblemText(problem, 'zh')}\n${decodeProblemText(problem, 'en')}`;
  const code = problem instanceof Error && 'code' in problem ? String(problem.code) : '';
  if (code === 'ENOENT') return `找不到文件 ${file}，请检查路径。\nThere is no file ${file}. Check the path.`;
  if (code === 'EISDIR') return `${file} 是文件夹，请给出一个文件。\n${file} is a folder. Name a file.`;
  if (code === 'EACCES') return `没有权限读取 ${file}，请检查文件权限。\n${file} may not be read. Check its permissions.`;
  throw problem;
}
