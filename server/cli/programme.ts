/** `leye programme check | load | draft`: the programme as files. docs/bring-your-own-city.md walks through all three. */
import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readConfig } from '../config.ts';
import type { FactKind } from '../kernel/fact/kind.ts';
import { say } from '../kernel/i18n/said.ts';
import { type Areas, AreasError, loadAreas } from '../kernel/place/areas.ts';
import { areasWords } from '../kernel/place/words.ts';
import { checkProgrammeText } from '../modules/programme/check/check-file.ts';
import type { Finding } from '../modules/programme/draft/contract.ts';
import { modules } from '../modules.ts';

const USAGE = `用法 Usage：
  leye programme check 文件… FILE…           检查 programme.yaml 或 areas.csv · check programme.yaml or areas.csv
  leye programme load 文件夹 FOLDER [--host 主机名 NAME]  把一个城市载入数据库 · load a city into the database
  leye programme draft 政策文件 PAPER [--out 文件 FILE]  由政策文件起草 · draft a programme.yaml from a paper
`;

/** Every kind of fact that a figure can count. */
export const allKinds = (): ReadonlyMap<string, FactKind> =>
  new Map(modules.flatMap((module) => module.kinds ?? []).map((kind) => [kind.name, kind]));

/** Answers the exit code: 0 done (warnings allowed), 1 something is wrong and was said, 2 wrong call. */
export async function programmeCommand(args: string[]): Promise<number> {
  const [verb, ...rest] = args;
  if (verb === 'check' && rest.length > 0 && !rest.some(isOption)) return check(rest);
  if (verb === 'load') {
    const [folder, option, host, ...more] = rest;
    const isComplete = option === undefined || (option === '--host' && /^[a-z0-9.-]+$/i.test(host ?? ''));
    if (folder && !isOption(folder) && isComplete && more.length === 0) return load(folder, host);
  }
  if (verb === 'draft') return (await import('./programme-draft.ts')).draftCommand(rest, USAGE);
  process.stderr.write(USAGE);
  return 2;
}

const isOption = (word: string): boolean => word.startsWith('-');

async function check(files: readonly string[]): Promise<number> {
  let isSound = true;
  for (const file of files) {
    const text = await readText(file);
    const errors =
      text === undefined ? undefined : path.extname(file) === '.csv' ? checkAreas(file, text) : checkYaml(file, text);
    if (errors !== 0) isSound = false;
  }
  return isSound ? 0 : 1;
}

/** The text, or nothing after a sentence about why not. */
export async function readText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (problem) {
    process.stderr.write(`${unreadable(problem, file)}\n`);
    return undefined;
  }
}

export function unreadable(problem: unknown, file: string): string {
  const code = problem instanceof Error && 'code' in problem ? problem.code : undefined;
  if (code === 'ENOENT') return `找不到 ${file}，请检查路径。 ${file} was not found; check the path.`;
  if (code === 'EISDIR') return `${file} 是文件夹，请给出一个文件。 ${file} is a folder; name a file.`;
  if (code === 'EACCES') return `没有权限读取 ${file}。 No permission to read ${file}.`;
  throw problem;
}

/** Says what was found and counts the errors. */
function checkYaml(file: string, text: string): number {
  const { findings } = checkProgrammeText(text, { kinds: allKinds() });
  for (const finding of findings) process.stdout.write(`${lineOf(file, finding)}\n`);
  const errors = findings.filter(({ level }) => level === 'error').length;
  const warnings = findings.length - errors;
  const verdict = errors === 0 ? '可以载入 can be loaded' : '还不能载入 cannot be loaded yet';
  process.stdout.write(`${file}：${errors} 处错误 errors，${warnings} 处提醒 warnings · ${verdict}\n`);
  return errors;
}

const lineOf = (file: string, { line, level, path: place, said }: Finding): string =>
  `${file}:${line ?? 1} ${level === 'error' ? '错误 error' : '提醒 warning'} ${place}\n  ${said.zh}\n  ${said.en}`;

function checkAreas(file: string, text: string): number {
  const areas = findAreas(file, text);
  if (!areas) return 1;
  const { county, towns, all } = areas;
  const villages = all.length - towns.length - 1;
  process.stdout.write(
    `${file}：${county.name}，${towns.length} 个街道乡镇 streets and towns，${villages} 个社区和村 communities and villages\n`,
  );
  return 0;
}

/** The areas of a file, or nothing after a sentence about the line that is wrong. */
function findAreas(file: string, text: string): Areas | undefined {
  try {
    return loadAreas(text);
  } catch (problem) {
    if (!(problem instanceof AreasError)) throw problem;
    const words = areasWords[`problem.${problem.code}`];
    process.stdout.write(`${file} 错误 error\n  ${say(words, 'zh', problem.params)}\n  ${say(words, 'en', problem.params)}\n`);
    return undefined;
  }
}

/** Loads a city: its files are checked first, so nothing that is wrong reaches the database. */
async function load(folder: string, host: string | undefined): Promise<number> {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) {
    process.stderr.write(`${folder} 不是文件夹。请给出放着 programme.yaml 和 areas.csv 的文件夹。 ${folder} is no folder.\n`);
    return 1;
  }
  const [yaml, csv] = [path.join(folder, 'programme.yaml'), path.join(folder, 'areas.csv')];
  const [text, areasText] = [await readText(yaml), await readText(csv)];
  if (text === undefined || areasText === undefined || checkYaml(yaml, text) > 0) return 1;
  const areas = findAreas(csv, areasText);
  if (!areas) return 1;
  const code = districtOf(text);
  if (!areas.county.code.startsWith(code)) {
    process.stderr.write(
      `${yaml} 的区划代码 ${code} 和 ${csv} 的 ${areas.county.code} 不是同一个区。 The district ${code} is not the county ${areas.county.code} of the list.\n`,
    );
    return 1;
  }
  return (await import('./programme-load.ts')).loadCity(readConfig(process.env), folder, allKinds(), host?.toLowerCase());
}

function districtOf(text: string): string {
  const { value } = checkProgrammeText(text, { kinds: allKinds() });
  return (value as { district: { code: string } }).district.code; // reason: the check above passed, so the shape is a programme's
}

/** Writes what a command made to a file, never over one that is there. */
export async function writeNew(file: string, text: string): Promise<boolean> {
  try {
    await writeFile(file, text, { flag: 'wx' });
    return true;
  } catch (problem) {
    const code = problem instanceof Error && 'code' in problem ? problem.code : undefined;
    if (code === 'EEXIST')
      process.stderr.write(`${file} 已经存在，没有覆盖。请换个名字。 ${file} exists and was not overwritten.\n`);
    else if (code === 'ENOENT')
      process.stderr.write(`没有文件夹 ${path.dirname(file)}。 There is no folder ${path.dirname(file)}.\n`);
    else throw problem;
    return false;
  }
}
