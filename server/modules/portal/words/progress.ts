import { said } from '../../../kernel/i18n/said.ts';

export const progress = Object.freeze({
  title: said('我们的城市做得怎么样', 'How our city is doing'),
  description: said(
    '城市对就业答应的每一件事：答应了多少、现在做到多少、最近一次记录是哪天、哪个部门牵头。',
    'Every promise the city made about work: what was promised, where it stands, when it was last recorded and which department leads.',
  ),
  answer: said('答应了 {promises} 件有数的事，{kept} 件跟得上进度。', '{promises} promises can be counted. {kept} are on track.'),
  lights: said('按现在的进度分', 'By how they stand today'),
  light: said('{count} 件', '{count}'),
  asOf: said(
    '以下数字截至{day}，都由办成的事一笔一笔算出来，没有人手工填。',
    'Numbers as of {day}. Each is added up from work that was recorded; nobody types them in.',
  ),
  asOfTyped: said(
    '以下数字截至{day}，由办成的事一笔一笔算出来；还没有记录可数的几件，由牵头部门填报。',
    'Numbers as of {day}. They are added up from work that was recorded; a few that have no records yet are reported by the lead department.',
  ),
  areas: said('跳到', 'Go to'),
  area: said('{no}. {title}', '{no}. {title}'),
  now: said('现在', 'Now'),
  thisMonth: said('本月', 'This month'),
  thisYear: said('今年到现在', 'This year so far'),
  sinceStart: said('{day}以来', 'Since {day}'),
  target: said('目标', 'Target'),
  targetYear: said('每年{bound}', '{bound} a year'),
  targetMonth: said('每月{bound}', '{bound} a month'),
  targetAverage: said('平均每年{bound}，合计 {total}', '{bound} a year on average, {total} in all'),
  targetBy: said('到{day}{bound}', '{bound} by {day}'),
  targetStanding: said('一直保持{bound}', '{bound} at all times'),
  doneBegun: said('完成不到 1%', 'less than 1% done'),
  done: said('完成 {percent}%', '{percent}% done'),
  noValue: said('还没有数字', 'No number yet'),
  lastTrue: said('最近一次记录', 'Latest record'),
  never: said('还没有记录', 'none yet'),
  lead: said('牵头部门', 'Lead department'),
  ask: said('想问这件事', 'To ask about it'),
  details: said('看明细', 'See details'),
  detailsOf: said('：{title}', ': {title}'),
  told: said('这件事没有定数字', 'No number was promised here'),
  toldPlain: said(
    '政策文件没有给这件事定数字，看的是事情办得快不快、好不好。想知道办到哪一步，请打电话问。',
    'The policy paper sets no number here; what counts is how well and how quickly it is done. Please ring us to ask how far it has come.',
  ),
});

export const lights = Object.freeze({
  ahead: said('走在前面', 'Ahead'),
  'on-path': said('按进度', 'On track'),
  behind: said('落后', 'Behind'),
  overdue: said('过期没做到', 'Overdue'),
  silent: said('好久没有记录', 'No recent record'),
  unpromised: said('没有定数字', 'No number promised'),
});

/** Why a light is what it is, as a neighbour would say it. */
export const reasons = Object.freeze({
  pace: said('按进度，今天该到 {path}，现在是 {value}。', 'On schedule it would be {path} today; it is {value}.'),
  standing: said('要一直保持 {total}，现在是 {value}。', 'It should be {total} at all times; it is {value}.'),
  reached: said('已经达到目标。', 'The target has been reached.'),
  'months-missed': said(
    '今年过完的 {months} 个月里，有 {missed} 个月没做到。',
    'Of this year’s {months} finished {months|month|months}, {missed} fell short.',
  ),
  'month-running': said(
    '这个月还没过完，已有 {value}，目标 {total}。',
    'This month is still running: {value} so far, target {total}.',
  ),
  silent: said(
    '已经 {days} 天没有新的记录，最近一次是{lastDay}。',
    'No new record for {days} {days|day|days}; the latest is of {lastDay}.',
  ),
  never: said('开始以来还没有记录。', 'Nothing has been recorded since the start.'),
  overdue: said(
    '期限是{by}，到期时是 {value}，目标 {total}。',
    'It was due on {by}: it stands at {value}, the target is {total}.',
  ),
  lapsed: said('上次填报的数字已经过了有效期。', 'The value last reported has expired.'),
});

