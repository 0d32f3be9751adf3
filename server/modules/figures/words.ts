import { type Said, said } from '../../kernel/i18n/said.ts';

export const words: Readonly<Record<string, Said>> = {
  'problem.no-programme': said(
    '本区还没有确认的方案。请综合办先在“方案”页确认一份。',
    'This district has no confirmed programme yet. The programme office confirms one on the Programme page.',
  ),
  'problem.no-figure': said('方案里没有编号为 {code} 的指标。', 'The programme has no figure {code}.'),
  'problem.no-records-side': said('指标 {code} 的这一侧没有逐条记录。', 'Figure {code} has no records on this side.'),
  'problem.too-many-for-workbook': said(
    '这张表有 {records} 条记录，超过一个 Excel 文件的上限 {limit} 条。请改用“导出 CSV”，或先按月份、街道筛选。',
    'There are {records} records, more than the {limit} that one Excel file takes. Export them as CSV, or choose a month or town first.',
  ),
  'problem.not-a-day': said('“{day}”不是有效的日期，请写成 2026-03-05。', '“{day}” is not a day. Write it like 2026-03-05.'),
  'problem.figure-has-records': said(
    '指标 {code} 由记录计算，不能手工填数。',
    'Figure {code} is counted from records; it cannot be typed.',
  ),
};
