import { said } from './pair.ts';

/** A light's word, and why it shines: one sentence for each reason that the server gives. */
export const lightWords = {
  'light.ahead': said('超前', 'Ahead'),
  'light.on-path': said('按序', 'On path'),
  'light.behind': said('滞后', 'Behind'),
  'light.overdue': said('逾期', 'Overdue'),
  'light.silent': said('无声', 'Silent'),
  'light.unpromised': said('不设数字', 'No figure'),
  'light.meaning.ahead': said('达到应有进度的 105% 以上，或已完成', 'At 105% of its path or more, or already reached'),
  'light.meaning.on-path': said('在应有进度的 95% 以上', 'At 95% of its path or more'),
  'light.meaning.behind': said('不到应有进度的 95%', 'Below 95% of its path'),
  'light.meaning.overdue': said('期限已过，还没有达到', 'Past its date and still short'),
  'light.meaning.silent': said('太久没有新记录，说不准', 'No record for too long to tell'),
  'light.see': said('{title}，看为什么', '{title}, see why'),
  'light.story': said('{title}：亮灯的原因', '{title}: why this light'),
  'light.since': said('自{day}起，已 {n} 天', 'Since {day}, {n} {n|day|days}'),
  'light.since-today': said('从今天起', 'Since today'),
  'light.as-of': said('截至{on}', 'As of {on}'),
  'light.rule': said('按什么规则', 'By which rule'),
  'light.rule.figure': said(
    '现在的数字 ÷ 今天应到的数字：{ahead}% 以上亮“超前”，{onPath}% 以上亮“按序”，不到 {onPath}% 亮“滞后”；期限已过还没有达到亮“逾期”；太久没有新记录亮“无声”。只由记录算出，没有人能填。',
    'The number now ÷ where it should stand today: from {ahead}% ahead, from {onPath}% on path, below {onPath}% behind; past its date and short, overdue; no record for too long, silent. Computed from the records alone; nobody types it.',
  ),
  'light.rule.milestone': said(
    '只看日期：期限之前办结亮“超前”；还没到期限，或按时报送等确认，亮“按序”；改过期限的，过了原定日期亮“滞后”；过了期限没有办结亮“逾期”。暂停的日子不算。',
    'From dates alone: done before its date, ahead; still in time, or reported in time, on path; put off and past its first date, behind; past its date and not done, overdue. Days on which the clock stood still do not count.',
  ),
  'light.rule.plan': said(
    '没有数字指标的任务靠实施方案跟踪。方案还没有通过，亮“无声”。',
    'A task without figures is followed by its plan. Until one is accepted it is silent.',
  ),
  'light.rule.service': said(
    '牵头单位承诺的服务水平，和数字指标用同一套规则：{ahead}% 以上超前，{onPath}% 以上按序。一直要守住的承诺没有余地，差一点也是滞后。',
    'A level of service that the lead unit promised is lit as figures are: from {ahead}% ahead, from {onPath}% on path. A promise for all times leaves no slack.',
  ),
  'light.rule.notice': said(
    '督办过了答复期限还没有答复，亮“无声”；答复了就不再亮。',
    'A notice that nobody answered in its term is silent; the answer ends it.',
  ),
  'light.rule.whole': said('取各项里最差的一盏灯。', 'The light of the worst of its parts.'),
  'light.parts': said('由哪些项组成', 'Its parts'),
  'light.history': said('变化经过', 'How it changed'),
  'light.history-none': said('还没有记下变化。', 'No change has been recorded yet.'),
  'light.history-first': said('开始亮灯', 'first lit'),
  'light.history-line': said('{before} → {light}', '{before} → {light}'),
  'light.to-figure': said('看这个指标', 'Open the figure'),
  'light.to-measure': said('看这项任务', 'Open the task'),
  'light.to-plan': said('看实施方案', 'Open the plan'),
  'light.to-notice': said('看这件督办', 'Open the notice'),
  'light.meaning.unpromised': said('这项任务不设数字目标', 'This task carries no figure'),

  'why.pace': said(
    '现在 {value}，今天应到 {path}，是应有进度的 {percent}%。',
    'Now {value}; the path stands at {path} today: {percent}% of it.',
  ),
  'why.standing': said('现在 {value}，要求一直不低于 {path}。', 'Now {value}; the promise is {path} at all times.'),
  'why.ceiling': said('现在 {value}，要求一直不高于 {path}。', 'Now {value}; the promise is no more than {path} at any time.'),
  'why.reached': said('已达到承诺的 {total}。', 'The promised {total} is reached.'),
  'why.months-missed': said(
    '今年过去的 {months} 个月里有 {missed} 个月没有达到。',
    'Months short this year: {missed} of {months}.',
  ),
  'why.month-running': said('本月已有 {value}，每月应到 {total}。', 'This month: {value}; every month needs {total}.'),
  'why.month-running-missed': said(
    '本月已有 {value}，每月应到 {total}；今年有 {missed} 个月没有达到。',
    'This month: {value}; every month needs {total}. Months short this year: {missed}.',
  ),
  'why.silent': said(
    '最后一条记录在{lastDay}，已有 {days} 天没有新记录（最多容许 {allowed} 天）。',
    'The last record is of {lastDay}: {days} {days|day|days} without a new one, {allowed} {allowed|is|are} allowed.',
  ),
  'why.never': said('开始 {days} 天了，还没有一条记录。', 'No record at all in {days} {days|day|days}.'),
  'why.overdue': said('期限{by}已过：现在 {value}，承诺 {total}。', 'Due {by}: {value} of the promised {total}.'),
  'why.lapsed': said('填报的数值已过有效期，要换成新的。', 'The value typed in has lapsed and needs a new one.'),

  // The same of a past day, in a light's history.
  'why.pace.then': said(
    '当时 {value}，那天应到 {path}，是应有进度的 {percent}%。',
    'It stood at {value}; its path that day was {path}: {percent}% of it.',
  ),
  'why.standing.then': said('当时 {value}，要求一直不低于 {path}。', 'It stood at {value}; the promise is {path} at all times.'),
  'why.ceiling.then': said(
    '当时 {value}，要求一直不高于 {path}。',
    'It stood at {value}; the promise is no more than {path} at any time.',
  ),
  'why.months-missed.then': said(
    '当年过去的 {months} 个月里有 {missed} 个月没有达到。',
    'Months short in that year by then: {missed} of {months}.',
  ),
  'why.month-running.then': said('当月已有 {value}，每月应到 {total}。', 'That month: {value}; every month needs {total}.'),
  'why.month-running-missed.then': said(
    '当月已有 {value}，每月应到 {total}；当年有 {missed} 个月没有达到。',
    'That month: {value}; every month needs {total}. Months short in that year by then: {missed}.',
  ),
  'why.silent.then': said(
    '最后一条记录在{lastDay}，当时已有 {days} 天没有新记录（最多容许 {allowed} 天）。',
    'The last record was of {lastDay}: {days} days without a new one, {allowed} are allowed.',
  ),
  'why.never.then': said('当时开始 {days} 天，还没有一条记录。', 'No record at all in {days} days by then.'),
  'why.overdue.then': said('期限{by}已过：当时 {value}，承诺 {total}。', 'Due {by}: {value} of the promised {total} by then.'),
  'why.milestone-overdue.then': said(
    '应在{due}完成，当时已超期 {days} 个工作日。',
    'Due on {due}: working days late by then: {days}.',
  ),
  'why.milestone-near.then': said('{due}到期，当时只剩 {days} 个工作日。', 'Due on {due}: only {days} working days were left.'),
  'why.milestone-open.then': said('{due}到期，当时还有 {days} 个工作日。', 'Due on {due}: {days} working days were left.'),

  'why.no-plan': said('没有数字指标，也还没有通过的实施方案。', 'It has no figure, and no accepted plan yet.'),
  'why.milestone-done': said('{done}办结，期限是{due}。', 'Done on {done}, due on {due}.'),
  'why.milestone-done-late': said('{done}才办结，期限是{due}。', 'Done only on {done}; it was due on {due}.'),
  'why.milestone-paused': said('计时暂停中，原定{due}完成。', 'Its clock stands still; it was due on {due}.'),
  'why.milestone-reported': said(
    '{reported}已报送，等专班确认；期限是{due}。',
    'Reported on {reported}, due on {due}; the office has to confirm.',
  ),
  'why.milestone-overdue': said('应在{due}完成，已超期 {days} 个工作日。', 'Due on {due}: working days late: {days}.'),
  'why.milestone-put-off': said('原定{first}完成，已改到{due}。', 'First due on {first}, put off to {due}.'),
  'why.milestone-near': said('{due}到期，只剩 {days} 个工作日。', 'Due on {due}: only {days} working {days|day|days} left.'),
  'why.milestone-open': said('{due}到期，还有 {days} 个工作日。', 'Due on {due}: {days} working {days|day|days} left.'),
  'why.notice-unanswered': said(
    '应在{due}前答复，已过 {days} 个工作日，没有答复。',
    'To be answered by {due}: {days} working {days|day|days} over, no answer.',
  ),
  'why.other': said('原因见各项。', 'See the parts.'),

  'due.left': said('{day}前，还有 {n} 个工作日', 'By {day}, working days left: {n}'),
  'due.by': said('{day}前', 'By {day}'),
  'due.today': said('{day}，就是今天', '{day}, today'),
  'due.over': said('{day}前，已超期 {n} 个工作日', 'By {day}, working days over: {n}'),
  'due.over-now': said('{day}前，已经过了', 'By {day}, which has passed'),

  'comparator.>=': said('不少于', 'at least'),
  'comparator.>': said('超过', 'more than'),
  'comparator.<=': said('不超过', 'at most'),
  'comparator.~': said('约', 'about'),
  'comparator.=': said('正好', 'exactly'),
  'per.year': said('每年{comparator} {value}', '{comparator} {value} a year'),
  'per.month': said('每月{comparator} {value}', '{comparator} {value} a month'),
  'per.average-year': said(
    '平均每年{comparator} {value}，合计 {total}',
    '{comparator} {value} a year on average, {total} in all',
  ),
  'per.programme': said('{by}前累计{comparator} {value}', '{comparator} {value} in all by {by}'),
  'per.standing': said('始终{comparator} {value}', '{comparator} {value} at all times'),
} as const;
