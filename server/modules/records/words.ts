import { type Said, said } from '../../kernel/i18n/said.ts';
import { identifierWords } from '../../kernel/identifier/words.ts';
import { importWords } from './import-words.ts';

/** What is wrong with a cell or a row, and what to do about it. Also said beside each faulty cell of an import. */
const cellWords: Readonly<Record<string, Said>> = {
  'cell-required': said('这一项必须填写。', 'This must be filled in.'),
  'cell-formula-error': said(
    '这里是公式错误（{error}）。请改成实际内容。',
    'This is a formula error ({error}). Put the real content here.',
  ),
  'cell-personal-number': said(
    '这一项里有身份证号或手机号。请把号码填到专门的列，或删去。',
    'This holds an ID or mobile number. Move the number to its own column, or remove it.',
  ),
  'cell-too-long': said(
    '内容太长：最多 {longest} 个字，现在是 {length} 个。请缩短。',
    'Too long: at most {longest} characters, this has {length}. Shorten it.',
  ),
  'cell-number': said(
    '这里应是数字，例如 1200 或 1,200。请去掉其他文字。',
    'This must be a number such as 1200 or 1,200. Remove other text.',
  ),
  'cell-not-whole': said('这里应是整数，不能有小数。', 'This must be a whole number.'),
  'cell-decimals': said('最多保留 {decimals} 位小数。请四舍五入后再填。', 'At most {decimals} decimals. Round it.'),
  'cell-range': said(
    '数字应在 {min} 到 {max} 之间。请核对有没有多写或漏写。',
    'The number must lie between {min} and {max}. Check for a digit too many or too few.',
  ),
  'cell-date': said('日期看不懂。请写成 2026-03-05 或 2026年3月5日。', 'This date cannot be read. Write it as 2026-03-05.'),
  'cell-date-unreal': said('没有这一天。请核对月份和日子。', 'There is no such day. Check month and day.'),
  'cell-date-range': said(
    '日期应在 1990 年到 2099 年之间。请核对年份。',
    'The date must lie between 1990 and 2099. Check the year.',
  ),
  'cell-choice': said('只能填：{choices}。请选一项。', 'Only these are possible: {choicesEn}. Choose one.'),
  'cell-yes-no': said('请填“是”或“否”。', 'Enter yes or no.'),
  'cell-area-unknown': said(
    '区划名录里没有这个地方。请填街道、乡镇、社区或村的全称，或 12 位代码。',
    'No such place in the list of areas. Enter the full name of a street, town, community or village, or its 12-digit code.',
  ),
  'cell-area-not-town': said('这里应填街道或乡镇，不是社区或村。', 'A street or town belongs here, not a community or village.'),
  'cell-area-not-village': said(
    '这里应填社区或村，不是街道或乡镇。',
    'A community or village belongs here, not a street or town.',
  ),
  'cell-area-too-wide': said('请填到街道或乡镇，只写区名太宽。', 'Name the street or town; the district alone is too wide.'),
  'cell-area-several': said(
    '有几个地方都叫这个名字：{candidates}。请写上所属街道（乡镇），或填代码。',
    'Several places have this name: {candidates}. Add the street or town, or enter the code.',
  ),
  'cell-unit-unknown': said(
    '没有这个单位。请填方案里的单位全称，例如“区人力社保局”。',
    'No such unit. Enter the full name as in the programme.',
  ),
  'cell-site-unknown': said(
    '点位名录里没有这个编号或名称。请先导入暖心餐点位名录，或核对编号。',
    'This site is not in the list. Import the list of sites first, or check the number.',
  ),
  'cell-occupation-unknown': said(
    '职业分类大典里没有这个名称或代码。请改用大典的名称；不是必填的可以留空。',
    'Not in the classification of occupations. Use its name or code; leave it empty where it is not required.',
  ),
  'cell-occupation-similar': said(
    '大典里没有完全相同的名称，是不是：{similar}？请照此填写。',
    'No occupation has exactly this name. Is it one of these: {similar}? Write it that way.',
  ),
  'row-person-needed': said('请至少填写身份证号或手机号中的一项。', 'Enter the ID number or the mobile number.'),
  'row-unit-needed': said('请填写承办单位。', 'Enter the unit that did the work.'),
  'row-area-needed': said(
    '请填写所在地区：您只能登记自己辖区内的事。',
    'Enter the area: you may record only what lies in your own.',
  ),
  'row-not-own-unit': said(
    '这不是您单位的事，请由该单位登记，或改成您的单位。',
    'This is another unit’s business: let that unit record it, or correct the unit.',
  ),
  'row-not-own-area': said(
    '这个地方不在您的辖区，请由当地登记，或改正地名。',
    'This place lies outside your area: let its own officers record it, or correct the place.',
  ),
  'row-day-in-future': said(
    '日期 {day} 还没到。办完了再登记，或核对日期。',
    '{day} lies in the future. Record it once done, or check the date.',
  ),
  'row-day-far-ahead': said(
    '日期 {day} 太远，超过 {days} 天。请核对年份。',
    '{day} is more than {days} {days|day|days} ahead. Check the year.',
  ),
  'row-before-programme': said(
    '日期 {day} 在方案起始日 {startsOn} 之前：会保存，但不计入本方案的累计数。',
    '{day} lies before the programme began ({startsOn}): it is kept but not part of the programme’s totals.',
  ),
  'row-until-before-from': said(
    '结束日期（{until}）应晚于开始日期（{from}）。请核对。',
    'The end ({until}) must lie after the start ({from}). Check both.',
  ),
  'row-ended-before-started': said(
    '结业日期（{until}）早于开班日期（{from}）。请核对。',
    'It ended ({until}) before it started ({from}). Check both.',
  ),
  'row-insured-before-founded': said(
    '参保日期（{until}）早于成立日期（{from}）。请核对。',
    'Insured ({until}) before it was founded ({from}). Check both.',
  ),
  'row-closed-before-accepted': said(
    '办结日期（{until}）早于受理日期（{from}）。请核对。',
    'Closed ({until}) before it was accepted ({from}). Check both.',
  ),
  'row-due-before-accepted': said(
    '办理期限（{until}）早于受理日期（{from}）。请核对。',
    'Due ({until}) before it was accepted ({from}). Check both.',
  ),
  'row-closed-and-ending': said(
    '结案日期和结案方式要么都填，要么都不填。',
    'Enter both the closing date and how it ended, or neither.',
  ),
  'row-signed-over-employees': said(
    '签订合同人数（{part}）多于职工人数（{whole}）。请核对。',
    'More contracts ({part}) than employees ({whole}). Check both.',
  ),
  'row-pay-order': said(
    '月薪上限低于下限。请核对，可能填反了。',
    'The upper pay is below the lower. They may be the wrong way round.',
  ),
  'row-not-verified': said(
    '还没核实：会保存，但核实之前不计数。',
    'Not verified yet: it is kept but does not count until it is.',
  ),
  'row-lapse-too-far': said('复核期限最长两年。请改近一些。', 'A check lapses after two years at most. Choose an earlier day.'),
  'row-contradicts': said(
    '与第 {row} 行是同一条记录，内容却不同。请删去不对的一行。',
    'The same record as row {row}, with other content. Delete the wrong one.',
  ),
};

