import { said } from '../../../kernel/i18n/said.ts';

export const help = Object.freeze({
  title: said('电话与帮助', 'Telephones and help'),
  description: said(
    '就业、工钱、法律和紧急情况打什么电话；字太小、看不清怎么办。',
    'Whom to ring about work, pay, the law or an emergency, and how to make this site easier to read.',
  ),
  lead: said('不会用手机上网也没关系，打电话一样能办。', 'You need not use this site at all: ringing works just as well.'),
  lines: said('打哪个电话', 'Which number to ring'),
  work: said('找工作、社会保险、劳动合同、拖欠工资', 'Jobs, social insurance, labour contracts, unpaid wages'),
  programme: said('就业方案和本站的任何问题', 'The employment programme, and anything on this site'),
  any: said('不知道找谁，什么事都可以问', 'Anything at all, when you do not know whom to ask'),
  union: said('工会帮职工维权', 'The trade union, for employees’ rights'),
  law: said('免费法律咨询、法律援助', 'Free legal advice and legal aid'),
  emergency: said('报警 110，火警 119，急救 120', 'Police 110, fire 119, ambulance 120'),
  reading: said('看不清、看不懂怎么办', 'Making this site easier to read'),
  large: said(
    '每一页最上面有“大字版”，点一下字就变大，按钮也变大；再点一下变回来。',
    'Every page has “Large text” at the top. It makes letters and buttons larger; choose it again to change back.',
  ),
  language: said('最上面还可以换成英文。', 'The switch beside it changes between Chinese and English.'),
  noAccount: said(
    '看这些页面不用登录，不用留电话；只有办自己的事，才用手机号登录“我的”。',
    'These pages need no account and no telephone number; only your own page, “Mine”, asks for one.',
  ),
  complain: said('对服务不满意，或者发现数字不对', 'If the service was poor, or a number looks wrong'),
  complainHow: said(
    '打 {telephone} 或 12345 直接说，要一个办理编号，问清楚几天答复。',
    'Ring {telephone} or 12345 and say so. Ask for a reference number and the day by which you will hear back.',
  ),
});
