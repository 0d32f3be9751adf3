import { checkPaper } from '../server/modules/consultation/check/check-paper.ts';
import { compareTexts } from '../server/modules/consultation/compare/compare-texts.ts';
import { type Line, percentile } from './house.ts';

/**
 * A paper of a hundred pages with five hundred opinions, read and held against its text; beside it, in turn, what a plain tool does
 * with the same requests: the alignment of each one's words with the whole paper by dynamic programming (the table of Smith and
 * Waterman, the score alone, not even a place). And two versions of that paper compared word by word, beside the plain
 * longest-common-subsequence table over their words.
 */
export function benchConsultation(): Line[] {
  const { text, edited, asked } = consultedPaper(160, 500);
  const read = checkPaper(text)?.opinions.length;
  if (read !== 500) throw new Error(`the bench measures nothing: ${read} opinions were read, not 500`);
  const times: { own: number; peer: number }[] = [];
  for (let round = 0; round < 5; round += 1) {
    const own = took(() => checkPaper(text));
    // A few of the five hundred, and times that: all would take minutes.
    const some = asked.slice(0, 5);
    const peer = (took(() => some.map((words) => bestAlignment(words, text))) / some.length) * asked.length;
    times.push({ own, peer });
  }
  const middle = (of: 'own' | 'peer') =>
    percentile(
      times.map((time) => time[of]),
      50,
    );
  const [own, peer] = [middle('own'), middle('peer')];
  const compared = percentile(
    [1, 2, 3, 4, 5].map(() => took(() => compareTexts(text, edited))),
    50,
  );
  const table = took(() => longestCommon(text.slice(0, 20_000), edited.slice(0, 20_000))) * (text.length / 20_000) ** 2;
  return [
    {
      what: `consultation check, ${Math.round(text.length / 900)} pages, 500 opinions`,
      leye: `${(own / 1000).toFixed(2)} s`,
      peer: `plain alignment with the whole text ${(peer / 1000).toFixed(1)} s (5 of 500 measured)`,
      ratio: `${(peer / own).toFixed(0)} × faster`,
      bar: '≤ 2 s',
      holds: own <= 2000,
    },
    {
      what: 'two versions of that paper compared word by word',
      leye: `${compared.toFixed(0)} ms`,
      peer: `plain table of letters ${(table / 1000).toFixed(1)} s (a part measured)`,
      ratio: `${(table / compared).toFixed(0)} × faster`,
      bar: '≤ 1 s',
      holds: compared <= 1000,
    },
  ];
}

function took(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

const WORDS =
  '就业 岗位 服务 培训 零工 驿站 企业 补贴 资金 平台 社区 街道 技能 创业 孵化 住房 保障 监测 窗口 联动 统筹 推进 完善 健全 落实 组织 开展 提供 建设 支持'.split(
    ' ',
  );
const UNITS = ['区人力社保局', '区财政局', '区教委', '区商务局', '区民政局', '区司法局', '区总工会', '区住房城乡建设委'];

/** Made from a small fixed arithmetic, so that every run measures the same paper. */
function consultedPaper(measures: number, opinions: number): { text: string; edited: string; asked: string[] } {
  let state = 7;
  const next = (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  const clause = () => Array.from({ length: 6 + next(5) }, () => WORDS[next(WORDS.length)] ?? '').join('');
  const clauses = Array.from({ length: measures }, () => Array.from({ length: 30 }, clause));
  const unit = (at: number) => UNITS[at % UNITS.length] ?? '';
  const body = (edit: (words: string, at: number) => string) =>
    clauses
      .map(
        (own, i) =>
          `${i + 1}.第${i + 1}项工作。${own.map(edit).join('，')}。\n牵头单位：${unit(i)}\n配合单位：${unit(i + 1)}、${unit(i + 2)}\n`,
      )
      .join('');
  const asked: string[] = [];
  const items = Array.from({ length: opinions }, (_, i) => {
    const no = next(measures);
    const own = clauses[no] ?? [];
    const words = own[next(own.length)] ?? '';
    const kind = i % 5;
    const wanted =
      kind === 0
        ? words
        : kind === 1
          ? `${words.slice(0, 6)}${clause().slice(0, 4)}${words.slice(6)}`
          : kind === 2
            ? clause()
            : words;
    asked.push(wanted);
    const ask = kind === 3 ? `删除“${wanted}”` : kind === 4 ? `将“${clause()}”修改为“${wanted}”` : `增加“${wanted}”`;
    return `${i + 1}.${unit(i)}针对“${no + 1}.第${no + 1}项工作”，建议${ask}。${kind === 3 ? '不采纳，原因是工作需要' : '采纳'}。\n`;
  });
  const head = '云澜区就业工作方案\n一、主要任务\n';
  const summary = `征求意见汇总说明\n区人力社保局就《云澜区就业工作方案》向${UNITS.join('、')}等8家单位征求意见，反馈如下：\n${items.join('')}`;
  return {
    text: `${head}${body((words) => words)}${summary}`,
    edited: `${head}${body((words, at) => (at % 9 === 4 ? `${words.slice(0, 4)}进一步${words.slice(4)}` : words))}${summary}`,
    asked,
  };
}

/** The best score of `words` against any stretch of `text`. */
function bestAlignment(words: string, text: string): number {
  let row = new Int32Array(text.length + 1);
  let best = 0;
  for (let i = 1; i <= words.length; i += 1) {
    const now = new Int32Array(text.length + 1);
    for (let j = 1; j <= text.length; j += 1) {
      const both = (row[j - 1] ?? 0) + (words.charCodeAt(i - 1) === text.charCodeAt(j - 1) ? 2 : -1);
      const score = Math.max(0, both, (row[j] ?? 0) - 1, (now[j - 1] ?? 0) - 1);
      now[j] = score;
      if (score > best) best = score;
    }
    row = now;
  }
  return best;
}

/** The length of the longest common subsequence, by the plain table. */
function longestCommon(one: string, other: string): number {
  let row = new Int32Array(other.length + 1);
  for (let i = 1; i <= one.length; i += 1) {
    const now = new Int32Array(other.length + 1);
    for (let j = 1; j <= other.length; j += 1)
      now[j] = one.charCodeAt(i - 1) === other.charCodeAt(j - 1) ? (row[j - 1] ?? 0) + 1 : Math.max(row[j] ?? 0, now[j - 1] ?? 0);
    row = now;
  }
  return row[other.length] ?? 0;
}
