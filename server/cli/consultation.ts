/** `leye consultation check FILE [--json]`: holds a paper against its own summary of opinions. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { checkPaper } from '../modules/consultation/check/check-paper.ts';
import { notUnderstood, reportAsText, warningLines } from '../modules/consultation/check/report.ts';
import type { CheckReport } from '../modules/consultation/check/shapes.ts';
import { DecodeProblem, decodePaper } from '../modules/programme/reader/decode.ts';
import { decodeProblemText } from '../modules/programme/reader/words.ts';

const USAGE = `用法：leye consultation check 文件 [--json]
  文件是带《征求意见汇总说明》的 .docx 或 .txt；逐条核对意见是否真的照采纳情况改了。--json 输出给程序用的结果。
  退出码：0 已核对（不论结论）；1 不能核对；2 命令写错；3 已核对，但汇总说明里有没读懂的句子，逐句列在最后。
Usage: leye consultation check FILE [--json]
  FILE is a .docx or .txt with its summary of opinions; each opinion is held against the text. --json answers for programs.
  Exit codes: 0 checked (whatever the verdicts); 1 it can't be checked; 2 wrong call; 3 checked, yet some of the summary was not understood; it is listed at the end.
`;

/** Answers the exit code: 0 checked (whatever the verdicts), 1 it can't be checked, 2 wrong call, 3 checked but not all of it understood. */
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
    if (holdsNothing(report)) {
      process.stderr.write(nothingInSummary(basename(file), report, text));
      return 1;
    }
    await written(isJson ? `${JSON.stringify(report, null, 1)}\n` : reportAsText(report, text));
    return notUnderstood(report).length > 0 ? 3 : 0;
  } catch (problem) {
    process.stderr.write(`${problemText(problem, file)}\n`);
    return 1;
  }
}

const noSummary = (file: string): string =>
  `${file} 里没有找到征求意见汇总说明。请把它附在正文后面，单独一行写标题（例如“征求意见汇总说明”），再试一次。
No summary of opinions was found in ${file}. Put it after the text, under a heading on a line of its own (such as “征求意见汇总说明”), and try again.
`;

/** A heading with nothing under it must not look like a summary in which all is well. */
const holdsNothing = ({ opinions, noComment, noCommentCount, noAnswer, saysNothingCame }: CheckReport): boolean =>
  opinions.length + noComment.length + noAnswer.length + (noCommentCount ?? 0) === 0 && !saysNothingCame;

const nothingInSummary = (file: string, report: CheckReport, text: string): string => {
  const { title } = report.summary;
  const lines = warningLines({ ...report, warnings: notUnderstood(report) }, text);
  return `${file} 的“${title}”里没有读到任何意见或“无意见”。应当逐条写明哪家单位、提了什么、是否采纳（例如“1.区财政局建议将“甲”改为“乙”。采纳。”），或哪些单位无意见；列成表时，表头要有单位、意见、采纳情况。
No opinion and no “no comment” was read under “${title}” of ${file}. Expected: for each opinion the unit, what it asks for and whether it was adopted (such as “1.区财政局建议将“甲”改为“乙”。采纳。”), or the units without comment; in a table, columns for unit (单位), opinion (意见) and decision (采纳情况).
${lines.map((line) => `${line}\n`).join('')}`;
};

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
