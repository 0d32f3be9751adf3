import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { AreasError, loadAreas } from '../kernel/place/areas.ts';
import type { DraftContent } from '../modules/programme/draft/contract.ts';
import { draftYaml } from '../modules/programme/draft/draft-yaml.ts';
import { UNWRITTEN, untranslated } from '../modules/programme/draft/english.ts';
import { draftFindings } from '../modules/programme/draft/programme-of.ts';
import { draftOf } from '../modules/programme/draft/start.ts';
import { DecodeProblem, decodePaper } from '../modules/programme/reader/decode.ts';
import { readPolicy } from '../modules/programme/reader/read.ts';
import { decodeProblemText } from '../modules/programme/reader/words.ts';
import { allKinds, unreadable, writeNew } from './programme.ts';

/** `leye programme draft PAPER [--out FILE]`. The district is taken from areas.csv beside the file that is written, if there is one. */
export async function draftCommand(args: readonly string[], usage: string): Promise<number> {
  const [paper, option, out, ...more] = args;
  if (!paper || paper.startsWith('-') || more.length > 0 || (option !== undefined && (option !== '--out' || !out))) {
    process.stderr.write(usage);
    return 2;
  }
  const text = await textOf(paper);
  if (text === undefined) return 1;
  const reading = readPolicy(text);
  if (reading.measures.length === 0) {
    process.stderr.write(`${paper} 里没有找到编号的措施。 No numbered measures were found in ${paper}.\n`);
    return 1;
  }
  const district = await districtBeside(path.dirname(out ?? '.'));
  const content = draftOf({ reading, text, kinds: allKinds(), district });
  const yaml = draftYaml(content, path.basename(paper));
  if (out === undefined) {
    await new Promise<void>((resolve, reject) =>
      process.stdout.write(yaml, (problem) => (problem ? reject(problem) : resolve())),
    );
    return 0;
  }
  if (!(await writeNew(out, yaml))) return 1;
  const figures = content.measures.flatMap((measure) => measure.figures);
  const bound = figures.filter(({ count }) => count !== null).length;
  const open = draftFindings(content, reading, { kinds: allKinds(), district: district.code });
  process.stdout.write(
    `已起草 drafted ${out}：${content.measures.length} 项任务 measures，${content.units.length} 个单位 units，` +
      `${figures.length} 个指标 figures（${bound} 个已配计数方法 bound to records）。\n` +
      `还要处理 to finish：${open.length} 处，已在文件里标为 # confirm。 ${open.length} places, marked # confirm.\n` +
      `下一步 next：npm run leye -- programme check ${out}\n`,
  );
  return 0;
}

async function textOf(paper: string): Promise<string | undefined> {
  try {
    return (await decodePaper(await readFile(paper), path.basename(paper))).text;
  } catch (problem) {
    const sentence =
      problem instanceof DecodeProblem
        ? `${decodeProblemText(problem, 'zh')} ${decodeProblemText(problem, 'en')}`
        : unreadable(problem, paper);
    process.stderr.write(`${sentence}\n`);
    return undefined;
  }
}

/** The county of the list of areas that lies beside; where there is none, a person fills it in. */
async function districtBeside(folder: string): Promise<DraftContent['district']> {
  const file = path.join(folder, 'areas.csv');
  const unknown = { code: UNWRITTEN, name: untranslated(UNWRITTEN), telephone: UNWRITTEN };
  if (!existsSync(file)) return unknown;
  try {
    const { county } = loadAreas(await readFile(file, 'utf8'));
    return { ...unknown, code: county.code.slice(0, 6), name: untranslated(county.name) };
  } catch (problem) {
    // A list with a mistake is said by `programme check`; the draft goes on without it.
    if (problem instanceof AreasError) return unknown;
    throw problem;
  }
}