const recordWords: Readonly<Record<string, Said>> = {
  'problem.record-type-unknown': said(
    '没有这种记录：{type}。可用的种类见 /api/record-types。',
    'There is no record type {type}. See /api/record-types.',
  ),
  'problem.record-faulty': said('有 {faults} 处需要改正，都没有保存。', '{faults} things must be put right; nothing was saved.'),
  'problem.record-columns-unknown': said(
    '没有这些列：{columns}。可用的列：{known}。',
    'There are no columns {columns}. These exist: {known}.',
  ),
  'problem.record-changed-meanwhile': said(
    '这条记录刚刚被别人改动，没有保存。请再试一次。',
    'Somebody changed this record just now; nothing was saved. Try again.',
  ),
  'problem.record-of-others': said(
    '这条记录是别的单位登记的，内容不同。请联系该单位更正。',
    'Another unit recorded this with other content. Ask that unit to correct it.',
  ),
  'problem.record-reversed-before': said('这条记录已经冲销过了。', 'This record was reversed before.'),
  'problem.record-revised-since': said(
    '这条记录后来已被更正，请对更正后的那条操作。',
    'This record was corrected since: act on its correction.',
  ),
  'problem.record-has-no-end': said(
    '这种记录没有“结束”，如有错误请冲销。',
    'Records of this type have no end. Reverse it if it is wrong.',
  ),
  'problem.record-end-in-future': said('结束日期不能晚于今天（{today}）。', 'The end may not lie after today ({today}).'),
  'problem.record-end-before-start': said(
    '结束日期应晚于开始日期（{day}）。如果从未开始，请冲销。',
    'The end must lie after the start ({day}). If it never started, reverse it.',
  ),
  'problem.record-ended-before': said('这条记录已于 {day} 结束。', 'This record ended on {day}.'),
};

/** Wording of this module: `problem.<code>` for everything that can be wrong with a record, a cell or a file. */
export const recordsWords: Readonly<Record<string, Said>> = Object.freeze({
  ...identifierWords,
  ...Object.fromEntries(Object.entries(cellWords).map(([code, words]) => [`problem.${code}`, words])),
  ...recordWords,
  ...importWords,
});
