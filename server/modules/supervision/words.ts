import { type Said, said } from '../../kernel/i18n/said.ts';

export const supervisionWords: Readonly<Record<string, Said>> = {
  'problem.notice-answered': said('这件督办已经答复，正等专班审核。', 'This notice was answered and waits for the office.'),
  'problem.notice-settled': said('这件督办已经了结，不用再答复。', 'This notice is settled; nothing has to be answered.'),
  'problem.new-date-needed': said('请选一个今天以后的日期。', 'Choose a date after today.'),
  'problem.evidence-needed': said(
    '这个节点约定交一份材料。请附上材料再答复。',
    'The plan asks for a document here. Attach it, then answer.',
  ),
  'problem.answer-not-waiting': said(
    '这条答复现在没有在等审核，可能刚被别人处理了。请刷新再看。',
    'This answer is not waiting for a decision; somebody may have decided it just now. Reload to see.',
  ),
  'problem.notice-unit-other': said('请选这项任务的牵头或配合单位。', 'Choose a unit that leads or cooperates in this task.'),
  'problem.pause-past': said('暂停只能从今天或以后开始。', 'A pause can only begin today or later.'),
  'problem.pause-order': said('结束日期不能早于开始日期。', 'The last day cannot be before the first.'),
  'problem.pause-there': said(
    '这段日子里已有一段暂停（自 {from} 起，{reason}）。请换个日期，或先结束那一段。',
    'Another pause lies in these days (from {from}: {reason}). Choose other days, or end that one first.',
  ),
  'problem.pause-none': said('现在没有暂停。', 'Nothing is paused now.'),
  'problem.quiet-needs-end': said('静默期要写明到哪一天为止。', 'A quiet period needs its last day.'),
  'problem.rules-day': said('生效日期应是今天或以后。', 'The rules can take effect today or later.'),
  'problem.rules-changed': said(
    '督办规则刚被{name}改过，请刷新后再改。您填的还在页面上。',
    'The rules were changed by {name} a moment ago. Reload before you change them; what you entered is still on the page.',
  ),
  'problem.rules-wrong': said('督办规则有 {n} 处要改：', 'The rules need corrections ({n}):'),
  'problem.rules-escalate-up': said('升级只能升到更高的一级。', 'A step can only escalate to a higher one.'),
  'problem.rules-term-needed': said(
    '催办、督办通知和约谈都要给出答复期限。',
    'An urge, a notice and a talk need a term to answer in.',
  ),
  'problem.rules-reminder': said('提醒不需要答复，也不升级。', 'A reminder is not answered and does not escalate.'),
  'problem.rules-code-taken': said('规则代号“{code}”已被占用。', 'The code “{code}” is taken.'),
  'problem.rules-twice': said('同一条规则写了两次。', 'The same rule is there twice.'),
  'problem.rules-soon-reminds': said('到期之前只发提醒。', 'Before a due date only reminders go out.'),

  'step.reminder': said('提醒', 'Reminder'),
  'step.urge': said('催办', 'Urge'),
  'step.notice': said('督办通知', 'Supervision notice'),
  'step.talk': said('约谈', 'Talk with the head'),

  // `notice`, `title`, `unit` and `why` are the notice's own, read when the line is shown.
  'timeline.notice-reminder': said('提醒{unit}：{why}', 'Reminder to {unit}: {why}'),
  'timeline.notice-urge': said('催办{unit}：{why}', 'Urge to {unit}: {why}'),
  'timeline.notice-notice': said('向{unit}发出{notice}：{why}', '{notice} to {unit}: {why}'),
  'timeline.notice-talk': said('{notice}，{unit}负责人：{why}', '{notice}, {unit}: {why}'),
  'timeline.notice-cleared': said(
    '{unit}跟上了“{title}”，{notice}的事由消除',
    '{unit} is back in time with “{title}”: the cause of the {notice} has gone',
  ),
  'timeline.notice-withdrawn': said(
    '撤回给{unit}的{notice}（“{title}”）：{reason}',
    '{notice} to {unit} about “{title}” withdrawn: {reason}',
  ),
  'timeline.answer-measure': said(
    '{unit}答复{notice}（“{title}”），采取措施：{text}',
    '{unit} answered the {notice} about “{title}” (what will be done): {text}',
  ),
  'timeline.answer-new-date': said(
    '{unit}答复{notice}（“{title}”），改到{date}：{text}',
    '{unit} answered the {notice} about “{title}” (new date {date}): {text}',
  ),
  'timeline.answer-evidence': said(
    '{unit}答复{notice}（“{title}”），已办结：{text}',
    '{unit} answered the {notice} about “{title}” (done): {text}',
  ),
  'timeline.answer-accepted': said(
    '专班认可{unit}对{notice}的答复（“{title}”）',
    'The office accepted the answer of {unit} to the {notice} about “{title}”',
  ),
  'timeline.answer-returned': said(
    '专班退回{unit}对{notice}的答复（“{title}”）：{reason}',
    'The office returned the answer of {unit} to the {notice} about “{title}”: {reason}',
  ),
  'timeline.clock-paused': said(
    '“{title}”（{unit}）自{from}起暂停计时：{reason}',
    'Clock of “{title}” ({unit}) stopped from {from}: {reason}',
  ),
  'timeline.clock-resumed': said('“{title}”（{unit}）恢复计时', 'Clock of “{title}” ({unit}) running again'),
  'timeline.clock-all-paused': said(
    '这项任务自{from}起暂停计时：{reason}',
    'All clocks of this task stopped from {from}: {reason}',
  ),
  'timeline.clock-all-resumed': said('这项任务恢复计时', 'All clocks of this task running again'),
  'timeline.quiet-set': said('全区静默期{from}至{to}：{reason}', 'Quiet period of the district {from} to {to}: {reason}'),
  'timeline.quiet-ended': said('全区静默期结束', 'Quiet period of the district ended'),
  'timeline.rules-set': said(
    '督办规则第 {version} 版自{from}起执行：{note}',
    'Rules of supervision, version {version}, from {from}: {note}',
  ),
};
