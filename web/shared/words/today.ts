import { said } from './pair.ts';

export const todayWords = {
  'today.title': said('今天要做的', 'What to do today'),
  'today.sentence': said('{day}，有 {n} 件事等着您。', '{day}: {n} things wait for you.'),
  'today.sentence-none': said('{day}，没有等着您的事。', '{day}: nothing waits for you.'),
  'today.urgency.0': said('已经过期', 'Overdue'),
  'today.urgency.1': said('今天', 'Today'),
  'today.urgency.2': said('快到期', 'Due soon'),
  'today.urgency.3': said('有空时', 'When there is time'),
  'today.due': said('{day}前', 'By {day}'),
  'today.overdue-by': said('{day}前，已过 {n} 天', 'By {day}, {n} days ago'),
  'today.standing': said('全区进展', 'How the district stands'),
  'today.standing-hint': said('{n} 个数字目标的灯，点开看台账。', 'The lights of {n} figures; choose one to open the ledger.'),
  'today.none': said('今天没有要办的事', 'Nothing to do today'),
  'today.none-business': said('可以去报新发生的记录，或看看台账。', 'You could add new records, or look at the ledger.'),
  'today.none-reading': said('可以看看台账和各个数字的进展。', 'You could look at the ledger and its figures.'),
  'today.none-administrator': said('有新的事会出现在这里。', 'Whatever comes up will appear here.'),
  'today.go-records': said('去报记录', 'Add records'),
  'today.go-ledger': said('看台账', 'Open the ledger'),

  'task.figure-overdue': said('{title}：期限已过，还没有达到', '{title}: past its date and still short'),
  'task.figure-behind': said('{title}：滞后', '{title}: behind'),
  'task.figure-silent': said('{title}：太久没有新记录', '{title}: no record for too long'),
  'task.messages-failed': said('{n} 条消息没有发出去', 'Messages that could not be sent: {n}'),
  'task.other': said('有一件事要办', 'Something needs you'),
  'task.see-figure': said('看原因和分布', 'See why and where'),
  'task.see': said('去办', 'Open'),
} as const;
