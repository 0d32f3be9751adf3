/** Summaries of opinions as tables, their columns in many orders, and papers whose measures are numbered otherwise. */
import type { Summary } from './prose.fixture.ts';

const rows = (separator: string, lines: readonly (readonly string[])[]) =>
  lines.map((cells) => (separator === '\t' ? cells.join('\t') : `${separator}${cells.join(separator)}${separator}`)).join('\n');

const EXPECTED = {
  none: '区总工会',
  opinions: ['区财政局 3 采纳 ~', '区教委 2 不采纳 高校已有'],
};
const ORDERS: readonly (readonly [string, readonly (readonly string[])[]])[] = [
  [
    '序号、单位、针对条款、意见、采纳情况、理由',
    [
      ['序号', '单位', '针对条款', '意见内容', '采纳情况', '理由'],
      ['1', '区财政局', '3', '将“3亿元”改为“2.5亿元”', '采纳', ''],
      ['2', '区教委', '第二条', '增加“职业指导”', '不采纳', '高校已有'],
      ['3', '区总工会', '', '无意见', '', ''],
    ],
  ],
  [
    '意见在单位前',
    [
      ['条款', '修改意见', '反馈单位', '是否采纳', '备注'],
      ['（三）', '将"3亿元"改为"2.5亿元"', '区财政局', '是', ''],
      ['2.开展技能培训', '增加"职业指导"', '区教委', '否', '高校已有'],
      ['', '无', '区总工会', '—', ''],
    ],
  ],
  [
    '理由在采纳情况前，单位在最后',
    [
      ['不采纳理由', '处理意见', '意见和建议', '涉及条款', '提出单位'],
      ['', '采纳', '将“3亿元”改为“2.5亿元”', '第3项', '区财政局'],
      ['高校已有', '不予采纳', '增加“职业指导”', '第（二）条', '区教委'],
      ['/', '/', '没有意见', '/', '区总工会'],
    ],
  ],
  [
    '采纳情况和理由在一栏',
    [
      ['序号', '部门', '反馈意见', '采纳情况及理由'],
      ['1', '区财政局', '第3条将“3亿元”改为“2.5亿元”', '采纳'],
      ['2', '区教委', '第2条增加“职业指导”', '未采纳，理由：高校已有'],
      ['3', '区总工会', '同意', ''],
    ],
  ],
];

const SEPARATORS: readonly (readonly [string, string])[] = [
  ['制表符', '\t'],
  ['竖线', '|'],
  ['全角竖线', '｜'],
  ['制表框', '│'],
];

export const TABLES: readonly Summary[] = [
  ...ORDERS.flatMap(([order, lines]) =>
    SEPARATORS.map(
      ([name, separator]): Summary => ({
        name: `表（${name}）：${order}`,
        text: `征求意见汇总表\n${rows(separator, lines)}\n`,
        ...EXPECTED,
      }),
    ),
  ),
  {
    name: 'Markdown 表，前有一句征求范围，后有落款',
    text: '附件2：征求意见采纳情况表\n向区财政局、区教委、区总工会3家单位征求意见，意见如下：\n| 序号 | 反馈单位 | 意见建议 | 是否采纳 | 备注 |\n|---|:---:|---|---|---|\n| 1 | 区财政局 | 第3项，建议将"3亿元"改为"2.5亿元" | 是 | |\n| 2 | 区教委 | 第2项，增加"职业指导" | 否 | 高校已有 |\n| 3 | 区总工会 | 无意见 | — | |\n区人力社保局\n2026年4月20日\n',
    asked: '区财政局 区教委 区总工会',
    ...EXPECTED,
  },
  {
    name: '表：单位只写一次；没有反馈；不是单位的提出人；多家单位',
    text: `征求意见汇总表\n${rows('\t', [
      ['序号', '单位', '条款', '意见', '采纳情况', '理由'],
      ['1', '区财政局', '3', '增加“绩效”', '采纳', ''],
      ['2', '', '1', '删除“全天”', '不采纳', '便民'],
      ['3', '区教委、区总工会', '2', '增加“实训”', '部分采纳', '经费有限'],
      ['4', '区妇联', '', '未反馈', '', ''],
      ['5', '社会公众', '4', '增加“电话”', '采纳', ''],
      ['6', '区法院', '', '', '无意见', ''],
    ])}\n`,
    none: '区法院',
    silent: '区妇联',
    opinions: [
      '区财政局 3 采纳 ~',
      '区财政局 1 不采纳 便民',
      '区教委 2 部分采纳 经费有限',
      '区总工会 2 部分采纳 经费有限',
      '社会公众 4 采纳 ~',
    ],
  },
  {
    name: '表里有一行没有单位也没有意见',
    text: `征求意见汇总表\n${rows('|', [
      ['序号', '单位', '意见', '采纳情况'],
      ['1', '区财政局', '第3条增加“绩效”', '采纳'],
      ['2', '区教委', '', '采纳'],
      ['3', '区总工会', '无意见', ''],
    ])}\n`,
    none: '区总工会',
    opinions: ['区财政局 3 采纳 ~'],
    unread: ['2|区教委||采纳'],
    warnings: ['summary-not-understood'],
  },
  {
    name: '表后另有一段说无意见',
    text: `征求意见汇总表\n向区财政局、区教委、区总工会3家单位征求意见。\n${rows('\t', [
      ['单位', '意见', '采纳情况'],
      ['区财政局', '第3条增加“绩效”', '采纳'],
    ])}\n其余2家单位均无意见。\n`,
    asked: '区财政局 区教委 区总工会',
    none: '区教委 区总工会',
    opinions: ['区财政局 3 采纳 ~'],
  },
];

/** A paper with its measures printed in another way; the summary names them as they are printed. */
const numbered = (name: string, body: string, said: readonly [string, string]): Summary & { readonly body: string } => ({
  name: `任务编号为${name}`,
  body: `云澜区零工服务提升若干措施\n${body}`,
  text: `征求意见汇总说明\n向区财政局、区教委2家单位征求意见。\n1.区财政局针对${said[0]}建议增加“绩效”。采纳。\n2.区教委针对${said[1]}建议增加“实训”。采纳。\n`,
  asked: '区财政局 区教委',
  opinions: ['区财政局 2 采纳 ~', '区教委 1 采纳 ~'],
});
const units = '牵头单位：区人力社保局\n';

export const NUMBERED: readonly (Summary & { readonly body: string })[] = [
  numbered('第一条', `第一条 建好驿站。建站。\n${units}第二条 落实资金。安排资金。\n${units}`, ['第二条', '“第一条 建好驿站”']),
  numbered('一、', `一、建好驿站。建站。\n${units}二、落实资金。安排资金。\n${units}`, ['第二项', '“一、建好驿站”']),
  numbered('（一）', `一、任务\n（一）建好驿站。建站。\n${units}（二）落实资金。安排资金。\n${units}`, [
    '第（二）项',
    '“（一）建好驿站”',
  ]),
  numbered('1.', `一、任务\n1.建好驿站。建站。\n${units}2.落实资金。安排资金。\n${units}`, ['第2条', '“1.建好驿站”']),
];
