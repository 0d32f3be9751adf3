import { type Said, said } from '../../kernel/i18n/said.ts';
import type { Grade } from './contract.ts';

export const gradeWords: Readonly<Record<Grade, Said>> = {
  excellent: said('优秀', 'excellent'),
  good: said('良好', 'good'),
  qualified: said('合格', 'qualified'),
  unqualified: said('不合格', 'unqualified'),
};

export const words: Readonly<Record<string, Said>> = {
  'problem.no-market-round': said('没有这一轮检查。', 'There is no such round.'),
  'problem.no-market-inspection': said('没有这份检查表。', 'There is no such inspection.'),
  'problem.no-market-item': said('标准里没有 {item} 这一项。', 'The standard has no item {item}.'),
  'problem.no-market-remedy': said('这一项没有要复查的。', 'Nothing of this item waits to be put right.'),
  'problem.market-period-order': said(
    '结束日期在开始日期前面，请改一下。',
    'The last day lies before the first; change one of them.',
  ),
  'problem.market-period-open': said(
    '检查的日子要已经过去：还没发生的没有记录可查。',
    'The days inspected must have passed: of days to come nothing is recorded yet.',
  ),
  'problem.market-station-closed': said('{station}在这段时间里已经停用。', '{stationEn} was closed in these days.'),
  'problem.market-no-inspector': said(
    '没有人能去查{stations}：互查要由别的街道（乡镇）的站点、街道干部或就业服务专员来做。请安全管理员先给别处的同事授权，再开这一轮。',
    'Nobody can look at {stationsEn}: it takes an officer or employment specialist of another street or town. Have the security administrator grant somebody there a role, then open the round.',
  ),
  'problem.market-inspector-gone': said(
    '抽中的人刚刚不再任职，请再抽一次。',
    'Whoever was drawn has just stopped serving; draw once more.',
  ),
  'problem.market-not-drawn': said('自查由本站做，不用抽人。', 'A station inspects itself; nobody is drawn for that.'),
  'problem.market-handed-in': said('已经交了，不能再改。', 'It has been handed in and stays as it is.'),
  'problem.market-by-records': said(
    '这一项由记录自动算出，不用填。',
    'This item is counted from the records; nothing is filled in.',
  ),
  'problem.market-unfinished': said('还有 {n} 项没填完：', 'Still to be filled in ({n}):'),
  'problem.market-answer-needed': said('{item}：请选做到、部分做到或没做到。', '{item}: choose met, partly met or not met.'),
  'problem.market-note-needed': said(
    '{item}：请写一句看到了什么（至少四个字）。',
    '{item}: say what was seen, in at least four characters.',
  ),
  'problem.market-evidence-needed': said('{item}：请附照片或材料。', '{item}: put a photo or document to it.'),
  'problem.market-settled': said('这个站已经评过等次。', 'This station has its grade already.'),
  'problem.market-cross-missing': said(
    '互查还没交。抽中的人来不了的，可以另抽一位。',
    'The inspection from elsewhere was not handed in yet. If the inspector cannot come, draw another.',
  ),
  'problem.market-self-missing': said('自查还没到期，也没交。', 'The station’s own inspection is neither handed in nor overdue.'),
  'problem.market-undecided': said(
    '自查和互查不一致的还有 {n} 项要定：{items}。',
    'Items that differ and are still to be decided ({n}): {items}.',
  ),
  'problem.market-nothing-differs': said(
    '{item} 两边说的一样，不用定。',
    '{item}: both say the same, so there is nothing to decide.',
  ),
  'problem.market-not-graded': said('这个站还没有评等次。', 'This station has no grade yet.'),
  'problem.market-objected': said('一轮只能提一次异议，已经提过了。', 'A station objects once a round, and has done so.'),
  'problem.market-objection-late': said('异议期到{until}为止，已经过了。', 'Objections could be made until {until}.'),
  'problem.market-no-objection': said('这个站没有等您定的异议。', 'No objection of this station waits for you.'),
  'problem.market-remedy-met': said('这一项已经复查通过。', 'This item was looked at again and is met.'),
  'problem.market-remedy-waits': said('已经报过了，正等专班复查。', 'It was reported and waits for the office.'),
  'problem.market-remedy-open': said('站点还没报整改情况。', 'The station has not reported yet.'),
  'problem.market-remedy-date': said('没通过的，请给一个今天以后的日期。', 'Where it is not met, give a date after today.'),
  'problem.market-reward-past': said(
    '奖励建议从今天或以后起执行，不改以前的。',
    'Proposals hold from today or later; what was is not changed.',
  ),

  'timeline.market-round-opened': said(
    '开始一轮零工市场规范化检查“{title}”，{stations} 个站点，自查{due}前交',
    'A round of inspections of the gig market began: “{title}”, stations: {stations}, their own inspections due by {due}',
  ),
  'timeline.market-graded': said(
    '“{title}”：{station}评为{grade}（{points}/{of}分）',
    '“{title}”: {station} graded {grade} ({points} of {of} points)',
  ),
  'timeline.market-objection-decided': said(
    '“{title}”：{station}的异议已答复，等次为{grade}（{points}/{of}分）',
    '“{title}”: the objection of {station} was answered; its grade is {grade} ({points} of {of} points)',
  ),
};
