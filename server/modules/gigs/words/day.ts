import { said } from '../../../kernel/i18n/said.ts';

/** What the day's work, its pay, complaints, ratings and rules answer when something is not as it should be. */
export const dayWords = {
  'problem.gig-site-code-wrong': said(
    '6 位码不对，还能试 {left} 次。上工和收工各有一个码，请看带班人手机上的。',
    'This is not the site’s code; {left} {left|try is|tries are} left. There is one to begin and another to end; look at the foreman’s phone.',
  ),
  'problem.gig-site-code-tries': said(
    '6 位码输错了 {tries} 次，{minutes} 分钟后才能再输。不用等：请带班人在他的页面上给您记，或到零工站窗口说一声，工钱不受影响。',
    'The site’s code was wrong {tries} times; it can be typed again in {minutes} {minutes|minute|minutes}. No need to wait: ask the foreman to note you on their page, or tell the station’s counter. Your wage is the same.',
  ),
  'problem.gig-shift-early': said(
    '离开工还早，提前 {minutes} 分钟以内才能上工。',
    'It is too early: a shift can be started up to {minutes} minutes ahead.',
  ),
  'problem.gig-shift-over': said(
    '已经过了收工时间，请带班人或零工站窗口登记。',
    'The shift is over; ask the foreman or the counter to record it.',
  ),
  'problem.gig-shift-not-started': said('还没有上工。', 'The shift has not been started.'),
  'problem.gig-shift-ended': said(
    '这一班已经收工。要改，请写上收工时间。',
    'This shift has ended. To correct it, give its end too.',
  ),
  'problem.gig-shift-future': said('时间还没到，不能先登记。', 'This time has not come yet and cannot be recorded.'),
  'problem.gig-end-before-start': said('收工要晚于开工。', 'The end must be after the start.'),
  'problem.gig-shift-too-long': said(
    '一班最长 {hours} 小时，请核对时间。',
    'A shift lasts at most {hours} hours; check the times.',
  ),
  'problem.gig-break-longer-than-shift': said(
    '休息比干活的时间还长，请核对。',
    'The break is longer than the shift; check the times.',
  ),
  'problem.gig-ending-needed': said(
    '比约定的早收工：是工友自己走的，还是单位提前收工的？这关系到工钱，请选一个。',
    'It ended before the ordered time: did the worker leave, or were they sent home? The pay hangs on it; choose one.',
  ),
  'problem.gig-sent-home-early': said(
    '还没到约定的开工时间。单位不要人了，请单位登记；您自己要走，请选“我先走”。',
    'The ordered time has not begun. Where the employer needs nobody after all, the employer records it; if you leave yourself, say so.',
  ),
  'problem.gig-correction-reason': said(
    '改已经登记的考勤，要写原因，工友看得到。',
    'To change attendance that was recorded, give the reason; the worker reads it.',
  ),
  'problem.gig-attendance-unsaid': said(
    '{day} 的 {number} 号单有 {people} 位工友还没登记考勤，登记以前不能发新单。',
    'Attendance of {people} {people|person|people} on order {number} of {day} is missing; record it before posting new orders.',
  ),

  'problem.no-gig-wage': said('没有这笔工钱。', 'There is no such wage.'),
  'problem.gig-paid-more': said(
    '工资条上是 {yuan} 元，您填的更多。填错了请改；确实多付了，请勾上再记。',
    'The slip says {yuan} yuan and you entered more. Correct it, or tick that more was paid.',
  ),
  'problem.gig-paid-nothing': said(
    '还没付的不用记。付了多少写多少；有争议的，让工友投诉，窗口来处理。',
    'What was not paid is not recorded. Enter what was paid; where you disagree, the counter settles the worker’s complaint.',
  ),
  'problem.gig-came-when': said('请写几点到的。', 'Say when they came.'),
  'problem.gig-wage-closed': said(
    '这笔工钱双方已经确认，不能再改。有异议请投诉。',
    'Both sides have confirmed this wage; it cannot be changed. You can still complain.',
  ),
  'problem.gig-wage-touched': said(
    '这笔工钱已经付过或有争议，不能改成“没来”。',
    'This wage was paid or is disputed; the shift cannot be turned into an absence.',
  ),
  'problem.gig-wage-not-due': said(
    '还没到付钱的日子（{day}）。到期没收到，再来这里说。',
    'It is not due before {day}. If it has not arrived by then, say so here.',
  ),

  'problem.no-gig-complaint': said('没有这个投诉。', 'There is no such complaint.'),
  'problem.gig-complaint-where': said(
    '请选投诉的是哪一份活（工钱的一定要选）；别的事，请选零工站。',
    'Choose the shift it is about (for wages you must); for anything else, choose a station.',
  ),
  'problem.gig-complaint-open': said(
    '这笔工钱已有投诉 {number}，正在处理。',
    'There is complaint {number} about this wage already.',
  ),
  'problem.gig-complaint-closed': said('这个投诉已经结束。', 'This complaint is closed.'),
  'problem.gig-complaint-state': said('这个投诉已经在调解。', 'This complaint is in mediation already.'),
  'problem.gig-settle-amount': said(
    '工钱的投诉，请写上谈定的整笔工钱是多少，不是还差的数。',
    'For a complaint about a wage, give the whole wage that was agreed, not what is still missing.',
  ),
  'problem.gig-settle-below': said(
    '这里写的是这一班的整笔工钱。工友已经收到 {yuan} 元，整笔不能比这还少。请核对后再填。',
    'This is the whole wage of the shift. The worker has received {yuan} yuan of it already, so it cannot be less. Check, and enter it anew.',
  ),

  'problem.no-gig-rating': said('没有这个评价。', 'There is no such rating.'),
  'problem.gig-rating-not-finished': said('干完这份活才能评价。', 'A shift can be rated when it has ended.'),
  'problem.gig-rating-given': said('这份活您已经评价过了。', 'You have rated this shift already.'),
  'problem.gig-rating-answered': said(
    '已经回复过了，一个评价只能回复一次。',
    'It was answered already; each rating takes one answer.',
  ),
  'problem.gig-rating-appealed': said('已经申诉过了。', 'It was appealed against already.'),
  'problem.gig-rating-no-appeal': said('这个评价没有等着裁定的申诉。', 'No appeal against this rating waits for a decision.'),
  'problem.gig-text-personal': said(
    '文字里像是有身份证号或手机号。别人会看到，请去掉再提交。',
    'The text seems to hold an ID or telephone number. Others will read it; take it out.',
  ),
  'problem.gig-text-insult': said(
    '文字里有骂人的话。请只说活和工钱的事。',
    'The text insults somebody. Please keep to the work and the pay.',
  ),

  'problem.gig-weather-stop': said(
    '{day} 气温 {temperature}℃，按{law}，当天不能安排室外干活。',
    '{day} has {temperature} °C: by {law}, nobody works outdoors that day.',
  ),
  'problem.gig-weather-hours': said(
    '{day} 气温 {temperature}℃，按{law}，室外干活一天不超过 {hours} 小时，{from}–{to} 不能在室外干活。请改时间，或把休息安排在这段时间。',
    '{day} has {temperature} °C: by {law}, at most {hours} hours outdoors, and none from {from} to {to}. Change the hours, or let the break lie there.',
  ),
  'problem.gig-weather-far': said(
    '预报最多记 {days} 天以后，实测只能记已到的日子。',
    'A forecast reaches at most {days} days ahead; measurements are of days that have come.',
  ),
  'problem.gig-weather-crossed': said('最低气温不能高于最高气温。', 'The lowest temperature cannot be above the highest.'),
  'problem.gig-rule-shape': said('规则内容不完整或不合理，问题在 {at}。', 'The rule is incomplete or makes no sense, at {at}.'),
  'problem.gig-rule-weights': said(
    '各项最多分加起来是 {sum}，超过了 {most}。请调小。',
    'The largest points add up to {sum}, more than {most}. Make some smaller.',
  ),
  'problem.gig-rule-says': said(
    '{at} 的数字改了，公布的话没有跟着改。请把中文和英文的话都改成和数字一致。',
    'The numbers of {at} changed and its published sentences did not. Rewrite both, in Chinese and English, to say what the numbers say.',
  ),
  'problem.gig-rule-version': said(
    '已经有一个“{version}”版了，换一个版本号，好让每一轮说得清用的哪一版。',
    'There is a version “{version}” already. Choose another, so that every round says which one it went by.',
  ),
};
