import { said } from './pair.ts';

/** Checking in at a counter, and joining the market where somebody is new to it. */
export const gigJoinWords = {
  'gig.check-in-who': said(
    '刷卡，或输入六位号码、手机号、身份证号',
    'Scan the card, or type the six digits, the mobile or the ID number',
  ),
  'gig.who-empty': said('请刷卡，或输入号码，再按“查找”。', 'Scan the card or type a number, then press “Look up”.'),
  'gig.who-length': said(
    '这里有 {n} 位。工友号码 6 位或 7 位，手机号 11 位，身份证号 18 位，请核对。',
    'This has {n} characters. A worker’s number has 6 or 7 digits, a mobile number 11, an ID number 18. Check it.',
  ),
  'gig.who-prefix': said(
    '11 位的是手机号，手机号以 13 到 19 开头，请核对。',
    'Eleven digits are a mobile number, which begins with 13 to 19. Check it.',
  ),
  'gig.who-unlike': said(
    '这不是卡，也不是号码。请刷卡，或输入工友号码（6 位或 7 位）、手机号（11 位）、身份证号（18 位）。',
    'This is neither a card nor a number. Scan the card, or type the worker’s number (6 or 7 digits), the mobile (11) or the ID number (18).',
  ),
  'gig.only-here': said('只办事，不排队', 'Only to settle something: no place in the line'),
  'gig.only-here-how': said(
    '刷卡就签到。只来办事、不排队的，输入号码查找。',
    'A scanned card checks in at once. For somebody who only has something to settle, type a number.',
  ),
  'gig.look-up': said('查找', 'Look up'),
  'gig.new-person': said('新来的', 'New here'),
  'gig.check-in-now': said('给{name}签到', 'Check {name} in'),
  'gig.checked-in': said('{name}签好了，号是', '{name} is in the line, number'),
  'gig.was-there': said('{name}早签过了，号是', '{name} was in the line already, number'),
  'gig.gave-up': said(
    '原来在{station}排 {n} 号，那边的号没有了。请告诉本人。',
    'Number {n} at {station} is gone with it; please tell them.',
  ),
  'gig.check-in-blind': said(
    '网络断了，查不到人。可以先按这个号码记下，网络好了再签。',
    'No network, so nobody can be looked up. It can be noted by this number and sent later.',
  ),
  'gig.note-check-in': said('记下签到 {end}', 'Note the check-in {end}'),
  'gig.check-in-noted': said(
    '记下了。号码要等网络好了才有，等候从现在算起。',
    'Noted. The number follows once the network is back; waiting counts from now.',
  ),
  'gig.check-in-next': said('下一位', 'Next'),
  'gig.open-person': said('打开这位', 'Open'),
  'gig.join-new': said(
    '查不到这位。登记后就能签到。手机号和身份证号至少填一个。',
    'Not known yet. Once registered, they can check in. Give a mobile or an ID number, or both.',
  ),
  'gig.join-known': said(
    '{name}已有登记，还没有加入零工市场。填好下面的就能签到。',
    '{name} is known but has not joined the market. Fill this in, then check in.',
  ),
  'gig.name': said('姓名', 'Name'),
  'gig.mobile': said('手机号', 'Mobile'),
  'gig.id-number': said('身份证号', 'ID number'),
  'gig.id-number-why': said(
    '法律规定未满十六周岁不能招用，要知道出生年份。',
    'By law nobody under 16 may be hired, so the year of birth is needed.',
  ),
  'gig.trade': said('主要工种', 'Main trade'),
  'gig.level': said('熟练程度', 'Level'),
  'gig.second-trade': said('还会做', 'Also'),
  'gig.second-level': said('熟练程度（还会做的）', 'Level of that'),
  'gig.start': said('从哪里出发', 'Starts from'),
  'gig.radius-km': said('能走多少公里', 'Kilometres at most'),
  'gig.pay-floor': said('最低日薪（元）', 'Least pay a day (¥)'),
  'gig.pay-hope': said('想要的日薪（元）', 'Pay hoped for (¥)'),
  'gig.join': said('登记', 'Register'),
  'gig.check-in-joined': said('接着签到', 'Check in now'),
} as const;
