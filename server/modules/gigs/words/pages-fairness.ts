import { said } from '../../../kernel/i18n/said.ts';

/** The figures of fairness as everybody reads them on the page of the rules. */
export const fairWords = {
  span: said('{from}到{to}，全区的零工站：', '{from} to {to}, all gig stations of the district:'),
  counted: said('{day}统计，每天一次，不含当天。', 'Counted on {day}; once a day, without that day.'),
  noAlarms: said('能比较的各类人，没有超出碰巧的差别。', 'no group that can be compared fared worse than others beyond chance.'),
  noneCompared: said('人太少，没有可比较的。', 'too few people to compare anybody.'),
  alarms: said('下面的差别不像是碰巧，正在查原因。', 'these differences are more than chance, and are being looked into.'),
  everybody: said('所有人（含下面各类）', 'everybody, those below included'),
  figures: said(
    '{people} 人，{rate} 的早晨有活，一般等 {minutes} 分钟',
    '{people} {people|person|people}; work on {rate} of mornings, usually after {minutes} min',
  ),
  pay: said('，一天一般挣 {yuan} 元。', '; usual pay {yuan} yuan a day.'),
  and: said('、', ', '),
  hidden: said(
    '不到 {n} 人（或其余的人不到 {n} 个）的不显示：{groups}。',
    'Not shown, being fewer than {n} (or the others are): {groups}.',
  ),
  nobodyWaited: said('没有人连着空等 {mornings} 个早晨。', 'Nobody had waited {mornings} mornings in a row.'),
  waited: said(
    '连着空等过 {mornings} 个早晨的有 {people} 人，之后又来了 {times} 次，其中 {matched} 次有活。',
    '{people} {people|person|people} had waited {mornings} mornings in a row and came again {times} {times|time|times}; on {matched} there was work.',
  ),
  minutes: said('{n} 分钟', '{n} min'),
  yuan: said('{n} 元', '{n} yuan'),
} as const;
