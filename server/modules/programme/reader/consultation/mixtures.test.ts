import { describe, expect, it } from 'vitest';
import { readPolicy } from '../read.ts';
import { BODY } from './prose.fixture.ts';

/** Summaries put together from a seed: what stands in them is known by how they were made. */
const SEEDS = Number(process.env.LEYE_SUMMARY_SEEDS ?? 400);
const FIRST = Number(process.env.LEYE_SUMMARY_FIRST ?? 1);

const UNITS =
  '区财政局 区教委 区总工会 区妇联 区法院 区审计局 区司法局 区城管委 区委社会工作部 区住房城乡建设委 区投资促进服务中心 市规自委通州分局 北苑街道办事处 宋庄镇 区就业服务中心 区对外合作办公室 区经济和信息化局 中关村通州园管委会'.split(
    ' ',
  );
const CHINESE = '零一二三四五六七八九十'.split('');
const chinese = (number: number): string =>
  number <= 10
    ? (CHINESE[number] ?? '')
    : `${number >= 20 ? CHINESE[Math.floor(number / 10)] : ''}十${number % 10 ? CHINESE[number % 10] : ''}`;

type Known = { asked: string[]; none: string[]; silent: string[]; opinions: string[] };
type Pick = <T>(of: readonly T[]) => T;