export const figure = Object.freeze({
  back: said('回到全部承诺', 'Back to all promises'),
  description: said('{promise} 现在：{now}；目标：{target}。', '{promise} Now: {now}. Target: {target}.'),
  where: said('在第 {no} 项任务“{title}”里', 'Part of task {no}, “{title}”'),
  months: said('逐月看', 'Month by month'),
  chartBars: said('蓝色柱子是每月月末的数字', 'Blue bars: where it stood at the end of each month'),
  chartBarsMonth: said('蓝色柱子是每个月的数字', 'Blue bars: the number of each month'),
  chartPath: said('虚线是按进度该到的数', 'Dashed line: where it should have been'),
  chartTarget: said('黑色细线是目标 {target}', 'Thin dark line: the target, {target}'),
  targetLine: said('目标 {target}', 'Target: {target}'),
  chartAsTable: said('同样的数字见下表。', 'The table below holds the same numbers.'),
  monthsTable: said('逐月的数字', 'Numbers by month'),
  townsTable: said('分街道、乡镇的数字', 'Numbers by street and town'),
  unit: said('单位：{unit}', 'In {unit}'),
  month: said('月份', 'Month'),
  inMonth: said('当月', 'In the month'),
  standing: said('月末', 'At its end'),
  path: said('按进度该到', 'On schedule'),
  towns: said('分街道、乡镇看', 'By street and town'),
  town: said('街道、乡镇', 'Street or town'),
  value: said('现在', 'Now'),
  few: said('少于5', 'Fewer than 5'),
  withheld: said('不公布', 'Not shown'),
  fewWhy: said(
    '人数很少的地方写“少于5”，是为了不让人猜出是谁。“不公布”也是这个原因。',
    '“Fewer than 5” is written where few people are counted, so that nobody can be recognised. “Not shown” has the same reason.',
  ),
  wholeDistrict: said('不分街道、乡镇', 'Not tied to a street or town'),
  noTowns: said('现在还没有分街道、乡镇的数字。', 'There are no numbers by street or town yet.'),
  howCounted: said('怎么算的', 'How it is counted'),
  limits: said('要留意', 'Mind that'),
  statement: said('这个数字靠得住吗', 'Can you rely on it?'),
  source: said('从哪里来', 'Where it comes from'),
  records: said('依据多少条记录', 'Records behind it'),
  duplicates: said('重复的（没有重复计算）', 'Duplicates (not counted twice)'),
  corrections: said('更正过的', 'Corrections'),
  late: said('晚到 30 天以上的', 'Arrived over 30 days late'),
  lastRecorded: said('最近一次收到记录', 'Last record received'),
  silentAfter: said('多久没有新记录会提醒', 'Flagged after'),
  days: said('{days} 天', '{days} {days|day|days} without one'),
  typedSource: said('由牵头部门填报，到期作废。', 'Reported by the lead department; it expires.'),
});

export const counting = Object.freeze({
  sumYear: said('把今年办成的一件件加起来，每年重新算。', 'Everything done this year is added up; each year starts anew.'),
  sumMonth: said('把当月办成的一件件加起来，每个月重新算。', 'Everything done in a month is added up; each month starts anew.'),
  sumProgramme: said('从{day}起，把办成的一件件加起来。', 'Everything done since {day} is added up.'),
  level: said(
    '数今天还在的有多少；到期的、退出的就减掉。',
    'What stands today is counted; what expired or withdrew is taken off.',
  ),
  ratio: said('做到的除以应该做的，算百分比。', 'What was done, divided by all there was to do.'),
  coverage: said('名单上的点，有多少已经覆盖到，算百分比。', 'Of all places on the list, the share that is covered.'),
  typed: said(
    '现在还没有能自动计数的记录，由牵头部门填报并注明出处。',
    'There are no records to count yet; the lead department reports the value with its source.',
  ),
});
