import type { Day } from '../../server/kernel/term/day.ts';

/** The headings of the table of activities that a unit fills in. */
const headings = ['活动名称', '活动形式', '举办日期', '所在地区', '参加单位数'] as const;
export type ActivityRow = readonly [name: string, form: string, heldOn: string, area: string, employers: string];

/** Three fairs that count towards figure 2c, and below them a date that is none (C5) and a form that does not exist (B6). */
export const activityTable = (today: Day, name: string): ActivityRow[] => [
  [`${name}第一场`, '招聘会', today, '马驹桥镇', '12'],
  [`${name}第二场`, '专场招聘', today, '马驹桥镇', '8'],
  [`${name}第三场`, '招聘会', today, '宋庄镇', '20'],
  [`${name}第四场`, '招聘会', '那天下午', '宋庄镇', '20'],
  [`${name}第五场`, '茶话会', today, '宋庄镇', '20'],
];

export const activityCsv = (rows: readonly ActivityRow[]): string =>
  `${[headings, ...rows].map((row) => row.join(',')).join('\r\n')}\r\n`;

/** By the columns that `write-excel-file` takes: every cell a text. */
export const activityCells = (rows: readonly ActivityRow[]) =>
  [headings, ...rows].map((row) => row.map((value) => ({ value, type: String })));