function dice(seed: number): { next: (below: number) => number; pick: Pick } {
  let state = seed * 7919 + 17;
  const next = (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  return { next, pick: (of) => of[next(of.length)] as never }; // as: next is below the length
}

const NOTHING = [
  '无意见',
  '无修改意见',
  '没有意见',
  '均无意见',
  '书面回复无意见',
  '：无意见',
  '无不同意见',
  '暂无意见',
  '未提出修改意见',
  '没有修改意见和建议',
  '来函表示无意见',
  '同意',
];
const SILENT = ['未反馈意见', '未回复', '逾期未反馈意见', '未按时反馈', '尚未回复'];
const QUOTES = [
  ['“', '”'],
  ['「', '」'],
  ['"', '"'],
] as const;
const SEPARATORS = ['\t', '|', '｜', '│'];
const WORDS = ['绩效评价', '夜间照明', '线上课程', '法律援助', '选址要求', '专用窗口', '急救设施', '资金监管'];
const REASONS = ['便民需要', '已有规定', '经费有限', '职责不变', '另有安排'];

interface Said {
  readonly unit: string;
  readonly measure: number | null;
  readonly ask: string;
  readonly decision: '采纳' | '不采纳' | '部分采纳';
  readonly reason: string | undefined;
}

function saidBy(unit: string, { pick }: ReturnType<typeof dice>, isTable: boolean): Said & { readonly about: string } {
  const [open, close] = pick(QUOTES);
  const quote = (words: string) => `${open}${words}${close}`;
  const measure = pick([null, 1, 2, 3, 4]);
  const titles = ['', '建好零工驿站', '开展技能培训', '落实资金保障', '畅通维权渠道'];
  const about =
    measure === null
      ? ''
      : isTable
        ? pick([
            `${measure}`,
            `第${measure}条`,
            `第${chinese(measure)}条`,
            `（${chinese(measure)}）`,
            `${measure}.${titles[measure]}`,
          ])
        : pick([
            `针对第${measure}条，`,
            `对第${chinese(measure)}条，`,
            `针对${quote(`${measure}.${titles[measure]}`)}，`,
            `就第 ${measure} 项`,
          ]);
  const [one, other] = [pick(WORDS), pick(WORDS)];
  const ask = pick([
    `建议增加${quote(one)}`,
    `建议删除${quote(one)}`,
    `建议将${quote(one)}修改为${quote(other)}`,
    `建议把${quote(one)}改为${quote(other)}`,
    `建议在${quote(one)}后补充${quote(other)}`,
  ]);
  const decision = pick(['采纳', '不采纳', '部分采纳'] as const);
  return { unit, measure, ask, about, decision, reason: decision === '采纳' ? undefined : pick(REASONS) };
}

const decided = ({ decision, reason }: Said, { pick }: ReturnType<typeof dice>): string => {
  const words = {
    采纳: ['采纳', '予以采纳', '已采纳', '本条建议予以采纳'],
    不采纳: ['不采纳', '不予采纳', '未采纳', '暂不采纳'],
    部分采纳: ['部分采纳', '部分予以采纳'],
  };
  const verdict = pick(words[decision]);
  return reason ? `${verdict}，${pick(['原因是', '理由：', '理由是', '因'])}${reason}` : verdict;
};

const told = ({ unit, measure, decision, reason }: Said): string => `${unit} ${measure ?? '-'} ${decision} ${reason ?? '~'}`;

function shuffled<T>(of: readonly T[], { next }: ReturnType<typeof dice>): T[] {
  const left = [...of];
  return of.flatMap(() => left.splice(next(left.length), 1));
}

/** Units in a row, with the words for it. */
const listed = (units: readonly string[], { pick }: ReturnType<typeof dice>): string =>
  units.length === 1
    ? (units[0] ?? '')
    : `${units.join('、')}${pick(['', '', `${units.length}家单位`, `等${units.length}家单位`, `${chinese(units.length)}家单位`])}`;

function mixture(seed: number): { text: string; known: Known } {
  const chance = dice(seed);
  const { next, pick } = chance;
  const units = shuffled(UNITS, chance).slice(0, 3 + next(8));
  const known: Known = { asked: [...units], none: [], silent: [], opinions: [] };
  const count = units.length;
  const asks = pick([
    () => `2026年3月2日，向${units.join('、')}等${count}家单位征求意见。`,
    () => `区人力社保局于2026年3月2日就《云澜区措施》向${units.join('、')}${chinese(count)}家单位书面征求意见，反馈意见如下：`,
    () => `2026-03-02 向 ${count} 家单位（${units.join('、')}）征求意见。`,
    () => `我局征求了${units.join('、')}等${count}个部门意见，具体情况如下：`,
    () => `征求意见单位：${units.join('、')}。`,
  ])();
  const groups: string[][] = [];
  for (let at = 0; at < units.length; ) {
    const size = 1 + next(3);
    groups.push(units.slice(at, at + size));
    at += size;
  }
  const isTable = next(4) === 0;
  const text = isTable ? tableOf(groups, known, chance) : proseOf(groups, known, chance);
  const note = pick(['', '', `${isTable ? '\n' : ''}`]);
  return { text: `征求意见汇总说明\n${asks}\n${text}${note}\n`, known };
}

function tableOf(groups: readonly string[][], known: Known, chance: ReturnType<typeof dice>): string {
  const { next, pick } = chance;
  const separator = pick(SEPARATORS);
  const columns = shuffled(['单位', '条款', '意见', '采纳情况', '理由'], chance);
  const headings: Record<string, readonly string[]> = {
    单位: ['单位', '反馈单位', '部门'],
    条款: ['针对条款', '条款', '涉及条款'],
    意见: ['意见', '意见内容', '修改意见', '意见建议'],
    采纳情况: ['采纳情况', '是否采纳', '处理结果'],
    理由: ['理由', '备注', '不采纳理由'],
  };
  const row = (cells: Record<string, string>) => {
    const line = columns.map((column) => cells[column] ?? '').join(separator);
    return separator === '\t' ? line : `${separator}${line}${separator}`;
  };
  const lines = [row(Object.fromEntries(columns.map((column) => [column, pick(headings[column] ?? [column])])))];
  for (const group of groups) {
    const 单位 = group.join('、');
    const kind = next(4);
    if (kind === 0) {
      known.none.push(...group);
      lines.push(row({ 单位, 意见: pick(['无意见', '无', '无修改意见', '同意', '没有意见']) }));
    } else if (kind === 1) {
      known.silent.push(...group);
      lines.push(row({ 单位, 意见: pick(SILENT) }));
    } else {
      const said = saidBy(group[0] ?? '', chance, true);
      known.opinions.push(...group.map((unit) => told({ ...said, unit })));
      lines.push(row({ 单位, 条款: said.about, 意见: said.ask, 采纳情况: said.decision, 理由: said.reason ?? '' }));
    }
  }
  return lines.join('\n');
}

function proseOf(groups: readonly string[][], known: Known, chance: ReturnType<typeof dice>): string {
  const { next, pick } = chance;
  const mark = pick(['1.', '1、', '一、', '（一）', '①', '（1）', '']);
  const number = (at: number) =>
    mark === '①' ? String.fromCharCode(0x245f + at) : mark.replace('1', `${at}`).replace('一', chinese(at));
  const sentences = groups.map((group): string => {
    const kind = next(6);
    if (kind === 0) {
      known.none.push(...group);
      return `${listed(group, chance)}${pick(NOTHING)}`;
    }
    if (kind === 1) {
      known.silent.push(...group);
      return `${listed(group, chance)}${pick(SILENT)}`;
    }
    const said = saidBy(group[0] ?? '', chance, false);
    known.opinions.push(...group.map((unit) => told({ ...said, unit })));
    const but = next(6) === 0 && said.about === '' ? '无修改意见，但' : pick(['', '', '：', '提出：', '书面反馈，']);
    const again = kind === 2 ? saidBy(group[0] ?? '', chance, false) : undefined;
    const first = `${listed(group, chance)}${but}${said.about}${said.ask}${pick(['，', '。'])}${decided(said, chance)}`;
    if (!again || again.measure === null || said.measure === null) return first;
    known.opinions.splice(-group.length, group.length, ...group.flatMap((unit) => told({ ...said, unit })));
    const both = `${listed(group, chance)}：一是${said.about}${said.ask}，${decided(said, chance)}；二是${again.about}${again.ask}，${decided(again, chance)}`;
    known.opinions.push(...group.map((unit) => told({ ...again, unit })));
    return both;
  });
  const items: string[] = [];
  for (let at = 0; at < sentences.length; ) {
    const size = 1 + next(3);
    items.push(`${number(items.length + 1)}${sentences.slice(at, at + size).join(pick(['。', '；']))}。`);
    at += size;
  }
  return items.join('\n');
}

describe('summaries put together at random', () => {
  it(`are read as they were made (${SEEDS} seeds; LEYE_SUMMARY_SEEDS and LEYE_SUMMARY_FIRST for others)`, () => {
    const sorted = (names: readonly string[]) => [...names].sort();
    const decisions = { adopted: '采纳', 'partly-adopted': '部分采纳', 'not-adopted': '不采纳', unstated: '未写明' };
    for (let seed = FIRST; seed < FIRST + SEEDS; seed++) {
      const { text, known } = mixture(seed);
      const { consultation } = readPolicy(`${BODY}\n${text}`);
      const read = {
        asked: sorted(consultation?.requested.map(({ name }) => name) ?? []),
        none: sorted(consultation?.noOpinion.map(({ name }) => name) ?? []),
        silent: sorted(consultation?.noAnswer?.map(({ name }) => name) ?? []),
        opinions: sorted(
          consultation?.opinions.map(
            ({ unit, measure, disposition, reason }) => `${unit} ${measure ?? '-'} ${decisions[disposition]} ${reason ?? '~'}`,
          ) ?? [],
        ),
        unread: consultation?.unread?.map(({ text: words }) => words),
      };
      expect(read, `seed ${seed}:\n${text}`).toEqual({
        asked: sorted(known.asked),
        none: sorted(known.none),
        silent: sorted(known.silent),
        opinions: sorted(known.opinions),
        unread: [],
      });
    }
  });
});
