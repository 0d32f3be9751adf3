import { type Said, said } from '../../kernel/i18n/said.ts';

export const planWords: Readonly<Record<string, Said>> = {
  'problem.no-measure': said('方案里没有第 {no} 项任务。', 'The programme has no task {no}.'),
  'problem.plan-changed': said(
    '这份实施方案刚被{name}改过。您写的还在页面上：请另存一份文字，再刷新看新的版本。',
    'This plan was changed by {name} a moment ago. What you wrote is still on the page: copy it, then reload to see the new version.',
  ),
  'problem.plan-submitted': said(
    '这份实施方案已经报送，正等专班审核。要改请先撤回。',
    'This plan was handed in and waits for the programme office. Take it back first to change it.',
  ),
  'problem.plan-not-submitted': said('这份实施方案现在没有在等审核。', 'This plan is not waiting for a decision now.'),
  'problem.no-plan-in-work': said('这项任务还没有正在写的实施方案。', 'No plan of this task is being worked on.'),
  'problem.plan-unfinished': said('实施方案还有 {n} 处要补：', 'The plan still has gaps ({n}):'),
  'problem.reason-needed': said('请写明理由（至少四个字）。', 'Give the reason in at least four characters.'),
  'problem.milestone-by-figure': said(
    '这个节点由指标 {figure} 的记录自动判定，不用报送。',
    'This milestone is done by itself once figure {figure} reaches its value; nothing has to be reported.',
  ),
  'problem.milestone-document-needed': said(
    '这个节点要附材料：请上传，或从已传过的材料里选。',
    'This milestone needs a document: upload one, or choose from those uploaded before.',
  ),
  'problem.milestone-done': said('这个节点已经办结。', 'This milestone is done already.'),
  'problem.milestone-reported': said('这个节点已经报送，正等专班确认。', 'This milestone was reported and waits for the office.'),
  'problem.milestone-not-reported': said('这个节点现在没有在等确认。', 'This milestone is not waiting for a decision now.'),

  'problem.plan-needs-milestone': said(
    '没有数字指标的任务，至少要有一个节点。',
    'A task without figures needs at least one milestone.',
  ),
  'problem.plan-milestone-twice': said('节点“{title}”重复了。', 'The milestone “{title}” is there twice.'),
  'problem.plan-title-needed': said('请写节点名称。', 'Name the milestone.'),
  'problem.plan-title-twice': said(
    '已有同名的节点“{title}”，请换个名称。',
    'Another milestone is called “{title}” too; rename one.',
  ),
  'problem.plan-due-needed': said('请选完成日期。', 'Choose the due date.'),
  'problem.plan-due-outside': said('完成日期应在 {from} 至 {to} 之间。', 'The due date must lie between {from} and {to}.'),
  'problem.plan-due-past': said('完成日期已经过去了，请选今天或以后。', 'The due date has passed; choose today or later.'),
  'problem.plan-unit-other': said('责任单位应是本任务的牵头或配合单位。', 'The unit must lead or cooperate in this task.'),
  'problem.plan-deliverable-needed': said('请写交付什么。', 'Say what is delivered.'),
  'problem.plan-figure-needed': said('请选本任务的一个指标。', 'Choose one of this task’s figures.'),
  'problem.plan-value-needed': said('请填大于零的数值。', 'Enter a value above zero.'),
  'problem.plan-path-none': said('这个指标不设逐月进度。', 'This figure has no path by month.'),
  'problem.plan-path-twice': said('同一个指标写了两条进度。', 'The figure has two paths.'),
  'problem.plan-month-outside': said('月份应在 {from} 至 {to} 之间。', 'The month must lie between {from} and {to}.'),
  'problem.plan-path-order': said('月份要从早到晚。', 'Months must go from early to late.'),
  'problem.plan-path-falls': said(
    '累计进度不能比前面的 {before} 还小。',
    'A running total cannot be below the earlier {before}.',
  ),
  'problem.plan-path-above': said('进度不能超过目标 {total}。', 'The path cannot pass the target of {total}.'),
  'problem.plan-service-unknown': said(
    '这项服务水平没有记录可查，请另选。',
    'No records show this level of service; choose another.',
  ),
  'problem.plan-service-twice': said('同一项服务水平写了两次。', 'The level of service is there twice.'),

  'timeline.plan-submitted': said(
    '{unit}报送实施方案，含 {milestones} 个节点',
    '{unit} handed in its plan, milestones: {milestones}',
  ),
  'timeline.plan-recalled': said('{unit}撤回实施方案', '{unit} took its plan back'),
  'timeline.plan-returned': said('专班退回{unit}的实施方案：{reason}', 'The office returned the plan of {unit}: {reason}'),
  'timeline.plan-accepted': said(
    '{unit}的实施方案通过，共 {milestones} 个节点（新增 {added}，取消 {dropped}）',
    'Plan of {unit} accepted, milestones: {milestones} (new {added}, dropped {dropped})',
  ),
  'timeline.milestone-moved': said(
    '节点“{title}”（{unit}）由{from}改到{to}',
    'Milestone “{title}” ({unit}) moved from {from} to {to}',
  ),
  'timeline.milestone-reported': said('{unit}报送节点“{title}”：{report}', '{unit} reported milestone “{title}”: {report}'),
  'timeline.milestone-returned': said(
    '专班退回{unit}报送的节点“{title}”：{reason}',
    'The office returned the report of {unit} on milestone “{title}”: {reason}',
  ),
  'timeline.milestone-done': said('节点“{title}”（{unit}）于{on}办结', 'Milestone “{title}” ({unit}) done on {on}'),
  'timeline.milestone-reopened': said(
    '“{figure}”更正后不足 {value}，节点“{title}”（{unit}）重新打开',
    'After a correction “{figure}” is below {value}: milestone “{title}” ({unit}) is open again',
  ),
};
