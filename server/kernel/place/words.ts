import { type Said, said } from '../i18n/said.ts';
import type { AreasErrorCode } from './areas.ts';

/** What the person who puts in a list of areas reads when it can't be used. */
export const areasWords: Readonly<Record<`problem.${AreasErrorCode}`, Said>> = {
  'problem.areas-unreadable': said(
    '区划表读不出来：{reason}。请存为 UTF-8 的 CSV 再试。',
    'The list of areas cannot be read: {reason}. Save it as CSV in UTF-8.',
  ),
  'problem.areas-columns': said('区划表的第一行应是 {expected}。', 'The first line of the list of areas must be {expected}.'),
  'problem.areas-code': said(
    '区划表第 {line} 行：代码“{code}”应为 12 位数字。',
    'List of areas, line {line}: the code “{code}” must have 12 digits.',
  ),
  'problem.areas-name': said('区划表第 {line} 行：代码 {code} 没有名称。', 'List of areas, line {line}: {code} has no name.'),
  'problem.areas-level': said(
    '区划表第 {line} 行：级别“{level}”应为 county、town 或 village。',
    'List of areas, line {line}: the level “{level}” must be county, town or village.',
  ),
  'problem.areas-duplicate': said(
    '区划表第 {line} 行：代码 {code} 前面已经有了，请删去一行。',
    'List of areas, line {line}: {code} is listed before; delete one of the two.',
  ),
  'problem.areas-parent': said(
    '区划表第 {line} 行：上级“{parent}”不在表中，或级别不是 {expected}。',
    'List of areas, line {line}: the parent “{parent}” is not in the list, or is no {expected}.',
  ),
  'problem.areas-county': said(
    '区划表里应正好有一个区县，现在有 {found} 个。',
    'The list of areas must have exactly one county; it has {found}.',
  ),
};
