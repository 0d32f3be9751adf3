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
    'The last record is of {lastDay}: {days} days without a new one, {allowed} are allowed.',
  ),
  'why.never': said('开始 {days} 天了，还没有一条记录。', 'No record at all in {days} days.'),
  'why.overdue': said('期限{by}已过：现在 {value}，承诺 {total}。', 'Due {by}: {value} of the promised {total}.'),
  'why.lapsed': said('填报的数值已过有效期，要换成新的。', 'The value typed in has lapsed and needs a new one.'),

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
