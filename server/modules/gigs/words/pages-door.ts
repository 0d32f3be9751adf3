import { said } from '../../../kernel/i18n/said.ts';

/** /gigs: the door to day work. */
export const doorWords = {
  title: said('找零活', 'Find day work'),
  lead: said(
    '手机上登记一次，到零工市场扫码签到，有合适的活直接发给您。登记、介绍活都不收钱。',
    'Register once on your phone, check in at a gig station, and fitting work is offered to you. Registration and placement are free.',
  ),
  leadPlain: said(
    '打电话问哪里有零工市场。登记、介绍活都不收钱。',
    'Ring us to ask where the nearest gig station is. Registration and placement are free.',
  ),
  join: said('登记找零活', 'Register for day work'),
  joinHint: said('两分钟，只要手机号。', 'Two minutes, with your mobile number only.'),
  today: said('看今天的活', 'My work today'),
  number: said('您的零工号是 {number}。', 'Your worker number is {number}.'),
  stations: said('零工市场在哪里', 'Where the stations are'),
  open: said('现在开着', 'Open now'),
  closed: said('现在没开', 'Closed now'),
  hours: said('每天 {opens} 到 {closes}', 'Daily {opens} to {closes}'),
  counts: said(
    '现在还招 {seats} 人，今天已有 {placed} 人找到活。',
    '{seats} {seats|place|places} open now; {placed} {placed|person has|people have} found work today.',
  ),
  steps: said('怎么找', 'How it works'),
  stepJoin: said(
    '手机登记：会干什么、从哪出发、最少要多少钱。',
    'Register on your phone: what you can do, where you start from, the least you accept.',
  ),
  stepScan: said(
    '早上到零工市场，扫大屏上的码，点一下签到。没有手机，到窗口或自助机。',
    'In the morning, scan the code on the station’s screen and check in with one tap. Without a phone, go to the counter or the kiosk.',
  ),
  stepTake: said(
    '合适的活会发到手机上：工钱、地方、几点到几点都写明。去不去您说了算。',
    'Fitting work comes to your phone with pay, place and hours. Whether you go is up to you.',
  ),
  bring: said(
    '带上身份证；有驾驶证、电工证、健康证的也带上。',
    'Bring your ID card, and any licence you hold: driving, electrician’s, health.',
  ),
  pay: said(
    '工钱没给，打 {telephone} 或 12345；要打官司没钱请律师，打 12348。',
    'If you are not paid, ring {telephone} or 12345; for free legal help ring 12348.',
  ),
  station: said(
    '{station}在{town}。去之前打 {telephone}，问清楚地址和开门时间。',
    '{station} is in {town}. Before you go, ring {telephone} for its address and opening hours.',
  ),
  rules: said('活是怎么派的，公平不公平', 'How work is given out, and how fairly'),
  grades: said('每个零工站评得怎么样', 'How well each gig station is run'),
  employer: said('单位要招零工', 'I want to hire day workers'),
  more: said('还可以看', 'More'),
} as const;
