import { said } from './pair.ts';

/** A complaint that the counter takes down for whoever stands before it. */
export const gigComplainWords = {
  'gig.complain': said('替这位投诉', 'Take down a complaint'),
  'gig.complain-instead': said(
    '有哪一班的工钱没给够？投诉有编号、有期限：',
    'Was a shift not paid? A complaint has a number and a term:',
  ),
  'gig.complain-wage': said('替这位投诉工钱', 'Take down a complaint about the wage'),
  'gig.complain-shift': said('哪一班的工钱', 'The wage of which shift'),
  'gig.complain-shift-if': said('哪一班的事（不是就不选）', 'About which shift (none if it is about none)'),
  'gig.complain-no-shift': said('不是哪一班的事', 'About no shift'),
  'gig.complain-no-shifts': said(
    '这位在零工市场还没有干过活。别处的工钱，请登记为讨薪服务。',
    'This person has worked no shift of the market. For wages from elsewhere, record a service of the unpaid wages desk.',
  ),
  'gig.complain-claimed': said('还差多少（元，说不清就空着）', 'How much is missing (¥; empty if not known)'),
  'gig.complain-text': said('照本人的话写：怎么回事', 'In their own words: what happened'),
  'gig.complain-send': said('立案', 'Open the complaint'),
  'gig.complain-fault.about': said('请选是什么事。', 'Choose what it is about.'),
  'gig.complain-fault.shift': said('请选是哪一班的工钱。', 'Choose the shift whose wage it is.'),
  'gig.complain-fault.claimed': said('请填元，最多两位小数。', 'Enter yuan with at most two decimals.'),
  'gig.complained': said(
    '投诉 {number} 已立案，窗口最迟 {day} 处理。',
    'Complaint {number} is opened; the desk deals with it by {day}.',
  ),
  'gig.complained-reads': said(
    '双方能收短信的都会收到通知；本人在手机“我的工和工钱”页看得到进展。没有手机的，请把编号抄给本人。',
    'Both sides are told by message where they can be reached, and the worker reads it on the page “My shifts and wages”. For somebody without a telephone, write the number down.',
  ),
  'gig.complained-open': said('打开这件投诉', 'Open this complaint'),
  'gig.complain-more': said('再记一件', 'Take down another'),
} as const;
